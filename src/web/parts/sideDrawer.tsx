import { useEffect, useState, type ReactNode } from 'react';
import { Drawer } from 'antd';

/** What one writes into; autoFocus of a field is lost, for it is put into the page before its drawer is. */
const WRITABLE = ':is(textarea, input:not([type=radio], [type=checkbox], [type=file], [type=hidden], [type=date], [type=range])):not([disabled], [readonly])';
const firstField = (): HTMLElement | undefined => [...document.querySelectorAll<HTMLElement>(`.ant-drawer-open .ant-drawer-body ${WRITABLE}`)].find((field) => field.offsetParent !== null);
/** Who was quicker than the drawer and is in one of its fields already, stays there. */
const isInside = (element: Element | null): boolean => element?.closest('.ant-drawer-open .ant-drawer-body') != null;

/**
 * Detail slides in from the right over its list, never a modal on a modal: full width on a phone, closed by Esc, its one
 * primary button in `footer`. The page behind stays readable. A drawer with such a button is a form: it opens with its first field ready to write into; `first`: selector of another one.
 */
export function SideDrawer({ title, open, close, children, footer, width = 480, first }: { title: ReactNode; open: boolean; close: () => void; children: ReactNode; footer?: ReactNode; width?: number; first?: string | undefined }) {
  // Most are closed by taking them out of the page: whoever closes one goes on where they opened it.
  const [opener] = useState(() => document.activeElement);
  useEffect(() => () => {
    if (document.activeElement === document.body && opener instanceof HTMLElement && opener.isConnected) opener.focus();
  }, [opener]);
  return (
    <Drawer
      title={title} open={open} onClose={close} footer={footer} destroyOnHidden autoFocus={first === undefined} afterOpenChange={(isOpen) => { if (isOpen && !isInside(document.activeElement)) (first ? document.querySelector<HTMLElement>(first) : footer ? firstField() : null)?.focus(); }} placement="right"
      size={`min(${width}px, 100vw)`} mask={{ blur: false }}
      styles={{ section: { boxShadow: 'none', borderLeft: '1px solid var(--line-strong)' }, body: { padding: 16 }, header: { padding: '12px 16px' }, footer: { padding: '12px 16px' } }}
    >
      {children}
    </Drawer>
  );
}
