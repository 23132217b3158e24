import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { answerOf, answers } from './answers.ts';
import { ProblemError } from './call.ts';
import { readAuditSearch } from './parts/audit/search.ts';
import { readResearchSearch } from './parts/research/search.ts';
import { readWaysSearch } from './parts/relate/ways/search.ts';
import { readWeighSearch } from './parts/weigh/search.ts';
import { Frame } from './parts/shell/frame.tsx';
import { Shell } from './parts/shell/shell.tsx';
import { AppFault, NotFound, PageFault } from './parts/shell/faults.tsx';
import { PageSkeleton } from './parts/skeleton.tsx';
import { chosenLocale, loadLater, showLocale } from './text/locale.ts';

/** A page that nobody opens first: it comes together with the words of later pages. */
const late: typeof lazyRouteComponent = (load, name) => lazyRouteComponent(() => Promise.all([load(), loadLater()]).then(([page]) => page), name);

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound, errorComponent: AppFault });

/** Pages without navigation: sign-in and first run. */
const signIn = createRoute({
  getParentRoute: () => root, path: '/sign-in', component: lazyRouteComponent(() => import('./pages/signIn.tsx')),
  validateSearch: (search): { next?: string } => (typeof search['next'] === 'string' && /^\/(?![/\\])/.test(search['next']) ? { next: search['next'] } : {}),
  beforeLoad: async () => {
    if ((await answers.fetchQuery(answerOf('GET /api/setup'))).needsAdministrator) throw redirect({ to: '/start' });
  },
});
const start = createRoute({ getParentRoute: () => root, path: '/start', component: lazyRouteComponent(() => import('./pages/start.tsx')) });

/** Everything else: only for a person who is signed in; `GET /api/me` is kept for all pages (`useMe`). */
const inside = createRoute({
  getParentRoute: () => root, id: 'inside', component: Shell,
  beforeLoad: async ({ location }) => {
    try {
      const me = await answers.ensureQueryData(answerOf('GET /api/me'));
      // A browser where nobody has chosen yet follows the person's own language.
      if (chosenLocale() === null) await showLocale(me.locale);
    } catch (error) {
      if (error instanceof ProblemError && error.status === 401) throw redirect({ to: '/sign-in', search: location.pathname === '/' ? {} : { next: location.href } });
      throw error;
    }
  },
});
const home = createRoute({ getParentRoute: () => inside, path: '/', beforeLoad: () => { throw redirect({ to: '/portfolio' }); } });
const portfolio = createRoute({ getParentRoute: () => inside, path: '/portfolio', component: lazyRouteComponent(() => import('./pages/portfolio.tsx')) });
const account = createRoute({ getParentRoute: () => inside, path: '/accounts/$id', component: lazyRouteComponent(() => import('./pages/account.tsx')) });
const decisions = createRoute({ getParentRoute: () => inside, path: '/decisions', component: late(() => import('./pages/decisions.tsx')) });
const decision = createRoute({ getParentRoute: () => inside, path: '/decisions/$id', component: late(() => import('./pages/decision.tsx')) });
const structure = createRoute({ getParentRoute: () => inside, path: '/portfolio/structure', component: late(() => import('./pages/structure.tsx')) });
const models = createRoute({ getParentRoute: () => inside, path: '/models', component: late(() => import('./pages/models.tsx')) });
const compareModels = createRoute({ getParentRoute: () => inside, path: '/models/compare', component: late(() => import('./pages/compareModels.tsx')) });
const newModel = createRoute({ getParentRoute: () => inside, path: '/models/new', component: late(() => import('./pages/newModel.tsx')) });
const importModel = createRoute({ getParentRoute: () => inside, path: '/models/import', component: late(() => import('./pages/importModel.tsx')) });
const compare = createRoute({ getParentRoute: () => inside, path: '/compare', component: late(() => import('./pages/compare.tsx')) });
const model = createRoute({ getParentRoute: () => inside, path: '/models/$id', component: late(() => import('./pages/model.tsx')) });
const weigh = createRoute({ getParentRoute: () => inside, path: '/models/$id/weigh', validateSearch: readWeighSearch, component: late(() => import('./pages/weigh.tsx')) });
const imports = createRoute({ getParentRoute: () => inside, path: '/imports', component: late(() => import('./pages/imports.tsx')) });
const oneImport = createRoute({ getParentRoute: () => inside, path: '/imports/$id', component: late(() => import('./pages/import.tsx')) });
const assessmentReturn = createRoute({ getParentRoute: () => inside, path: '/assessments/return', component: late(() => import('./pages/assessmentReturn.tsx')) });
const panels = createRoute({
  getParentRoute: () => inside, path: '/panels', component: late(() => import('./pages/panels.tsx')),
  validateSearch: (search): { state?: 'open' | 'ended' } => (search['state'] === 'open' || search['state'] === 'ended' ? { state: search['state'] } : {}),
});
const panel = createRoute({ getParentRoute: () => inside, path: '/panels/$id', component: late(() => import('./pages/panel.tsx')) });
const kpis = createRoute({ getParentRoute: () => inside, path: '/kpis', component: late(() => import('./pages/kpis.tsx')) });
const brief = createRoute({ getParentRoute: () => inside, path: '/briefs/$id', component: late(() => import('./pages/brief.tsx')) });
const settings = createRoute({ getParentRoute: () => inside, path: '/settings', component: late(() => import('./pages/settings.tsx')) });
const members = createRoute({ getParentRoute: () => inside, path: '/members', component: late(() => import('./pages/members.tsx')) });
const powerMap = createRoute({ getParentRoute: () => inside, path: '/projects/$id/map', component: late(() => import('./pages/powerMap.tsx')) });
const source = createRoute({ getParentRoute: () => inside, path: '/sources/$id', component: late(() => import('./pages/source.tsx')) });
const research = createRoute({ getParentRoute: () => inside, path: '/research', validateSearch: readResearchSearch, component: late(() => import('./pages/research.tsx')) });
const opportunities = createRoute({ getParentRoute: () => inside, path: '/opportunities', component: late(() => import('./pages/opportunities.tsx')) });
const capabilities = createRoute({ getParentRoute: () => inside, path: '/capabilities', component: late(() => import('./pages/capabilities.tsx')) });
const contacts = createRoute({ getParentRoute: () => inside, path: '/contacts', component: late(() => import('./pages/contacts.tsx')) });
const introductions = createRoute({ getParentRoute: () => inside, path: '/introductions', validateSearch: readWaysSearch, component: late(() => import('./pages/introductions.tsx')) });
const audit = createRoute({ getParentRoute: () => inside, path: '/audit', validateSearch: readAuditSearch, component: late(() => import('./pages/audit.tsx')) });

/** One route per URL, each page loaded when first opened. */
export const router = createRouter({
  routeTree: root.addChildren([signIn, start, inside.addChildren([home, portfolio, account, panels, panel, decisions, decision, structure, compare, models, compareModels, newModel, importModel, model, weigh, imports, oneImport, assessmentReturn, settings, members, audit, source, powerMap, kpis, brief, research, opportunities, capabilities, contacts, introductions])]),
  defaultPreload: 'intent',
  defaultPendingComponent: PageSkeleton,
  defaultPendingMs: 300,
  defaultErrorComponent: PageFault,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register { router: typeof router }
}
