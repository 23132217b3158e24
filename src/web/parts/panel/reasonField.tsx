import { useState } from 'react';
import { Button, Input } from 'antd';
import { useText } from '../../text/locale.ts';

/** A reason, written where it is asked for: Ctrl+Enter keeps it, Esc leaves. */
export function ReasonField({ label, hint, action, start = '', busy, keep, leave }: { label: string; hint?: string; action: string; start?: string; busy: boolean; keep: (reason: string) => void; leave: () => void }) {
  const { common } = useText();
  const [reason, setReason] = useState(start);
  const done = reason.trim();
  return (
    <div
      className="vf-reason-field vf-noprint"
      onKeyDown={(event) => {
        // Enter that ends a word of an input method is not meant for us.
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && done !== '') keep(done);
        else if (event.key === 'Escape') leave();
        else return;
        event.preventDefault();
      }}
    >
      <label><span className="vf-small vf-quiet">{label}</span>
        <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} value={reason} maxLength={2000} placeholder={hint} onChange={(event) => setReason(event.target.value)} />
      </label>
      <div className="vf-row"><Button size="small" type="primary" disabled={done === '' || busy} onClick={() => keep(done)}>{action}</Button><Button size="small" type="text" onClick={leave}>{common.cancel}</Button></div>
    </div>
  );
}
