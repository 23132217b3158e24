import { useState } from 'react';
import { Button, Input, Select } from 'antd';
import { FUNCTION_WORDS } from '#domain/insight/kpi/briefWords.ts';
import { DIRECTIONS, FUNCTIONS, type Two } from '#domain/insight/kpi/kpi.ts';
import type { Answer, Question } from '../../call.ts';
import { useAllText, useWords } from '../../text/locale.ts';
import { SideDrawer } from '../sideDrawer.tsx';

export type KpiRow = Answer<'GET /api/kpis'>['rows'][number];
export type Written = Question<'POST /api/kpis'>['body'];
const NEW: Written = { function: 'purchasing', name: { en: '', zh: '' }, measure: { en: '', zh: '' }, unit: { en: '', zh: '' }, direction: 'up', needs: { en: '', zh: '' }, topics: [] };
const LIMITS = { name: 80, measure: 300, unit: 40, needs: 300 } as const;
const MOST_TOPICS = 4;

/** A KPI of the library in both languages. What is written in one only counts for both: the other is filled with it. */
export function KpiForm({ kpi, open, close, save }: { kpi: KpiRow | null; open: boolean; close: () => void; save: (written: Written) => Promise<boolean> }) {
  const { kpis: t, common } = useAllText();
  const words = useWords();
  return (
    <SideDrawer title={kpi ? t.editOf({ name: words(kpi.name) }) : t.add} open={open} close={close} width={640} footer={<div className="vf-row"><Button type="primary" form="kpi-form" htmlType="submit">{t.save}</Button><Button onClick={close}>{common.cancel}</Button></div>}>
      <Fields key={kpi?.key ?? ''} kpi={kpi} save={async (written) => { if (await save(written)) close(); }} />
    </SideDrawer>
  );
}

function Fields({ kpi, save }: { kpi: KpiRow | null; save: (written: Written) => Promise<void> }) {
  const { kpis: t } = useAllText();
  const words = useWords();
  const [draft, setDraft] = useState<Written>(() => (kpi ? { function: kpi.function, name: kpi.name, measure: kpi.measure, unit: kpi.unit, direction: kpi.direction, needs: kpi.needs, topics: kpi.topics } : NEW));
  const [topics, setTopics] = useState(() => ({ en: draft.topics.map((one) => one.en).join('\n'), zh: draft.topics.map((one) => one.zh).join('\n') }));
  const [tried, setTried] = useState(false);
  const lines = { en: linesOf(topics.en), zh: linesOf(topics.zh) };
  const differ = lines.en.length > 0 && lines.zh.length > 0 && lines.en.length !== lines.zh.length;
  const empty = (two: Two): boolean => two.en.trim() === '' && two.zh.trim() === '';
  const faulty = (Object.keys(LIMITS) as (keyof typeof LIMITS)[]).some((name) => empty(draft[name]));
  const submit = (): void => {
    setTried(true);
    if (faulty || differ) return;
    const both = ({ en, zh }: Two): Two => ({ en: en.trim() || zh.trim(), zh: zh.trim() || en.trim() });
    const [first, second] = [lines.en.length > 0 ? lines.en : lines.zh, lines.zh.length > 0 ? lines.zh : lines.en];
    void save({ ...draft, name: both(draft.name), measure: both(draft.measure), unit: both(draft.unit), needs: both(draft.needs), topics: first.slice(0, MOST_TOPICS).map((en, n) => ({ en, zh: second[n]! })) });
  };
  const pair = (name: keyof typeof LIMITS) => (
    <fieldset className="vf-kpi-two">
      <legend>{t[name]}</legend>
      {(['zh', 'en'] as const).map((language) => (
        <label key={language}><span className="vf-small vf-faint">{language === 'zh' ? t.chinese : t.english}</span>
          {name === 'measure' || name === 'needs' ? <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} value={draft[name][language]} maxLength={LIMITS[name]} onChange={(event) => setDraft({ ...draft, [name]: { ...draft[name], [language]: event.target.value } })} />
            : <Input value={draft[name][language]} maxLength={LIMITS[name]} onChange={(event) => setDraft({ ...draft, [name]: { ...draft[name], [language]: event.target.value } })} />}
        </label>
      ))}
      {tried && empty(draft[name]) ? <span className="vf-field-fault" role="alert">{t.needed}</span> : null}
    </fieldset>
  );
  return (
    <form id="kpi-form" className="vf-kpi-form" onSubmit={(event) => (event.preventDefault(), submit())}>
      <div className="vf-kpi-two">
        <label><span className="vf-small vf-faint">{t.function}</span><Select value={draft.function} onChange={(value) => setDraft({ ...draft, function: value })} options={FUNCTIONS.map((value) => ({ value, label: words(FUNCTION_WORDS[value]) }))} /></label>
        <label><span className="vf-small vf-faint">{t.direction}</span><Select value={draft.direction} onChange={(value) => setDraft({ ...draft, direction: value })} options={DIRECTIONS.map((value) => ({ value, label: t.directions[value] }))} /></label>
      </div>
      {pair('name')}
      {pair('measure')}
      {pair('unit')}
      {pair('needs')}
      <fieldset className="vf-kpi-two">
        <legend>{t.topics}</legend>
        {(['zh', 'en'] as const).map((language) => (
          <label key={language}><span className="vf-small vf-faint">{language === 'zh' ? t.chinese : t.english}</span><Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} value={topics[language]} maxLength={800} onChange={(event) => setTopics({ ...topics, [language]: event.target.value })} /></label>
        ))}
        <span className="vf-field-hint">{t.topicLines}</span>
        {tried && differ ? <span className="vf-field-fault" role="alert">{t.topicsDiffer}</span> : null}
      </fieldset>
    </form>
  );
}

const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim().slice(0, 200)).filter((line) => line !== '');
