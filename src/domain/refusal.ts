/** Why something is refused: few codes, named once; `reason` is the exact cause, worded in the viewer's language by the client. */
export const REFUSAL_CODES = [
  'sign_in_required', 'forbidden', 'not_found', 'invalid', 'conflict', 'too_many_requests', 'too_large', 'file_refused', 'busy', 'internal',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export interface InvalidField {
  /** Full path, e.g. `lenses.0.factors.2.weight`. */
  readonly path: string;
  readonly reason: string;
  readonly message: string;
}

/** Thrown where a rule says no. The message is the English sentence; nothing has been changed. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly reason: string | undefined;
  readonly params: Record<string, string | number>;
  readonly fields: readonly InvalidField[];

  constructor(code: RefusalCode, message: string, details: { reason?: string; params?: Record<string, string | number>; fields?: readonly InvalidField[] } = {}) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.reason = details.reason;
    this.params = details.params ?? {};
    this.fields = details.fields ?? [];
  }
}
