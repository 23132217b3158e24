/** The columns of a person that merging looks at, as they are kept. */
export interface MergePerson {
  readonly id: number;
  readonly name: string;
  readonly name_latin: string | null;
  readonly kind: string;
  readonly user_id: string | null;
  readonly account_id: number | null;
  readonly organisation: string;
  readonly title: string;
  readonly level: string | null;
  readonly level_by: string | null;
  readonly level_at: string | null;
  readonly function: string | null;
  readonly function_by: string | null;
  readonly function_at: string | null;
  readonly placeholder: number;
  readonly collected_on: string;
  readonly notice_on: string | null;
  readonly retain_until: string | null;
  readonly restricted_on: string | null;
  readonly private_to: string | null;
}
export interface MergeItem { readonly id: number; readonly kind: string; readonly value_norm: string; readonly place_norm: string; readonly from_on: string | null; readonly to_on: string | null; readonly sensitivity: string }
export interface MergeTie { readonly id: number; readonly person_a: number; readonly person_b: number; readonly kind: string }

export interface MergePlan {
  /** Columns of the person that is kept which change. */
  readonly set: Readonly<Record<string, string | number | null>>;
  readonly moved: { readonly items: readonly number[]; readonly ties: readonly number[] };
  /** Already known of the one that is kept, or a tie with itself. */
  readonly dropped: { readonly items: readonly number[]; readonly ties: readonly number[] };
  /** Why it cannot be done; null: it can. Private people stay apart from shared ones, two colleagues are two, one of us is nobody at a customer (`sides`), and who is asked to introduce us to the other is not the other. */
  readonly refused: 'same' | 'private' | 'colleagues' | 'sides' | 'accounts' | 'introduction' | null;
}

/**
 * What merging `other` into `keep` does. The one function behind the preview and the merge, so that they cannot differ. What `keep` says
 * counts; what it leaves open comes from `other`. The stricter right wins: the earlier end, an objection of either. `introduced`: an introduction
 * to one of them asks the other.
 */
export function planMerge(keep: MergePerson, other: MergePerson, items: { readonly keep: readonly MergeItem[]; readonly other: readonly MergeItem[] }, ties: { readonly keep: readonly MergeTie[]; readonly other: readonly MergeTie[] }, introduced = false): MergePlan {
  const refused = keep.id === other.id ? 'same' : keep.private_to !== other.private_to ? 'private' : keep.user_id !== null && other.user_id !== null ? 'colleagues'
    : (keep.user_id !== null && isTheirs(other)) || (other.user_id !== null && isTheirs(keep)) ? 'sides' : keep.account_id !== null && other.account_id !== null && keep.account_id !== other.account_id ? 'accounts' : introduced ? 'introduction' : null;
  const set: Record<string, string | number | null> = {};
  if (keep.placeholder === 1 && other.placeholder === 0) Object.assign(set, { name: other.name, placeholder: 0 });
  for (const column of ['name_latin', 'user_id', 'organisation', 'title', 'account_id', 'notice_on'] as const) if (!keep[column] && other[column]) set[column] = other[column];
  // Who told it, and when, goes with what was told.
  for (const told of ['level', 'function'] as const) if (keep[told] === null && other[told] !== null) for (const column of [told, `${told}_by`, `${told}_at`] as const) set[column] = other[column];
  if (keep.kind === 'contact' && other.kind !== 'contact') set['kind'] = other.kind;
  for (const column of ['retain_until', 'restricted_on', 'collected_on'] as const) {
    const days = [keep[column], other[column]].filter((day) => day !== null).toSorted();
    if ((days[0] ?? null) !== keep[column]) set[column] = days[0] ?? null;
  }
  const itemKey = (item: MergeItem) => [item.kind, item.value_norm, item.place_norm, item.from_on, item.to_on].join('\u0000');
  // That two guarded values are equal would tell what they are to whoever adds a guess and looks at the preview.
  const known = new Set(items.keep.filter((item) => item.sensitivity !== 'sensitive').map(itemKey));
  const there = (item: MergeItem) => item.sensitivity !== 'sensitive' && known.has(itemKey(item));
  const tieKey = (tie: MergeTie) => `${tie.person_a === other.id || tie.person_a === keep.id ? tie.person_b : tie.person_a} ${tie.kind}`;
  const tied = new Set(ties.keep.map(tieKey));
  const itself = (tie: MergeTie) => tie.person_a === keep.id || tie.person_b === keep.id;
  const goes = (tie: MergeTie) => itself(tie) || tied.has(tieKey(tie));
  return {
    set, refused,
    moved: { items: items.other.filter((item) => !there(item)).map(({ id }) => id), ties: ties.other.filter((tie) => !goes(tie)).map(({ id }) => id) },
    dropped: { items: items.other.filter(there).map(({ id }) => id), ties: ties.other.filter(goes).map(({ id }) => id) },
  };
}

/** Whether somebody works for a customer, or for somebody else who has a part in the business. */
const isTheirs = (person: Pick<MergePerson, 'kind' | 'account_id'>): boolean => person.account_id !== null || person.kind === 'customer' || person.kind === 'outsider';
