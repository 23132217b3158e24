import '../map/map.css';
import '../map/mapEditing.css';
import { useState } from 'react';
import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { answerOf, forget, useChange } from '../../answers.ts';
import { useAllText, useFormat } from '../../text/locale.ts';
import { sayDone } from '../../undo.ts';
import { ErrorNote } from '../errorNote.tsx';
import { useNeeded } from '../needed.ts';
import { Light, supportText } from '../map/mapHead.tsx';
import { ProjectDrawer, type EditedProject } from './projectDrawer.tsx';
import { RowsSkeleton } from '../skeleton.tsx';

/** Projects of a customer (项目), each with the light of its power map; begin one, edit, close or withdraw one. */
export default function ProjectsTab({ accountId }: { accountId: number }) {
  const { powerMap: t, mapEditing: m } = useAllText();
  const [editing, setEditing] = useState<EditedProject | null>(null);
  const format = useFormat();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const needed = useNeeded({ name: name.trim() === '' });
  const { data, error, refetch } = useQuery(answerOf('GET /api/accounts/{id}/projects', { params: { id: accountId } }));
  const create = useChange('POST /api/accounts/{id}/projects', {
    done: (answer, question) => {
      sayDone(t.projects.created(question.body.name), answer.event);
      void forget('GET /api/accounts/{id}/projects', 'GET /api/accounts/{id}/timeline');
      void navigate({ to: '/projects/$id/map', params: { id: String(answer.ids[0]) } });
    },
  });
  if (error) return <ErrorNote error={error} retry={() => void refetch()} />;
  if (!data) return <RowsSkeleton rows={4} />;
  return (
    <div className="vf-stack vf-projects">
      <div className="vf-noprint"><p className="vf-quiet">{t.projects.lead}</p>{data.rows.length === 0 ? <p className="vf-faint">{t.projects.example}</p> : null}</div>
      {data.can.describe ? (
        <form ref={needed.form} className="vf-project-new vf-noprint" onSubmit={(event) => { event.preventDefault(); if (needed.complete() && !create.isPending) create.mutate({ params: { id: accountId }, body: { name: name.trim() } }); }}>
          <label className="vf-hidden" htmlFor="project-name">{t.projects.name}</label>
          <input id="project-name" className="vf-map-day" {...(needed.fault('name') ? { 'aria-invalid': true, 'aria-describedby': 'project-name-note' } : {})} maxLength={200} placeholder={t.projects.namePlaceholder} value={name} onChange={(event) => setName(event.target.value)} />
          <Button type="primary" htmlType="submit" loading={create.isPending}>{t.projects.create}</Button>
          {needed.fault('name') ? <p id="project-name-note" className="vf-field-fault" role="alert">{m.project.nameNeeded}</p> : null}
        </form>
      ) : null}
      {create.error ? <ErrorNote error={create.error} /> : null}
      {data.rows.length > 0 ? (
        <div className="vf-map-table vf-projects-table">
          <table className="vf-table">
            <thead><tr><th>{t.projects.project}</th><th>{t.projects.light}</th><th className="vf-right">{t.projects.coverage}</th><th className="vf-right vf-map-wide">{t.projects.support}</th><th className="vf-right vf-map-wide">{t.projects.people}</th><th className="vf-right vf-map-wide">{t.projects.gaps}</th>{data.can.describe ? <th className="vf-noprint"><span className="vf-hidden">{m.project.edit}</span></th> : null}</tr></thead>
            <tbody>
              {data.rows.map(({ id, name: project, note, closedOn, map }) => (
                <tr key={id} data-closed={closedOn !== null || undefined}>
                  <td><Link to="/projects/$id/map" params={{ id: String(id) }}>{project}</Link>{closedOn ? <> <span className="vf-tag">{t.projects.closed(format.day(closedOn))}</span></> : null}{note ? <span className="vf-map-wide"><br /><span className="vf-small vf-quiet vf-project-note">{note}</span></span> : null}{map && map.people > 0 && !map.hasDecider ? <><br /><span className="vf-small vf-faint">{t.projects.noDecider}</span></> : null}</td>
                  <td>{map === null ? <span className="vf-faint">{t.projects.noMap}</span> : map.light === null ? <span className="vf-faint">{t.projects.none}</span> : <Light light={map.light} />}</td>
                  <td className="vf-right vf-num">{format.percent(map?.coverage ?? null, 0)}</td>
                  <td className="vf-right vf-num vf-map-wide">{supportText(format, map?.support ?? null)}</td>
                  <td className="vf-right vf-num vf-map-wide">{map ? format.number(map.people) : '–'}</td>
                  <td className="vf-right vf-num vf-map-wide">{map ? format.number(map.gaps) : '–'}</td>
                  {data.can.describe ? <td className="vf-right vf-noprint"><Button size="small" aria-label={`${m.project.edit}: ${project}`} onClick={() => setEditing({ id, name: project, note, closedOn })}>{m.project.change}</Button></td> : null}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {editing ? <ProjectDrawer project={editing} close={() => setEditing(null)} /> : null}
    </div>
  );
}
