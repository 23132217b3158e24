import { useState } from 'react';
import { Button, Input } from 'antd';
import type { WeighingMethod } from '#domain/select/weigh/methods.ts';
import { useAllText } from '../../text/locale.ts';
import { ErrorNote } from '../errorNote.tsx';
import { ConsistencyPart } from './consistencyPart.tsx';
import type { Found } from './useFound.ts';
import { WeightBars } from './weightBars.tsx';

/** What has been found so far, how far it agrees with itself, and what to do with it. */
export function ResultRail({ method, items, found, nameOf, show, adopt, how, mayWeigh, save, saving, error }: {
  method: WeighingMethod; items: readonly { readonly key: string; readonly text: string; readonly weight: number }[]; found: Found; nameOf: (key: string) => string;
  show: () => void; adopt: () => void; how: () => void; mayWeigh: boolean; save: (use: boolean, note: string) => void; saving: boolean; error: unknown;
}) {
  const { weigh: t, common } = useAllText();
  const [note, setNote] = useState('');
  const list = (keys: readonly string[]): string => keys.map(nameOf).join(t.comma);
  const { weights, ahp, loose, unset, reason } = found;
  return (
    <aside className={items.length > 6 ? 'vf-found vf-many' : 'vf-found'} aria-label={t.weights}>
      <header className="vf-spread"><h2>{t.weights}</h2><button type="button" className="vf-link vf-small vf-noprint" onClick={how}>{common.howComputed}</button></header>
      <WeightBars items={items} found={weights} />
      <p className="vf-small vf-faint">{t.legend}</p>
      {weights ? null : (
        <p className="vf-small vf-quiet" role="status">
          {loose.length === items.length - 1 && items.length > 2 ? t.noneYet : loose.length > 0 ? t.loose({ names: list(loose) }) : unset.length > 0 ? t.pointsMissing({ names: list(unset) }) : reason === 'no_hundred' ? t.noHundred : reason === 'all_zero' ? t.allZero : t.noneYet}
        </p>
      )}
      {method === 'ahp' && ahp ? <ConsistencyPart ahp={ahp} nameOf={nameOf} show={show} adopt={adopt} /> : null}
      {mayWeigh ? (
        <form className="vf-found-save vf-noprint" onSubmit={(event) => { event.preventDefault(); save(true, note); }}>
          <Input aria-label={t.note} placeholder={t.notePlaceholder} value={note} maxLength={1000} onChange={(event) => setNote(event.target.value)} />
          <Button type="primary" htmlType="submit" block disabled={!weights} loading={saving}>{t.use}</Button>
          <Button type="text" block disabled={!weights || saving} onClick={() => save(false, note)}>{t.recordOnly}</Button>
          {error ? <ErrorNote error={error} /> : null}
        </form>
      ) : <p className="vf-small vf-quiet">{t.viewOnly}</p>}
    </aside>
  );
}
