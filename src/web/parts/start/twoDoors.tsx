import { useNavigate } from '@tanstack/react-router';
import { answers, useChange } from '../../answers.ts';
import type { Me } from '../../me.ts';
import { useText } from '../../text/locale.ts';
import { ErrorNote } from '../errorNote.tsx';

/** "Bring my customers" and "look at the demo". */
export function TwoDoors({ me }: { me: Me }) {
  const { start: t } = useText();
  const navigate = useNavigate();
  const demo = useChange('POST /api/demo', {
    done: () => {
      answers.clear();
      void navigate({ to: '/portfolio' });
    },
  });
  return (
    <>
      <h1>{t.doorsTitle}</h1>
      <p className="vf-quiet">{t.doorsLead}</p>
      <div className="vf-doors">
        {me.can.importData ? (
          <button type="button" disabled={demo.isPending} onClick={() => void navigate({ to: '/imports' })}><strong>{t.bring}</strong><span>{t.bringText}</span></button>
        ) : null}
        {me.can.loadDemo ? (
          <button type="button" disabled={demo.isPending} onClick={() => demo.mutate({})}><strong>{demo.isPending ? t.demoLoading : t.demo}</strong><span>{t.demoText}</span></button>
        ) : null}
      </div>
      {demo.error ? <ErrorNote error={demo.error} /> : null}
    </>
  );
}
