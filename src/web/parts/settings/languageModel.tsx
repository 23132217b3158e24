import { useEffect, useState } from 'react';
import { Button, Input } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { answerOf, forget } from '../../answers.ts';
import { call, type Answer } from '../../call.ts';
import { useAllText, useFormat } from '../../text/locale.ts';
import { say } from '../../undo.ts';
import { ErrorNote, problemIn } from '../errorNote.tsx';
import { Field } from '../field.tsx';
import { SettingsSection } from './company.tsx';

type Kept = NonNullable<Answer<'GET /api/language-model'>['settings']>;

/** The optional language model: only an administrator sees and sets it. Saved as a whole, since address and key belong together. */
export function LanguageModelSection() {
  const { proposals: t } = useAllText();
  const { data } = useQuery(answerOf('GET /api/language-model'));
  if (!data?.settings) return null;
  return (
    <SettingsSection title={t.settingsTitle} text={t.settingsText}>
      <p className="vf-small vf-quiet">{data.host === null ? t.nowhere : t.goes({ host: data.host })}</p>
      <ModelForm kept={data.settings} />
    </SettingsSection>
  );
}

function ModelForm({ kept }: { kept: Kept }) {
  const { proposals: t, errors } = useAllText();
  const format = useFormat();
  const [draft, setDraft] = useState({ base: kept.base, model: kept.model, timeout: String(kept.timeoutSeconds), key: '' });
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState<'save' | 'test' | null>(null);
  const [works, setWorks] = useState<string | null>(null);
  useEffect(() => setDraft({ base: kept.base, model: kept.model, timeout: String(kept.timeoutSeconds), key: '' }), [kept.base, kept.model, kept.timeoutSeconds, kept.key]);
  const change = (patch: Partial<typeof draft>): void => (setDraft({ ...draft, ...patch }), setWorks(null));
  const fault = (path: string): string | null => {
    const field = error === null ? undefined : problemIn(error).fields?.find((one) => one.path === path);
    return field ? (errors.fields[field.reason] ?? field.message) : null;
  };
  const run = async (what: 'save' | 'test', work: () => Promise<void>): Promise<void> => {
    setBusy(what);
    setError(null);
    setWorks(null);
    try {
      await work();
    } catch (cause) {
      setError(cause);
    } finally {
      setBusy(null);
    }
  };
  const save = (key: string | null | undefined): Promise<void> => run('save', async () => {
    await call('PUT /api/language-model', { body: { base: draft.base, model: draft.model, timeoutSeconds: Number(draft.timeout) || 0, ...(key === undefined ? {} : { key }) } });
    setDraft((was) => ({ ...was, key: '' }));
    say(draft.base.trim() === '' ? t.off : t.saved);
    await forget('GET /api/language-model');
  });
  const test = (): Promise<void> => run('test', async () => {
    const { host, milliseconds } = await call('POST /api/language-model/test', {});
    setWorks(t.works({ host, seconds: format.number(milliseconds / 1000, 1) }));
  });
  const unsaved = draft.base !== kept.base || draft.model !== kept.model || Number(draft.timeout) !== kept.timeoutSeconds || draft.key !== '';
  return (
    <form className="vf-stack" onSubmit={(event) => (event.preventDefault(), void save(draft.key.trim() === '' ? undefined : draft.key.trim()))}>
      <Field label={t.base} hint={t.baseHint} fault={fault('base')}>{(wiring) => <Input {...wiring} type="url" autoComplete="off" value={draft.base} maxLength={500} onChange={(event) => change({ base: event.target.value })} />}</Field>
      <div className="vf-pair">
        <Field label={t.model} hint={t.modelHint} fault={fault('model')}>{(wiring) => <Input {...wiring} autoComplete="off" value={draft.model} maxLength={200} onChange={(event) => change({ model: event.target.value })} />}</Field>
        <Field label={t.timeout} hint={t.timeoutHint} fault={fault('timeoutSeconds')}>{(wiring) => <Input {...wiring} className="vf-num" inputMode="numeric" value={draft.timeout} onChange={(event) => change({ timeout: event.target.value })} />}</Field>
      </div>
      <Field label={t.key({ state: t.keyStates[kept.key] })} hint={t.keyHint} fault={fault('key')}>
        {(wiring) => <Input {...wiring} type="password" autoComplete="new-password" placeholder={kept.key === 'set' ? t.keepKey : ''} value={draft.key} maxLength={2000} onChange={(event) => change({ key: event.target.value })} />}
      </Field>
      <div className="vf-row vf-wrap">
        <Button type="primary" htmlType="submit" loading={busy === 'save'} disabled={!unsaved}>{t.save}</Button>
        {kept.base === '' ? null : <Button loading={busy === 'test'} disabled={unsaved} onClick={() => void test()}>{t.test}</Button>}
        {kept.key === 'not_set' ? null : <Button disabled={busy !== null} onClick={() => void save(null)}>{t.forgetKey}</Button>}
        {works ? <span className="vf-small" role="status">{works}</span> : null}
      </div>
      {error && !problemIn(error).fields ? <ErrorNote error={error} /> : null}
    </form>
  );
}
