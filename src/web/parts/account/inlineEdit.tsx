import { useRef, useState } from 'react';

/** Text that is edited where it stands: click or Enter to edit, Enter or leaving keeps, Esc gives back. */
export function InlineEdit({ value, label, placeholder, may, keep, className, required = false, multiline = false, maxLength = 200 }: {
  value: string; label: string; placeholder?: string; may: boolean; keep: (next: string) => void; className?: string; required?: boolean; multiline?: boolean; maxLength?: number;
}) {
  const [draft, setDraft] = useState<string | null>(null);
  const cancelled = useRef(false);
  if (!may) return value ? <span className={className}>{value}</span> : null;
  if (draft === null) {
    return (
      <button type="button" className={`vf-inline ${className ?? ''}${value ? '' : ' vf-faint'}`} aria-label={`${label}: ${value || placeholder || ''}`} title={label} onClick={() => { cancelled.current = false; setDraft(value); }}>
        {value || placeholder}
      </button>
    );
  }
  const done = (): void => {
    const next = draft.trim();
    setDraft(null);
    if (!cancelled.current && next !== value && !(required && next === '')) keep(next);
  };
  const shared = {
    autoFocus: true, value: draft, maxLength, 'aria-label': label, placeholder, className: `vf-inline-input ${className ?? ''}`,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => setDraft(event.target.value), onBlur: done,
    onFocus: (event: React.FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => event.target.select(),
    onKeyDown: (event: React.KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      // Enter that ends a word of an input method is not meant for us.
      if (event.nativeEvent.isComposing) return;
      if (event.key === 'Escape') {
        cancelled.current = true;
        event.currentTarget.blur();
      } else if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) event.currentTarget.blur();
    },
  };
  return multiline ? <textarea rows={3} {...shared} /> : <input size={Math.max(8, draft.length + 2)} {...shared} />;
}
