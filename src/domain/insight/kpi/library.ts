import type { Kpi, PositionFunction } from './kpi.ts';
import { finance } from './library/finance.ts';
import { management } from './library/management.ts';
import { operations } from './library/operations.ts';
import { purchasing } from './library/purchasing.ts';
import { quality } from './library/quality.ts';
import { rd } from './library/rd.ts';

const of = (name: PositionFunction, kpis: readonly Omit<Kpi, 'function'>[]): Kpi[] => kpis.map((kpi) => ({ ...kpi, function: name }));

/** The KPI library as it comes: ten a function, the commonest first. The names are those of the trade; sentences are ours. */
export const KPI_LIBRARY: readonly Kpi[] = [
  ...of('purchasing', purchasing), ...of('rd', rd), ...of('quality', quality), ...of('operations', operations), ...of('finance', finance), ...of('management', management),
];
