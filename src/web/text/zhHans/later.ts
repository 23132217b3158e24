import type { LaterTexts } from '../en/later.ts';
import { diff } from './diff.ts';
import { imports } from './imports.ts';
import { insight } from './insight.ts';
import { weigh } from './weigh.ts';

export const later: LaterTexts = { diff, imports, insight, weigh };
