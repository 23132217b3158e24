import { useState } from 'react';
import { Button, Dropdown } from 'antd';
import { MAP_FIELDS, type MapField } from '#domain/relate/map/scales.ts';
import { useAllText } from '../../text/locale.ts';
import { SideDrawer } from '../sideDrawer.tsx';
import { FieldEditor } from './fieldEditor.tsx';
import type { MapChanges } from './useMapChanges.ts';
import type { MapWords, ProjectMap } from './useMapWords.ts';

/** What can be done with several people at once: one thing set for all with its evidence, taken off the map; each one step, one undo. */
export function ChosenBar({ chosen, clear, data, words, changes }: { chosen: readonly number[]; clear: () => void; data: ProjectMap; words: MapWords; changes: MapChanges }) {
  const { powerMap: t, mapEditing: m } = useAllText();
  const [field, setField] = useState<MapField | null>(null);
  return (
    <div className="vf-map-chosen" role="toolbar" aria-label={m.many.chosen(chosen.length)}>
      <b aria-live="polite" title={m.many.keys}>{m.many.chosen(chosen.length)}</b>
      <Dropdown trigger={['click']} menu={{ items: MAP_FIELDS.map((key) => ({ key, label: t.fields[key] })), onClick: ({ key }) => setField(key as MapField) }}><Button size="small" type="primary">{m.many.set}</Button></Dropdown>
      <Button size="small" danger onClick={() => changes.remove(chosen)}>{m.many.off}</Button>
      <Button size="small" onClick={clear}>{m.many.clear}</Button>
      {field === null ? null : (
        <SideDrawer open close={() => setField(null)} title={m.many.title(chosen.length, t.fields[field])}>
          <div className="vf-stack">
            <p className="vf-quiet">{m.many.who}: {words.list(chosen)}</p>
            <FieldEditor people={chosen} field={field} value={null} data={data} words={words} changes={changes} close={() => setField(null)} />
          </div>
        </SideDrawer>
      )}
    </div>
  );
}
