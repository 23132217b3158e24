import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { ConfigProvider } from 'antd';
import type { Locale as KitLocale } from 'antd/es/locale/index.js';
import { themeFor } from './theme.ts';
import { useMode } from './themeMode.ts';
import { useLocale, type Locale } from './text/locale.ts';

/** The interface kit's own words come with the kit in English; Chinese ones are loaded when chosen. */
const kitLocales: Record<Locale, (() => Promise<unknown>) | null> = {
  en: null,
  'zh-Hans': () => import('antd/es/locale/zh_CN.js'),
  'zh-Hant': () => import('antd/es/locale/zh_TW.js'),
};

/** Hands our tokens and the language to the interface kit. */
export function Kit({ children }: { children: ReactNode }) {
  const mode = useMode();
  const locale = useLocale();
  const [words, setWords] = useState<KitLocale>();
  useEffect(() => {
    const load = kitLocales[locale];
    if (!load) return setWords(undefined);
    let current = true;
    void load().then((module) => {
      if (current) setWords((module as { default: KitLocale }).default);
    });
    return () => {
      current = false;
    };
  }, [locale]);
  const theme = useMemo(() => themeFor(mode, locale), [mode, locale]);
  return <ConfigProvider theme={theme} locale={words} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>{children}</ConfigProvider>;
}
