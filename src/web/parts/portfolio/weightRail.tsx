import { memo, useMemo, useState } from 'react';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { withWeights } from '#domain/select/weights.ts';
import { forget, useChange } from '../../answers.ts';
import { useFormat, useText, useWords } from '../../text/locale.ts';
import { sayDone } from '../../undo.ts';
import { ErrorNote } from '../errorNote.tsx';
import { effectOf, type Effect } from './effect.ts';
import { moveWeight, weightTree, type WeightNode } from './weightTree.ts';
import type { WhatIf } from './useWhatIf.ts';

/** The sliders: lens → factor → indicator. Moving one ranks every customer again at once; nothing is kept until it is published. */
export function WeightRail({ whatIf, mayPublish, nameOf, onClose }: { whatIf: WhatIf; mayPublish: boolean; nameOf: (id: number) => string | undefined; onClose?: () => void }) {
  const { portfolio: t } = useText();
  const { sheet, weights, activeWeights, before, now, changed, calmTurn } = whatIf;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const tree = useMemo(() => (sheet ? weightTree(sheet.model) : []), [sheet]);
  const effect = useMemo(() => (changed && before && now ? effectOf(before, now) : null), [changed, before, now, calmTurn]);
  const flip = (key: string): void => setOpen((keys) => {
    const next = new Set(keys);
    if (!next.delete(key)) next.add(key);
    return next;
  });

  return (
    <aside className="vf-rail vf-noprint" aria-label={t.weights}>
      <header className="vf-rail-head">
        <h2>{t.weights}</h2>
        <Button size="small" type="text" disabled={!changed} onClick={whatIf.reset}>{t.reset}</Button>
        {onClose ? <Button size="small" type="text" onClick={onClose} aria-label={t.hideWeights}>×</Button> : null}
      </header>
      <p className="vf-small vf-quiet">{t.weightsHint}</p>
      {whatIf.failed ? <p className="vf-small vf-quiet">{t.noModel}</p> : !weights || !activeWeights ? <p className="vf-small vf-faint">{t.weightsReading}</p> : (
        <div className="vf-sliders">
          {tree.map((node) => (
            <Branch key={node.key} node={node} depth={0} path={node.key} weights={weights} active={activeWeights} open={open} flip={flip} move={(at, value) => whatIf.setWeights(moveWeight(weights, at, value))} />
          ))}
        </div>
      )}
      <section className="vf-effect" aria-live="polite" aria-label={t.effect}>
        <h3>{t.effect}</h3>
        {effect ? <EffectList effect={effect} largest={effect.largest ? (nameOf(sheet!.ids[effect.largest.at]!) ?? `#${now!.rank[effect.largest.at]}`) : ''} />
          : <p className="vf-small vf-faint">{t.effectNone}</p>}
      </section>
      {changed && mayPublish ? <Publish whatIf={whatIf} /> : null}
      {sheet ? <Link className="vf-small" to="/models/$id" params={{ id: String(sheet.modelVersionId) }}>{t.modelLink}</Link> : null}
      {sheet ? <Link className="vf-small" to="/models/$id/weigh" params={{ id: String(sheet.modelVersionId) }}>{t.findWeights}</Link> : null}
    </aside>
  );
}

/** The effect in words; worded again only when it changed. */
const EffectList = memo(function EffectList({ effect, largest }: { effect: Effect; largest: string }) {
  const { portfolio: t } = useText();
  return (
    <ul className="vf-small">
      <li>{t.entering({ n: effect.entering, top: effect.top })}{effect.leaving > 0 ? ` · ${t.leaving({ n: effect.leaving })}` : ''}</li>
      <li><span className="vf-move-up" aria-hidden>▲</span> {t.gradesUp({ n: effect.gradesUp })} · <span className="vf-move-down" aria-hidden>▼</span> {t.gradesDown({ n: effect.gradesDown })}</li>
      <li>{t.classMoves({ n: effect.classMoves })}</li>
      {effect.largest ? <li>{t.largestMove({ name: largest, change: `${effect.largest.change > 0 ? '▲' : '▼'}${Math.abs(effect.largest.change)}` })}</li> : null}
    </ul>
  );
});

interface BranchProps {
  node: WeightNode; depth: number; path: string; weights: NonNullable<WhatIf['weights']>; active: NonNullable<WhatIf['weights']>;
  open: ReadonlySet<string>; flip: (key: string) => void; move: (node: WeightNode, value: number) => void;
}

function Branch({ node, depth, path, weights, active, open, flip, move }: BranchProps) {
  const { portfolio: t } = useText();
  const words = useWords();
  const format = useFormat();
  const name = words(node.name);
  const value = weights[node.level][node.at]!;
  const was = active[node.level][node.at]!;
  const isOpen = open.has(path);
  const digits = Number.isInteger(value) ? 0 : 1;
  return (
    <div className={`vf-branch vf-branch-${depth}`}>
      <div className="vf-branch-row">
        {node.children.length > 0 ? (
          <button type="button" className="vf-fold" aria-expanded={isOpen} aria-label={isOpen ? t.close({ name }) : t.open({ name })} onClick={() => flip(path)}>{isOpen ? '▾' : '▸'}</button>
        ) : <span className="vf-fold" />}
        <span className="vf-branch-name vf-clip" title={name}>{name}</span>
        <span className={value === was ? 'vf-num vf-branch-value' : 'vf-num vf-branch-value vf-changed'}>{format.number(value, digits)}<span className="vf-faint">%</span></span>
      </div>
      <input
        type="range" min={0} max={100} step={1} value={value} disabled={node.siblings.length === 1} aria-label={t.weightOf({ name })} aria-valuetext={`${format.number(value, digits)}%`}
        style={{ '--value': `${value}%`, '--was': `${was}%` } as React.CSSProperties} className={value === was ? undefined : 'vf-changed'}
        onChange={(event) => move(node, Number(event.target.value))}
      />
      {isOpen ? node.children.map((child) => <Branch key={child.key} node={child} depth={depth + 1} path={`${path}/${child.key}`} weights={weights} active={active} open={open} flip={flip} move={move} />) : null}
    </div>
  );
}

function Publish({ whatIf }: { whatIf: WhatIf }) {
  const { portfolio: t } = useText();
  const [asking, setAsking] = useState(false);
  const [note, setNote] = useState('');
  const publish = useChange('POST /api/models', {
    done: (answer) => {
      whatIf.reset();
      setAsking(false);
      sayDone(t.saved({ version: answer.version }), answer.event);
      void forget('GET /api/models', 'GET /api/me', 'GET /api/accounts', 'GET /api/portfolio', 'GET /api/portfolio/bubbles', 'GET /api/portfolio/sheet');
    },
  });
  const { sheet, weights } = whatIf;
  if (!sheet || !weights) return null;
  if (!asking) return <Button type="primary" block onClick={() => setAsking(true)}>{t.saveVersion}</Button>;
  return (
    <form className="vf-publish" onSubmit={(event) => {
      event.preventDefault();
      publish.mutate({ body: { model: withWeights(sheet.model, weights) as never, note } });
    }}>
      <Input.TextArea autoFocus rows={2} maxLength={1000} aria-label={t.saveNote} placeholder={t.saveNotePlaceholder} value={note} onChange={(event) => setNote(event.target.value)} />
      {publish.error ? <ErrorNote error={publish.error} /> : null}
      <div className="vf-row">
        <Button type="primary" htmlType="submit" loading={publish.isPending}>{t.publish}</Button>
        <Button type="text" onClick={() => setAsking(false)}>{t.cancel}</Button>
      </div>
    </form>
  );
}
