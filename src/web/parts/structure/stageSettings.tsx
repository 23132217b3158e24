import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Capacity, Stage, TargetShares } from '#domain/trust/settings.ts';
import { STAGES } from '#domain/trust/settings.ts';
import { answerOf, useChange } from '../../answers.ts';
import type { Answer, Question } from '../../call.ts';
import { useText } from '../../text/locale.ts';
import { sayDone } from '../../undo.ts';
import { ErrorNote } from '../errorNote.tsx';
import { Segments } from '../segments.tsx';
import { readPercent, writePercent } from '../settings/readNumber.ts';
import { TextSetting } from '../settings/textSetting.tsx';

type Structure = Answer<'GET /api/portfolio/structure'>;
type Patch = Question<'PATCH /api/settings'>['body'];
const SHARES = ['strategic', 'key', 'growth'] as const;

/** A whole number of at most `most`; undefined when it is none. */
const whole = (text: string, least: number, most: number): number | undefined => (/^\d+$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined);

/** Stage, capacity and people, each changed where it stands by whoever may; the shares of the stages behind a button, for they are changed once. */
export function StageSettings({ structure }: { structure: Structure }) {
  const { structure: t } = useText();
  const [open, setOpen] = useState(false);
  const { can, stage, capacity, managers } = structure;
  const save = useChange('PATCH /api/settings', { forgets: ['GET /api/portfolio/structure', 'GET /api/settings'] });
  const set = (what: string, body: Patch): void => void save.mutateAsync({ body }).then(({ event }) => sayDone(t.changed({ what }), event), () => undefined);
  const keep = (what: string, patch: Partial<Capacity>): void => set(what, { capacity: { ...capacity, ...patch } });
  return (
    <section className="vf-stage" aria-label={t.stage}>
      <div className="vf-stage-choice">
        <Segments label={t.stage} shown disabled={!can.change} value={stage} options={STAGES.map((value) => ({ value, text: t.stages[value], title: t.stageHints[value] }))} choose={(value: Stage) => set(t.stage, { stage: value })} />
        <p className="vf-small vf-quiet">{t.stageHints[stage]}</p>
      </div>
      <div className="vf-stage-fields">
        <TextSetting label={t.strategicEach} hint={t.capacity} value={capacity.strategic} disabled={!can.change} numeric show={String} read={(text) => whole(text, 0, 1000)} fault={t.notNumber} save={(strategic) => keep(t.strategicEach, { strategic })} />
        <TextSetting label={t.keyAndGrowthEach} hint={t.capacity} value={capacity.keyAndGrowth} disabled={!can.change} numeric show={String} read={(text) => whole(text, 0, 1000)} fault={t.notNumber} save={(keyAndGrowth) => keep(t.keyAndGrowthEach, { keyAndGrowth })} />
        {structure.scope === 'all' ? (
          <TextSetting<number | null>
            label={t.managers} hint={t.managersCounted({ n: managers.counted })} value={managers.given ? managers.count : null} disabled={!can.change} numeric show={(value) => (value === null ? '' : String(value))}
            placeholder={String(managers.counted)} read={(text) => (text === '' ? null : whole(text, 1, 100_000))} fault={t.notWhole} save={(accountManagers) => set(t.managers, { accountManagers })}
          />
        ) : null}
      </div>
      {save.error ? <ErrorNote error={save.error} /> : null}
      {can.change ? <button type="button" className="vf-link vf-small vf-noprint" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? t.hideShares : t.changeShares}</button> : <p className="vf-small vf-faint vf-noprint">{t.locked}</p>}
      {open ? <Shares set={set} /> : null}
    </section>
  );
}

/** What part of the room each stage fills: three stages, three classes. */
function Shares({ set }: { set: (what: string, body: Patch) => void }) {
  const { structure: t, common } = useText();
  const settings = useQuery(answerOf('GET /api/settings')).data?.settings;
  if (!settings) return null;
  const change = (stage: Stage, patch: Partial<TargetShares>): void => set(t.shares, { targetShares: { ...settings.targetShares, [stage]: { ...settings.targetShares[stage], ...patch } } });
  return (
    <div className="vf-shares vf-noprint">
      <p className="vf-small vf-quiet">{t.ours}</p>
      <div className="vf-shares-grid">
        <span />{SHARES.map((name) => <span key={name} className="vf-small vf-quiet" aria-hidden>{t.shareOf[name]}</span>)}
        {STAGES.map((stage) => [
          <span key={stage}>{t.stages[stage]}</span>,
          ...SHARES.map((name) => (
            <TextSetting
              key={`${stage} ${name}`} label={t.shareLabel({ stage: t.stages[stage], class: common.classes[name] })} value={settings.targetShares[stage][name]} disabled={false} numeric suffix="%" show={writePercent}
              read={(text) => readPercent(text, 0, 1)} fault={t.notNumber} save={(share) => change(stage, { [name]: share })}
            />
          )),
        ])}
      </div>
    </div>
  );
}
