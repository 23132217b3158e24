import type { Kysely } from 'kysely';
import { weightsWithin } from '#domain/select/robust/ranges.ts';
import { reportRobustness, type RobustCustomer, type RobustReport } from '#domain/select/robust/report.ts';
import { MOST_SERVED } from '#domain/select/robust/tally.ts';
import { readTop } from '#domain/select/robust/top.ts';
import { weightsOf } from '#domain/select/weights.ts';
import type { Schema } from '#storage/schema.ts';
import type { Viewer } from '#storage/select/accountFilter.ts';
import { countStandings } from '#storage/select/portfolio.ts';
import { readSheet } from '#storage/select/scoreSheet.ts';

export interface RobustnessQuestion {
  readonly top: string;
  readonly draws: number;
  readonly seed: number;
  readonly within: number | undefined;
}

/** An analysis of a viewer's accounts; before the first scoring there is nothing to analyse. */
export type RobustnessAnswer =
  | { readonly state: 'done'; readonly asOf: string; readonly modelVersionId: number; readonly report: Omit<RobustReport, 'customers'>; readonly customers: readonly (Omit<RobustCustomer, 'at'> & { readonly id: number })[] }
  | { readonly state: 'unscored' }
  | { readonly state: 'tooMany'; readonly accounts: number };

/** Lets the weights vary over the accounts the viewer may see. */
export async function robustnessReport(db: Kysely<Schema>, viewer: Viewer, { top, draws, seed, within }: RobustnessQuestion): Promise<RobustnessAnswer> {
  const { accounts } = await countStandings(db, viewer);
  if (accounts > MOST_SERVED) return { state: 'tooMany', accounts };
  const sheet = await readSheet(db, viewer);
  if (!sheet) return { state: 'unscored' };
  const ranges = within === undefined ? undefined : weightsWithin(sheet.model, weightsOf(sheet.model), within);
  const { customers, ...report } = reportRobustness(sheet, { draws, seed, top: readTop(top)!, ...(ranges ? { ranges } : {}) });
  return { state: 'done', asOf: sheet.asOf, modelVersionId: sheet.modelVersionId, report, customers: customers.map(({ at, ...rest }) => ({ id: sheet.ids[at]!, ...rest })) };
}
