import '../parts/assessBook/assessBook.css';
import { Button } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { DropBook } from '../parts/assessBook/dropBook.tsx';
import { Review } from '../parts/assessBook/review.tsx';
import { useReturned } from '../parts/assessBook/returned.ts';
import { Empty } from '../parts/empty.tsx';
import { Page } from '../parts/page.tsx';
import { useFormat, useText } from '../text/locale.ts';

/** An assessment workbook brought back (交回的评估): what it would change, and recording it. Without one: where to drop it. */
export default function AssessmentReturnPage() {
  const { assessBook: t } = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const returned = useReturned();
  if (!returned) {
    return (
      <Page title={t.open} lead={t.lead}>
        <div className="vf-book vf-book-alone">
          <Empty sentence={t.sentence} example={t.example} action={<Button onClick={() => void navigate({ to: '/portfolio' })}>{t.toPortfolio}</Button>} />
          <DropBook done={() => {}} />
        </div>
      </Page>
    );
  }
  const { read, file } = returned;
  return (
    <Page title={t.title} lead={t.about({ file: file.name, time: format.time(read.exportedAt), version: String(read.model.exported.version) })} wide>
      {/* A new file is a new review: decisions on another one mean nothing here. */}
      <Review key={`${file.name} ${file.size} ${file.lastModified}`} returned={returned} />
    </Page>
  );
}
