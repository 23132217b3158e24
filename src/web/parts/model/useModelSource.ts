import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { ScoreModel } from '#domain/select/model.ts';
import { answerOf } from '../../answers.ts';
import { useText, useWords } from '../../text/locale.ts';
import { readDraft } from './draftStore.ts';

/** Where a new model begins: `template-telecom`, `copy-12` (a published version), `file` (one that was brought). */
export type ModelSource = `template-${string}` | `copy-${string}` | 'file';
export const isModelSource = (text: unknown): text is ModelSource => typeof text === 'string' && /^(template-\w+|copy-\d+|file)$/.test(text);

/** The model a new one begins with, and what to call where it came from; a copy has a code and name of its own. */
export function useModelSource(source: ModelSource | null): { base: ScoreModel | undefined; title: string; pending: boolean; error: Error | null } {
  const { model: t } = useText();
  const words = useWords();
  const copied = source?.startsWith('copy-') ? Number(source.slice(5)) : null;
  const key = source?.startsWith('template-') ? source.slice(9) : null;
  const templates = useQuery({ ...answerOf('GET /api/models/templates'), enabled: key !== null, staleTime: Infinity });
  const version = useQuery({ ...answerOf('GET /api/models/{id}', { params: { id: copied ?? 0 } }), enabled: copied !== null });
  const versions = useQuery({ ...answerOf('GET /api/models'), enabled: copied !== null });
  const template = templates.data?.templates.find((one) => one.model.key === key)?.model as ScoreModel | undefined;
  const original = version.data?.model as ScoreModel | undefined;
  const taken = versions.data?.versions;
  const copy = useMemo((): ScoreModel | undefined => {
    if (!original || !taken) return undefined;
    const keys = new Set(taken.map((one) => one.key));
    let n = 2;
    while (keys.has(`${original.key}${n}`)) n += 1;
    return { ...original, key: `${original.key}${n}`, name: { en: t.newCopy.en({ name: original.name.en }), zh: t.newCopy.zh({ name: original.name.zh }) } };
  }, [original, taken, t]);
  const file = useMemo(() => (source === 'file' ? readDraft('file')?.model : undefined), [source]);
  return {
    base: template ?? copy ?? file, pending: templates.isLoading || version.isLoading || versions.isLoading, error: templates.error ?? version.error ?? versions.error,
    title: source === 'file' ? t.newFromFile : t.newTitle({ name: template ? words(template.name) : original ? words(original.name) : '' }),
  };
}
