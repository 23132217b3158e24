import { useFormat, useText } from '../../text/locale.ts';
import { useMe } from '../../me.ts';
import { PersonMenu } from './personMenu.tsx';
import { useWaiting, WaitBadge } from './waitBadge.tsx';

/** Workspace, the day everything is computed up to, find, and the person. */
export function Header({ openNav, find, showKeys }: { openNav: () => void; find: () => void; showKeys: () => void }) {
  const { shell } = useText();
  const format = useFormat();
  const { workspace } = useMe();
  const waiting = useWaiting();
  const mac = /mac|iphone|ipad/i.test(navigator.userAgent);
  return (
    <header className="vf-header vf-noprint">
      <button type="button" className="vf-nav-button" onClick={openNav} title={shell.openNav}>
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden><path d="M2 4h12M2 8h12M2 12h12" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" /></svg>
        <span className="vf-hidden">{shell.openNav}</span>
        <WaitBadge n={waiting.panels + waiting.introductions} said={shell.waiting} />
      </button>
      <div className="vf-workspace">
        <span className="vf-clip vf-workspace-name">{workspace.name || shell.product}</span>
        {workspace.demo ? <span className="vf-tag" title={shell.demoHelp}>{shell.demo}</span> : null}
        <span className="vf-asof" title={shell.asOfHelp}>{workspace.asOf ? shell.asOf(format.day(workspace.asOf)) : shell.asOfNone}</span>
      </div>
      <button type="button" className="vf-find-button" onClick={find} aria-keyshortcuts="Control+K Meta+K">
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden><circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" /><path d="m9.5 9.5 3 3" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" /></svg>
        <span>{shell.find}</span>
        <kbd aria-hidden>{mac ? '⌘K' : 'Ctrl K'}</kbd>
      </button>
      <PersonMenu showKeys={showKeys} />
    </header>
  );
}
