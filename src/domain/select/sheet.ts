import type { Day } from '#domain/day.ts';
import type { ScoreModel } from './model.ts';
import { judge, type AccountInputs } from './points.ts';
import { referenceOf, type ScoreReference } from './reference.ts';
import { factorsOf, indicatorsOf } from './weights.ts';

/**
 * Everything `scoreAll` needs about a set of customers, column by column: index = indicator × count + customer.
 * Points and evidence are whole steps, so that server and browser work on the very same numbers.
 */
export interface ScoreSheet {
  readonly modelVersionId: number;
  readonly asOf: Day;
  readonly model: ScoreModel;
  readonly count: number;
  /** Account ids, ascending where the caller gave them so; ties in the order keep this sequence. */
  readonly ids: Float64Array;
  /** Hundredths of a point, 0–10,000, after the missing-data policy; 0 where left out. */
  readonly points: Uint16Array;
  /**
   * factor × count + customer: bit i is set where the factor's i-th indicator counts, clear where it is left out and the rest
   * renormalised. One word a factor, so that the sum of present weights is one look-up instead of a pass over the indicators.
   */
  readonly present: Uint32Array;
  /** Two-hundredths, 0–200; 0 = missing. */
  readonly evidence: Uint8Array;
  /** factor × count + customer: 1 where all marks of the factor are assumptions. */
  readonly assumed: Uint8Array;
  /** Hundredths of a point taken off the total. */
  readonly deductions: Uint16Array;
  readonly veto: Uint8Array;
  readonly lossQuarters: Uint8Array;
  /** By indicator: 0 nothing to add, 1 points or evidence in the column. Empty columns are skipped. */
  readonly filled: Uint8Array;
}

export const POINT_STEPS = 100;
export const EVIDENCE_STEPS = 200;

/** An empty sheet for `count` customers; the caller fills ids and columns, setting `filled`. */
export function emptySheet(model: ScoreModel, count: number, asOf: Day, modelVersionId: number): ScoreSheet {
  const indicators = indicatorsOf(model).length;
  const factors = factorsOf(model).length;
  return {
    modelVersionId, asOf, model, count, ids: new Float64Array(count),
    points: new Uint16Array(indicators * count), evidence: new Uint8Array(indicators * count),
    present: new Uint32Array(factors * count), assumed: new Uint8Array(factors * count),
    deductions: new Uint16Array(count), veto: new Uint8Array(count), lossQuarters: new Uint8Array(count), filled: new Uint8Array(indicators),
  };
}

export interface SheetOptions {
  readonly asOf: Day;
  readonly modelVersionId?: number;
  /** Sums and percentiles over all customers; taken from `rows` when absent (right only when they are all customers). */
  readonly reference?: ScoreReference;
}

/** The sheet of a set of customers under a model. */
export function buildSheet(model: ScoreModel, rows: readonly AccountInputs[], options: SheetOptions): ScoreSheet {
  const reference = options.reference ?? referenceOf(model, rows.map((row) => row.trade));
  const sheet = emptySheet(model, rows.length, options.asOf, options.modelVersionId ?? 0);
  const fill = sheetFiller(sheet, reference);
  rows.forEach((row, at) => fill(at, row));
  return sheet;
}

/** Fills a sheet customer by customer, so that a caller can stream them in. */
export function sheetFiller(sheet: ScoreSheet, reference: ScoreReference): (at: number, row: AccountInputs) => void {
  const { model, count } = sheet;
  const placed = indicatorsOf(model);
  const factors = factorsOf(model).length;
  const bits = indicatorBits(model);
  const marked = new Uint8Array(factors);
  const proven = new Uint8Array(factors);
  return (at, row) => {
    const marks = new Map(row.marks.map((mark) => [mark.indicator, mark]));
    marked.fill(0);
    proven.fill(0);
    for (let factor = 0; factor < factors; factor += 1) sheet.present[factor * count + at] = 0;
    sheet.ids[at] = row.id;
    placed.forEach(({ indicator, factorAt }, column) => {
      const judged = judge(indicator, row.trade, marks.get(indicator.key), reference);
      const points = judged.points ?? (indicator.missing === 'neutral' ? 50 : indicator.missing === 'zero' ? 0 : null);
      const cell = column * count + at;
      sheet.points[cell] = points === null ? 0 : Math.round(points * POINT_STEPS);
      if (points !== null) sheet.present[factorAt * count + at]! |= bits[column]!;
      // Evidence that has faded to nearly nothing is still not "missing".
      sheet.evidence[cell] = judged.kind === null ? 0 : Math.max(1, Math.round(judged.evidence * EVIDENCE_STEPS));
      if (points !== null) sheet.filled[column] = 1;
      if (judged.kind !== null) marked[factorAt] = 1;
      if (judged.kind !== null && judged.kind !== 'assumption') proven[factorAt] = 1;
    });
    for (let factor = 0; factor < factors; factor += 1) sheet.assumed[factor * count + at] = marked[factor]! & (1 - proven[factor]!);
    let off = 0;
    for (const deduction of model.deductions) if (marks.get(deduction.key)?.value === true) off += deduction.points;
    sheet.deductions[at] = Math.round(Math.min(100, off) * POINT_STEPS);
    sheet.veto[at] = model.vetoes.some((veto) => marks.get(veto.key)?.value === true) ? 1 : 0;
    sheet.lossQuarters[at] = row.trade?.lossQuarters ?? 0;
  };
}

/** Bit of each indicator in the words of `ScoreSheet.present`. */
export function indicatorBits(model: ScoreModel): Uint32Array {
  return Uint32Array.from(factorsOf(model).flatMap(({ factor }) => factor.indicators.map((_, i) => 1 << i)));
}
