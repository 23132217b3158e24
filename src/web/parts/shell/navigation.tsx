import { useEffect, useRef } from 'react';
import { Link } from '@tanstack/react-router';
import { useMe } from '../../me.ts';
import { useText } from '../../text/locale.ts';
import { BrandMark } from './brand.tsx';
import { ROOMS } from './rooms.ts';
import { useWaiting, WaitBadge } from './waitBadge.tsx';

/** The rooms of the method on the left; on narrow screens it slides in over the page. */
export function Navigation({ open, close }: { open: boolean; close: () => void }) {
  const { shell, panel } = useText();
  const { can } = useMe();
  const waiting = useWaiting();
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!open) return;
    nav.current?.querySelector('a')?.focus();
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') close();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [open, close]);

  return (
    <>
      {open ? <button type="button" className="vf-nav-veil" aria-label={shell.closeNav} onClick={close} /> : null}
      <nav ref={nav} className={open ? 'vf-nav vf-nav-open vf-noprint' : 'vf-nav vf-noprint'} aria-label={shell.nav}>
        <Link to="/portfolio" className="vf-brand"><BrandMark />{shell.product}</Link>
        {ROOMS.map(({ room, pages }) => (
          <section key={room} aria-label={shell.rooms[room]}>
            <p className="vf-nav-room" aria-hidden>{shell.rooms[room]}</p>
            <ul>
              {pages.filter((page) => page.visible(can)).map((page) => (
                <li key={page.to}>
                  <Link to={page.to} activeProps={{ 'aria-current': 'page' }} aria-keyshortcuts={`g ${page.key}`}>
                    <span>{shell.pages[page.text]}{page.to === '/panels' ? <WaitBadge n={waiting.panels} said={panel.badge} /> : page.to === '/introductions' ? <WaitBadge n={waiting.introductions} said={shell.waiting} /> : null}</span>
                    <span className="vf-nav-key" aria-hidden>g {page.key}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <a className="vf-nav-foot" href="/api/docs">{shell.pages.api}</a>
      </nav>
    </>
  );
}
