import { useText } from '../../text/locale.ts';
import type { PanelView } from './assessorStrip.tsx';
import type { Value } from './choices.ts';
import { ReasonField } from './reasonField.tsx';

interface Props {
  dissents: PanelView['agreements'][number]['dissents'];
  word: (value: Value) => string;
  /** The viewer's own mark while they write why they hold on to it. */
  writing: Value | null;
  busy: boolean;
  record: (reason: string) => void;
  leave: () => void;
}

/** Who holds on to another mark than the agreed one, and why; it stands beside it for good. */
export function Dissents({ dissents, word, writing, busy, record, leave }: Props) {
  const { panel: t } = useText();
  return (
    <div className="vf-dissents">
      {dissents.map((one) => <p key={one.person.id} className="vf-dissent vf-small"><strong>{t.holdsOn({ name: one.person.name, value: word(one.value) })}</strong>{t.colon}{one.reason}</p>)}
      {writing === null ? null : <ReasonField label={t.dissentWhy({ value: word(writing) })} action={t.record} busy={busy} leave={leave} keep={record} />}
    </div>
  );
}
