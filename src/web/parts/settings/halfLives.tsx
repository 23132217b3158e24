import { FACT_KINDS, HALF_LIVES, type FactKind } from '#domain/factKinds.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { SettingsSection, type SectionProps } from './company.tsx';
import { readDays } from './readNumber.ts';
import { TextSetting } from './textSetting.tsx';

/** How fast facts age, by what they are about; what differs from the house's default says so and goes back with one click. */
export function HalfLivesSection({ settings, canChange, change }: SectionProps) {
  const { settings: t, common } = useText();
  const format = useFormat();
  const set = (kind: FactKind, days: number): void => change(t.halfLifeOf(common.factKinds[kind]), { halfLives: { ...settings.halfLives, [kind]: days } });
  return (
    <SettingsSection title={t.sections.evidence} text={t.halfLivesText}>
      <div className="vf-pair">
        {FACT_KINDS.map((kind) => {
          const standard = t.houseDefault(format.days(HALF_LIVES[kind]));
          const differs = settings.halfLives[kind] !== HALF_LIVES[kind];
          return (
            <TextSetting
              key={kind} label={common.factKinds[kind]} value={settings.halfLives[kind]} disabled={!canChange} suffix={t.days} numeric show={String} read={readDays} fault={t.halfLifeFault} save={(days) => set(kind, days)}
              hint={differs && canChange ? <>{standard} · <button type="button" className="vf-link" aria-label={t.resetOf(common.factKinds[kind])} onClick={() => set(kind, HALF_LIVES[kind])}>{t.reset}</button></> : standard}
            />
          );
        })}
      </div>
    </SettingsSection>
  );
}
