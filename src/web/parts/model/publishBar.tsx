import { useMemo, useState } from 'react';
import { Button, Checkbox, Input } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import type { InvalidField } from '#domain/refusal.ts';
import { checkModel } from '#domain/select/checkModel.ts';
import type { ScoreModel } from '#domain/select/model.ts';
import { forget, useChange } from '../../answers.ts';
import { useText, useWords } from '../../text/locale.ts';
import { sayDone, say } from '../../undo.ts';
import { ErrorNote, problemIn } from '../errorNote.tsx';
import { faultsByPath } from './draft.ts';
import { FaultList } from './faultList.tsx';

/** Everything on screen that depends on the model in use. */
export const forgetScores = (): Promise<void> => forget('GET /api/models', 'GET /api/me', 'GET /api/accounts', 'GET /api/accounts/{id}', 'GET /api/portfolio', 'GET /api/portfolio/bubbles', 'GET /api/portfolio/sheet', 'GET /api/compare');

export interface Publishing {
  readonly faults: ReadonlyMap<string, InvalidField>;
  readonly publish: (model: ScoreModel, note: string, activate: boolean) => void;
  readonly pending: boolean;
  readonly error: Error | null;
}

/** Publishes a draft; its faults as the browser finds them at this moment, and those only the server knows until the next try. */
export function usePublishing(draft: ScoreModel | undefined, published: () => void): Publishing {
  const { model: t } = useText();
  const words = useWords();
  const navigate = useNavigate();
  const change = useChange('POST /api/models', {
    done: (answer, { body }) => {
      published();
      const about = { n: answer.version, name: words(body.model.name) };
      // Without being put to use it left nothing to go back to.
      if (body.activate ?? true) sayDone(t.publishDone(about), answer.event);
      else say(t.publishOnlyDone(about));
      void forgetScores();
      void navigate({ to: '/models/$id', params: { id: String(answer.id) } });
    },
  });
  const refused = useMemo(() => problemIn(change.error).fields ?? [], [change.error]);
  const faults = useMemo(() => (draft ? faultsByPath([...refused, ...checkModel(draft)]) : new Map<string, never>()), [draft, refused]);
  return { faults, publish: (model, note, activate) => change.mutate({ body: { model: model as never, note, activate } }), pending: change.isPending, error: refused.length === 0 ? change.error : null };
}

/** The foot of an editor: what changed, why, whether everybody is scored by it at once, and the places still to mend. */
export function PublishBar({ model, says, ready, publishing, go, note, setNote, back }: { model: ScoreModel; says: string; ready: boolean; publishing: Publishing; go: (path: string) => void; note: string; setNote: (note: string) => void; back?: React.ReactNode }) {
  const { model: t } = useText();
  const [activate, setActivate] = useState(true);
  const { faults, publish, pending, error } = publishing;
  return (
    <form className="vf-publish-bar vf-noprint" onSubmit={(event) => { event.preventDefault(); publish(model, note, activate); }}>
      {back}
      <span className="vf-small vf-quiet vf-num">{says}</span>
      <Input aria-label={t.publishNote} placeholder={t.publishNote} value={note} maxLength={1000} onChange={(event) => setNote(event.target.value)} />
      <Checkbox checked={activate} onChange={(event) => setActivate(event.target.checked)}>{t.useAtOnce}</Checkbox>
      <Button type="primary" htmlType="submit" disabled={!ready || faults.size > 0} loading={pending}>{activate ? t.publish : t.publishOnly}</Button>
      {faults.size > 0 ? <FaultList faults={[...faults.values()]} model={model} go={go} /> : null}
      {error ? <ErrorNote error={error} /> : null}
    </form>
  );
}
