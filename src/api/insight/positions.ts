import { viewerOf, type Context } from '#actions/act.ts';
import { eraseHolder } from '#actions/insight/kpi/eraseHolder.ts';
import { measuringNow } from '#actions/insight/kpi/measuring.ts';
import { addPositionKpis, editPositionKpi } from '#actions/insight/kpi/positionKpis.ts';
import { addPositions, editPosition, positionOf } from '#actions/insight/kpi/positions.ts';
import { addTopics, editTopic, proposeFromTopic } from '#actions/insight/kpi/topics.ts';
import { noteFor, withdrawNote } from '#actions/insight/writeNotes.ts';
import { proposeKpis } from '#domain/insight/kpi/proposeKpis.ts';
import { restsOn } from '#domain/insight/restsOn.ts';
import { Refusal } from '#domain/refusal.ts';
import { proofOf } from '#domain/select/fact.ts';
import { readLibrary } from '#storage/insight/kpiRows.ts';
import { citationsOf, notesById, notesOf } from '#storage/insight/notes.ts';
import { briefsOf } from '#storage/insight/positions.ts';
import { findAccount } from '#storage/select/accounts.ts';
import { factsById, listFacts } from '#storage/select/facts.ts';
import { serve, type Api } from '../endpoint.ts';
import { presentFact } from '../select/presentMarks.ts';
import { presentKpi } from './kpis.ts';

/** Facts looked through for a proposal: the newest. */
const FACTS = 2000;
const SHOWN = 500;

/** Key positions: what each is measured by, what it needs because of it, what to talk about. */
export function registerPositions(api: Api): void {
  serve(api, 'GET /api/accounts/{id}/positions', async ({ context, params }) => {
    const account = await findAccount(context.store.read, viewerOf(context.actor), params.id);
    if (!account) throw new Refusal('not_found', 'There is no such customer among those you may see.', { reason: 'account' });
    return await positionsView(context, account.id);
  });
  serve(api, 'POST /api/accounts/{id}/positions', ({ context, params, body }) => addPositions(context, params.id, body.positions));
  serve(api, 'PATCH /api/positions/{id}', async ({ context, params, body }) => ({ event: (await editPosition(context, params.id, body)).event }));
  serve(api, 'POST /api/positions/{id}/withdraw', ({ context, params, body }) => withdrawNote(context, 'key_position', params.id, body.withdrawn, (row: { title: string }) => row.title));
  serve(api, 'POST /api/positions/{id}/erase-holder', ({ context, params }) => eraseHolder(context, params.id));
  serve(api, 'GET /api/positions/{id}/proposals', async ({ context, params }) => {
    const db = context.store.read;
    const position = await noteFor(context, 'key_position', params.id);
    const measuring = await measuringNow(context);
    const facts = (await listFacts(db, position.account_id, { limit: FACTS })).map((fact) => presentFact(fact, [], measuring));
    const taken = new Set((await notesOf(db, 'position_kpi', position.account_id)).filter((row) => row.position_id === position.id).flatMap((row) => row.kpi ?? []));
    const rows = proposeKpis(await readLibrary(db), positionOf(position), taken, facts);
    const named = new Set(rows.flatMap((row) => row.facts));
    return { rows: rows.map(({ kpi, facts: ids, fits, taken: has }) => ({ kpi: presentKpi(kpi), factIds: [...ids], fits, taken: has })), facts: facts.filter((fact) => named.has(fact.id)) };
  });

  serve(api, 'POST /api/positions/{id}/kpis', ({ context, params, body }) => addPositionKpis(context, params.id, body.kpis));
  serve(api, 'PATCH /api/position-kpis/{id}', async ({ context, params, body }) => ({ event: (await editPositionKpi(context, params.id, body)).event }));
  serve(api, 'POST /api/position-kpis/{id}/withdraw', ({ context, params, body }) => withdrawNote(context, 'position_kpi', params.id, body.withdrawn, (row: { text: string }) => row.text));
  serve(api, 'POST /api/positions/{id}/topics', ({ context, params, body }) => addTopics(context, params.id, body.topics));
  serve(api, 'PATCH /api/topics/{id}', async ({ context, params, body }) => ({ event: (await editTopic(context, params.id, body)).event }));
  serve(api, 'POST /api/topics/{id}/opportunity', ({ context, params }) => proposeFromTopic(context, params.id));
  serve(api, 'POST /api/topics/{id}/withdraw', ({ context, params, body }) => withdrawNote(context, 'talk_topic', params.id, body.withdrawn, (row: { text: string }) => row.text));
}

async function positionsView(context: Context, accountId: number) {
  const db = context.store.read;
  const [positions, kpis, topics] = [await notesOf(db, 'key_position', accountId, SHOWN), await notesOf(db, 'position_kpi', accountId), await notesOf(db, 'talk_topic', accountId)];
  const briefs = await briefsOf(db, accountId);
  const [ofKpis, ofTopics] = [await citationsOf(db, 'position_kpi', kpis.map((row) => row.id)), await citationsOf(db, 'talk_topic', topics.map((row) => row.id))];
  const facts = await factsById(db, [...new Set([ofKpis, ofTopics].flatMap((cited) => [...cited.values()].flat()))]);
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const measuring = await measuringNow(context);
  const known = (ids: readonly number[]) => ({ ...restsOn(ids.flatMap((id) => byId.get(id) ?? []).map(proofOf), measuring.context.asOf, measuring.halfLives), factIds: [...ids] });
  const points = await notesOf(db, 'opportunity', accountId);
  const became = new Map((await notesById(db, 'opportunity', topics.flatMap((row) => row.opportunity_id ?? []))).map((row) => [row.id, row]));
  const living = new Set(kpis.map((row) => row.id));
  return {
    rows: positions.map((row) => ({
      id: row.id, accountId, ...positionOf(row),
      kpis: kpis.filter((kpi) => kpi.position_id === row.id).toSorted((a, b) => b.importance - a.importance || a.id - b.id)
        .map((kpi) => ({ id: kpi.id, kpi: kpi.kpi, text: kpi.text, target: kpi.target, importance: kpi.importance, need: kpi.so_needs, ...known(ofKpis.get(kpi.id) ?? []) })),
      topics: topics.filter((topic) => topic.position_id === row.id).map((topic) => {
        const point = topic.opportunity_id === null ? undefined : became.get(topic.opportunity_id);
        const of = topic.position_kpi_id !== null && living.has(topic.position_kpi_id) ? topic.position_kpi_id : null;
        const own = ofTopics.get(topic.id) ?? [];
        // A topic without facts of its own rests on those of the KPI it follows from.
        const { state, confidence } = known(own.length > 0 || of === null ? own : ofKpis.get(of) ?? []);
        return { id: topic.id, text: topic.text, positionKpiId: of, opportunity: point && point.withdrawn_at === null ? { id: point.id, title: point.title } : null, state, confidence, factIds: [...own] };
      }),
      briefs: briefs.filter((brief) => brief.position_id === row.id).map((brief) => ({ id: brief.id, meetingOn: brief.meeting_on, purpose: brief.purpose, madeAt: brief.recorded_at })),
    })),
    facts: facts.map((fact) => presentFact(fact, [], measuring)), opportunities: points.map(({ id, title }) => ({ id, title })),
    can: { describe: (await findAccount(db, viewerOf(context.actor, 'describeAccount'), accountId)) !== undefined },
  };
}
