import type { z } from 'zod';
import type { Permission } from '#domain/trust/permissions.ts';

/**
 * What crosses the wire, one object per endpoint. The server registers it (and OpenAPI is made from it), the web calls it
 * with types only: `import type` keeps zod out of the first page.
 */
export interface Endpoint {
  readonly summary: string;
  /** `public`: no session; `member`: any signed-in person; else the permission checked by the action. */
  readonly access: 'public' | 'member' | Permission;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** The body is a file as it is (application/octet-stream), up to the upload limit. */
  readonly upload?: true;
  /** Absent: the answer is a file or a stream (`produces` names its media type). */
  readonly response?: z.ZodType;
  readonly produces?: string;
}

export const endpoint = <const E extends Endpoint>(e: E): E => e;
