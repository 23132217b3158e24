import type { Problem } from '#contract/errors.ts';
import { Refusal, type RefusalCode } from '#domain/refusal.ts';

const STATUS: Record<RefusalCode, number> = {
  sign_in_required: 401, forbidden: 403, not_found: 404, conflict: 409, too_large: 413, invalid: 422, file_refused: 422,
  too_many_requests: 429, internal: 500, busy: 503,
};

/** HTTP status a refusal is answered with. */
export function statusOf(refusal: Refusal): number {
  return STATUS[refusal.code];
}

/** What a refusal looks like on the wire. */
export function problemOf(refusal: Refusal): Problem {
  return {
    code: refusal.code,
    message: refusal.message,
    ...(refusal.reason === undefined ? {} : { reason: refusal.reason }),
    ...(Object.keys(refusal.params).length === 0 ? {} : { params: refusal.params }),
    ...(refusal.fields.length === 0 ? {} : { fields: [...refusal.fields] }),
  };
}

/** The sentence for a fault of ours: never its cause, which is in the log under the request's id. */
export function internalProblem(requestId: string): Refusal {
  return new Refusal('internal', `Something went wrong on our side. The log has it under request ${requestId}.`, { params: { request: requestId } });
}
