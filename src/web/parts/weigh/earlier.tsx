import { useState } from 'react';
import { Button } from 'antd';
import type { Level } from '#domain/select/weigh/level.ts';
import type { WeighingInput } from '#domain/select/weigh/weighing.ts';
import { forget, useChange } from '../../answers.ts';
import type { Answer } from '../../call.ts';
import { useFormat, useAllText } from '../../text/locale.ts';
import { sayDone } from '../../undo.ts';
import { Empty } from '../empty.tsx';
import { ErrorNote } from '../errorNote.tsx';

export type WeighingRow = Answer<'GET /api/models/{id}/weighings'>['rows'][number];

/** Who found the weights of this level before, when, by what and with which ratio: to open, to use, to combine, to withdraw. */
export function Earlier({ rows, versionId, level, nameOf, mayWeigh, open, use }: {
  rows: readonly WeighingRow[]; versionId: number; level: Level; nameOf: (key: string) => string; mayWeigh: boolean; open: (input: WeighingInput) => void; use: (row: WeighingRow) => void;
}) {
  const { weigh: t } = useAllText();
  const format = useFormat();
  const withdraw = useChange('POST /api/weighings/{id}/withdraw', {
    done: (answer) => {
      sayDone(t.withdrawn, answer.event);
      void forget('GET /api/models/{id}/weighings');
    },
  });
  return (
    <section className="vf-earlier vf-noprint">
      <h2>{t.earlier}</h2>
      {rows.length === 0 ? <Empty sentence={t.noEarlier} example={t.noEarlierExample} /> : (
        <ul>
          {rows.map((row) => {
            const who = row.input.method === 'ahp' && row.input.of ? t.together({ n: row.input.of.length }) : (row.by?.name ?? t.someone);
            const about = { method: t.methods[row.input.method], name: who };
            const fits = sameItems(row, level);
            const { ahp } = row.result;
            return (
              <li key={row.id}>
                <time className="vf-small vf-faint vf-num" dateTime={row.at} title={format.time(row.at)}>{format.ago(row.at)}</time>
                <div>
                  <p><strong>{who}</strong> · {t.methods[row.input.method]}{ahp?.cr == null ? null : <> · <span className="vf-num">{t.ratioOf({ cr: format.number(Math.max(ahp.cr, ahp.crIncomplete ?? 0), 2) })}</span></>}{ahp?.consistent === false ? <span className="vf-tag vf-tag-bad">{t.contradictory}</span> : null}{fits ? null : <span className="vf-tag">{t.otherItems}</span>}</p>
                  <p className="vf-small vf-quiet vf-num vf-earlier-weights">{row.result.weights.map(({ item, weight }) => `${nameOf(item)} ${format.number(weight, Number.isInteger(weight) ? 0 : 1)}`).join(' · ')}</p>
                  {row.note ? <p className="vf-small vf-quiet">{row.note}</p> : null}
                </div>
                <span className="vf-small vf-faint">{t.byVersion({ n: row.version })}</span>
                <div className="vf-row vf-earlier-acts">
                  <Button size="small" aria-label={t.openOf(about)} onClick={() => open(row.input)}>{t.open}</Button>
                  {mayWeigh ? <Button size="small" disabled={!fits} aria-label={t.useOf(about)} onClick={() => use(row)}>{t.useIt}</Button> : null}
                  {mayWeigh ? <Button size="small" type="text" disabled={withdraw.isPending} aria-label={t.withdrawOf(about)} onClick={() => withdraw.mutate({ params: { id: row.id }, body: { withdrawn: true } })}>{t.withdraw}</Button> : null}
                </div>
              </li>
            );
          })}
        </ul>
      )}
      {mayWeigh ? <Combine rows={rows} versionId={versionId} level={level} /> : null}
      {withdraw.error ? <ErrorNote error={withdraw.error} /> : null}
    </section>
  );
}

const sameItems = (row: WeighingRow, level: Level): boolean => row.result.weights.length === level.items.length && row.result.weights.every(({ item }) => level.items.some((one) => one.key === item));

/** Offered when more than one person has compared the level by themselves: the newest comparisons of each. */
function Combine({ rows, versionId, level }: { rows: readonly WeighingRow[]; versionId: number; level: Level }) {
  const { weigh: t } = useAllText();
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const record = useChange('POST /api/models/{id}/weighings', {
    done: (answer) => {
      sayDone(t.combined, answer.event);
      void forget('GET /api/models/{id}/weighings');
    },
  });
  const newest = new Map<string, WeighingRow>();
  for (const row of rows) {
    if (row.input.method === 'ahp' && !row.input.of && row.by && sameItems(row, level) && !newest.has(row.by.id)) newest.set(row.by.id, row);
  }
  const people = [...newest.values()];
  if (people.length < 2) return null;
  const chosen = people.filter((row) => !left.has(row.id));
  const names = people.map((row) => row.by!.name);
  const flip = (id: number): void => setLeft((before) => {
    const next = new Set(before);
    if (!next.delete(id)) next.add(id);
    return next;
  });
  return (
    <div className="vf-combine">
      <p className="vf-quiet">{t.combineHint({ names: t.and({ first: names.slice(0, -1).join(t.comma), last: names.at(-1)! }) })}</p>
      <div className="vf-row vf-wrap" role="group" aria-label={t.combinePeople}>
        {people.map((row) => <label key={row.id}><input type="checkbox" checked={!left.has(row.id)} onChange={() => flip(row.id)} /> {row.by!.name}</label>)}
        <Button
          disabled={chosen.length < 2} loading={record.isPending}
          onClick={() => chosen[0]!.input.method === 'ahp' && record.mutate({ params: { id: versionId }, body: { method: 'ahp', level: level.key, of: chosen.map((row) => row.id), table: chosen[0]!.input.table, derivation: chosen[0]!.input.derivation, rule: chosen[0]!.input.rule } })}
        >{t.combine}</Button>
      </div>
      {record.error ? <ErrorNote error={record.error} /> : null}
    </div>
  );
}

