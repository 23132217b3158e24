import { useState } from 'react';
import { Button, Popconfirm, Select } from 'antd';
import { FUNCTION_WORDS, LEVEL_WORDS } from '#domain/insight/kpi/briefWords.ts';
import { FUNCTIONS, LEVELS } from '#domain/insight/kpi/kpi.ts';
import { call } from '../../../call.ts';
import { useAllText, useFormat, useWords } from '../../../text/locale.ts';
import { say } from '../../../undo.ts';
import { InlineEdit } from '../../account/inlineEdit.tsx';
import { problemIn, wordProblem } from '../../errorNote.tsx';
import type { Position } from './positions.tsx';
import { forgetPositions, useNoting } from './useNoting.ts';

/** Title, function, level and, where it is known, who holds the position. */
export function PositionHead({ position, may }: { position: Position; may: boolean }) {
  const { positions: t, common } = useAllText();
  const words = useWords();
  const note = useNoting();
  const params = { id: position.id };
  const edit = (body: Parameters<typeof call<'PATCH /api/positions/{id}'>>[1]['body']): void => void note(() => call('PATCH /api/positions/{id}', { params, body }), t.changed);
  return (
    <header className="vf-position-head">
      <div className="vf-position-name">
        <h2><InlineEdit key={position.title} value={position.title} label={t.title} placeholder={t.titleHint} may={may} required maxLength={120} keep={(title) => edit({ title })} /></h2>
        {may ? <Popconfirm title={t.remove({ text: position.title })} okText={t.withdraw} cancelText={common.cancel} icon={null} onConfirm={() => note(() => call('POST /api/positions/{id}/withdraw', { params, body: { withdrawn: true } }), t.withdrawn({ title: position.title }))}><button type="button" className="vf-link vf-small vf-noprint">{t.withdraw}</button></Popconfirm> : null}
      </div>
      <div className="vf-row vf-wrap vf-position-what">
        {may ? (
          <>
            <Select size="small" aria-label={t.function} value={position.function} popupMatchSelectWidth={false} onChange={(value) => edit({ function: value })} options={FUNCTIONS.map((value) => ({ value, label: words(FUNCTION_WORDS[value]) }))} />
            <Select size="small" aria-label={t.level} value={position.level} popupMatchSelectWidth={false} onChange={(value) => edit({ level: value })} options={LEVELS.map((value) => ({ value, label: words(LEVEL_WORDS[value]) }))} />
          </>
        ) : <span className="vf-quiet">{words(FUNCTION_WORDS[position.function])} · {words(LEVEL_WORDS[position.level])}</span>}
        <Holder position={position} may={may} edit={(holder) => edit({ holder })} />
      </div>
      {may || position.note ? <p className="vf-position-note vf-small vf-quiet"><InlineEdit key={position.note} value={position.note} label={t.note} placeholder={t.noteHint} may={may} multiline maxLength={1000} keep={(text) => edit({ note: text })} /></p> : null}
    </header>
  );
}

/** The name of a person: optional, with what it is for said beside it, and gone for good when somebody asks. */
function Holder({ position, may, edit }: { position: Position; may: boolean; edit: (holder: string) => void }) {
  const { positions: t, common, errors } = useAllText();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const erase = async (): Promise<void> => {
    setAsking(false);
    try {
      const { elsewhere } = await call('POST /api/positions/{id}/erase-holder', { params: { id: position.id } });
      say(elsewhere.facts + elsewhere.notes > 0 ? t.erasedElsewhere(elsewhere) : t.erased);
    } catch (error) {
      say(wordProblem(problemIn(error), errors, format));
    }
    await forgetPositions();
  };
  if (!may) return position.holder === null ? null : <span>{position.holder}</span>;
  return (
    <span className="vf-position-holder">
      <InlineEdit key={position.holder ?? ''} value={position.holder ?? ''} label={t.holder} placeholder={t.holderHint} may required maxLength={80} keep={edit} />
      <span className="vf-position-why" role="note" title={t.holderHelp} aria-label={t.holderHelp} tabIndex={0}>?</span>
      {position.holder === null ? null : (
        <Popconfirm open={asking} onOpenChange={setAsking} title={t.erase} description={<div className="vf-confirm">{t.eraseAsk({ name: position.holder })}</div>} okText={t.eraseDo} okButtonProps={{ danger: true }} cancelText={common.cancel} icon={null} onConfirm={() => void erase()}>
          <Button size="small" type="text" className="vf-noprint">{t.erase}</Button>
        </Popconfirm>
      )}
    </span>
  );
}
