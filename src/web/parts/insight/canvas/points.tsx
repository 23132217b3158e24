import { useAllText } from '../../../text/locale.ts';
import { AskPoint } from './askPoint.tsx';
import type { BlockView } from './changing.ts';
import { pointWords } from './words.ts';

/** The guiding points of a block: what is known, what is asked, and what nobody can say yet, each asked for with one click. */
export function Points({ accountId, block, may }: { accountId: number; block: BlockView; may: boolean }) {
  const { canvas: t } = useAllText();
  return (
    <ul className="vf-canvas-points" aria-label={t.pointsTitle}>
      {block.points.map((point) => {
        const words = pointWords(t, block.key, point.key);
        return (
          <li key={point.key}>
            <span className={`vf-canvas-point-mark ${point.by === 'fact' ? 'vf-on' : point.by === 'answer' ? 'vf-said' : ''}`} aria-hidden />
            <span className={point.by === null ? 'vf-canvas-point vf-open' : 'vf-canvas-point'}>
              <span>{words.name}</span>
              <span className="vf-small vf-faint"> {point.by !== null ? t.answeredBy[point.by] : point.asked ? t.asked : t.unanswered}</span>
              {point.by === null ? <span className="vf-small vf-quiet vf-canvas-point-ask">{words.ask}</span> : null}
            </span>
            {may && point.by === null && !point.asked ? <AskPoint accountId={accountId} block={block.key} topic={point.key} /> : null}
          </li>
        );
      })}
    </ul>
  );
}
