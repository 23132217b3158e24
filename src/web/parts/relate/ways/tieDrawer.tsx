import { Button } from 'antd';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { SideDrawer } from '../../sideDrawer.tsx';
import { changing } from './changing.ts';
import { TieLines, type ShownTie } from './tieLines.tsx';

/** Why two people are believed to know each other, with the numbers of the formula; its owner corrects it here. */
export function TieDrawer({ hop, a, b, close, tell }: { hop: ShownTie; a: string; b: string; close: () => void; tell: (() => void) | null }) {
  const { ways: t, ...texts } = useAllText();
  const format = useFormat();
  return (
    <SideDrawer title={t.tieTitle({ a, b })} open close={close}>
      <div className="vf-stack">
        <TieLines tie={hop} done={(work, text) => void changing(work, text, texts, format).then((ok) => { if (ok) close(); })} />
        {tell ? <div><Button onClick={tell}>{t.tell}</Button></div> : null}
      </div>
    </SideDrawer>
  );
}
