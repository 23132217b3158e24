/**
 * The colours of the house, once for light and once for dark. theme.css carries the same values as CSS variables
 * (`--accent` …; test/web/theme.test.ts compares them and measures the contrast); theme.ts hands them to the interface kit.
 * One accent. Four state colours, used for meaning only and never alone: a shape or a word stands beside them.
 */
export interface Palette {
  readonly bg: string; readonly surface: string; readonly sunken: string; readonly line: string; readonly lineStrong: string;
  readonly text: string; readonly text2: string; readonly text3: string;
  readonly accent: string; readonly accentStrong: string; readonly accentSoft: string; readonly onAccent: string;
  readonly good: string; readonly goodSoft: string; readonly unknown: string; readonly unknownSoft: string;
  readonly doubt: string; readonly doubtSoft: string; readonly bad: string; readonly badSoft: string;
}

export const PALETTES: { readonly light: Palette; readonly dark: Palette } = {
  light: {
    bg: '#f7f8f9', surface: '#ffffff', sunken: '#f1f3f5', line: '#e1e4e8', lineStrong: '#c6ccd3',
    text: '#16191d', text2: '#4d545e', text3: '#646c77',
    accent: '#1f4b8f', accentStrong: '#163a72', accentSoft: '#e9eff8', onAccent: '#ffffff',
    good: '#1c7048', goodSoft: '#e4f2ea', unknown: '#646c77', unknownSoft: '#eef0f2',
    doubt: '#8a5200', doubtSoft: '#fbf0dc', bad: '#ad241c', badSoft: '#fbe9e7',
  },
  dark: {
    bg: '#0e1116', surface: '#151a21', sunken: '#1b212a', line: '#2a323d', lineStrong: '#424c5a',
    text: '#e7eaee', text2: '#b0b8c3', text3: '#929ba8',
    accent: '#8fb4ee', accentStrong: '#b3cdf6', accentSoft: '#1c2b42', onAccent: '#0c1a30',
    good: '#66c795', goodSoft: '#16301f', unknown: '#929ba8', unknownSoft: '#222932',
    doubt: '#e3ab52', doubtSoft: '#33270f', bad: '#f29188', badSoft: '#3a1b19',
  },
};

/** Fonts of the system, Chinese ones first where the page is Chinese (the document's `lang` decides in theme.css). */
export const FONTS = {
  en: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
  'zh-Hans': '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", system-ui, sans-serif',
  'zh-Hant': '"PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC", "Noto Sans TC", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif',
} as const;
