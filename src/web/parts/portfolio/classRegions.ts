import { classCode, classOf } from '#domain/select/classify.ts';
import { NONE } from '#domain/select/grade.ts';
import type { AccountClass, ClassRules } from '#domain/select/model.ts';

/** A rectangle of the matrix in which the model's rules give one class; V across, P up, both 0–100. */
export interface ClassRegion {
  readonly class: AccountClass;
  readonly fromValue: number;
  readonly toValue: number;
  readonly fromPotential: number;
  readonly toPotential: number;
}

/**
 * The class regions of value today × potential as the rules draw them, without what a position alone cannot tell
 * (grade S, quarters of loss, vetoes). Neighbouring cells of one class are joined, widest rows first.
 */
export function classRegions(rules: ClassRules): ClassRegion[] {
  const values = cuts([rules.strategic.value, rules.key.value, rules.growth.valueBelow]);
  const potentials = cuts([rules.strategic.potential, rules.growth.potential]);
  const open: ClassRegion[] = [];
  const done: ClassRegion[] = [];
  for (let p = 0; p + 1 < potentials.length; p += 1) {
    const row: ClassRegion[] = [];
    for (let v = 0; v + 1 < values.length; v += 1) {
      const cell = { class: classAt(rules, middle(values, v), middle(potentials, p)), fromValue: values[v]!, toValue: values[v + 1]!, fromPotential: potentials[p]!, toPotential: potentials[p + 1]! };
      const left = row.at(-1);
      if (left?.class === cell.class) row[row.length - 1] = { ...left, toValue: cell.toValue };
      else row.push(cell);
    }
    const below = open.splice(0);
    for (const cell of row) {
      const match = below.findIndex((other) => other.class === cell.class && other.fromValue === cell.fromValue && other.toValue === cell.toValue);
      open.push(match < 0 ? cell : { ...below.splice(match, 1)[0]!, toPotential: cell.toPotential });
    }
    done.push(...below);
  }
  return [...done, ...open];
}

/** Class that the position alone gives: the one rule of the domain, without grade, losses and vetoes. */
function classAt(rules: ClassRules, value: number, potential: number): AccountClass {
  return classOf(classCode(0, NONE, value, potential, 0, false, rules)) ?? 'maintain';
}

const cuts = (at: number[]): number[] => [...new Set([0, ...at.filter((cut) => cut > 0 && cut < 100), 100])].toSorted((a, b) => a - b);
const middle = (edges: number[], i: number): number => (edges[i]! + edges[i + 1]!) / 2;
