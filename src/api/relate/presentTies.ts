import type { Context } from '#actions/act.ts';
import type { KnownLine } from '#actions/relate/network/pairLines.ts';
import type { PairTie } from '#domain/relate/pairTie.ts';
import { scopeOf } from '#domain/trust/permissions.ts';
import type { PersonRow } from '#storage/relate/people.ts';

export const presentWayPerson = (row: PersonRow) => ({
  id: row.id, name: row.name, title: row.title, organisation: row.organisation, placeholder: row.placeholder === 1, private: row.private_to !== null,
  account: row.account_id === null ? null : { id: row.account_id, name: row.account_name ?? '' }, userId: row.user_id,
});

/** Who looks: their own person, if they are in the network, and what their role may do with ties. */
export interface TieViewer { readonly context: Context; readonly me: number | undefined; readonly nameOf: (id: string) => string }

/** The tie of a pair with its lines, each with what the viewer may do with it. */
export function presentTie(tie: PairTie, known: readonly KnownLine[], { context: { actor }, me, nameOf }: TieViewer) {
  const person = (id: string | null) => (id === null ? null : { id, name: nameOf(id) });
  const scope = scopeOf(actor.role, 'recordPerson');
  return {
    strength: tie.strength, computed: tie.computed, corrected: tie.corrected !== null,
    lines: known.map(({ tie: row, place, line }, n) => {
      const { prior, since, days, halfLife, strength, counts } = tie.lines[n]!;
      const told = row !== null && actor.id !== null && (row.recorded_by === actor.id || row.private_to === actor.id);
      const own = told || (row !== null && me !== undefined && (row.person_a === me || row.person_b === me));
      return {
        tieId: row?.id ?? null, kind: line.kind, how: row?.how ?? 'inferred' as const, evidence: row?.evidence ?? '', place: row?.place || place, lastContactOn: row?.last_contact_on ?? null, span: row !== null && row.last_contact_on === since ? row.last_contact_span : null, fromOn: line.fromOn, toOn: line.toOn,
        prior, since, days, halfLife, strength, counts, private: row !== null && row.private_to !== null, by: person(row?.recorded_by ?? null),
        correction: row === null || row.corrected_at === null ? null : { strength: row.strength, by: person(row.corrected_by), on: row.corrected_at.slice(0, 10), why: row.corrected_why ?? '' },
        can: { correct: scope !== 'none' && own, kind: scope !== 'none' && own && row!.import_id !== null, withdraw: row !== null && scope !== 'none' && (own || scope === 'all'), keepPrivate: scope !== 'none' && told },
      };
    }),
  };
}

/** Users who are named in lines. */
export const tellersOf = (known: readonly KnownLine[]): string[] => known.flatMap(({ tie }) => [tie?.recorded_by, tie?.corrected_by].filter((id): id is string => typeof id === 'string'));
