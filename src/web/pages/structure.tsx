import '../parts/chart/chart.css';
import '../parts/portfolio/scoreMarks.css';
import '../parts/structure/structure.css';
import { useEffect } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from '@tanstack/react-router';
import { answerOf } from '../answers.ts';
import { useFormat, useText } from '../text/locale.ts';
import { Empty } from '../parts/empty.tsx';
import { ErrorNote } from '../parts/errorNote.tsx';
import { PageSkeleton } from '../parts/skeleton.tsx';
import { ClassBars } from '../parts/structure/classBars.tsx';
import { OverCovered, UnderCovered } from '../parts/structure/coverage.tsx';
import { Loads } from '../parts/structure/loads.tsx';
import { StageSettings } from '../parts/structure/stageSettings.tsx';

/** Portfolio for our stage (客户结构): how many key accounts of which class fit us, and who looks after them. */
export default function StructurePage() {
  const { structure: t, shell } = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(answerOf('GET /api/portfolio/structure'));
  useEffect(() => {
    document.title = `${t.title} · ${shell.product}`;
  }, [t.title, shell.product]);
  if (error && !data) return <div className="vf-page"><ErrorNote error={error} retry={() => void refetch()} /></div>;
  if (!data) return <PageSkeleton />;
  const { keyAccounts, managers, capacity } = data;
  const cap = { chosen: keyAccounts.chosen, managers: managers.count, cap: keyAccounts.cap };
  return (
    <div className="vf-page vf-structure">
      <header className="vf-page-head">
        <div>
          <nav className="vf-small vf-noprint"><Link to="/portfolio">← {t.back}</Link></nav>
          <h1>{t.title}</h1>
          <p className="vf-quiet">{data.scope === 'team' ? t.leadTeam : t.lead} {data.asOf ? <span className="vf-faint">{t.asOf({ day: format.day(data.asOf) })}</span> : null}</p>
        </div>
        <div className="vf-page-action vf-noprint"><Button onClick={() => window.print()}>{t.print}</Button></div>
      </header>
      {data.accounts === 0 ? <Empty sentence={t.empty} example={t.emptyExample} action={<Button type="primary" onClick={() => void navigate({ to: '/portfolio' })}>{t.emptyAction}</Button>} /> : (
        <>
          <div className={keyAccounts.over ? 'vf-cap vf-cap-over' : 'vf-cap'} role={keyAccounts.over ? 'alert' : undefined}>
            <p>{keyAccounts.over ? t.overCap(cap) : t.withinCap(cap)}</p>
            <Link className="vf-noprint" to="/portfolio" search={(keyAccounts.chosen > 0 ? { key: 'yes' } : {}) as never}>{keyAccounts.chosen > 0 ? t.showChosen : t.chooseFirst}</Link>
            <p className="vf-small vf-quiet">{t.capRule({ each: format.number(capacity.strategic) })}</p>
          </div>
          <section><h2>{t.stage}</h2><StageSettings structure={data} /></section>
          <section>
            <h2>{t.classes}</h2>
            <p className="vf-small vf-quiet">{t.classesHint}</p>
            <ClassBars rows={data.classes} />
            <p className="vf-small vf-faint">{t.howTarget({ managers: format.number(managers.count), strategic: format.number(managers.count * capacity.strategic), shared: format.number(managers.count * capacity.keyAndGrowth) })}</p>
          </section>
          <section><h2>{t.loads}</h2><p className="vf-small vf-quiet">{t.loadsHint}</p><Loads structure={data} /></section>
          <section><h2>{t.under}</h2><p className="vf-small vf-quiet">{t.underHint}</p><UnderCovered covered={data.underCovered} /></section>
          <section><h2>{t.over}</h2><p className="vf-small vf-quiet">{t.overHint}</p><OverCovered covered={data.overCovered} /></section>
        </>
      )}
    </div>
  );
}
