import { useId, useState } from 'react';
import { call } from '../../call.ts';
import { chooseLocale, LOCALE_NAMES, LOCALES, useLocale, useText, type Locale } from '../../text/locale.ts';
import { chooseMode, useModeChoice, type ModeChoice } from '../../themeMode.ts';

/** Language of the screens; `keep` also remembers it with the person, so that exports and other browsers use it. */
export function LanguageChoice({ keep = false }: { keep?: boolean }) {
  const { shell } = useText();
  const locale = useLocale();
  const [coming, setComing] = useState<Locale | null>(null);
  const choose = (next: Locale): void => {
    // Its texts are on their way; the choice shows at once.
    setComing(next);
    void chooseLocale(next).finally(() => setComing(null));
    // Not worth an error on screen: the choice holds in this browser either way.
    if (keep) void call('PATCH /api/me', { body: { locale: next } }).catch(() => undefined);
  };
  return <Choice label={shell.language} value={coming ?? locale} options={LOCALES.map((one) => ({ value: one, text: LOCALE_NAMES[one], lang: one }))} choose={choose} />;
}

/** Light, dark, or as the system has it. */
export function ThemeChoice() {
  const { shell } = useText();
  const options: { value: ModeChoice; text: string }[] = [{ value: 'system', text: shell.system }, { value: 'light', text: shell.light }, { value: 'dark', text: shell.dark }];
  return <Choice label={shell.theme} value={useModeChoice()} options={options} choose={chooseMode} />;
}

function Choice<T extends string>({ label, value, options, choose }: { label: string; value: T; options: readonly { value: T; text: string; lang?: string }[]; choose: (value: T) => void }) {
  const id = useId();
  return (
    <fieldset className="vf-choice">
      <legend>{label}</legend>
      <div>
        {options.map((option) => (
          <label key={option.value} lang={option.lang}>
            <input type="radio" name={id} value={option.value} checked={option.value === value} onChange={() => choose(option.value)} />
            <span>{option.text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
