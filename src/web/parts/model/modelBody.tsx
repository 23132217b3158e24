import { useEffect, useState } from 'react';
import type { InvalidField } from '#domain/refusal.ts';
import type { ScoreModel } from '#domain/select/model.ts';
import { useMe } from '../../me.ts';
import { useText } from '../../text/locale.ts';
import { SideDrawer } from '../sideDrawer.tsx';
import { EditingProvider, type Editing } from './editing.ts';
import { Inspector } from './inspector.tsx';
import { Rules } from './rules.tsx';
import { ModelTree } from './tree.tsx';
import { useNarrow } from './useNarrow.ts';

/** What is chosen in the tree, to be shown beside it; at first what shows how a value becomes points, where there is room for it. */
export function useChosenPart(model: ScoreModel | undefined, source: string): [string | null, (path: string | null) => void] {
  const narrow = useNarrow(1100);
  const [chosen, choose] = useState<string | null>(null);
  const here = model !== undefined;
  useEffect(() => choose(narrow || !model ? null : firstComputed(model)), [source, here]);
  return [chosen, choose];
}

/** A score model from the tree down to its rules; to be changed where `edit` is given. */
export function ModelBody({ versionId, model, faults, edit, chosen, choose, children }: { versionId: number | null; model: ScoreModel; faults: ReadonlyMap<string, InvalidField>; edit: Editing['edit']; chosen: string | null; choose: (path: string | null) => void; children?: React.ReactNode }) {
  const { model: t } = useText();
  const me = useMe();
  const narrow = useNarrow(1100);
  const inspector = chosen === null ? null : <Inspector path={chosen} onRemoved={() => choose(null)} />;
  return (
    <EditingProvider value={{ versionId, model, faults, edit, currency: me.workspace.reportingCurrency }}>
      {children}
      <div className="vf-model">
        <ModelTree chosen={chosen} choose={choose} />
        {narrow ? <SideDrawer title={t.indicator} open={chosen !== null} close={() => choose(null)}>{inspector}</SideDrawer> : <aside className="vf-model-side">{inspector ?? <p className="vf-quiet">{t.choose}</p>}</aside>}
      </div>
      <Rules />
    </EditingProvider>
  );
}

function firstComputed(model: ScoreModel): string | null {
  for (const [l, lens] of model.lenses.entries()) {
    for (const [f, factor] of lens.factors.entries()) {
      const i = factor.indicators.findIndex((indicator) => indicator.kind === 'computed');
      if (i >= 0) return `lenses.${l}.factors.${f}.indicators.${i}`;
    }
  }
  return null;
}
