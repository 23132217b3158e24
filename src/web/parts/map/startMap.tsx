import { useState } from 'react';
import { Button } from 'antd';
import { forget, useChange } from '../../answers.ts';
import type { Question } from '../../call.ts';
import { useAllText, useFormat } from '../../text/locale.ts';
import { sayDone } from '../../undo.ts';
import { ErrorNote } from '../errorNote.tsx';
import type { ProjectMap } from './useMapWords.ts';

/** Three ways to begin a map: empty, from the organisation, from another map with its warning. */
export function StartMap({ data }: { data: ProjectMap }) {
  const { powerMap: t } = useAllText();
  const format = useFormat();
  const { organisations, maps } = data.starts;
  const [org, setOrg] = useState(organisations[0]?.id ?? 0);
  const [map, setMap] = useState(maps[0]?.id ?? 0);
  const [understood, setUnderstood] = useState(false);
  const start = useChange('POST /api/projects/{id}/map', { done: (answer) => { sayDone(t.start.started, answer.event); void forget('GET /api/projects/{id}/map', 'GET /api/accounts/{id}/projects'); } });
  const go = (body: Question<'POST /api/projects/{id}/map'>['body']): void => start.mutate({ params: { id: data.project.id }, body });
  return (
    <div className="vf-map-start">
      <h2>{t.start.title}</h2>
      <p className="vf-quiet">{t.start.lead}</p>
      {data.can.describe ? (
        <div className="vf-map-starts">
          <section className="vf-card vf-pad"><Button type="primary" loading={start.isPending} onClick={() => go({ from: 'empty' })}>{t.start.empty}</Button><p className="vf-small vf-quiet">{t.emptyMap}</p></section>
          <section className="vf-card vf-pad">
            {organisations.length === 0 ? null : <select className="vf-select" aria-label={t.start.org} value={org} onChange={(event) => setOrg(Number(event.target.value))}>{organisations.map((one) => <option key={one.id} value={one.id}>{t.start.orgVersion(format.day(one.asOf), format.number(one.units))}</option>)}</select>}
            <Button disabled={organisations.length === 0 || start.isPending} onClick={() => go({ from: 'org', orgId: org })}>{t.start.org}</Button>
            <p className="vf-small vf-quiet">{organisations.length === 0 ? t.start.orgNone : t.start.orgHint}</p>
          </section>
          <section className="vf-card vf-pad">
            {maps.length === 0 ? null : <><select className="vf-select" aria-label={t.start.map} value={map} onChange={(event) => setMap(Number(event.target.value))}>{maps.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}</select>
              <label className="vf-row vf-small"><input type="checkbox" checked={understood} onChange={() => setUnderstood(!understood)} /> <span>{t.start.understood}</span></label></>}
            <Button disabled={maps.length === 0 || !understood || start.isPending} onClick={() => go({ from: 'map', mapId: map, understood })}>{t.start.map}</Button>
            <p className="vf-small vf-quiet">{maps.length === 0 ? t.start.mapNone : t.start.warning}</p>
          </section>
        </div>
      ) : null}
      {start.error ? <ErrorNote error={start.error} /> : null}
    </div>
  );
}
