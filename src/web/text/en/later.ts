import { canvas } from './canvas.ts';
import { diff } from './diff.ts';
import { imports } from './imports.ts';
import { insight } from './insight.ts';
import { match } from './match.ts';
import { opportunity } from './opportunity.ts';
import { strategy } from './strategy.ts';
import { weigh } from './weigh.ts';

/** Texts of pages that nobody opens first: loaded with them (`loadLater`), so that the first page carries only its own words. */
export const later = { canvas, diff, imports, insight, match, opportunity, strategy, weigh };
export type LaterTexts = typeof later;
