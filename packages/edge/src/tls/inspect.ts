import { isIP, type LookupFunction } from 'node:net';
import * as tls from 'node:tls';
import { cancellation } from '@lockstep/base';

/** Versions of TLS that a server can be asked for, oldest first. */
export const TLS_VERSIONS = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const;
export type TlsVersion = (typeof TLS_VERSIONS)[number];

export interface TlsTarget {
  readonly host: string;
  readonly port: number;
  readonly timeoutMs: number;
  readonly ca?: readonly string[];
  readonly lookup?: LookupFunction;
  readonly signal: AbortSignal;
}

/** What a server showed in one handshake. */
export type Handshake = Shown | { readonly kind: 'none'; readonly code: string };

export interface Shown {
  readonly kind: 'shown';
  readonly version: string;
  /** `h2`, `http/1.1`; '' where the server chose none. */
  readonly alpn: string;
  /** '' where the chain is trusted, else why not (`CERT_HAS_EXPIRED`). */
  readonly untrusted: string;
  readonly nameFits: boolean;
  /** Names that the certificate is for. */
  readonly names: readonly string[];
  readonly validFromMs: number;
  readonly validToMs: number;
  /** Organization of the issuer, or its common name. */
  readonly issuer: string;
}

/** One handshake as a browser of today makes it. */
export function inspect(target: TlsTarget): Promise<Handshake> {
  return shake(target, { ALPNProtocols: ['h2', 'http/1.1'] }, (socket) => shownBy(socket, target));
}

/** Whether a server speaks a version when it is offered nothing else. */
export type Offered =
  | { readonly kind: 'accepted' }
  /** The server itself said no. */
  | { readonly kind: 'refused' }
  /** The connection ended in another way: a server that refuses does that too, and so does a bad network. */
  | { readonly kind: 'none'; readonly code: string };

/** What an old version needs besides: OpenSSL of today offers no cipher that goes with it by default. */
const OLD = { ciphers: 'DEFAULT@SECLEVEL=0' };

const ACCEPTED = { kind: 'accepted' } as const;

export async function offer(target: TlsTarget, version: TlsVersion): Promise<Offered> {
  const old = version === 'TLSv1' || version === 'TLSv1.1' ? OLD : {};
  const shaken = await shake(target, { minVersion: version, maxVersion: version, ...old }, () => ACCEPTED);
  if (shaken.kind === 'accepted') return shaken;
  return REFUSALS.has(shaken.code) ? { kind: 'refused' } : shaken;
}

/** Alerts by which a server refuses a version. */
const REFUSALS: ReadonlySet<string> = new Set([
  'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
  'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
  'ERR_SSL_TLSV1_ALERT_INSUFFICIENT_SECURITY',
  'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE',
]);

function shake<Read>(
  { host, port, timeoutMs, ca, lookup, signal }: TlsTarget,
  options: tls.ConnectionOptions,
  read: (socket: tls.TLSSocket) => Read,
): Promise<Read | { readonly kind: 'none'; readonly code: string }> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(cancellation(signal));
    const socket = tls.connect({
      host,
      port,
      ...(isIP(host) === 0 ? { servername: host } : {}),
      // It is looked at, whatever it is; nothing is sent over it.
      rejectUnauthorized: false,
      checkServerIdentity: () => undefined,
      ...(ca === undefined ? {} : { ca: [...ca] }),
      ...(lookup === undefined ? {} : { lookup }),
      ...options,
    });
    const end = (what: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancelled);
      socket.destroy();
      what();
    };
    const cancelled = () => end(() => reject(cancellation(signal)));
    const timer = setTimeout(() => end(() => resolve({ kind: 'none', code: 'ETIMEDOUT' })), timeoutMs);
    signal.addEventListener('abort', cancelled, { once: true });
    socket.once('secureConnect', () => {
      const seen = read(socket);
      end(() => resolve(seen));
    });
    socket.on('error', (error: NodeJS.ErrnoException) => end(() => resolve({ kind: 'none', code: error.code ?? '' })));
    socket.once('close', () => end(() => resolve({ kind: 'none', code: 'ECONNRESET' })));
  });
}

function shownBy(socket: tls.TLSSocket, { host }: TlsTarget): Handshake {
  const certificate = socket.getPeerX509Certificate();
  if (certificate === undefined) return { kind: 'none', code: 'NO_CERTIFICATE' };
  const fits = isIP(host) === 0 ? certificate.checkHost(host) : certificate.checkIP(host);
  return {
    kind: 'shown',
    version: socket.getProtocol() ?? '',
    alpn: socket.alpnProtocol === false ? '' : (socket.alpnProtocol ?? ''),
    untrusted: codeOf(socket.authorizationError),
    nameFits: fits !== undefined,
    names: (certificate.subjectAltName ?? '').split(', ').filter((name) => name !== ''),
    validFromMs: Date.parse(certificate.validFrom),
    validToMs: Date.parse(certificate.validTo),
    issuer: issuerOf(certificate.issuer),
  };
}

/** Node gives the code alone, or the error that has it. */
function codeOf(error: Error | string | null | undefined): string {
  if (error === null || error === undefined) return '';
  if (typeof error === 'string') return error;
  return (error as NodeJS.ErrnoException).code ?? error.name;
}

function issuerOf(issuer: string): string {
  const parts = new Map(
    issuer.split('\n').map((line) => {
      const [key = '', ...rest] = line.split('=');
      return [key, rest.join('=')] as const;
    }),
  );
  return parts.get('O') ?? parts.get('CN') ?? '';
}
