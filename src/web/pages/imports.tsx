import '../parts/import/import.css';
import { DropZone } from '../parts/import/dropZone.tsx';
import { ImportList } from '../parts/import/importList.tsx';
import { Page } from '../parts/page.tsx';
import { useAllText } from '../text/locale.ts';

/** Bring a file, and what was brought before. */
export default function ImportsPage() {
  const { imports: t } = useAllText();
  return (
    <Page title={t.title} lead={t.lead}>
      <div className="vf-import-home">
        <DropZone />
        <ImportList />
      </div>
    </Page>
  );
}
