import { useEffect, useRef, useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { answers } from '../../answers.ts';
import { call } from '../../call.ts';
import { useMe } from '../../me.ts';
import { useText } from '../../text/locale.ts';
import { forgetActs } from '../../undo.ts';
import { LanguageChoice, ThemeChoice } from './choices.tsx';
import { initials } from './initials.ts';

/** Name, role, language, appearance, keyboard, sign out. */
export function PersonMenu({ showKeys }: { showKeys: () => void }) {
  const { shell, common } = useText();
  const me = useMe();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    const outside = (event: PointerEvent): void => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('keydown', escape);
    };
  }, [open]);

  const signOut = async (): Promise<void> => {
    await call('POST /api/sign-out').catch(() => undefined);
    answers.clear();
    forgetActs();
    await navigate({ to: '/sign-in' });
  };

  return (
    <div className="vf-person" ref={place}>
      <button type="button" ref={button} className="vf-person-button" aria-expanded={open} aria-haspopup="true" onClick={() => setOpen(!open)}>
        <span aria-hidden>{initials(me.name)}</span>
        <span className="vf-hidden">{`${shell.me}: ${me.name}`}</span>
      </button>
      {open ? (
        <div className="vf-menu" role="group" aria-label={shell.me}>
          <div className="vf-menu-head">
            <strong className="vf-clip">{me.name}</strong>
            <span className="vf-small vf-faint vf-clip">{common.roles[me.role]} · {me.email}</span>
          </div>
          <LanguageChoice keep />
          <ThemeChoice />
          <button type="button" className="vf-menu-item" onClick={() => (setOpen(false), showKeys())}>{shell.keys}<kbd aria-hidden>?</kbd></button>
          <button type="button" className="vf-menu-item" onClick={() => void signOut()}>{shell.signOut}</button>
        </div>
      ) : null}
    </div>
  );
}
