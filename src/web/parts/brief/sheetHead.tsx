import { BRIEF_LIMITS } from '#domain/insight/kpi/brief.ts';
import { BRIEF_WORDS as W, FUNCTION_WORDS, LEVEL_WORDS } from '#domain/insight/kpi/briefWords.ts';
import { useAllText, useFormat, useWords } from '../../text/locale.ts';
import { InlineEdit } from '../account/inlineEdit.tsx';
import type { Brief, Edit } from './sheet.tsx';

/** Whom it is for, when, and what we want from the talk: the last two are changed where they stand. */
export function SheetHead({ brief, edit }: { brief: Brief; edit: Edit | null }) {
  const { briefs: t } = useAllText();
  const words = useWords();
  const format = useFormat();
  const { content, purpose, meetingOn } = brief;
  const { position } = content;
  return (
    <header className="vf-leaf-head">
      <div className="vf-leaf-title">
        <p className="vf-leaf-kind">{words(W.title)} · {content.account.name}</p>
        <h1>{position.title}{position.holder ? <span className="vf-leaf-holder"> · {position.holder}</span> : null}</h1>
        <p className="vf-faint">{words(FUNCTION_WORDS[position.function])} · {words(LEVEL_WORDS[position.level])}</p>
      </div>
      <p className="vf-leaf-day">
        <span className="vf-faint">{words(W.meeting)}</span>
        {edit ? <input type="date" className="vf-day vf-noprint" aria-label={words(W.meeting)} value={meetingOn} onChange={(event) => { if (event.target.value) void edit({ meetingOn: event.target.value }); }} /> : null}
        <span className={edit ? 'vf-leaf-printed' : undefined}>{format.day(meetingOn)}</span>
      </p>
      <p className={purpose ? 'vf-leaf-purpose' : 'vf-leaf-purpose vf-noprint'}>
        <span className="vf-faint">{words(W.purpose)}{words(W.colon)}</span>
        <InlineEdit key={purpose} value={purpose} label={words(W.purpose)} placeholder={t.purposeHint} may={edit !== null} multiline maxLength={BRIEF_LIMITS.purpose} keep={(text) => void edit?.({ purpose: text })} />
      </p>
    </header>
  );
}
