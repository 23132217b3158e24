import type { Factor, Indicator, Normalisation, ScoreModel, Words } from './model.ts';

/** The form of a score model as a file; a later one that older programs cannot read gets the next number. */
export const MODEL_FORMAT = 1;

/** A short member stands on one line up to this width, so that a whole model reads like a table. */
const WIDTH = 180;

/** A score model as a readable file (S1): always the same sequence of fields, so that two files can be compared line by line. */
export function modelFileText(model: ScoreModel, schema: string): string {
  return `${pretty({ $schema: schema, format: MODEL_FORMAT, ...inOrder(model) }, '')}\n`;
}

/** What the file is called: `score-model-telecom-v3.json`. */
export function modelFileName(model: Pick<ScoreModel, 'key'>, version: number): string {
  return `score-model-${model.key}-v${version}.json`;
}

function inOrder({ key, name, lenses, deductions, vetoes, grades, classes, assumptionCap }: ScoreModel) {
  const { strategic, key: keyRule, growth, exit } = classes;
  return {
    key, name: words(name),
    lenses: lenses.map((lens) => ({ key: lens.key, name: words(lens.name), weight: lens.weight, factors: lens.factors.map(factor) })),
    deductions: deductions.map((one) => ({ key: one.key, name: words(one.name), points: one.points })),
    vetoes: vetoes.map((one) => ({ key: one.key, name: words(one.name) })),
    grades: { S: grades.S, A: grades.A, B: grades.B, C: grades.C },
    classes: {
      strategic: { potential: strategic.potential, value: strategic.value, grade: strategic.grade }, key: { value: keyRule.value },
      growth: { potential: growth.potential, valueBelow: growth.valueBelow }, exit: { lossQuarters: exit.lossQuarters, potentialBelow: exit.potentialBelow },
    },
    assumptionCap,
  };
}

const words = ({ en, zh }: Words) => ({ en, zh });
const factor = ({ key, name, weight, side, indicators }: Factor) => ({ key, name: words(name), weight, side, indicators: indicators.map(indicator) });

function indicator(one: Indicator) {
  const base = { key: one.key, name: words(one.name), kind: one.kind, weight: one.weight, missing: one.missing };
  if (one.kind === 'computed') return { ...base, measure: one.measure, normalise: rule(one.normalise) };
  if (one.kind === 'assessed') return { ...base, anchors: one.anchors.map(words) };
  return { ...base, options: one.options.map((option) => ({ key: option.key, name: words(option.name), points: option.points })) };
}

function rule(one: Normalisation) {
  if (one.type === 'percentile') return { type: one.type, better: one.better };
  if (one.type === 'steps') return { type: one.type, steps: one.steps.map(({ from, points }) => ({ from, points })) };
  return { type: one.type, floor: one.floor, target: one.target, ...(one.relativeTo === undefined ? {} : { relativeTo: one.relativeTo }) };
}

/** JSON with two blanks an indent; what fits on one line and holds no list stays on it. */
function pretty(value: unknown, indent: string): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const flat = line(value);
  if (flat !== null && indent.length + flat.length <= WIDTH) return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value)) return `[\n${value.map((item) => inner + pretty(item, inner)).join(',\n')}\n${indent}]`;
  return `{\n${Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${pretty(item, inner)}`).join(',\n')}\n${indent}}`;
}

/** On one line; null where a list with something in it stands within. */
function line(value: unknown): string | null {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return value.length === 0 ? '[]' : null;
  const parts = Object.entries(value).map(([key, item]) => [key, line(item)] as const);
  return parts.some(([, text]) => text === null) ? null : `{ ${parts.map(([key, text]) => `${JSON.stringify(key)}: ${text}`).join(', ')} }`;
}
