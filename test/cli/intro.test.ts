import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { sharedData } from '../sharedData.ts';
import { file, vitalfew } from './terminal.ts';

// 陈默 and Zhou Lan are of us; 罗乔安 is wanted.
const TIES = 'from,to,strength\n陈默,高屿,0.6\n高屿,罗乔安,70%\nZhou Lan,沈知微,0.35\n罗乔安,沈知微,0.9\n沈知微,高屿,0.6\n陈默,罗乔安,.05\n何远,罗乔安,0\n\n高屿,陈默,0.4\n高屿,高屿,1\n何远,沈知微,\n';
const ties = file('ties.csv', TIES);
async function intro(...args: string[]) {
  const { code, out, err } = await vitalfew('intro', ...args);
  expect(code, err).toBe(0);
  return { ...JSON.parse(out), err } as ReturnType<typeof JSON.parse>;
}
const ways = ({ introductions }: { introductions: { people: string[] }[] }) => introductions.map(({ people }) => people.join(' > '));

describe('intro', () => {
  test('JSON on standard output, best way first; what was left out on standard error', async () => {
    const got = await intro('--graph', ties, '--from', '陈默,Zhou Lan', '--to', '罗乔安');
    expect(got).toMatchObject({ from: ['陈默', 'Zhou Lan'], to: '罗乔安', hops: 6, diverse: 'last', willingness: 0.85, people: 6, ties: 6 });
    expect(ways(got)).toEqual(['陈默 > 高屿 > 罗乔安', 'Zhou Lan > 沈知微 > 罗乔安', '陈默 > 罗乔安']);
    expect(got.introductions[0]).toEqual({ people: ['陈默', '高屿', '罗乔安'], strengths: [0.6, 0.7], product: 0.6 * 0.7, weakest: { from: '陈默', to: '高屿', strength: 0.6 }, cost: 511 + 357 + 2 * 163 });
    expect(got.err).toBe('! 1 lines state no strength and were left out; --default counts them.\n! 1 lines name a tie again; the stronger counts.\n! 1 lines tie somebody to himself and were left out.\n');
  });

  test('every option', async () => {
    const ask = async (...more: string[]) => ways(await intro('--graph', ties, '--from', '陈默', '--to', '罗乔安', ...more));
    expect(await ask('--k', '1')).toEqual(['陈默 > 高屿 > 罗乔安']);
    expect(await ask('--hops', '1')).toEqual(['陈默 > 罗乔安']);
    expect(await ask('--ban', '高屿')).toEqual(['陈默 > 罗乔安']);
    expect(await ask('--ban', '高屿， 沈知微')).toEqual(['陈默 > 罗乔安']);
    expect(await ask('--diverse', 'none')).toEqual(['陈默 > 高屿 > 罗乔安', '陈默 > 高屿 > 沈知微 > 罗乔安', '陈默 > 罗乔安']);
    expect(await ask('--diverse', 'disjoint')).toEqual(['陈默 > 高屿 > 罗乔安', '陈默 > 罗乔安']);
    expect(await ask('--willingness', '0.05')).toEqual(['陈默 > 罗乔安', '陈默 > 高屿 > 罗乔安', '陈默 > 高屿 > 沈知微 > 罗乔安']);
    expect(ways(await intro('--graph', ties, '--from', '陈默', '--from', 'Zhou Lan', '--to', '何远', '--default', '0.2'))).toEqual(['Zhou Lan > 沈知微 > 何远']);
  });

  test('nobody leads there: an empty list, and the sentence; a tie of strength 0 or unknown is none', async () => {
    const got = await intro('--graph', ties, '--from', '陈默', '--to', '何远');
    expect([got.introductions, got.err]).toEqual([[], expect.stringContaining('There is no way from 陈默 to 何远 in 6 ties or fewer.')]);
  });

  test('ties without any strength count alike; the column may be called otherwise; a packed file is read', async () => {
    const bare = await intro('--graph', file('bare.csv', 'to,from\n2,1\n3,2\n'), '--from', '1', '--to', '3');
    expect([bare.introductions[0].strengths, bare.err]).toEqual([[0.5, 0.5], '! No line states a strength; each counts as 0.5.\n']);
    const packed = file('packed.csv.gz', '');
    writeFileSync(packed, gzipSync('甲;乙;Nähe\nA;B;0,25\n'));
    expect((await intro('--graph', packed, '--from', 'A', '--to', 'B', '--strength', 'nähe')).introductions[0].product).toBe(0.25);
  });

  test.each([
    [[], 2, /--graph/], [['--graph', ties], 2, /--from/], [['--graph', ties, '--from', '陈默'], 2, /--to/], [['--graph', ties, '--from', ' , ', '--to', 'x'], 2, /--from/], [[ties, '--from', '陈默', '--to', '何远'], 2, /--graph/],
    [['--graph', ties, '--from', '陈默', '--to', '何远', '--k', '0'], 2, /--k/], [['--graph', ties, '--from', '陈默', '--to', '何远', '--k', '2.5'], 2, /--k/], [['--graph', ties, '--from', '陈默', '--to', '何远', '--hops', '7'], 2, /--hops.*1 to 6/],
    [['--graph', ties, '--from', '陈默', '--to', '何远', '--diverse', 'very'], 2, /--diverse/], [['--graph', ties, '--from', '陈默', '--to', '何远', '--willingness', '0.01'], 2, /--willingness/], [['--graph', ties, '--from', '陈默', '--to', '何远', '--default', '0'], 2, /--default/],
    [['--graph', ties, '--from', '陈默', '--to', '何远', '--default', 'x'], 2, /--default/], [['--nonsense'], 2, /nonsense/],
    [['--graph', 'absent.csv', '--from', 'a', '--to', 'b'], 1, /no file/], [['--graph', ties, '--from', 'zhou lan', '--to', '何远'], 1, /nobody called "zhou lan".*Is "Zhou Lan" meant/], [['--graph', ties, '--from', '陈默', '--to', 'Nemo'], 1, /nobody called "Nemo"/],
    [['--graph', ties, '--from', '陈默', '--to', '陈默'], 1, /one of those who ask/], [['--graph', ties, '--from', '陈默', '--to', '何远', '--ban', '何远'], 1, /left out at once/], [['--graph', ties, '--from', '陈默', '--to', '何远', '--ban', 'Nobody'], 1, /"Nobody"/],
    [['--graph', ties, '--from', '陈默', '--to', '何远', '--strength', 'heat'], 1, /no column "heat"/],
  ] as const)('%j ends with %i', async (args, code, sentence) => {
    const got = await vitalfew('intro', ...args);
    expect([got.code, got.out]).toEqual([code, '']);
    expect(got.err).toMatch(sentence);
  });

  test.each([
    ['a word', 'from,to,strength\nA,B,0.5\nA,C,much\n', /1 rows.*row 3, column strength: it is "much"; a strength is from 0 to 1/s], ['above 1', 'from,to,strength\nA,B,76\n', /row 2, column strength: it is "76"/], ['below 0', 'from,to,strength\nA,B,-0.1\n', /row 2, column strength/],
    ['nobody', 'from,to,strength\nA,,0.5\n', /row 2, column to: it is empty/], ['no headers', 'A,B,0.5\n', /row 1.*from,to.*A, B, 0\.5/s], ['only headers', 'from,to\n', /not one tie/], ['nothing', '', /empty/],
  ])('%s is refused with its row and column', async (_, text, sentence) => {
    const path = file('faulty.csv', text);
    const got = await vitalfew('intro', '--graph', path, '--from', 'A', '--to', 'B');
    expect([got.code, got.out]).toEqual([1, '']);
    expect(got.err).toMatch(sentence);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  test('a packed file that is cut off is refused', async () => {
    const path = file('cut.csv.gz', '');
    writeFileSync(path, gzipSync(TIES.repeat(2000)).subarray(0, 200));
    const got = await vitalfew('intro', '--graph', path, '--from', 'A', '--to', 'B');
    expect([got.code, got.out]).toEqual([1, '']);
    expect(got.err).toMatch(/damaged or cut off/);
  });

  test('--help says what every option is', async () => {
    const { code, out } = await vitalfew('intro', '--help');
    expect(code).toBe(0);
    for (const option of ['--graph', '--from', '--to', '--k', '--hops', '--ban', '--diverse', '--willingness', '--strength', '--default']) expect(out).toMatch(new RegExp(`^  ${option} `, 'm'));
  });

  test.skipIf(!sharedData('07_social_graphs/ego_facebook_edges.csv.gz'))('88,234 friendships, packed (shared data)', async () => {
    const path = sharedData('07_social_graphs/ego_facebook_edges.csv.gz')!;
    const got = await intro('--graph', path, '--from', '107', '--to', '1684', '--k', '7', '--diverse', 'none');
    expect([got.people, got.ties]).toEqual([4039, 88_234]);
    expect(got.introductions.map(({ people }: { people: string[] }) => people.length)).toEqual(new Array(7).fill(5));
    expect(new Set(got.introductions.map(({ people }: { people: string[] }) => people[1]))).toEqual(new Set(['80', '608']));
  });
});
