import { useState } from 'react';
import { Button } from 'antd';
import { type StrategyKind } from '#domain/insight/strategy/strategyItem.ts';
import { HORIZONS } from '#domain/insight/horizon.ts';
import { strategyText } from '#domain/insight/strategy/strategyLines.ts';
import { useAllText } from '../../../text/locale.ts';
import { say } from '../../../undo.ts';
import { Amount } from '../../amount.tsx';
import { Empty } from '../../empty.tsx';
import type { ItemView, StrategyView } from './changing.ts';
import { ItemCard } from './itemCard.tsx';
import { ItemForm } from './itemForm.tsx';
import { PasteItems } from './pasteItems.tsx';

const LANES = [...HORIZONS, null] as const;

/** Goals and investment areas on a band of three horizons (期限), and the business scope as a list below. */
export function Horizons({ accountId, view }: { accountId: number; view: StrategyView }) {
  const { strategy: t } = useAllText();
  const [form, setForm] = useState<{ item: ItemView | null; kind: StrategyKind } | null>(null);
  const [pasting, setPasting] = useState(false);
  const may = view.can.describe;
  const copy = (): void => void navigator.clipboard.writeText(strategyText(view.items, { columns: t.columns, kinds: t.kinds, horizons: t.horizons })).then(() => say(t.copied({ n: view.items.length })));
  const add = (kind: StrategyKind): void => setForm({ item: null, kind });
  const card = (item: ItemView) => <ItemCard key={item.id} item={item} view={view} edit={() => setForm({ item, kind: item.kind })} />;
  const scope = view.items.filter((item) => item.kind === 'scope');
  const planned = view.items.filter((item) => item.kind !== 'scope').toSorted((a, b) => (a.toOn ?? '9999') < (b.toOn ?? '9999') ? -1 : 1);
  const lanes = LANES.filter((lane) => lane !== null || planned.some((item) => item.horizon === null));
  const tools = (
    <div className="vf-row vf-wrap vf-noprint">
      {view.items.length > 0 ? <Button onClick={copy}>{t.copy}</Button> : null}
      {may ? <Button onClick={() => setPasting(true)}>{t.paste}</Button> : null}
      {may && view.items.length > 0 ? <Button onClick={() => add('goal')}>{t.addOne}</Button> : null}
    </div>
  );
  return (
    <>
      <section className="vf-strategy-section" aria-label={t.items}>
        <div className="vf-spread vf-wrap"><div><h2>{t.items}</h2><p className="vf-quiet">{t.itemsLead}</p></div>{tools}</div>
        {view.items.length === 0 ? <Empty sentence={t.empty} example={t.emptyExample} action={may ? <Button type="primary" onClick={() => add('goal')}>{t.addOne}</Button> : undefined} /> : (
          <div className="vf-strategy-band" style={{ '--lanes': lanes.length } as React.CSSProperties}>
            {lanes.map((lane) => {
              const here = planned.filter((item) => item.horizon === lane);
              return (
                <div key={lane ?? 'none'} className="vf-strategy-lane">
                  <h3>{lane === null ? t.noHorizon : t.horizons[lane]} <span className="vf-small vf-faint">{t.horizonSpans[lane ?? 'none']}</span></h3>
                  <Totals items={here} />
                  {here.length === 0 ? <p className="vf-small vf-faint">{t.none}</p> : <ul>{here.map(card)}</ul>}
                </div>
              );
            })}
          </div>
        )}
      </section>
      {view.items.length === 0 ? null : (
        <section className="vf-strategy-section" aria-label={t.kinds.scope}>
          <div className="vf-spread vf-wrap"><div><h2>{t.kinds.scope}</h2><p className="vf-quiet">{t.scopeLead}</p></div>{may ? <Button className="vf-noprint" onClick={() => add('scope')}>{t.add}</Button> : null}</div>
          {scope.length === 0 ? <p className="vf-small vf-faint">{t.none}</p> : <ul className="vf-strategy-scope">{scope.map(card)}</ul>}
        </section>
      )}
      {form ? <ItemForm key={form.item?.id ?? form.kind} accountId={accountId} view={view} {...form} close={() => setForm(null)} /> : null}
      {pasting ? <PasteItems accountId={accountId} close={() => setPasting(false)} /> : null}
    </>
  );
}

/** What is to be invested in a horizon, a sum per currency, and of how many areas the amount is known. */
function Totals({ items }: { items: readonly ItemView[] }) {
  const { strategy: t } = useAllText();
  const invested = items.filter((item) => item.kind === 'investment');
  const known = invested.filter((item) => item.amount !== null && item.currency !== null);
  if (known.length === 0) return null;
  const sums = Map.groupBy(known, (item) => item.currency!);
  return (
    <p className="vf-small vf-quiet vf-strategy-total">
      {[...sums].map(([currency, ones]) => <Amount key={currency} minor={ones.reduce((sum, item) => sum + item.amount!, 0)} currency={currency} />)}
      {known.length < invested.length ? <span>{t.knownOf({ n: known.length, all: invested.length })}</span> : null}
    </p>
  );
}
