/**
 * An error on request, to prove that errors arrive where you look for them. Only for a caller who can sign with the
 * secret; to anyone else the route does not exist.
 */

export class ErrorDrill extends Error {
  override readonly name = 'ErrorDrill';
  /** That this app made the error, on request and for which release; `scrubEvent` puts it into the event for Sentry. */
  readonly proof: string;

  constructor(id: string, proof: string) {
    super(`error drill ${id}`);
    this.proof = proof;
  }
}

/** How old a signature may be, in seconds. */
const MOST_AGE = 60;

interface Settings {
  readonly secret: string | undefined;
  readonly now?: () => number;
}

const HEADER = /^t=(\d{10}),id=([\w-]{1,64}),release=([\w.@+-]{1,200}),v1=([0-9a-f]{64})$/;

/**
 * Throws ErrorDrill where the header `x-lockstep-drill: t=SECONDS,id=ID,release=NAME,v1=HEX` is signed: HMAC-SHA-256 of
 * `SECONDS.ID.NAME` with the secret. Otherwise gives 404.
 */
export async function drillAnswer(request: Request, { secret, now = Date.now }: Settings): Promise<Response> {
  const header = request.headers.get('x-lockstep-drill') ?? '';
  const [, at = '', id = '', release = '', signature = ''] = HEADER.exec(header) ?? [];
  const isFresh = Math.abs(now() / 1_000 - Number(at)) <= MOST_AGE;
  // A short secret could be guessed from one signature.
  const canSign = secret !== undefined && secret.length >= 32;
  if (at === '' || !isFresh || !canSign || !(await isSigned(secret, `${at}.${id}.${release}`, signature)))
    return new Response('Not Found', { status: 404, headers: { 'cache-control': 'no-store' } });
  // Another text than the header's: who reads the event cannot ask for an error with it.
  throw new ErrorDrill(id, `t=${at},id=${id},v1=${await sign(secret, `event.${at}.${id}.${release}`)}`);
}

/** For the caller: the header. `release` is the name of the release at Sentry. */
export async function signDrill(
  secret: string,
  { id, release, now = Date.now() }: { readonly id: string; readonly release: string; readonly now?: number },
): Promise<string> {
  const at = Math.floor(now / 1_000);
  return `t=${at},id=${id},release=${release},v1=${await sign(secret, `${at}.${id}.${release}`)}`;
}

async function sign(secret: string, text: string): Promise<string> {
  const signature = await crypto.subtle.sign('HMAC', await keyOf(secret), bytes(text));
  return Array.from(new Uint8Array(signature), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** `verify` compares in a time that says nothing about the signature. */
async function isSigned(secret: string, text: string, hex: string): Promise<boolean> {
  const signature = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return await crypto.subtle.verify('HMAC', await keyOf(secret), signature, bytes(text));
}

function keyOf(secret: string) {
  return crypto.subtle.importKey('raw', bytes(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
}

function bytes(text: string) {
  return new TextEncoder().encode(text);
}
