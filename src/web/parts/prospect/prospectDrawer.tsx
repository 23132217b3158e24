import './prospect.css';
import { useState } from 'react';
import { useText } from '../../text/locale.ts';
import { Segments } from '../segments.tsx';
import { SideDrawer } from '../sideDrawer.tsx';
import { OneProspect } from './oneProspect.tsx';
import { SeveralProspects } from './severalProspects.tsx';

/** Enters customers that do not trade yet (新增潜在客户): one in a form, or several from a spreadsheet. */
export default function ProspectDrawer({ close }: { close: () => void }) {
  const { prospect: t } = useText();
  const [how, setHow] = useState<'one' | 'several'>('one');
  return (
    <SideDrawer title={t.add} open close={close} first=".vf-prospect input[type=text]" width={how === 'one' ? 480 : 760}>
      <div className="vf-prospect">
        <p className="vf-quiet">{t.lead}</p>
        <Segments label={t.how} value={how} options={[{ value: 'one', text: t.one }, { value: 'several', text: t.several }]} choose={setHow} />
        {how === 'one' ? <OneProspect close={close} /> : <SeveralProspects close={close} />}
      </div>
    </SideDrawer>
  );
}
