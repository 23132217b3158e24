import './assessBook.css';
import { useState } from 'react';
import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { answerOf } from '../../answers.ts';
import { call, type Question } from '../../call.ts';
import { useFormat, useLocale, useText } from '../../text/locale.ts';
import { say } from '../../undo.ts';
import { ErrorNote } from '../errorNote.tsx';
import { SideDrawer } from '../sideDrawer.tsx';
import { DropBook } from './dropBook.tsx';
import { fileNameOf, saveFile } from './saveFile.ts';

type Filter = NonNullable<Question<'GET /api/accounts'>['query']>;
/** Customers of one workbook at most, as the server has it. */
const MOST = 2000;

/** Assess in Excel (用 Excel 评估): the customers of the list as a workbook, and where it comes back. */
export default function AssessDrawer({ filter, mayDownload, close }: { filter: Filter; mayDownload: boolean; close: () => void }) {
  const { assessBook: t } = useText();
  const navigate = useNavigate();
  return (
    <SideDrawer title={t.open} open close={close}>
      <div className="vf-book">
        <p className="vf-quiet">{t.lead}</p>
        {mayDownload ? <Download filter={filter} /> : <p className="vf-note">{t.outMayNot}</p>}
        <section>
          <h2>{t.backTitle}</h2>
          <p className="vf-quiet">{t.backLead}</p>
          <DropBook done={() => void navigate({ to: '/assessments/return' })} />
        </section>
      </div>
    </SideDrawer>
  );
}

function Download({ filter }: { filter: Filter }) {
  const { assessBook: t, common } = useText();
  const format = useFormat();
  const language = useLocale();
  const [writing, setWriting] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const list = useQuery(answerOf('GET /api/accounts', { query: { ...filter, limit: 1 } }));
  const total = list.data?.total ?? null;
  const download = async (): Promise<void> => {
    setError(null);
    setWriting(true);
    try {
      const answer = await call('GET /api/assessments/export', { query: { ...filter, language } } as Question<'GET /api/assessments/export'>);
      saveFile(await answer.blob(), fileNameOf(answer, 'assessment.xlsx'));
      say(t.written);
    } catch (cause) {
      setError(cause);
    } finally {
      setWriting(false);
    }
  };
  return (
    <section>
      <h2>{t.outTitle}</h2>
      <p className="vf-quiet">{total === 0 ? t.outNone : t.outLead(common.customers(total ?? 0))}</p>
      {total !== null && total > MOST ? <p className="vf-note">{t.outCut(format.number(MOST), `${list.data?.totalIsCapped ? '> ' : ''}${format.number(total)}`)}</p> : null}
      <div className="vf-row vf-wrap"><Button type="primary" loading={writing} disabled={total === null || total === 0} onClick={() => void download()}>{writing ? t.writing : t.download}</Button></div>
      {error ? <ErrorNote error={error} retry={() => void download()} /> : null}
    </section>
  );
}
