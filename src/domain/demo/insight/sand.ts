import type { Words } from '../../select/model.ts';
import type { PersonKey } from '../story/people.ts';
import type { HEARING_AIDS } from './hearingAids.ts';
import type { Reading } from './reading.ts';
import type { TABLET_MAKER } from './tabletMaker.ts';

type KeyOf<R> = R extends Reading<infer Key> ? Key : never;

export interface DemoLine<Fact extends string> {
  readonly category: Words;
  readonly unit: Words;
  /** Yuan of the year to come; null: unknown. */
  readonly size: number | null;
  /** Per cent; null: unknown. */
  readonly ours: number | null;
  readonly open: number | null;
  /** By key of the rival. */
  readonly rivals: Readonly<Record<string, number | null>>;
  readonly facts: readonly Fact[];
}
export interface DemoMove {
  /** Place of its line. */
  readonly line: number;
  /** Key of a rival, `open` or `unknown`. */
  readonly from: string;
  readonly points: readonly [low: number, likely: number, high: number];
  readonly chance: number;
  /** Place of the opportunity point in the list of the customer's. */
  readonly point: number | null;
  readonly text: Words;
}
/** A sand table of the year after the demo's last day of trade. */
export interface DemoSand<Fact extends string> {
  readonly by: PersonKey;
  readonly rivals: Readonly<Record<string, Words>>;
  readonly lines: readonly DemoLine<Fact>[];
  readonly sales: number;
  readonly hold: { readonly rival: string; readonly percent: number };
  readonly market: Words;
  readonly scenarios: readonly { readonly name: Words; readonly note: Words; readonly moves: readonly DemoMove[] }[];
}

const tablets = { en: 'Tablets, Qingdao', zh: '平板（青岛）' };
const weihai = { en: 'Weihai', zh: '威海' };
const snapIn: DemoMove = { line: 1, from: 'open', points: [10, 25, 40], chance: 0.65, point: 0, text: { en: 'Samples on line 1 before the order of February', zh: '2月下单前在1号线完成送样' } };
const winBack: DemoMove = { line: 0, from: 'dongguan', points: [2, 4, 5], chance: 0.6, point: 2, text: { en: 'Up to the 75 % that the handbook allows', zh: '拿到手册允许的75%上限' } };

/** The largest customer: much is known, most of the new plant is not given away yet. */
export const TABLET_SAND: DemoSand<KeyOf<typeof TABLET_MAKER>> = {
  by: 'zhao',
  rivals: { dongguan: { en: 'Dongguan maker', zh: '东莞厂' }, chip: { en: 'Chip maker', zh: '芯片厂' }, hefei: { en: 'Hefei maker', zh: '合肥厂' } },
  lines: [
    { category: { en: 'Speakers', zh: '扬声器' }, unit: tablets, size: 4_600_000, ours: 70, open: null, rivals: { dongguan: 18 }, facts: ['second', 'cap'] },
    { category: { en: 'Acoustic modules', zh: '音腔模组' }, unit: weihai, size: 9_000_000, ours: 8, open: 60, rivals: { dongguan: 12 }, facts: ['glue', 'weihai'] },
    { category: { en: 'Microphones', zh: '麦克风' }, unit: { en: 'Education', zh: '教育' }, size: 7_000_000, ours: 15, open: null, rivals: { chip: 45 }, facts: ['array', 'voice'] },
    { category: { en: 'Acoustic modules', zh: '音腔模组' }, unit: { en: 'Laptops, Hefei', zh: '笔记本（合肥）' }, size: 4_500_000, ours: 22, open: null, rivals: { hefei: null }, facts: [] },
    { category: { en: 'Receivers', zh: '受话器' }, unit: tablets, size: 1_100_000, ours: 55, open: null, rivals: { dongguan: 30 }, facts: [] },
    { category: { en: 'Services', zh: '服务' }, unit: { en: 'Quality', zh: '质量' }, size: null, ours: null, open: null, rivals: {}, facts: ['returns', 'quality'] },
  ],
  sales: 9_500_000, hold: { rival: 'dongguan', percent: 8 },
  market: { en: 'Released by the parts committee in all three plants', zh: '三个工厂都通过器件委员会导入' },
  scenarios: [
    {
      name: { en: 'Base', zh: '基准' }, note: { en: 'People and tools as planned', zh: '人力、模具按计划' },
      moves: [snapIn, winBack, { line: 2, from: 'chip', points: [5, 10, 20], chance: 0.35, point: 1, text: { en: 'Only when fan noise is solved', zh: '前提是解决风扇噪声' } }, { line: 5, from: 'unknown', points: [20, 30, 50], chance: 0.4, point: 3, text: { en: '', zh: '' } }],
    },
    {
      name: { en: 'Weihai first', zh: '先打威海' }, note: { en: 'Second tool, two engineers on site; microphones wait', zh: '加一副模具、两名驻场工程师，麦克风先放' },
      moves: [{ ...snapIn, points: [20, 35, 50], chance: 0.8 }, winBack, { line: 1, from: 'dongguan', points: [3, 6, 10], chance: 0.5, point: 0, text: { en: '', zh: '' } }],
    },
  ],
};

/** The small customer that promises most: nearly all of its wallet is still open or unknown. */
export const HEARING_SAND: DemoSand<KeyOf<typeof HEARING_AIDS>> = {
  by: 'su',
  rivals: { danish: { en: 'Danish maker', zh: '丹麦厂' } },
  lines: [
    { category: { en: 'All acoustic parts', zh: '全部声学器件' }, unit: { en: 'Screening devices', zh: '筛查设备' }, size: 9_000_000, ours: 1, open: 80, rivals: {}, facts: ['tender', 'partner'] },
    { category: { en: 'Receivers', zh: '受话器' }, unit: { en: 'Hearing aids', zh: '助听器' }, size: 4_200_000, ours: 6, open: null, rivals: { danish: 30 }, facts: ['danish', 'pairs'] },
    { category: { en: 'Microphones', zh: '麦克风' }, unit: { en: 'Hearing aids', zh: '助听器' }, size: null, ours: null, open: null, rivals: { danish: null }, facts: [] },
  ],
  sales: 4_000_000, hold: { rival: 'danish', percent: 6 },
  market: { en: 'The one acoustics partner for three years', zh: '三年独家声学伙伴' },
  scenarios: [{
    name: { en: 'Base', zh: '基准' }, note: { en: 'Aging curves are on the table by spring', zh: '春季前拿出老化曲线' },
    moves: [
      { line: 0, from: 'open', points: [15, 40, 70], chance: 0.55, point: 0, text: { en: 'Aging curves first, then the frame contract', zh: '先给老化曲线，再谈框架协议' } },
      { line: 1, from: 'danish', points: [5, 10, 20], chance: 0.6, point: 2, text: { en: 'Nine weeks against 26', zh: '9周对26周' } },
      { line: 1, from: 'unknown', points: [5, 15, 25], chance: 0.7, point: 1, text: { en: 'Pairs within 1 dB from the line', zh: '在线1分贝配对' } },
    ],
  }],
};
