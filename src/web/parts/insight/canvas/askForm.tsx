import { useState } from 'react';
import { Button, Select } from 'antd';
import { isBlock, type Block } from '#domain/blocks.ts';
import { call } from '../../../call.ts';
import { useAllText } from '../../../text/locale.ts';
import { localDay } from '../../../today.ts';
import { shortened } from '../../audit/sentence.ts';
import { useCanvasChange } from './changing.ts';
import { pointOptions } from './words.ts';

export interface AskPlace { readonly block: Block; readonly topic?: string | null }

/** A new question: what we want to know, on which point, who finds out, by when. Ctrl+Enter asks, Esc leaves. */
export function AskForm({ accountId, place, text: first = '', people, done }: { accountId: number; place: AskPlace; text?: string; people: readonly { readonly id: string; readonly name: string }[]; done: () => void }) {
  const { canvas: t, common } = useAllText();
  const change = useCanvasChange();
  const [text, setText] = useState(first);
  const [topic, setTopic] = useState(place.topic ?? '');
  const [ownerId, setOwner] = useState<string>('');
  const [dueOn, setDue] = useState('');
  const [sending, setSending] = useState(false);
  const ask = async (): Promise<void> => {
    if (text.trim() === '' || sending) return;
    setSending(true);
    const question = { block: place.block, topic: topic || null, text, ownerId: ownerId || null, dueOn: dueOn || null };
    if (await change(() => call('POST /api/accounts/{id}/questions', { params: { id: accountId }, body: { questions: [question] } }), t.askedNow({ text: shortened(text) }))) done();
    setSending(false);
  };
  return (
    <form className="vf-canvas-form" aria-label={t.askTitle} onSubmit={(event) => { event.preventDefault(); void ask(); }} onKeyDown={(event) => {
      if (event.nativeEvent.isComposing) return;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void ask();
      else if (event.key === 'Escape') { event.stopPropagation(); done(); }
    }}>
      <textarea rows={2} autoFocus value={text} maxLength={500} aria-label={t.askHint} placeholder={t.askHint} onChange={(event) => setText(event.target.value)} />
      <div className="vf-canvas-fields">
        {isBlock(place.block) ? <Select size="small" aria-label={t.point} value={topic} onChange={setTopic} popupMatchSelectWidth={false} options={pointOptions(t, place.block)} /> : null}
        <Select size="small" aria-label={t.owner} value={ownerId} onChange={setOwner} popupMatchSelectWidth={false} showSearch={{ optionFilterProp: 'label' }} options={[{ value: '', label: t.nobody }, ...people.map(({ id, name }) => ({ value: id, label: name }))]} />
        <label className="vf-small vf-quiet">{t.dueOn} <input type="date" className="vf-day" value={dueOn} min={localDay()} onChange={(event) => setDue(event.target.value)} /></label>
        <span className="vf-canvas-form-end"><Button size="small" onClick={done}>{common.cancel}</Button><Button size="small" type="primary" htmlType="submit" loading={sending} disabled={text.trim() === ''}>{t.ask}</Button></span>
      </div>
    </form>
  );
}
