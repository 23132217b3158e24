import { useEffect, type ReactNode } from 'react';
import { useText } from '../text/locale.ts';

/** A page: its name, one line of what it is for, its one primary action on the right. `wide` for tables and maps. */
export function Page({ title, lead, action, wide = false, children }: { title: string; lead?: ReactNode; action?: ReactNode; wide?: boolean; children: ReactNode }) {
  const { shell } = useText();
  useEffect(() => {
    document.title = `${title} · ${shell.product}`;
  }, [title, shell.product]);
  return (
    <div className={wide ? 'vf-page vf-page-wide' : 'vf-page'}>
      <header className="vf-page-head">
        <div>
          <h1>{title}</h1>
          {lead ? <p className="vf-quiet">{lead}</p> : null}
        </div>
        {action ? <div className="vf-page-action">{action}</div> : null}
      </header>
      {children}
    </div>
  );
}
