import type { LaterTexts } from '../en/later.ts';
import { canvas } from './canvas.ts';
import { diff } from './diff.ts';
import { imports } from './imports.ts';
import { insight } from './insight.ts';
import { match } from './match.ts';
import { opportunity } from './opportunity.ts';
import { strategy } from './strategy.ts';
import { weigh } from './weigh.ts';

export const later: LaterTexts = { canvas, diff, imports, insight, match, opportunity, strategy, weigh };
