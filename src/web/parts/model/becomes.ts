import { useQuery } from '@tanstack/react-query';
import type { ScoreModel } from '#domain/select/model.ts';
import { answerOf } from '../../answers.ts';
import { useText, useWords } from '../../text/locale.ts';

/** What a draft would be published as: the next version of a model there is, or the first of a new one. */
export function useBecomes(model: Pick<ScoreModel, 'key'> | undefined): string {
  const { model: t } = useText();
  const words = useWords();
  const versions = useQuery(answerOf('GET /api/models')).data?.versions;
  if (!model || !versions) return '';
  const own = versions.filter((one) => one.key === model.key);
  const [newest] = own.toSorted((a, b) => b.version - a.version);
  return newest ? t.becomesNext({ n: newest.version + 1, name: words(newest.name) }) : t.becomesFirst;
}
