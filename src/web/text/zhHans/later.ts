import type { LaterTexts } from '../en/later.ts';
import { briefs } from './briefs.ts';
import { canvas } from './canvas.ts';
import { diff } from './diff.ts';
import { imports } from './imports.ts';
import { insight } from './insight.ts';
import { kpis } from './kpis.ts';
import { match } from './match.ts';
import { opportunity } from './opportunity.ts';
import { people } from './people.ts';
import { positions } from './positions.ts';
import { powerMap } from './powerMap.ts';
import { sand } from './sand.ts';
import { proposals } from './proposals.ts';
import { strategy } from './strategy.ts';
import { ways } from './ways.ts';
import { weigh } from './weigh.ts';

export const later: LaterTexts = { briefs, canvas, diff, imports, insight, kpis, match, opportunity, people, positions, powerMap, proposals, sand, strategy, ways, weigh };
