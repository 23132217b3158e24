import './shell.css';
import '../parts.css';
import { Outlet } from '@tanstack/react-router';
import { UndoToast } from '../undoToast.tsx';

/** Around every page, signed in or not. */
export function Frame() {
  return (
    <>
      <Outlet />
      <UndoToast />
    </>
  );
}
