/**
 * An error on request, to prove that errors arrive where you look for them. Only for a caller who can sign with the
 * secret; to anyone else the route does not exist.
 */

export class ErrorDrill extends Error {
  override readonly name = 'ErrorDrill';
}

/** How old a signature may be, in seconds. */
const MOST_AGE = 60;

interface Settings {
  readonly secret: string | undefined;
  readonly now?: () => number;
}

/**
 * Throws ErrorDrill where the header `x-lockstep-drill: t=SECONDS,id=ID,v1=HEX` is signed: HMAC-SHA-256 of `SECONDS.ID`
 * with the secret. Otherwise gives 404.
 */
export async function drillAnswer(request: Request, { secret, now = Date.now }: Settings): Promise<Response> {
  const header = request.headers.get('x-lockstep-drill') ?? '';
  const [, at = '', id = '', signature = ''] = /^t=(\d{10}),id=([\w-]{1,64}),v1=([0-9a-f]{64})$/.exec(header) ?? [];
  const isFresh = Math.abs(now() / 1_000 - Number(at)) <= MOST_AGE;
  // A short secret could be guessed from one signature.
  const canSign = secret !== undefined && secret.length >= 32;
  if (at === '' || !isFresh || !canSign || !(await isSigned(secret, `${at}.${id}`, signature)))
    return new Response('Not Found', { status: 404, headers: { 'cache-control': 'no-store' } });
  throw new ErrorDrill(`error drill ${id}`);
}

/** For the caller: the header. */
export async function signDrill(secret: string, id: string, now = Date.now()): Promise<string> {
  const at = Math.floor(now / 1_000);
  const signature = await crypto.subtle.sign('HMAC', await keyOf(secret), bytes(`${at}.${id}`));
  const hex = Array.from(new Uint8Array(signature), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `t=${at},id=${id},v1=${hex}`;
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
