/*
 * Scales of coverage (覆盖矩阵; method.md R3 and R7): the same two lists for both sides, so that a level of ours and a level of theirs
 * mean the same. A person stands in one box of each, or, when nobody knows, in none.
 */

/**
 * Level (层级), lowest first, by what somebody heads: nobody; a team; a department; a function or a part of the company; the company.
 * The five steps are ours (house default): the International Standard Classification of Occupations (ISCO-08, ILO 2012) has chief executives (112),
 * managers of functions (12, 13) and supervisors (312) as well, and no step between manager and executive, where sourcing is decided.
 */
export const LEVELS = ['staff', 'lead', 'manager', 'director', 'top'] as const;
export type Level = (typeof LEVELS)[number];

/** Function (职能): what somebody works in. `management` leads the whole company; `other`: staff functions that buy and sell nothing of ours (people, law, IT). */
export const FUNCTIONS = ['management', 'purchasing', 'engineering', 'quality', 'production', 'supply_chain', 'sales', 'service', 'finance', 'other'] as const;
export type WorkFunction = (typeof FUNCTIONS)[number];

/**
 * Whom of ours each function of theirs should know (对口; method.md R7 "function × function"; the pairs are house defaults): soldier to soldier. Empty: no counterpart is
 * expected. Their production is known by our service people, who stand on its floor, or by our own production.
 */
export const COUNTERPARTS: Readonly<Record<WorkFunction, readonly WorkFunction[]>> = {
  management: ['management'], purchasing: ['sales'], engineering: ['engineering'], quality: ['quality'], production: ['service', 'production'],
  supply_chain: ['supply_chain', 'production'], service: ['service'], finance: ['finance'], sales: [], other: [],
};

/** Functions that every company which buys parts has: where we know nobody in one, that is a gap (house default). */
export const EXPECTED_FUNCTIONS: readonly WorkFunction[] = ['management', 'purchasing', 'engineering', 'quality', 'production', 'supply_chain', 'finance'];

export const levelRank = (level: Level): number => LEVELS.indexOf(level);
