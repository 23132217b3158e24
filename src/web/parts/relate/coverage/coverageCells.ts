import type { AllTexts } from '../../../text/locale.ts';
import { gapAlso, gapSays } from './gapSays.ts';
import { cellsOf, type AnyMatrix } from './shownCells.ts';
import type { CoverageView, Names } from './words.ts';

/** Both matrices and the gaps as rows of cells, for a spreadsheet. */
export function coverageCells(view: CoverageView, names: Names, { coverage: t }: AllTexts): string[][] {
  const block = (title: string, matrix: AnyMatrix, labels: Readonly<Record<string, string>>): string[][] => {
    const { rows, columns, cell } = cellsOf(matrix);
    return [
      [title, ...columns.map((theirs) => labels[theirs]!)],
      ...rows.map((ours) => [labels[ours]!, ...columns.map((theirs) => {
        const found = cell(ours, theirs);
        return found === null ? '' : [...(found.gap ? [t.gap] : []), ...found.pairs.map((pair) => `${t.pair({ us: names.us(pair.us), them: names.them(pair.them) })} (${t.states[pair.state]})`)].join('; ');
      })]),
    ];
  };
  return [
    ...block(`${t.levelMatrix}: ${t.corner}`, view.levels, t.levels), [], ...block(`${t.functionMatrix}: ${t.corner}`, view.functions, t.functions), [],
    [t.gaps], ...view.gaps.map((gap) => [gapSays(gap, names, t), gapAlso(gap, names, t).join(' ')]),
  ];
}
