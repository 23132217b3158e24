import { useState } from 'react';
import { Button, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../answers.ts';
import { call } from '../../../call.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { EvidenceMark } from '../../evidenceMark.tsx';
import { SideDrawer } from '../../sideDrawer.tsx';
import { lineName, useSandChange, type LineView, type SandView } from './sandView.ts';

/** What a line of the wallet rests on: facts of this customer, chosen by their words. */
export function LineFacts({ accountId, view, line, close }: { accountId: number; view: SandView; line: LineView; close: () => void }) {
  const { sand: t } = useAllText();
  const format = useFormat();
  const change = useSandChange();
  const [chosen, setChosen] = useState(line.facts.map((fact) => fact.id));
  const [words, setWords] = useState('');
  const found = useQuery({ ...answerOf('GET /api/accounts/{id}/facts', { params: { id: accountId }, query: { limit: 50, ...(words.trim() ? { q: words.trim().slice(0, 100) } : {}) } }), placeholderData: (before) => before }).data?.rows ?? [];
  const options = [...new Map([...line.facts, ...found].map((fact) => [fact.id, { value: fact.id, label: fact.statement }])).values()];
  const save = async (): Promise<void> => {
    const { id, category, unit, size, note, shares } = line;
    if (await change(() => call('PUT /api/accounts/{id}/sand/wallet', { params: { id: accountId }, body: { period: view.period, currency: view.currency, lines: [{ id, category, unit, size, note, shares: shares.map((share) => ({ ...share })), facts: chosen }] } }), t.factsKept)) close();
  };
  return (
    <SideDrawer title={t.citeFacts({ line: lineName(line) })} open close={close} footer={view.can.describe ? <Button type="primary" onClick={() => void save()}>{t.keepFacts}</Button> : undefined}>
      <div className="vf-stack">
        {line.facts.length === 0 ? <p className="vf-quiet">{t.noFacts}</p> : <ul className="vf-stack">{line.facts.map((fact) => <li key={fact.id}><p>{fact.statement}</p><EvidenceMark state={fact.state}>{format.day(fact.observedOn)}</EvidenceMark></li>)}</ul>}
        {view.can.describe ? <Select mode="multiple" aria-label={t.chooseFacts} placeholder={t.chooseFacts} value={chosen} onChange={setChosen} showSearch={{ filterOption: false, onSearch: setWords }} options={options} /> : null}
      </div>
    </SideDrawer>
  );
}
