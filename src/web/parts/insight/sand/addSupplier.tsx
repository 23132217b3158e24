import { useState } from 'react';
import { Button, Input } from 'antd';
import { useAllText } from '../../../text/locale.ts';

/** Adds a column for a rival; it stays when a share is entered in it. */
export function AddSupplier({ add }: { add: (name: string) => void }) {
  const { sand: t } = useAllText();
  const [name, setName] = useState<string | null>(null);
  if (name === null) return <Button size="small" className="vf-noprint" onClick={() => setName('')}>{t.addSupplier}</Button>;
  const done = (): void => {
    if (name.trim() !== '') add(name.trim());
    setName(null);
  };
  return <Input size="small" className="vf-noprint vf-add-supplier" autoFocus aria-label={t.supplierName} placeholder={t.supplierName} value={name} maxLength={200} onChange={(event) => setName(event.target.value)} onBlur={done} onKeyDown={(event) => { if (event.nativeEvent.isComposing) return; if (event.key === 'Enter') done(); else if (event.key === 'Escape') setName(null); }} />;
}
