import { z } from 'zod';
import { MOST, PERIOD } from '#domain/insight/sand/check.ts';
import { GOAL_KINDS } from '#domain/insight/sand/goal.ts';
import { RUNS } from '#domain/insight/sand/simulate.ts';
import { endpoint } from '../endpoint.ts';
import { CurrencyCode, Id } from '../shared.ts';
import { Noted, Withdraw, Withdrawn } from './capabilities.ts';
import { CitedFact } from './needs.ts';

const Period = z.string().regex(PERIOD);
const Percent = z.number().min(0).max(100);
const Minor = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const Name = z.string().trim().max(200);
const FactIds = z.array(z.number().int().positive()).max(50);

/** A part of a wallet: ours, a rival's, or nobody's yet (`open`). `percent` null: unknown. What is left to 100 is unknown too. */
const ShareView = z.object({ holder: z.enum(['ours', 'rival', 'open']), supplier: z.string().nullable(), percent: z.number().nullable() }).meta({ id: 'WalletShare' });
const NewShare = z.object({ holder: z.enum(['ours', 'rival', 'open']), supplier: Name.nullable().default(null), percent: Percent.nullable() }).meta({ id: 'NewWalletShare' });
const Source = z.enum(['rival', 'open', 'unknown']);

export const WalletLineView = z.object({
  id: z.number(), category: z.string(), unit: z.string(),
  /** Minor units of the currency of the table; null: unknown, never zero. */
  size: z.number().nullable(), note: z.string(), shares: z.array(ShareView), facts: z.array(CitedFact), evidence: z.enum(['proven', 'assumed', 'stale']),
}).meta({ id: 'WalletLine' });
const GoalView = z.object({ id: z.number(), kind: z.enum(GOAL_KINDS), text: z.string(), amount: z.number().nullable(), currency: z.string().nullable(), rival: z.string().nullable(), percent: z.number().nullable() }).meta({ id: 'SandGoal' });
const MoveView = z.object({
  id: z.number(), lineId: z.number(), from: Source, supplier: z.string().nullable(), low: z.number(), likely: z.number(), high: z.number(), chance: z.number(), text: z.string(), opportunityId: z.number().nullable(),
  /** The point of opportunity that carries it; null when there is none, or it was withdrawn. */
  opportunity: z.object({ id: z.number(), title: z.string(), stage: z.string(), priority: z.number(), evidence: z.enum(['proven', 'assumed', 'stale']) }).nullable(),
}).meta({ id: 'SandMove' });
const ScenarioView = z.object({ id: z.number(), name: z.string(), note: z.string(), seed: z.number(), moves: z.array(MoveView) }).meta({ id: 'SandScenario' });

export const readSand = endpoint({
  summary: 'Sand table of a customer in a period: wallet, goals, scenarios with their moves', access: 'readAccounts', params: z.object({ id: Id }),
  /** Without a period: the latest one in which anything stands, else this year. */
  query: z.object({ period: Period.optional() }),
  response: z.object({
    period: z.string(), periods: z.array(z.string()), currency: z.string(), lines: z.array(WalletLineView), goals: z.array(GoalView), scenarios: z.array(ScenarioView), can: z.object({ describe: z.boolean() }),
  }).meta({ id: 'SandTable' }),
});
export const setWallet = endpoint({
  summary: 'Enter lines of a wallet (a set; lines are meant by id or by category and unit, others stay)', access: 'describeAccount', params: z.object({ id: Id }),
  body: z.object({
    period: Period, currency: CurrencyCode,
    lines: z.array(z.object({
      id: z.number().int().positive().optional(), category: Name.min(1), unit: Name.default(''), size: Minor.nullable().default(null), note: z.string().trim().max(1000).default(''),
      /** All shares of the line: who is not named has none that we know of. */
      shares: z.array(NewShare).max(MOST.suppliers + 2).default([]), facts: FactIds.optional(),
    })).min(1).max(MOST.lines),
  }).meta({ id: 'WalletSet' }), response: Noted,
});
export const withdrawLines = endpoint({
  summary: 'Take lines out of the wallet, with the moves on them', access: 'describeAccount', params: z.object({ id: Id }),
  body: z.object({ ids: z.array(z.number().int().positive()).min(1).max(MOST.lines) }).meta({ id: 'WithdrawWalletLines' }), response: Noted,
});

const GoalFields = { text: z.string().trim().max(1000), amount: Minor.nullable(), currency: CurrencyCode.nullable(), rival: Name.nullable(), percent: Percent.nullable() };
export const setGoal = endpoint({
  summary: 'Set a goal of a period: market, sales or competition', access: 'describeAccount', params: z.object({ id: Id }),
  body: z.object({ period: Period, kind: z.enum(GOAL_KINDS), text: GoalFields.text.default(''), amount: GoalFields.amount.default(null), currency: GoalFields.currency.default(null), rival: GoalFields.rival.default(null), percent: GoalFields.percent.default(null) }).meta({ id: 'NewSandGoal' }), response: Noted,
});
export const editGoal = endpoint({ summary: 'Change a goal', access: 'describeAccount', params: z.object({ id: Id }), body: z.object(GoalFields).partial().meta({ id: 'SandGoalChange' }), response: Noted });
export const withdrawGoal = endpoint({ summary: 'Withdraw a goal, or bring it back', access: 'describeAccount', params: z.object({ id: Id }), body: Withdraw, response: Withdrawn });

const ScenarioName = z.string().trim().min(1).max(100);
const Seed = z.number().int().min(0).max(2_147_483_647);
export const openScenario = endpoint({
  summary: 'Open a scenario, empty or as a copy', access: 'describeAccount', params: z.object({ id: Id }),
  body: z.object({ period: Period, name: ScenarioName, note: z.string().trim().max(2000).default(''), copyOf: z.number().int().positive().nullable().default(null) }).meta({ id: 'NewScenario' }), response: Noted,
});
export const editScenario = endpoint({ summary: 'Rename a scenario, note what it supposes, give it another seed', access: 'describeAccount', params: z.object({ id: Id }), body: z.object({ name: ScenarioName, note: z.string().trim().max(2000), seed: Seed }).partial().meta({ id: 'ScenarioChange' }), response: Noted });
export const withdrawScenario = endpoint({ summary: 'Take a scenario off the table, or bring it back', access: 'describeAccount', params: z.object({ id: Id }), body: Withdraw, response: Withdrawn });

const MoveFields = {
  lineId: z.number().int().positive(), from: Source, supplier: Name.nullable(),
  /** Points of share. */
  low: Percent, likely: Percent, high: Percent,
  /** That it comes off at all, 0–1. */
  chance: z.number().min(0).max(1), opportunityId: z.number().int().positive().nullable(), text: z.string().trim().max(500),
};
export const planMove = endpoint({
  summary: 'Plan a move in a scenario', access: 'describeAccount', params: z.object({ id: Id }),
  body: z.object({ ...MoveFields, supplier: MoveFields.supplier.default(null), opportunityId: MoveFields.opportunityId.default(null), text: MoveFields.text.default('') }).meta({ id: 'NewSandMove' }), response: Noted,
});
export const editMove = endpoint({ summary: 'Change a move', access: 'describeAccount', params: z.object({ id: Id }), body: z.object(MoveFields).partial().meta({ id: 'SandMoveChange' }), response: Noted });
export const withdrawMove = endpoint({ summary: 'Withdraw a move, or bring it back', access: 'describeAccount', params: z.object({ id: Id }), body: Withdraw, response: Withdrawn });

export const simulateScenario = endpoint({
  summary: 'What may come of a scenario: our sales in 10, 50 and 90 of 100 futures, and what each move contributes', access: 'readAccounts', params: z.object({ id: Id }),
  query: z.object({ runs: z.coerce.number().int().min(100).max(100_000).default(RUNS), seed: z.coerce.number().int().min(0).max(2_147_483_647).optional() }),
  response: z.object({
    scenario: z.object({ id: z.number(), name: z.string(), period: z.string() }), currency: z.string(), runs: z.number(), seed: z.number(),
    base: z.number(), baseUnknownLines: z.number(), p10: z.number(), p50: z.number(), p90: z.number(), mean: z.number(), deviation: z.number(),
    goal: z.number().nullable(), chance: z.number().nullable(), histogram: z.array(z.object({ from: z.number(), to: z.number(), count: z.number() })),
    moves: z.array(z.object({ id: z.number(), value: z.number().nullable(), points: z.number(), spread: z.number().nullable(), capped: z.number(), room: z.number() })), uncounted: z.number(),
    rivals: z.array(z.object({ id: z.number(), now: z.number().nullable(), p50: z.number().nullable(), chance: z.number().nullable(), unknownLines: z.number() })),
  }).meta({ id: 'SandSimulation' }),
});
