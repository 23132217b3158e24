import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ahp } from '#domain/select/weigh/ahp.ts';
import { readJudgement } from '../../src/cli/readPairs.ts';
import { sharedData } from '../sharedData.ts';
import { file, vitalfew } from './terminal.ts';

async function weigh(...args: string[]) {
  const { code, out, err } = await vitalfew('weigh', ...args, '--format', 'json');
  expect(code, err).toBe(0);
  return { ...JSON.parse(out), err } as ReturnType<typeof JSON.parse>;
}
const LINES = 'left,right,value\nprice,brand,3\nprice,service,5\nbrand,service,1/4\n';
const WANTED = { items: ['price', 'brand', 'service'], pairs: [{ left: 'price', right: 'brand', value: 3 }, { left: 'price', right: 'service', value: 5 }, { left: 'brand', right: 'service', value: 1 / 4 }] };

describe('terminal', () => {
  test('JSON on standard output, the verdict on standard error', async () => {
    const got = await weigh('--pairs', file('three.csv', LINES));
    const wanted = ahp(WANTED);
    expect(got).toMatchObject({ method: 'eigenvector', table: 'saaty1980', items: WANTED.items, consistent: false, missing: [], weights: wanted.weights, percent: wanted.percent, lambdaMax: wanted.lambdaMax, ci: wanted.ci, cr: wanted.cr });
    expect(got.worst).toEqual({ left: wanted.worst!.left, right: wanted.worst!.right, given: wanted.worst!.given, fits: wanted.worst!.fits, crThen: wanted.worst!.crThen });
    expect(got.err).toMatch(/Consistency ratio .*saaty1980.*above 0\.1/);
    expect(got.err).toMatch(/Look again at brand : service = 1\/4; 2 would fit/);
  });

  test('table and method as chosen, and named', async () => {
    const got = await weigh('--pairs', file('three.csv', LINES), '--table', 'donegan-dodd', '--method', 'geometric', '--limit', 'strict');
    const wanted = ahp(WANTED, { table: 'donegan-dodd', derivation: 'geometric', rule: 'strict' });
    expect(got).toMatchObject({ method: 'geometric', table: 'donegan-dodd', cr: wanted.cr, weights: wanted.weights, limit: 0.05 });
  });

  test('the same comparisons in any form give the same', async () => {
    const wanted = ahp(WANTED).percent;
    const forms = [
      file('plain.csv', 'price,brand,3\nprice,service,5\nbrand,service,0.25\n'), file('chinese.csv', '右;值;左\nprice;1/3;brand\nservice;5;price\nservice;1/4;brand\n'),
      file('list.json', JSON.stringify([{ left: 'price', right: 'brand', value: '3' }, { left: 'price', right: 'service', value: 5 }, { left: 'brand', right: 'service', value: '1/4' }])),
      file('pairs.json', JSON.stringify({ items: WANTED.items, pairs: WANTED.pairs })),
      file('matrix.json', JSON.stringify({ items: WANTED.items, matrix: [[1, 3, 5], ['1/3', 1, '1/4'], ['1/5', 4, 1]] })),
    ];
    for (const path of forms) {
      const got = await weigh('--pairs', path);
      expect(WANTED.items.map((item) => got.percent[got.items.indexOf(item)]), path).toEqual(wanted);
    }
  });

  test('missing comparisons are taken as the others imply, and said', async () => {
    const got = await weigh('--pairs', file('chain.csv', 'left,right,value\na,b,3\nb,c,2\na,c,\n'));
    expect(got).toMatchObject({ missing: [{ left: 'a', right: 'c' }], cr: 0, consistent: true });
    expect(got.missing[0].implied).toBeCloseTo(6, 8);
    expect(got.err).toMatch(/1 of 3 comparisons are missing/);
  });

  test('two items have no ratio', async () => {
    const got = await weigh('--pairs', file('two.csv', 'a,b,3\n'));
    expect(got).toMatchObject({ weights: [0.75, 0.25], cr: null, ri: null, worst: null, consistent: true });
  });

  test('several files are several people', async () => {
    const got = await weigh('--pairs', file('ada.csv', 'a,b,9\n'), '--pairs', file('bo.csv', 'b,a,1\nb,c,2\n'));
    expect(got.items).toEqual(['a', 'b', 'c']);
    [6, 2, 1].forEach((part, n) => expect(got.weights[n]).toBeCloseTo(part / 9, 12));
  });

  test('a table for people, and help', async () => {
    const { code, out } = await vitalfew('weigh', '--pairs', file('three.csv', LINES));
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toBe('item       weight  rounded');
    expect(out).toMatch(/^price\s+0\.\d{6}\s+\d+\.\d %$/m);
    const help = await vitalfew('weigh', '--help');
    expect([help.code, help.err]).toEqual([0, '']);
    expect(help.out).toMatch(/saaty1980\|saaty2005\|alonso-lamata\|donegan-dodd/);
  });

  test.each([
    [['weigh'], 2, /--pairs/], [['weigh', '--pairs', 'x.csv', '--table', 'mine'], 2, /--table: mine is none of saaty1980/], [['weigh', '--pairs', 'x.csv', '--method', 'mean'], 2, /--method/],
    [['weigh', '--pairs', 'x.csv', '--format', 'xml'], 2, /--format/], [['weigh', '--nonsense'], 2, /nonsense/], [['weigh', '--pairs', 'absent.csv'], 1, /no file/],
  ] as const)('%j ends with %i', async (args, code, sentence) => {
    const got = await vitalfew(...args);
    expect([got.code, got.out]).toEqual([code, '']);
    expect(got.err).toMatch(sentence);
  });

  test.each([
    ['off the scale', 'a,b,10\n', /pairs\.0\.value: 10 is not on the scale/], ['no number', 'left,right,value\na,b,much\n', /row 2: "much" is no judgement/], ['an item alone', 'a,,3\n', /row 1: a comparison names two items/],
    ['compared twice', 'a,b,3\nb,a,2\n', /"b" and "a" are compared twice/], ['compared with itself', 'a,a,1\n', /compared with itself/], ['loose ends', 'a,b,3\nb,c,2\nd,e,2\n', /connects d, e with the others/], ['nothing', '\n', /not one comparison|empty/],
    ['no JSON', '[{"left": ', /no JSON/], ['a wrong matrix', '[[1, 3], [3, 1]]', /matrix\.1\.0: 3 is not 1 \/ 3/], ['too many', Array.from({ length: 21 }, (_, n) => `x${n},x${n + 1},1`).join('\n'), /at most 20/],
  ])('%s is refused, nothing on standard output', async (_, text, sentence) => {
    const got = await vitalfew('weigh', '--pairs', file('faulty.txt', text), '--format', 'json');
    expect([got.code, got.out]).toEqual([1, '']);
    expect(got.err).toMatch(sentence);
  });
});

test('how a judgement may be written', () => {
  expect(['3', ' 1/3 ', '1:4', '0,5', '０.２', '', '–', null, 7].map(readJudgement)).toEqual([3, 1 / 3, 1 / 4, 0.5, 0.2, null, null, null, 7]);
  for (const wrong of ['x', '3x', '1//3', '-3', '1e3']) expect(readJudgement(wrong)).toBeNaN();
});

describe.skipIf(!sharedData('05_mcda/mcda_references.json'))('published example (shared data)', () => {
  test('the drinks of Saaty 2008, as a file', async () => {
    const { inputs, recomputed, expected } = JSON.parse(readFileSync(sharedData('05_mcda/mcda_references.json')!, 'utf8')).cases.find((one: { name: string }) => one.name === 'ahp_drinks_Saaty2008');
    const got = await weigh('--pairs', file('drinks.json', JSON.stringify({ items: inputs.order, matrix: inputs.matrix })));
    got.weights.forEach((weight: number, n: number) => expect(weight).toBeCloseTo(recomputed.weights_eigenvector[n], 6));
    expect(Math.round(got.cr * 1000) / 1000).toBe(expected.CR);
  });
});
