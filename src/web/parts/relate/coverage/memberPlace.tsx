import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../answers.ts';
import { useMe } from '../../../me.ts';
import { useAllText } from '../../../text/locale.ts';
import { SideDrawer } from '../../sideDrawer.tsx';
import { PlaceOf } from './ownPlace.tsx';

/** Where a member stands, in a row of members; who may tell it opens it. */
export function MemberPlace({ userId, name }: { userId: string; name: string }) {
  const { coverage: t } = useAllText();
  const me = useMe();
  const [open, setOpen] = useState(false);
  const row = useQuery(answerOf('GET /api/positions')).data?.rows.find((one) => one.userId === userId);
  if (!row) return null;
  const { level, function: work } = row.position;
  const words = [level.value === null ? null : { text: t.levels[level.value], how: level.how }, work.value === null ? null : { text: t.functions[work.value], how: work.how }].filter((one) => one !== null);
  return (
    <div className="vf-member-place">
      {row.title ? <div>{row.title}</div> : null}
      <div className="vf-small vf-quiet">{words.length === 0 ? t.unknown : words.map(({ text, how }, n) => <span key={text}>{n > 0 ? ' · ' : ''}<span className={how === 'inferred' ? 'vf-place-inferred' : undefined} title={how === 'inferred' ? t.isRead : undefined}>{text}</span></span>)}{row.can.tell ? <> · <button type="button" className="vf-link vf-small" aria-label={t.changeOf({ name })} onClick={() => setOpen(true)}>{t.change}</button></> : null}</div>
      {open ? <SideDrawer title={t.placeOf({ name })} open close={() => setOpen(false)} width={420}><PlaceOf row={row} name={name} own={userId === me.id} /></SideDrawer> : null}
    </div>
  );
}
