import { BLOCKS, isBlock, isPoint, POINTS, type Block } from '#domain/blocks.ts';
import type { AllTexts } from '../../../text/locale.ts';

type CanvasText = AllTexts['canvas'];
interface PointWords { readonly name: string; readonly ask: string }

/** Name of a block; a key that no release knows stays as it is. */
export const blockName = (t: CanvasText, block: string): string => (isBlock(block) ? t.blocks[block] : block);

/** Label and question of a guiding point. */
export function pointWords(t: CanvasText, block: string, topic: string): PointWords {
  return isBlock(block) && isPoint(block, topic) ? (t.points[block] as Record<string, PointWords>)[topic]! : { name: topic, ask: '' };
}

/** Label of a point whose block is not told. */
export const topicName = (t: CanvasText, topic: string): string => pointWords(t, BLOCKS.find((block) => isPoint(block, topic)) ?? '', topic).name;

/** Points of a block as choices, none first. */
export const pointOptions = (t: CanvasText, block: Block): { value: string; label: string }[] => [{ value: '', label: t.noPoint }, ...POINTS[block].map((key) => ({ value: key, label: pointWords(t, block, key).name }))];
