import { Button } from 'antd';
import { Link, useNavigate } from '@tanstack/react-router';
import { call } from '../../../call.ts';
import { useMe } from '../../../me.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { localDay } from '../../../today.ts';
import { changing } from '../../changing.ts';
import { forgetPeople } from '../people/forgetPeople.ts';
import type { CoverageGap, CoverageView, Names } from './words.ts';

/** What to do next about a gap: look for a way, open the person, note the place, tell who stands where. */
export function GapSteps({ account, view, gap, names, open }: { account: { readonly id: number }; view: CoverageView; gap: CoverageGap; names: Names; open: (person: number) => void }) {
  const texts = useAllText();
  const { coverage: t } = texts;
  const format = useFormat();
  const navigate = useNavigate();
  const me = useMe();
  const known = (id: number) => view.them.find((one) => one.id === id);
  const named = gap.people.find((id) => known(id)?.placeholder === false);
  const unnamed = gap.people.find((id) => known(id)?.placeholder === true);
  const addPlace = (): void => {
    const work = gap.functions[0]!;
    const name = t.place({ what: t.functions[work] });
    void changing(() => call('POST /api/people', { body: { people: [{ kind: 'customer', accountId: account.id, name, title: name, placeholder: true, function: work, collectedOn: localDay() }] } }), t.placeAdded({ what: t.functions[work] }), forgetPeople, texts, format);
  };
  const way = (id: number) => <Button size="small" onClick={() => void navigate({ to: '/introductions', search: { person: id } })}>{t.findWay({ name: names.them(id) })}</Button>;
  const look = (id: number, text: string) => <Button size="small" type="text" onClick={() => open(id)}>{text}</Button>;
  return (
    <div className="vf-cov-steps vf-noprint">
      {(gap.gap === 'level_unmet' || gap.gap === 'function_unmet') && named !== undefined ? <>{way(named)}{look(named, t.open({ name: names.them(named) }))}</> : null}
      {(gap.gap === 'level_unmet' || gap.gap === 'function_empty') && named === undefined && unnamed !== undefined ? look(unnamed, t.fill({ name: names.position(unnamed) })) : null}
      {gap.gap === 'function_empty' && gap.people.length === 0 && view.can.add ? <Button size="small" onClick={addPlace}>{t.addPlace}</Button> : null}
      {gap.gap === 'single_thread' && named !== undefined ? way(named) : null}
      {gap.gap === 'holder_unknown' && view.projects.length > 0 ? <Link className="vf-small" to="/projects/$id/map" params={{ id: String(view.project?.id ?? view.projects[0]!.id) }}>{t.toMap}</Link> : null}
      {gap.gap === 'position_unknown' ? gap.people.slice(0, 3).map((id) => <span key={id}>{look(id, known(id)?.edit ? t.setPlace({ name: names.them(id) }) : t.open({ name: names.them(id) }))}</span>) : null}
      {gap.gap === 'our_position_unknown' && gap.ours.includes(me.id) ? <Link className="vf-small" to="/settings">{t.tellOwn}</Link> : null}
      {gap.gap === 'our_position_unknown' && view.can.placeOurs ? <Link className="vf-small" to="/members">{t.tellOurs}</Link> : null}
    </div>
  );
}
