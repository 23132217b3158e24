import { Select } from 'antd';
import type { Level, LevelKey } from '#domain/select/weigh/level.ts';
import { useAllText, useWords } from '../../text/locale.ts';

/** Which level is weighed: the lenses, the factors of a lens, the indicators of a factor. A list, or on narrow screens a choice. */
export function LevelPicker({ levels, chosen, choose, weighed, narrow }: { levels: readonly Level[]; chosen: LevelKey; choose: (level: LevelKey) => void; weighed: ReadonlySet<LevelKey>; narrow: boolean }) {
  const { weigh: t } = useAllText();
  const words = useWords();
  const name = (level: Level): string => (level.name === null ? t.lenses : words(level.name));
  const counted = (level: Level): string => t.counted[level.kind]({ n: level.items.length });
  if (narrow) {
    return (
      <Select
        className="vf-level-select" aria-label={t.level} value={chosen} onChange={choose} popupMatchSelectWidth={false}
        options={levels.map((level) => ({ value: level.key, label: <span className={`vf-level-option-${level.kind}`}>{level.name === null ? t.lenses : t.partsOf({ name: name(level), n: counted(level) })}{weighed.has(level.key) ? ' ✓' : ''}</span> }))}
      />
    );
  }
  return (
    <nav className="vf-levels" aria-label={t.level}>
      <h3>{t.level}</h3>
      <ul>
        {levels.map((level) => (
          <li key={level.key} className={`vf-level-${level.kind}`}>
            <button type="button" aria-current={level.key === chosen ? 'true' : undefined} onClick={() => choose(level.key)}>
              <span>{name(level)}</span>
              <span className="vf-small vf-faint vf-num"><span title={counted(level)} aria-label={counted(level)}>{level.items.length}</span>{weighed.has(level.key) ? <span className="vf-level-done" title={t.weighedBefore}>✓<span className="vf-hidden"> {t.weighedBefore}</span></span> : null}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
