import { useEffect, useState, type ReactNode } from 'react';
import { Drawer } from 'antd';

/**
 * Detail slides in from the right over its list, never a modal on a modal: full width on a phone, closed by Esc, its one
 * primary button in `footer`. The page behind stays readable. `first`: selector of the field in it that one writes into at once.
 */
export function SideDrawer({ title, open, close, children, footer, width = 480, first }: { title: ReactNode; open: boolean; close: () => void; children: ReactNode; footer?: ReactNode; width?: number; first?: string | undefined }) {
  // Most are closed by taking them out of the page: whoever closes one goes on where they opened it.
  const [opener] = useState(() => document.activeElement);
  useEffect(() => () => {
    if (document.activeElement === document.body && opener instanceof HTMLElement && opener.isConnected) opener.focus();
  }, [opener]);
  return (
    <Drawer
      title={title} open={open} onClose={close} footer={footer} destroyOnHidden autoFocus={first === undefined} afterOpenChange={(isOpen) => { if (isOpen && first) document.querySelector<HTMLElement>(first)?.focus(); }} placement="right"
      size={`min(${width}px, 100vw)`} mask={{ blur: false }}
      styles={{ section: { boxShadow: 'none', borderLeft: '1px solid var(--line-strong)' }, body: { padding: 16 }, header: { padding: '12px 16px' }, footer: { padding: '12px 16px' } }}
    >
      {children}
    </Drawer>
  );
}
