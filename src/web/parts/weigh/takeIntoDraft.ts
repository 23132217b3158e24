import type { ScoreModel } from '#domain/select/model.ts';
import { levelOf, withLevelWeights, type LevelKey } from '#domain/select/weigh/level.ts';
import type { WeighingResult } from '#domain/select/weigh/weighing.ts';
import { keepDraft, readDraft } from '../model/draftStore.ts';

/** Puts weights into the draft of a version (a new one when there is none) and says with it where they come from; gives the way back, which does nothing and says false once the draft was changed. Null: the draft has no such level any more. */
export function takeIntoDraft(versionId: number, published: ScoreModel, level: LevelKey, weights: WeighingResult['weights'], why: string): (() => boolean) | null {
  const before = readDraft(versionId);
  if (!levelOf(before?.model ?? published, level)) return null;
  const model = withLevelWeights(before?.model ?? published, level, new Map(weights.map(({ item, weight }) => [item, weight])));
  // What was said of the same level before is no longer so.
  const about = why.slice(0, why.search(/[:：]/) + 1);
  const reasons = (before?.note ?? '').split(' · ').filter((reason) => reason !== '' && !(about !== '' && reason.startsWith(about)));
  keepDraft(versionId, { model, note: [...reasons, why].join(' · ').slice(-1000) });
  const taken = readDraft(versionId);
  return () => {
    if (readDraft(versionId) !== taken) return false;
    keepDraft(versionId, before);
    return true;
  };
}
