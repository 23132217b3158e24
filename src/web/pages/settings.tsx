import '../parts/settings/settings.css';
import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../answers.ts';
import { useMe } from '../me.ts';
import { ErrorNote } from '../parts/errorNote.tsx';
import { Page } from '../parts/page.tsx';
import { AsOfSection, CompanySection, CostSection, useSettingsChange } from '../parts/settings/company.tsx';
import { DemoSection } from '../parts/settings/demo.tsx';
import { HalfLivesSection } from '../parts/settings/halfLives.tsx';
import { LanguageModelSection } from '../parts/settings/languageModel.tsx';
import { PrivacySection } from '../parts/settings/privacy.tsx';
import { RatesSection } from '../parts/settings/rates.tsx';
import { YouSection } from '../parts/settings/you.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';
import { useText } from '../text/locale.ts';

/** Settings of the company and of the person; no "Save": each field keeps itself. */
export default function SettingsPage() {
  const { settings: t } = useText();
  const me = useMe();
  const view = useQuery(answerOf('GET /api/settings'));
  const { change, error } = useSettingsChange();
  const canChange = view.data?.can.change ?? false;
  const section = view.data ? { settings: view.data.settings, canChange, change } : null;
  return (
    <Page title={t.title} lead={view.data && !canChange ? t.locked : t.lead}>
      {error ? <ErrorNote error={error} /> : null}
      {view.error ? <ErrorNote error={view.error} retry={() => void view.refetch()} /> : null}
      {section ? (
        <div className="vf-settings">
          <CompanySection {...section} />
          <AsOfSection {...section} />
          <CostSection {...section} />
          <RatesSection {...section} />
          <HalfLivesSection {...section} />
          {canChange ? <LanguageModelSection /> : null}
          {canChange ? <PrivacySection /> : null}
          <YouSection me={me} />
          {me.can.loadDemo ? <DemoSection me={me} /> : null}
        </div>
      ) : view.isPending ? <RowsSkeleton rows={12} /> : null}
    </Page>
  );
}
