import '../parts/model/model.css';
import { useEffect, useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ScoreModel } from '#domain/select/model.ts';
import { answerOf } from '../answers.ts';
import { call } from '../call.ts';
import { useMe } from '../me.ts';
import { useAllText, useWords } from '../text/locale.ts';
import { Page } from '../parts/page.tsx';
import { useBecomes } from '../parts/model/becomes.ts';
import { ChangeList } from '../parts/model/changeList.tsx';
import { FileFaults } from '../parts/model/fileFaults.tsx';
import { PublishBar, usePublishing } from '../parts/model/publishBar.tsx';
import { keepDraft } from '../parts/model/draftStore.ts';

/** Far more than the largest model: 300 indicators with their sentences. */
const MOST_BYTES = 5_000_000;
const TYPING_MS = 500;

/** A score model from a file: checked by the server, its changes read against the version in use, then published or opened in the editor. */
export default function ImportModelPage() {
  const { model: t, diff } = useAllText();
  const words = useWords();
  const navigate = useNavigate();
  const me = useMe();
  const [text, setText] = useState('');
  const [note, setNote] = useState('');
  const [over, setOver] = useState(false);
  const [outcome, setOutcome] = useState<{ text: string; model: ScoreModel | null; error: Error | null } | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const active = useQuery(answerOf('GET /api/models')).data?.versions.find((one) => one.active);
  const inUse = useQuery({ ...answerOf('GET /api/models/{id}', { params: { id: active?.id ?? 0 } }), enabled: active !== undefined }).data?.model as ScoreModel | undefined;

  useEffect(() => {
    if (text.trim() === '') return setOutcome(null);
    if (text.length > MOST_BYTES) return setOutcome({ text, model: null, error: new Error(t.fileTooLarge) });
    const stop = new AbortController();
    const timer = setTimeout(() => {
      call('POST /api/models/check', { body: undefined, raw: new Blob([text]), signal: stop.signal })
        .then((answer) => setOutcome({ text, model: answer.model as ScoreModel, error: null }))
        .catch((error: Error) => stop.signal.aborted || setOutcome({ text, model: null, error }));
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text]);

  const take = (file: File | undefined): void => void file?.slice(0, MOST_BYTES + 1).text().then(setText);
  const model = outcome?.text === text ? (outcome.model ?? undefined) : undefined;
  const publishing = usePublishing(model, () => setText(''));
  const becomes = useBecomes(model);
  if (!me.can.publishModel) return <Page title={t.fileTitle}><p className="vf-empty-sentence">{t.viewOnly}</p><Link to="/models">{t.backToList}</Link></Page>;
  return (
    <Page title={t.fileTitle} lead={<>{t.fileLead} <Link to="/models">{t.backToList}</Link></>}>
      <div
        className={over ? 'vf-model-drop vf-over' : 'vf-model-drop'} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)}
        onDrop={(event) => { event.preventDefault(); setOver(false); take(event.dataTransfer.files[0]); }}
      >
        <div className="vf-row vf-wrap">
          <span>{t.fileDrop}</span>
          <Button onClick={() => chooser.current?.click()}>{t.fileChoose}</Button>
          <input ref={chooser} type="file" accept=".json,application/json" className="vf-hidden" tabIndex={-1} aria-label={t.fileChoose} onChange={(event) => { take(event.target.files?.[0]); event.target.value = ''; }} />
        </div>
        <label className="vf-field"><span className="vf-small vf-quiet">{t.filePaste}</span>
          <Input.TextArea className="vf-model-text" rows={8} spellCheck={false} value={text} placeholder={t.filePasteHint} onChange={(event) => setText(event.target.value)} />
        </label>
        <a className="vf-small" href="/api/schemas/score-model.json" target="_blank" rel="noreferrer">{t.fileSchema}</a>
      </div>
      {text.trim() !== '' && outcome?.text !== text ? <p className="vf-quiet" role="status">{t.fileReading}</p> : null}
      {outcome?.text === text && outcome.error ? <FileFaults error={outcome.error} text={text} /> : null}
      {model ? (
        <section className="vf-section">
          <p role="status">{t.fileGood({ name: words(model.name) })}</p>
          {inUse && active ? <><h2 className="vf-model-changes-title">{diff.what}</h2><p className="vf-small vf-quiet">{diff.againstActive({ name: words(active.name), n: active.version })}</p><ChangeList a={inUse} b={model} /></> : null}
          <PublishBar
            model={model} says={becomes} ready publishing={publishing} go={() => undefined} note={note} setNote={setNote}
            back={<Button onClick={() => { keepDraft('file', { model, note }); void navigate({ to: '/models/new', search: { from: 'file' } as never }); }}>{t.fileEdit}</Button>}
          />
        </section>
      ) : null}
    </Page>
  );
}
