import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The signed error drill: who holds the secret asks the app for an error (`drillHeader`), the app puts what proves it into
 * the tag `lockstep.drill` of the event that it sends (`app/files/lib/lockstep/error-drill.ts`), and the audit finds that
 * event. The two signatures are of different texts, so that no one who reads the one can make the other.
 */
export interface Drill {
  readonly atSeconds: number;
  /** Another one for each drill, of letters, digits, `_` and `-`. */
  readonly id: string;
  /** The name of the release at Sentry. */
  readonly release: string;
}

export const DRILL_TAG = 'lockstep.drill';
export const DRILL_HEADER = 'x-lockstep-drill';
/** A shorter one could be guessed from one signature. */
export const LEAST_SECRET = 32;
export const DRILL_ID = /^[\w-]{1,64}$/;
export const DRILL_RELEASE = /^[\w.@+-]{1,200}$/;
const PROOF = /^t=(\d{10}),id=([\w-]{1,64}),v1=([0-9a-f]{64})$/;

/** The header that asks the app for an error. */
export function drillHeader(secret: string, { atSeconds, id, release }: Drill): string {
  const v1 = hmac(secret, `${atSeconds}.${id}.${release}`).toString('hex');
  return `t=${atSeconds},id=${id},release=${release},v1=${v1}`;
}

/** When a drill of this release was signed, by the tag of its event; undefined for what the secret did not sign. */
export function provenAtMs(tag: string, release: string, secret: string): number | undefined {
  const [, at = '', id = '', v1 = ''] = PROOF.exec(tag) ?? [];
  if (at === '' || secret.length < LEAST_SECRET) return undefined;
  const expected = hmac(secret, `event.${at}.${id}.${release}`);
  return timingSafeEqual(expected, Buffer.from(v1, 'hex')) ? Number(at) * 1_000 : undefined;
}

function hmac(secret: string, text: string): Buffer {
  return createHmac('sha256', secret).update(text).digest();
}
