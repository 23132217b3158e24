import { lazy, Suspense, useState } from 'react';
import { loadLater, useText } from '../../text/locale.ts';
import type { Cited } from './opportunityDraft.ts';

const OpportunityDrawer = lazy(() => Promise.all([import('./opportunityDrawer.tsx'), loadLater()]).then(([part]) => part));

/** One gesture from a fact to an opportunity point (机会点): the drawer opens with the statement and the fact in it. */
export function OpportunityFromFact({ account, fact, className = 'vf-link vf-small' }: { account: { readonly id: number; readonly name: string }; fact: Cited; className?: string }) {
  const { facts: t } = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={className} aria-label={t.opportunityOf({ statement: fact.statement })} onClick={() => setOpen(true)}>{t.opportunity}</button>
      {open ? <Suspense><OpportunityDrawer account={account} from={{ facts: [fact] }} close={() => setOpen(false)} /></Suspense> : null}
    </>
  );
}
