import { useState } from 'react';
import { Button, Dropdown, Input } from 'antd';
import { call } from '../../../call.ts';
import { useAllText } from '../../../text/locale.ts';
import { useSandChange, type SandView } from './sandView.ts';

type Naming = { readonly how: 'new' | 'copy' | 'rename'; readonly name: string };

/** Scenarios as tabs: chosen, opened, copied with all their moves, renamed, taken off the table. */
export function Scenarios({ accountId, view, chosen, choose }: { accountId: number; view: SandView; chosen: number | undefined; choose: (id: number) => void }) {
  const { sand: t, common } = useAllText();
  const change = useSandChange();
  const [naming, setNaming] = useState<Naming | null>(null);
  const scenario = view.scenarios.find((one) => one.id === chosen);
  const may = view.can.describe;
  const keep = async (): Promise<void> => {
    const name = naming?.name.trim() ?? '';
    if (!naming || name === '') return setNaming(null);
    let made: number | undefined;
    const done = await change(async () => {
      if (naming.how === 'rename') return await call('PATCH /api/scenarios/{id}', { params: { id: scenario!.id }, body: { name } });
      const answer = await call('POST /api/accounts/{id}/sand/scenarios', { params: { id: accountId }, body: { period: view.period, name, copyOf: naming.how === 'copy' ? scenario!.id : null } });
      made = answer.ids[0];
      return answer;
    }, t.scenarioKept({ name }));
    if (!done) return;
    if (made !== undefined) choose(made);
    setNaming(null);
  };
  return (
    <div className="vf-scenarios vf-noprint">
      <div className="vf-scenario-tabs" role="tablist" aria-label={t.scenarios}>
        {view.scenarios.map((one, n) => (
          <button key={one.id} type="button" role="tab" id={`scenario-${one.id}`} aria-selected={one.id === chosen} aria-controls="scenario" tabIndex={one.id === chosen ? 0 : -1} onClick={() => choose(one.id)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
              const next = view.scenarios[(n + (event.key === 'ArrowRight' ? 1 : view.scenarios.length - 1)) % view.scenarios.length]!;
              choose(next.id);
              document.getElementById(`scenario-${next.id}`)?.focus();
            }}>{one.name}</button>
        ))}
      </div>
      {may && naming ? (
        <span className="vf-row">
          <Input size="small" autoFocus aria-label={t.scenarioName} value={naming.name} maxLength={100} onFocus={(event) => event.target.select()} onChange={(event) => setNaming({ ...naming, name: event.target.value })} onKeyDown={(event) => { if (event.nativeEvent.isComposing) return; if (event.key === 'Enter') void keep(); else if (event.key === 'Escape') setNaming(null); }} />
          <Button size="small" type="primary" onClick={() => void keep()}>{naming.how === 'rename' ? t.rename : t.create}</Button>
          <Button size="small" type="text" onClick={() => setNaming(null)}>{common.cancel}</Button>
        </span>
      ) : may ? (
        <span className="vf-row">
          <Button size="small" onClick={() => setNaming({ how: 'new', name: view.scenarios.length === 0 ? t.firstScenario : '' })}>{t.newScenario}</Button>
          {scenario ? (
            <Dropdown trigger={['click']} menu={{ items: [
              { key: 'copy', label: t.copyScenario, onClick: () => setNaming({ how: 'copy', name: t.copyName({ name: scenario.name }) }) },
              { key: 'rename', label: t.renameScenario, onClick: () => setNaming({ how: 'rename', name: scenario.name }) },
              { key: 'withdraw', label: t.withdrawScenario, onClick: () => void change(() => call('POST /api/scenarios/{id}/withdraw', { params: { id: scenario.id }, body: { withdrawn: true } }), t.scenarioGone({ name: scenario.name })) },
            ] }}>
              <Button size="small" type="text" aria-label={`${t.scenarios}: ${scenario.name}`}>⋯</Button>
            </Dropdown>
          ) : null}
        </span>
      ) : null}
    </div>
  );
}
