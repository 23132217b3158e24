import { briefs } from './briefs.ts';
import { canvas } from './canvas.ts';
import { contacts } from './contacts.ts';
import { coverage } from './coverage.ts';
import { diff } from './diff.ts';
import { imports } from './imports.ts';
import { insight } from './insight.ts';
import { kpis } from './kpis.ts';
import { mapEditing } from './mapEditing.ts';
import { match } from './match.ts';
import { opportunity } from './opportunity.ts';
import { people } from './people.ts';
import { positions } from './positions.ts';
import { powerMap } from './powerMap.ts';
import { privacy } from './privacy.ts';
import { sand } from './sand.ts';
import { proposals } from './proposals.ts';
import { strategy } from './strategy.ts';
import { ways } from './ways.ts';
import { weigh } from './weigh.ts';

/** Texts of pages that nobody opens first: loaded with them (`loadLater`), so that the first page carries only its own words. */
export const later = { briefs, canvas, contacts, coverage, diff, imports, insight, kpis, mapEditing, match, opportunity, people, positions, powerMap, privacy, proposals, sand, strategy, ways, weigh };
export type LaterTexts = typeof later;
