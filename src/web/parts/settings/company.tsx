import type { ReactNode } from 'react';
import { Input } from 'antd';
import type { Settings } from '#contract/trust/workspace.ts';
import { useChange } from '../../answers.ts';
import { useText } from '../../text/locale.ts';
import { localDay } from '../../today.ts';
import { sayDone } from '../../undo.ts';
import { EvidenceMark } from '../evidenceMark.tsx';
import { readMoney, readPercent, writeMoney, writePercent } from './readNumber.ts';
import { TextSetting } from './textSetting.tsx';

export interface SectionProps { settings: Settings; canChange: boolean; change: (what: string, patch: Partial<Settings>) => void }

/** Saves a part of the settings, says so and offers to undo it. */
export function useSettingsChange(): { change: SectionProps['change']; error: Error | null } {
  const { settings: t } = useText();
  const save = useChange('PATCH /api/settings', { forgets: ['GET /api/settings', 'GET /api/me'] });
  return { error: save.error, change: (what, patch) => void save.mutateAsync({ body: patch }).then(({ event }) => sayDone(t.changed(what), event), () => undefined) };
}

export function SettingsSection({ title, text, children }: { title: string; text?: ReactNode; children: ReactNode }) {
  return (
    <section>
      <div><h2>{title}</h2>{text ? <p>{text}</p> : null}</div>
      <div className="vf-settings-body">{children}</div>
    </section>
  );
}

export function CompanySection({ settings, canChange, change }: SectionProps) {
  const { settings: t } = useText();
  return (
    <SettingsSection title={t.sections.company}>
      <div className="vf-pair">
        <TextSetting label={t.workspaceName} value={settings.workspaceName} disabled={!canChange} show={(v) => v} read={(text) => (text.length <= 100 ? text : undefined)} fault={t.notNumber} save={(workspaceName) => change(t.workspaceName, { workspaceName })} />
        <TextSetting label={t.reportingCurrency} hint={t.reportingCurrencyHint} value={settings.reportingCurrency} disabled={!canChange} show={(v) => v} read={readCurrency} fault={t.currencyUnknown} save={(reportingCurrency) => change(t.reportingCurrency, { reportingCurrency })} />
      </div>
    </SettingsSection>
  );
}

const known = new Set(Intl.supportedValuesOf('currency'));
/** A currency code in any case; undefined when there is no such currency. */
export const readCurrency = (text: string): string | undefined => (known.has(text.toUpperCase()) ? text.toUpperCase() : undefined);

export function AsOfSection({ settings, canChange, change }: SectionProps) {
  const { settings: t } = useText();
  const { mode, day } = settings.asOf;
  return (
    <SettingsSection title={t.sections.asOf} text={t.asOfText}>
      <div className="vf-radios" role="radiogroup" aria-label={t.sections.asOf}>
        {(['lastInvoice', 'today', 'fixed'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="asOf" checked={mode === one} disabled={!canChange} onChange={() => change(t.sections.asOf, { asOf: { mode: one, day: one === 'fixed' ? (day ?? localDay()) : null } })} />
            <span>{t.asOfModes[one]}</span>
            <small>{t.asOfModeHints[one]}</small>
            {one === 'fixed' && mode === 'fixed' ? (
              <Input type="date" aria-label={t.asOfDay} value={day ?? ''} disabled={!canChange} onChange={(event) => event.target.value && change(t.asOfDay, { asOf: { mode: 'fixed', day: event.target.value } })} />
            ) : null}
          </label>
        ))}
      </div>
    </SettingsSection>
  );
}

const DRIVERS = ['perOrder', 'perLine', 'perReturn'] as const;

export function CostSection({ settings, canChange, change }: SectionProps) {
  const { settings: t } = useText();
  const { costToServe: cost, reportingCurrency: currency } = settings;
  const set = (what: string, patch: Partial<Settings['costToServe']>): void => change(what, { costToServe: { ...cost, ...patch } });
  return (
    <SettingsSection title={t.sections.cost} text={t.costText}>
      <p className="vf-formula">{t.costFormula}</p>
      <div className="vf-pair">
        {DRIVERS.map((driver) => (
          <TextSetting key={driver} label={t.drivers[driver]} value={cost[driver]} disabled={!canChange} suffix={currency} numeric show={(v) => writeMoney(v, currency)} read={(text) => readMoney(text, currency)} fault={t.notNumber} save={(v) => set(t.drivers[driver], { [driver]: v })} />
        ))}
        <TextSetting label={t.costOfCapital} value={cost.costOfCapital} disabled={!canChange} suffix="%" numeric show={writePercent} read={(text) => readPercent(text, 0, 1)} fault={t.notNumber} save={(costOfCapital) => set(t.costOfCapital, { costOfCapital })} />
      </div>
      <TextSetting<number | null>
        label={t.defaultMargin} hint={t.defaultMarginHint} value={cost.defaultMargin} disabled={!canChange} numeric assumed={cost.defaultMargin !== null}
        suffix={cost.defaultMargin === null ? '%' : <>% <EvidenceMark state="assumed">{t.assumed}</EvidenceMark></>}
        show={(v) => (v === null ? '' : writePercent(v))} read={(text) => (text === '' ? null : readPercent(text, -1, 1))} fault={t.notNumber} save={(defaultMargin) => set(t.defaultMargin, { defaultMargin })}
      />
    </SettingsSection>
  );
}
