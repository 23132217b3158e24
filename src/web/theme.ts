import { theme as kit, type ThemeConfig } from 'antd';
import { FONTS, PALETTES } from './tokens.ts';
import type { Mode } from './themeMode.ts';
import type { Locale } from './text/locale.ts';

/** Our tokens for the interface kit: 14 px, 4 px grid, borders instead of shadows. */
export function themeFor(mode: Mode, locale: Locale): ThemeConfig {
  const p = PALETTES[mode];
  return {
    algorithm: mode === 'dark' ? kit.darkAlgorithm : kit.defaultAlgorithm,
    hashed: false,
    token: {
      colorPrimary: p.accent, colorInfo: p.accent, colorLink: p.accent, colorLinkHover: p.accentStrong, colorLinkActive: p.accentStrong,
      colorSuccess: p.good, colorWarning: p.doubt, colorError: p.bad,
      colorTextBase: p.text, colorBgBase: p.surface, colorText: p.text, colorTextSecondary: p.text2, colorTextTertiary: p.text3, colorTextDescription: p.text3, colorTextPlaceholder: p.text3,
      colorBgLayout: p.bg, colorBgContainer: p.surface, colorBgElevated: p.surface, colorFillAlter: p.sunken,
      colorBorder: p.lineStrong, colorBorderSecondary: p.line, colorSplit: p.line,
      colorTextLightSolid: p.onAccent, controlItemBgActive: p.accentSoft, controlItemBgActiveHover: p.accentSoft, controlItemBgHover: p.sunken,
      fontSize: 14, fontSizeSM: 12, fontSizeLG: 16, fontSizeHeading1: 28, fontSizeHeading2: 20, fontSizeHeading3: 16, fontSizeHeading4: 14, fontSizeHeading5: 14,
      fontFamily: FONTS[locale], lineHeight: 1.5714,
      borderRadius: 6, borderRadiusLG: 8, borderRadiusSM: 4, sizeUnit: 4, sizeStep: 4, controlHeight: 32, controlHeightLG: 40, controlHeightSM: 24,
      boxShadow: `0 0 0 1px ${p.line}`, boxShadowSecondary: `0 0 0 1px ${p.lineStrong}`, boxShadowTertiary: 'none',
      motionDurationFast: '0.08s', motionDurationMid: '0.14s', motionDurationSlow: '0.2s',
      // A button that waits is marked by its wheel; its words stay as readable as before.
      opacityLoading: 1,
      // With transitions cut to nothing by theme.css, the kit would wait for ends that never come.
      motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      colorBgMask: mode === 'dark' ? 'rgba(0, 0, 0, 0.5)' : 'rgba(10, 14, 20, 0.24)', wireframe: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', primaryColor: p.onAccent, fontWeight: 500 },
      Input: { activeShadow: `0 0 0 2px ${p.accentSoft}` },
      Select: { optionSelectedBg: p.accentSoft, optionSelectedFontWeight: 500 },
      Tooltip: { colorBgSpotlight: mode === 'dark' ? p.sunken : p.text, colorTextLightSolid: mode === 'dark' ? p.text : '#ffffff' },
      Segmented: { itemSelectedBg: p.surface, trackBg: p.sunken, itemSelectedColor: p.text },
      Switch: { colorTextLightSolid: p.surface },
    },
  };
}
