import { useEffect } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { answerOf } from '../answers.ts';
import { ProblemError } from '../call.ts';
import { ErrorNote } from '../parts/errorNote.tsx';
import { CreateAdministrator } from '../parts/start/createAdministrator.tsx';
import { Door } from '../parts/start/door.tsx';
import { TwoDoors } from '../parts/start/twoDoors.tsx';
import { useText } from '../text/locale.ts';

/** First run: the administrator, then two doors. */
export default function StartPage() {
  const { start: t, shell } = useText();
  const navigate = useNavigate();
  const setup = useQuery(answerOf('GET /api/setup'));
  const needed = setup.data?.needsAdministrator;
  const me = useQuery({ ...answerOf('GET /api/me'), enabled: needed === false });
  const strange = me.error instanceof ProblemError && me.error.status === 401;
  useEffect(() => {
    document.title = shell.product;
    if (strange) void navigate({ to: '/sign-in' });
  }, [strange, navigate, shell.product]);

  if (setup.error) return <Door><ErrorNote error={setup.error} retry={() => void setup.refetch()} /></Door>;
  if (needed) {
    return (
      <Door>
        <h1>{t.newTitle}</h1>
        <p className="vf-quiet">{t.newLead}</p>
        <CreateAdministrator />
      </Door>
    );
  }
  return <Door wide>{me.data ? <TwoDoors me={me.data} /> : null}</Door>;
}
