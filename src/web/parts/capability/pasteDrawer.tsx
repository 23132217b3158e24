import { useState, type ReactNode } from 'react';
import { Button, Select } from 'antd';
import { ASPECTS, type Aspect } from '#domain/insight/aspects.ts';
import { useAllText } from '../../text/locale.ts';
import { ErrorNote } from '../errorNote.tsx';
import { SideDrawer } from '../sideDrawer.tsx';
import { useSending } from '../useSending.ts';

/** A set is sent at once; the server takes no more. */
const MOST = 200;

/** Several lines, typed or from a spreadsheet, become several rows; what they will be is seen before. Ctrl+Enter adds them. */
export function PasteDrawer<T>({ title, lead, example, placeholder, read, row, button, save, close }: {
  title: string; lead: string; example: string; placeholder: string; read: (text: string, aspect: Aspect) => readonly T[]; row: (one: T) => ReactNode; button: (n: number) => string; save: (rows: readonly T[]) => Promise<void>; close: () => void;
}) {
  const { match: t } = useAllText();
  const [text, setText] = useState('');
  const [aspect, setAspect] = useState<Aspect>('operations');
  const { busy, error, send } = useSending();
  const rows = read(text, aspect).slice(0, MOST);
  const add = (): void => {
    if (rows.length === 0) return;
    void send(async () => {
      await save(rows);
      close();
    });
  };
  return (
    <SideDrawer title={title} open close={close} width={640} footer={<Button type="primary" disabled={rows.length === 0} loading={busy} onClick={add}>{button(rows.length)}</Button>}>
      <div className="vf-stack" onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) add(); }}>
        <p className="vf-quiet">{lead}</p>
        <textarea autoFocus className="vf-paste-lines" rows={6} aria-label={title} placeholder={placeholder} value={text} maxLength={200_000} onChange={(event) => setText(event.target.value)} />
        <label className="vf-row vf-wrap vf-small">{t.forAspect} <Select size="small" aria-label={t.forAspect} value={aspect} onChange={setAspect} popupMatchSelectWidth={false} options={ASPECTS.map((value) => ({ value, label: t.aspects[value] }))} /></label>
        {rows.length > 0 ? <div><h3>{t.preview}</h3><ol className="vf-paste-rows">{rows.map((one, n) => <li key={n}>{row(one)}</li>)}</ol></div> : <pre className="vf-paste-example vf-small">{example}</pre>}
        {error ? <ErrorNote error={error} /> : null}
      </div>
    </SideDrawer>
  );
}
