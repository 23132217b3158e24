/**
 * An invented firm of eleven and who asks whom there: most ask the deputy for operations, few the general manager; an engineer without rank is asked by
 * those who decide, a deputy by nobody. For tests and journeys that do without the shared data.
 */
const people = [
  { en: 'Gu Wenbo', zh: '顾文博', authority: 5 }, { en: 'Ji Lan', zh: '季岚', authority: 4 }, { en: 'Meng Fan', zh: '孟凡', authority: 4 }, { en: 'Ou Yun', zh: '欧云', authority: 3 }, { en: 'Pei Ran', zh: '裴然', authority: 3 },
  { en: 'Qin Shu', zh: '秦舒', authority: 3 }, { en: 'Ruan Qi', zh: '阮琪', authority: 2 }, { en: 'Shao Yi', zh: '邵一', authority: 2 }, { en: 'Tao Ning', zh: '陶宁', authority: 2 }, { en: 'Wei Heng', zh: '魏衡', authority: 1 }, { en: 'Xu Mo', zh: '许墨', authority: 1 },
] as const;

export const ADVICE = {
  people, boss: people[0], asked: people[1], underrated: people[9], overrated: people[2],
  /** The first asks the second; places in `people`. */
  asks: [[0, 1], [2, 1], [3, 1], [4, 1], [5, 1], [6, 1], [7, 1], [8, 1], [1, 9], [0, 9], [2, 9], [3, 9], [1, 0], [2, 0], [6, 3], [7, 4], [8, 5], [10, 6]] as readonly (readonly [number, number])[],
} as const;

/** The table as one would copy it from a spreadsheet: who, asks whom. */
export const adviceTable = (language: 'en' | 'zh'): string => [language === 'en' ? 'Who\tAsks whom' : '谁\t请教谁', ...ADVICE.asks.map(([asks, asked]) => `${people[asks]![language]}\t${people[asked]![language]}`)].join('\n');
