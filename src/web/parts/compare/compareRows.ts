import { compareAccounts, type ComparedCell, type ComparedFlag } from '#domain/select/compareAccounts.ts';
import type { Explanation } from '#domain/select/explain.ts';
import { toMajor } from '#domain/money.ts';
import type { ScoreModel } from '#domain/select/model.ts';
import type { Answer } from '../../call.ts';
import type { Format } from '../../format.ts';
import type { Texts } from '../../text/locale.ts';
import type { ModelNames } from '../account/names.ts';
import { valueText } from '../account/valueText.ts';

export type Compared = Answer<'GET /api/compare'>['accounts'][number];

/** A key figure of one customer: as shown, and as a spreadsheet takes it; null where it is unknown. */
export interface FigureCell { readonly text: string | null; readonly value: string | number | null }
export type Line =
  | { readonly kind: 'figure'; readonly key: Figure; readonly label: string; readonly cells: readonly FigureCell[]; readonly differs: boolean }
  | { readonly kind: 'total' | 'lens' | 'factor' | 'indicator'; readonly key: string; readonly label: string; readonly weight: number; readonly cells: readonly (ComparedCell & { readonly value: string })[]; readonly differs: boolean }
  | { readonly kind: 'flag'; readonly key: string; readonly label: string; readonly flag: ComparedFlag; readonly differs: boolean };

export const FIGURES = ['rank', 'grade', 'class', 'confidence', 'value', 'potential', 'revenue', 'margin', 'contribution', 'lastDay', 'owner', 'country', 'industry'] as const;
export type Figure = (typeof FIGURES)[number];

/** All lines of the comparison: figures, total and lenses down to indicators, deductions and red lines. */
export function compareLines(accounts: readonly Compared[], model: ScoreModel, names: ModelNames, format: Format, texts: Pick<Texts, 'compare' | 'common' | 'account'>, lensName: (key: string) => string): Line[] {
  const { compare: t, account } = texts;
  const { rows, flags } = compareAccounts(accounts.map((one) => one.explanation as Explanation));
  const figures = FIGURES.map((key): Line => {
    const cells = accounts.map((one) => figureOf(key, one, format, texts));
    return { kind: 'figure', key, label: t[key], cells, differs: cells.some((cell) => cell.text !== cells[0]!.text) };
  });
  const labelOf = (level: string, key: string): string => (level === 'total' ? t.total : level === 'lens' ? lensName(key) : level === 'factor' ? names.factor(key) : names.indicator(key));
  const scored = rows.map((row): Line => ({
    kind: row.level, key: row.key, label: labelOf(row.level, row.key), weight: row.weight, differs: row.differs,
    cells: row.cells.map((cell, at) => ({ ...cell, value: cell.raw === null ? '' : valueText(names.find(row.key), cell.raw, accounts[at]!.account.currency, format, names, account) })),
  }));
  return [...figures, ...scored, ...flags.map((flag): Line => ({ kind: 'flag', key: flag.key, label: names.mark(flag.key), flag, differs: flag.differs }))];
}

function figureOf(key: Figure, { account }: Compared, format: Format, { compare: t, common }: Pick<Texts, 'compare' | 'common'>): FigureCell {
  const money = (minor: number): number => toMajor(minor, account.currency);
  const plain = (text: string | null): FigureCell => ({ text, value: text });
  const traded = account.firstDay !== null;
  switch (key) {
    case 'rank': return { text: account.rank === null ? null : format.number(account.rank), value: account.rank };
    case 'grade': return plain(account.grade);
    case 'class': return plain(account.class && common.classes[account.class]);
    case 'confidence': return { text: format.percent(account.confidence, 0), value: account.confidence };
    case 'value': return { text: account.valueToday === null ? null : format.points(account.valueToday), value: account.valueToday };
    case 'potential': return { text: account.potential === null ? null : format.points(account.potential), value: account.potential };
    case 'revenue': return traded ? { text: format.money(account.revenue, account.currency), value: money(account.revenue) } : { text: t.noTrade, value: null };
    case 'margin': return account.margin === null ? { text: null, value: null } : {
      text: account.revenue > 0 ? t.share({ amount: format.money(account.margin, account.currency), share: format.percent(account.margin / account.revenue).replace('-', '−') }) : format.money(account.margin, account.currency), value: money(account.margin),
    };
    case 'contribution': {
      if (!traded) return { text: null, value: null };
      const amount = format.money(account.contribution, account.currency);
      return { text: account.margin === null ? t.atMost({ amount }) : amount, value: money(account.contribution) };
    }
    case 'lastDay': return { text: account.lastDay === null ? null : format.day(account.lastDay), value: account.lastDay };
    case 'owner': return plain(account.owner?.name ?? t.noOwner);
    case 'country': return plain(account.country);
    case 'industry': return plain(account.industry);
  }
}

/** The lines as cells of a spreadsheet: names on top, points as numbers, what is unknown as a word and never as 0. */
export function compareCells(accounts: readonly Compared[], lines: readonly Line[], t: Texts['compare']): (string | number | null)[][] {
  const rounded = (points: number): number => Math.round(points * 10) / 10;
  return [
    [t.row, ...accounts.map((one) => one.account.name)],
    ...lines.map((line): (string | number | null)[] => {
      if (line.kind === 'figure') return [line.label, ...line.cells.map((cell) => cell.value ?? cell.text ?? t.unknown)];
      if (line.kind === 'flag') return [line.label, ...line.flag.marked.map((one) => (one ? t.marked : t.unmarked))];
      return [line.label, ...line.cells.map((cell) => (cell.points === null ? t.unknown : rounded(cell.points)))];
    }),
  ];
}
