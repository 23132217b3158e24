import { call } from '../../../call.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { Amount } from '../../amount.tsx';
import { shortened } from '../../audit/sentence.ts';
import { evidenceClass } from '../../evidenceMark.tsx';
import { changing, type ItemView, type StrategyView } from './changing.ts';
import { RestsOn } from './restsOn.tsx';

/** A goal, an investment area or a part of the scope: when, how much, and on what it rests; dashed where nothing proves it. */
export function ItemCard({ item, view, edit }: { item: ItemView; view: StrategyView; edit: () => void }) {
  const { strategy: t, ...texts } = useAllText();
  const format = useFormat();
  const what = shortened(item.text);
  const when = item.fromOn && item.toOn ? t.span({ from: format.day(item.fromOn), to: format.day(item.toOn) }) : item.toOn ? t.until({ day: format.day(item.toOn) }) : item.fromOn ? t.since({ day: format.day(item.fromOn) }) : null;
  const withdraw = (): void => void changing(() => call('POST /api/strategy/{id}/withdraw', { params: { id: item.id }, body: { withdrawn: true } }), t.withdrawn({ what }), texts, format);
  return (
    <li className={`vf-strategy-item ${evidenceClass(item.state)}`}>
      <div className="vf-strategy-item-head">
        {item.kind === 'scope' ? null : <span className="vf-tag">{t.kinds[item.kind]}</span>}
        {item.amount !== null && item.currency !== null ? <strong className="vf-strategy-amount"><Amount minor={item.amount} currency={item.currency} /></strong> : null}
        {when ? <span className="vf-small vf-quiet vf-num">{when}</span> : null}
      </div>
      <p>{item.text}</p>
      <div className="vf-strategy-item-foot">
        <RestsOn ids={item.facts} facts={view.facts} />
        {view.can.describe ? (
          <span className="vf-strategy-tools vf-noprint">
            <button type="button" className="vf-link vf-small" aria-label={t.editOf({ what })} onClick={edit}>{t.edit}</button>
            <button type="button" className="vf-link vf-small" aria-label={t.withdrawOf({ what })} onClick={withdraw}>{t.withdraw}</button>
          </span>
        ) : null}
      </div>
    </li>
  );
}
