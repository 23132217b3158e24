import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FONTS, PALETTES, type Palette } from '../../src/web/tokens.ts';

const css = readFileSync(new URL('../../src/web/theme.css', import.meta.url), 'utf8');
const variable = (name: string): string => `--${name.replace(/[A-Z]|\d/g, (letter) => `-${letter.toLowerCase()}`)}`;
const blockAfter = (selector: string): string => {
  const from = css.indexOf(selector);
  return css.slice(from, css.indexOf('}', from));
};

describe('theme.css carries the colours of tokens.ts', () => {
  test.each([['light', ':root {'], ['dark', ":root[data-theme='dark']"], ['dark', ":root:not([data-theme='light'])"]] as const)('%s in %s', (mode, selector) => {
    const block = blockAfter(selector);
    for (const [name, colour] of Object.entries(PALETTES[mode])) expect(block).toContain(`${variable(name)}: ${colour};`);
  });
  test('and its fonts', () => {
    for (const font of Object.values(FONTS)) expect(css).toContain(`--font: ${font};`);
  });
});

/** Relative luminance and contrast of WCAG 2.2. */
const luminance = (hex: string): number => {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string): number => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

describe('texts stand out at least 4.5 to 1 (AA)', () => {
  const pairs: [keyof Palette, (keyof Palette)[]][] = [
    ['text', ['bg', 'surface', 'sunken', 'accentSoft']], ['text2', ['bg', 'surface', 'sunken', 'accentSoft']], ['text3', ['bg', 'surface', 'sunken']],
    ['accent', ['bg', 'surface', 'accentSoft']], ['onAccent', ['accent']], ['good', ['surface', 'goodSoft']], ['doubt', ['surface', 'doubtSoft']], ['bad', ['surface', 'badSoft']], ['unknown', ['surface', 'unknownSoft']],
  ];
  test.each(['light', 'dark'] as const)('%s', (mode) => {
    const weak = pairs.flatMap(([front, backs]) => backs.map((back) => ({ pair: `${front} on ${back}`, ratio: contrast(PALETTES[mode][front], PALETTES[mode][back]) }))).filter(({ ratio }) => ratio < 4.5);
    expect(weak).toEqual([]);
  });
});
