import { withoutMark } from '@lockstep/base';

/** What one probe brought back. Bodies and headers may hold patient data: only `fields.ts` lets words of them out. */
export type ProbeExchange = HttpResponse | NoResponse;

export interface HttpResponse {
  readonly kind: 'answer';
  /** The path that was asked for. */
  readonly path: string;
  /** The path that answered, after redirects within the origin. */
  readonly landed: string;
  /** How many redirects within the origin were followed. */
  readonly redirects: number;
  readonly status: number;
  /** Lower-case names; several of one name are joined with `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** True when the body was longer than the probe reads. */
  readonly truncated: boolean;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** From the request to the last byte, in milliseconds; redirects included. */
  readonly ms: number;
  /** When the server's certificate ends, in milliseconds since the epoch; undefined without TLS. */
  readonly certificateEnds: number | undefined;
  /** Whether the request carried a credential for Deployment Protection. */
  readonly credentialed: boolean;
}

/** The body as JSON, undefined where it is none. A byte order mark is no part of it. */
export function jsonOf({ body }: HttpResponse): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(withoutMark(body)) };
  } catch {
    return undefined;
  }
}

export interface NoResponse {
  readonly kind: 'timeout' | 'network';
  /** `ECONNREFUSED`, `CERT_HAS_EXPIRED`, …; for a timeout how far it got. */
  readonly code: string;
  readonly path: string;
  readonly at: number;
  readonly ms: number;
}
