import { useEffect } from 'react';
import { Button } from 'antd';
import { useNavigate, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useText } from '../../text/locale.ts';
import { ErrorNote } from '../errorNote.tsx';

/** An address that leads nowhere. */
export function NotFound() {
  const { errors } = useText();
  const navigate = useNavigate();
  return (
    <main className="vf-lone">
      <h1>{errors.notFoundTitle}</h1>
      <p className="vf-quiet">{errors.notFoundHelp}</p>
      <Button type="primary" onClick={() => void navigate({ to: '/portfolio' })}>{errors.toPortfolio}</Button>
    </main>
  );
}

/** A page that broke. After an update the old page's files are gone: then loading anew is the cure. */
export function PageFault({ error, reset }: ErrorComponentProps) {
  const { errors } = useText();
  const router = useRouter();
  const words = error instanceof Error ? error.message : String(error);
  const outdated = /dynamically imported module|module script failed|error loading/i.test(words);
  useEffect(() => {
    if (!outdated) console.error(error);
  }, [error, outdated]);
  if (outdated) {
    return (
      <div className="vf-lone">
        <h1>{errors.newVersion}</h1>
        <Button type="primary" onClick={() => location.reload()}>{errors.reload}</Button>
      </div>
    );
  }
  return (
    <div className="vf-lone">
      <h1>{errors.pageTitle}</h1>
      <ErrorNote error={error} retry={() => (reset(), void router.invalidate())} />
      <p className="vf-quiet">{errors.pageHelp}</p>
      <details className="vf-small vf-faint"><summary>{errors.technical}</summary><code>{words}</code></details>
    </div>
  );
}

/** The same where not even the shell could be shown. */
export const AppFault = (props: ErrorComponentProps) => <main><PageFault {...props} /></main>;
