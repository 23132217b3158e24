import '../parts/account/account.css';
import '../parts/insight/positions/positions.css';
import '../parts/brief/brief.css';
import { useEffect, useRef, type CSSProperties } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Popconfirm } from 'antd';
import { answerOf, forget } from '../answers.ts';
import { addressOf, call, type ProblemError } from '../call.ts';
import { useAllText, useFormat, useLocale } from '../text/locale.ts';
import { useFit } from '../parts/brief/fitPage.ts';
import { Sheet, type Edit } from '../parts/brief/sheet.tsx';
import { ErrorNote } from '../parts/errorNote.tsx';
import { useNoting } from '../parts/insight/positions/useNoting.ts';
import { PageSkeleton } from '../parts/skeleton.tsx';

/** A conversation brief (拜访简报): one page for one talk, changed where it stands, printed as exactly one sheet, taken along as Word. */
export default function BriefPage() {
  const { briefs: t, common, shell } = useAllText();
  const format = useFormat();
  const locale = useLocale();
  const note = useNoting();
  const sheet = useRef<HTMLDivElement>(null);
  const id = Number((useParams({ strict: false }) as { id?: string }).id);
  const { data, error, refetch } = useQuery({ ...answerOf('GET /api/briefs/{id}', { params: { id } }), enabled: Number.isInteger(id) });
  const fit = useFit(sheet, `${locale} ${JSON.stringify(data ?? null)}`);
  const name = data?.content.position.title;
  useEffect(() => {
    if (name !== undefined && data) document.title = `${t.documentTitle({ name: `${data.content.account.name} ${name}` })} · ${shell.product}`;
  }, [name, data, t, shell.product]);

  if ((error as ProblemError | null)?.status === 404 || !Number.isInteger(id)) return <div className="vf-page"><p className="vf-empty-sentence">{t.notFound}</p></div>;
  if (error && !data) return <div className="vf-page"><ErrorNote error={error} retry={() => void refetch()} /></div>;
  if (!data || data.id !== id) return <PageSkeleton />;
  const params = { id };
  const change = async (work: () => Promise<{ event: number }>, done: string): Promise<boolean> => {
    const changed = await note(work, done);
    await forget('GET /api/briefs/{id}');
    return changed;
  };
  const edit: Edit = (body) => change(() => call('PATCH /api/briefs/{id}', { params, body }), t.changed);
  const may = data.can.describe;
  return (
    <article className="vf-page vf-brief">
      <div className="vf-brief-head vf-noprint">
        <Link to="/accounts/$id" params={{ id: String(data.account.id) }} search={{ tab: 'insight', part: 'positions', at: data.positionId } as never}>← {data.account.name} · {t.back}</Link>
        <div className="vf-brief-acts">
          {may ? <Button title={t.remakeHelp} onClick={() => void change(() => call('POST /api/briefs/{id}/remake', { params }), t.remade)}>{t.remake}</Button> : null}
          {may ? <Popconfirm title={t.withdraw} okText={t.withdraw} cancelText={common.cancel} icon={null} onConfirm={() => change(() => call('POST /api/briefs/{id}/withdraw', { params, body: { withdrawn: true } }), t.withdrawn)}><Button>{t.withdraw}</Button></Popconfirm> : null}
          <Button href={addressOf('GET /api/briefs/{id}/file', { params, query: { language: locale } })} download>{t.word}</Button>
          <Button type="primary" title={t.pdfHelp} onClick={() => window.print()}>{t.pdf}</Button>
        </div>
      </div>
      <p className="vf-brief-about vf-small vf-quiet vf-noprint">
        {data.withdrawnAt === null ? null : <><span className="vf-tag">{t.withdrawnTag}</span> </>}
        {t.frozen({ day: format.day(data.content.madeOn), name: data.madeBy?.name ?? t.system })} {t.pdfHelp}{fit < 0.9 ? ` ${t.tight}` : ''}
      </p>
      <div className="vf-brief-paper"><div ref={sheet} className="vf-leaf" style={{ '--fit': fit } as CSSProperties} data-fit={fit}><Sheet brief={data} edit={may ? edit : null} /></div></div>
    </article>
  );
}
