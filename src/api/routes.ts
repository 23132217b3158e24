import type { Api } from './endpoint.ts';
import { registerAccount } from './select/account.ts';
import { registerAccounts } from './select/accounts.ts';
import { registerCompare } from './select/compare.ts';
import { registerAssessments } from './select/assessments.ts';
import { registerDecisions } from './select/decisions.ts';
import { registerFacts } from './select/facts.ts';
import { registerSources } from './insight/sources.ts';
import { registerImports } from './select/imports.ts';
import { registerModels } from './select/models.ts';
import { registerPanels } from './select/panels.ts';
import { registerPortfolio } from './select/portfolio.ts';
import { registerWeighings } from './select/weighings.ts';
import { registerStructure } from './select/structure.ts';
import { registerExport } from './select/export.ts';
import { registerDemo } from './trust/demo.ts';
import { registerEvents } from './trust/events.ts';
import { registerMe } from './trust/me.ts';
import { registerMembers } from './trust/members.ts';
import { registerSettings } from './trust/settings.ts';
import { registerSignIn } from './trust/signIn.ts';
import { registerStream } from './trust/stream.ts';

/** Every endpoint of the API: each noun registers its own. */
export function registerAll(): Api {
  const api: Api = { handlers: new Map() };
  registerSignIn(api);
  registerMe(api);
  registerSettings(api);
  registerMembers(api);
  registerEvents(api);
  registerStream(api);
  registerDemo(api);
  registerAccounts(api);
  registerAccount(api);
  registerFacts(api);
  registerAssessments(api);
  registerSources(api);
  registerPanels(api);
  registerCompare(api);
  registerDecisions(api);
  registerPortfolio(api);
  registerStructure(api);
  registerModels(api);
  registerWeighings(api);
  registerImports(api);
  registerExport(api);
  return api;
}
