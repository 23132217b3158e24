import { useState } from 'react';
import { Button, Input } from 'antd';
import { call } from '../../../call.ts';
import { useAllText } from '../../../text/locale.ts';
import { say } from '../../../undo.ts';
import { ErrorNote } from '../../errorNote.tsx';
import { useSourceWords } from '../sourceWords.ts';
import { forgetPeople } from './forgetPeople.ts';
import type { PersonItem } from './types.ts';

/** One thing known of a person; a guarded one opens with a reason, for as long as the drawer is open. */
export function ItemLine({ item, can, act }: { item: PersonItem; can: { readonly edit: boolean; readonly reveal: boolean }; act: (work: () => Promise<{ event: number }>, done: string) => Promise<boolean> }) {
  const { people: t } = useAllText();
  const source = useSourceWords();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [shown, setShown] = useState<{ value: string; place: string } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const reveal = async (): Promise<void> => {
    if (reason.trim().length < 3) return;
    setError(null);
    try {
      setShown(await call('POST /api/person-items/{id}/reveal', { params: { id: item.id }, body: { reason: reason.trim() } }));
      setAsking(false);
      say(t.revealed);
      await forgetPeople();
    } catch (cause) {
      setError(cause);
    }
  };
  const value = shown?.value ?? item.value;
  const place = shown?.place ?? item.place;
  const years = [item.fromOn, item.toOn].some(Boolean) ? `${item.fromOn ?? ''}–${item.toOn ?? ''}` : '';
  const kind = t.items[item.kind];
  return (
    <li>
      <span className="vf-small vf-quiet">{kind}</span>
      <span>{value === null ? <span className="vf-person-guard" title={item.sensitivity === 'sensitive' ? t.levelHelp.sensitive : t.guardedPersonal}>{t.guarded}</span> : <>{[place, value].filter(Boolean).join(' · ')} {years ? <span className="vf-num vf-small vf-quiet">{years}</span> : null}</>}</span>
      <span className="vf-row vf-noprint">
        {item.sensitivity === 'sensitive' && shown === null && can.reveal ? <Button size="small" aria-label={`${t.reveal}: ${kind}`} aria-expanded={asking} onClick={() => setAsking(!asking)}>{t.reveal}</Button> : null}
        {can.edit ? <button type="button" className="vf-link vf-small" aria-label={`${t.takeBack}: ${kind}`} onClick={() => void act(() => call('POST /api/person-items/{id}/withdraw', { params: { id: item.id } }), t.itemTaken({ kind }))}>{t.takeBack}</button> : null}
      </span>
      <span className="vf-small vf-faint vf-person-about">{[t.levels[item.sensitivity], source(item.source)].filter(Boolean).join(' · ')}</span>
      {asking ? (
        <form className="vf-person-reveal" onSubmit={(event) => { event.preventDefault(); void reveal(); }}>
          <Input autoFocus size="small" aria-label={t.revealWhy} placeholder={`${t.revealWhy} ${t.revealExample}`} value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />
          <Button size="small" type="primary" htmlType="submit" disabled={reason.trim().length < 3}>{t.reveal}</Button>
        </form>
      ) : null}
      {error ? <div className="vf-person-about"><ErrorNote error={error} /></div> : null}
    </li>
  );
}
