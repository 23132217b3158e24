import { useState } from 'react';
import { Button } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { forgetAll } from '../../answers.ts';
import { call } from '../../call.ts';
import { useText } from '../../text/locale.ts';
import { Empty } from '../empty.tsx';
import { ErrorNote } from '../errorNote.tsx';
import { Page } from '../page.tsx';

/** Before the first customer: what the method finds, an example, and the two doors. */
export function EmptyPortfolio({ mayImport, mayLoadDemo, add }: { mayImport: boolean; mayLoadDemo: boolean; add: (() => void) | null }) {
  const { portfolio: t, prospect } = useText();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const demo = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await call('POST /api/demo');
      await forgetAll();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  if (!mayImport) return <Page title={t.title}><Empty sentence={t.emptyTitle} example={t.emptyTeam} action={add ? <Button type="primary" onClick={add}>{prospect.add}</Button> : undefined} /></Page>;
  return (
    <Page title={t.title}>
      <Empty
        sentence={`${t.emptyTitle} ${t.emptyBody}`} example={t.emptyExample}
        action={(
          <div className="vf-row vf-wrap">
            <Button type="primary" onClick={() => void navigate({ to: '/imports' })}>{t.emptyImport}</Button>
            {mayLoadDemo ? <Button loading={busy} onClick={() => void demo()}>{t.emptyDemo}</Button> : null}
            {add ? <Button onClick={add}>{prospect.add}</Button> : null}
          </div>
        )}
      />
      {error ? <ErrorNote error={error} /> : null}
    </Page>
  );
}
