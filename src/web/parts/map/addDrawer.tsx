import { useState } from 'react';
import { Button } from 'antd';
import { forget, useChange } from '../../answers.ts';
import { useAllText } from '../../text/locale.ts';
import { sayDone } from '../../undo.ts';
import { ErrorNote } from '../errorNote.tsx';
import { Field } from '../field.tsx';
import { useNeeded } from '../needed.ts';
import { SideDrawer } from '../sideDrawer.tsx';
import type { ProjectMap } from './useMapWords.ts';

/** Puts people on the map: known ones by a tick, positions without a name one a line. */
export function AddDrawer({ data, there, close }: { data: ProjectMap; there: ReadonlySet<number>; close: () => void }) {
  const { powerMap: t, mapEditing: m } = useAllText();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [text, setText] = useState('');
  const [outside, setOutside] = useState(false);
  const known = data.others.filter(({ id }) => !there.has(id));
  const unnamed = text.split('\n').flatMap((line) => {
    const [title, ...rest] = line.split(/[,，]/);
    return title!.trim() === '' ? [] : [{ title: title!.trim().slice(0, 200), organisation: rest.join(',').trim().slice(0, 200), outside }];
  });
  const count = chosen.size + unnamed.length;
  const add = useChange('POST /api/maps/{id}/people', {
    done: (answer) => {
      sayDone(t.add.added(answer.people.length), answer.event);
      void forget('GET /api/projects/{id}/map', 'GET /api/accounts/{id}/projects', 'GET /api/accounts/{id}/people');
      close();
    },
  });
  const toggle = (id: number): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const needed = useNeeded({ people: count === 0 });
  const put = (): void => { if (!add.isPending && needed.complete()) add.mutate({ params: { id: data.map!.id }, body: { people: [...chosen], unnamed } }); };
  return (
    <SideDrawer open close={close} title={t.add.title} footer={<Button type="primary" loading={add.isPending} onClick={put}>{t.add.put}</Button>}>
      <div ref={needed.form} className="vf-stack">
        <Field label={t.add.unnamed} hint={t.add.unnamedHint} fault={needed.fault('people') === null ? null : m.nobodyYet}>{(wiring) => <textarea {...wiring} className="vf-input" rows={4} autoFocus placeholder={t.add.unnamedPlaceholder} value={text} onChange={(event) => setText(event.target.value)} onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) put(); }} />}</Field>
        <label className="vf-row"><input type="checkbox" checked={outside} onChange={() => setOutside(!outside)} /> <span>{t.add.outside}</span></label>
        <section>
          <h3>{t.add.known}</h3>
          {data.othersMore ? <p className="vf-small vf-quiet">{m.othersCut(data.others.length)}</p> : null}
          {known.length === 0 ? <p className="vf-quiet">{t.add.noneKnown}</p> : null}
          <ul className="vf-add-known">{known.map((person) => <li key={person.id}><label className="vf-row"><input type="checkbox" checked={chosen.has(person.id)} onChange={() => toggle(person.id)} /><span>{person.name} <span className="vf-faint">{[person.placeholder ? '' : person.title, person.organisation].filter(Boolean).join(' · ')}</span></span></label></li>)}</ul>
        </section>
        {add.error ? <ErrorNote error={add.error} /> : null}
      </div>
    </SideDrawer>
  );
}
