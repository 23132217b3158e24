import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Outlet, useLocation } from '@tanstack/react-router';
import { forget } from '../../answers.ts';
import { useLive } from '../../live.ts';
import { useMe } from '../../me.ts';
import { useText } from '../../text/locale.ts';
import { actsOf } from '../../undo.ts';
import { Header } from './header.tsx';
import { Navigation } from './navigation.tsx';
import { useGlobalKeys } from './globalKeys.ts';

const Palette = lazy(() => import('./palette.tsx'));
const ShortcutsOverlay = lazy(() => import('./shortcuts.tsx'));

/** The instrument around a page: rooms on the left, workspace and as-of day on top, and the keyboard. */
export function Shell() {
  const { shell } = useText();
  const [navOpen, setNavOpen] = useState(false);
  const [overlay, setOverlay] = useState<'find' | 'keys' | null>(null);
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  useEffect(() => setNavOpen(false), [pathname]);
  useGlobalKeys({ find: () => setOverlay('find'), help: () => setOverlay('keys') });
  useRefreshing();
  const { id, workspace } = useMe();
  useEffect(() => actsOf(`${id} ${workspace.demo ? 'demo' : ''}`), [id, workspace.demo]);

  return (
    <div className="vf-shell">
      <a className="vf-skip" href="#page" onClick={(event) => (event.preventDefault(), main.current?.focus())}>{shell.skip}</a>
      <Navigation open={navOpen} close={() => setNavOpen(false)} />
      <div className="vf-body">
        <Header openNav={() => setNavOpen(true)} find={() => setOverlay('find')} showKeys={() => setOverlay('keys')} />
        <main id="page" ref={main} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <Suspense>
        {overlay === 'find' ? <Palette close={() => setOverlay(null)} showKeys={() => setOverlay('keys')} /> : null}
        {overlay === 'keys' ? <ShortcutsOverlay close={() => setOverlay(null)} /> : null}
      </Suspense>
    </div>
  );
}

/** What others change shows up by itself; bursts (an import touching thousands) are gathered for a second. */
function useRefreshing(): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useLive((message) => {
    if (message.type === 'import') return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      void forget('GET /api/me', 'GET /api/accounts', 'GET /api/accounts/{id}', 'GET /api/accounts/{id}/timeline', 'GET /api/accounts/{id}/facts', 'GET /api/portfolio', 'GET /api/portfolio/bubbles', 'GET /api/portfolio/sheet', 'GET /api/models', 'GET /api/events', 'GET /api/settings', 'GET /api/members', 'GET /api/models/{id}/weighings',
        'GET /api/panels', 'GET /api/panels/{id}', 'GET /api/accounts/{id}/panels', 'GET /api/decisions', 'GET /api/decisions/{id}', 'GET /api/accounts/{id}/decisions', 'GET /api/portfolio/structure');
    }, 1000);
  });
}
