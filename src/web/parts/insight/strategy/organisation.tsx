import { useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { organisationText } from '#domain/insight/organisation/organisationText.ts';
import { versionInForce } from '#domain/insight/organisation/versionInForce.ts';
import { answerOf } from '../../../answers.ts';
import { call } from '../../../call.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { localDay } from '../../../today.ts';
import { say } from '../../../undo.ts';
import { Empty } from '../../empty.tsx';
import { ErrorNote } from '../../errorNote.tsx';
import { RowsSkeleton } from '../../skeleton.tsx';
import { changing, type StrategyView } from './changing.ts';
import { ImportOrganisation } from './importOrganisation.tsx';
import { OrgChanges } from './orgChanges.tsx';
import { OrgTree } from './orgTree.tsx';
import { RestsOn } from './restsOn.tsx';

/** The organisation of a customer (组织架构) as it was on a day, as a tree; and what changed between two versions. */
export function Organisation({ accountId, view }: { accountId: number; view: StrategyView }) {
  const texts = useAllText();
  const { org: t, copy: copyWord, someone, withdrawn } = texts.strategy;
  const format = useFormat();
  const today = localDay();
  const [on, setOn] = useState(today);
  const [bringing, setBringing] = useState(false);
  const versions = view.organisations;
  const shown = versionInForce(versions, on);
  const { data, error } = useQuery({ ...answerOf('GET /api/accounts/{id}/organisation', { params: { id: accountId }, query: { on } }), placeholderData: keepPreviousData, enabled: shown !== undefined });
  const may = view.can.describe;
  const named = (version: StrategyView['organisations'][number]): string => t.version({ day: format.day(version.asOf), source: version.source });
  const withdraw = (id: number, what: string): void => void changing(() => call('POST /api/organisations/{id}/withdraw', { params: { id }, body: { withdrawn: true } }), withdrawn({ what }), texts, format);
  return (
    <section className="vf-strategy-section" aria-label={t.title}>
      <div className="vf-spread vf-wrap">
        <div><h2>{t.title}</h2><p className="vf-quiet">{t.lead}</p></div>
        <div className="vf-row vf-wrap vf-noprint">
          {data && shown ? <Button onClick={() => void navigator.clipboard.writeText(organisationText(data.units, t.headings)).then(() => say(t.copied))}>{copyWord}</Button> : null}
          {may && versions.length > 0 ? <Button onClick={() => setBringing(true)}>{t.bring}</Button> : null}
        </div>
      </div>
      {versions.length === 0 ? <Empty sentence={t.empty} example={t.emptyExample} action={may ? <Button type="primary" onClick={() => setBringing(true)}>{t.bring}</Button> : undefined} /> : (
        <>
          <div className="vf-strategy-on">
            <label className="vf-row vf-small vf-noprint">{t.on} <Input type="date" value={on} max={today} onChange={(event) => setOn(event.target.value || today)} /></label>
            {versions.length > 1 ? <Select className="vf-noprint" aria-label={t.versions} value={shown?.id ?? null} popupMatchSelectWidth={false} onChange={(id: number | null) => setOn(versions.find((one) => one.id === id)?.asOf ?? today)} options={versions.map((version) => ({ value: version.id as number | null, label: named(version) }))} /> : null}
            {shown ? (
              <span className="vf-row vf-wrap vf-small">
                <strong>{t.inForce({ day: format.day(shown.asOf), n: shown.units })}</strong> <RestsOn ids={shown.facts} facts={view.facts} />
                <span className="vf-faint">{[shown.source, shown.note, t.by({ name: shown.by?.name ?? someone, when: format.ago(shown.at) })].filter((part) => part !== '').join(' · ')}</span>
                {may ? <button type="button" className="vf-link vf-noprint" onClick={() => withdraw(shown.id, named(shown))}>{t.withdrawVersion}</button> : null}
              </span>
            ) : <span className="vf-small vf-quiet">{t.notYet({ day: format.day(on) })}</span>}
          </div>
          {error && !data ? <ErrorNote error={error} /> : shown && data?.version ? <OrgTree key={data.version.id} units={data.units} /> : shown ? <RowsSkeleton rows={6} /> : null}
          <OrgChanges accountId={accountId} versions={versions} named={named} />
        </>
      )}
      {bringing ? <ImportOrganisation accountId={accountId} view={view} close={() => setBringing(false)} kept={() => setOn(today)} /> : null}
    </section>
  );
}
