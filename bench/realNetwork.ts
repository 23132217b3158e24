import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Random } from '#domain/random.ts';
import { sharedData } from '../test/sharedData.ts';
import { madeUpStrength, type MadeUp } from './socialNetwork.ts';

/** Who is whose friend on a real social network (SNAP ego-Facebook, McAuley and Leskovec, 2012: 4,039 people, 88,234 ties), with strengths made up; null where the file is not at hand. */
export function realNetwork(random: Random): MadeUp & { readonly people: number } | null {
  const file = sharedData('07_social_graphs/ego_facebook_edges.csv.gz');
  if (file === null) return null;
  const pairs = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n').slice(1).map((line) => line.split(',').map(Number) as [number, number]);
  const [a, b] = [Uint32Array.from(pairs, ([one]) => one), Uint32Array.from(pairs, ([, other]) => other)];
  return { people: 1 + b.reduce((most, one) => Math.max(most, one), a.reduce((most, one) => Math.max(most, one))), a, b, strength: Float64Array.from(a, () => madeUpStrength(random)) };
}
