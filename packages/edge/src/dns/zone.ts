import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { connect } from 'node:net';
import { cancellation } from '@lockstep/base';
import type { DecodedPacket } from 'dns-packet';

/** What a name server of a zone says of a name: the records that it has for it, each with its time to live. */
export type ZoneAnswer =
  | {
      readonly kind: 'answer';
      /** Whether the server answers for the zone, and not from a cache. */
      readonly authoritative: boolean;
      readonly records: readonly ZoneRecord[];
    }
  | { readonly kind: 'none'; readonly code: string };

export interface ZoneRecord {
  readonly type: string;
  readonly ttl: number;
}

export interface ZoneQuestion {
  /** `192.0.2.53`, or with a port. */
  readonly server: string;
  readonly name: string;
  readonly type: 'A' | 'AAAA';
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/**
 * Asks a name server over UDP, and over TCP what is too long for that. Node's own resolver shows neither the time to
 * live of a CNAME nor whether an answer comes from the zone.
 */
export async function askZone(question: ZoneQuestion): Promise<ZoneAnswer> {
  // Only whoever asks a zone waits for it to load.
  const packets = await import('dns-packet');
  const id = randomInt(65_536);
  const packet = { type: 'query' as const, id, flags: 0, questions: [{ type: question.type, name: question.name }] };
  const read = async (bytes: Bytes): Promise<DecodedPacket | undefined> => {
    if (bytes === undefined) return undefined;
    try {
      const answer = packets.decode(bytes);
      return answer.id === id && answer.flag_qr ? answer : undefined;
    } catch {
      return undefined;
    }
  };
  const first = await exchange(question, (end) => overUdp(question, packets.encode(packet), end));
  if (first.code !== '') return { kind: 'none', code: first.code };
  let answer = await read(first.bytes);
  if (answer?.flag_tc === true) {
    const second = await exchange(question, (end) => overTcp(question, packets.streamEncode(packet), end));
    if (second.code !== '') return { kind: 'none', code: second.code };
    answer = await read(second.bytes);
  }
  if (answer === undefined) return { kind: 'none', code: 'EBADRESP' };
  const refused = answer as DecodedPacket & { readonly rcode: string };
  if (refused.rcode !== 'NOERROR' && refused.rcode !== 'NXDOMAIN') return { kind: 'none', code: refused.rcode };
  const records = (answer.answers ?? []).flatMap((one) =>
    'ttl' in one ? [{ type: one.type, ttl: one.ttl ?? 0 }] : [],
  );
  return { kind: 'answer', authoritative: answer.flag_aa, records };
}

type Bytes = Buffer | undefined;

interface Exchanged {
  readonly bytes: Bytes;
  /** Why nothing came; '' where something did. */
  readonly code: string;
}

type End = (bytes: Bytes, code?: string) => void;

/** Runs one exchange within the time; the function that starts it gives the one that closes it. */
function exchange({ timeoutMs, signal }: ZoneQuestion, start: (end: End) => () => void): Promise<Exchanged> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(cancellation(signal));
    let ended = false;
    const finish = (what: () => void) => {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      close();
      what();
    };
    const stop = () => finish(() => reject(cancellation(signal)));
    const timer = setTimeout(() => finish(() => resolve({ bytes: undefined, code: 'ETIMEOUT' })), timeoutMs);
    signal.addEventListener('abort', stop, { once: true });
    const close = start((bytes, code = '') => finish(() => resolve({ bytes, code })));
  });
}

function overUdp({ server }: ZoneQuestion, query: Buffer, end: End): () => void {
  const { host, port } = partsOf(server);
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
  socket.on('error', (error: NodeJS.ErrnoException) => end(undefined, error.code ?? 'EIO'));
  socket.on('message', (bytes) => end(bytes));
  // A port that is closed is told to a socket that is connected only.
  socket.connect(port, host, () => socket.send(query));
  return () => void socket.close();
}

function overTcp({ server }: ZoneQuestion, query: Buffer, end: End): () => void {
  const { host, port } = partsOf(server);
  const socket = connect(port, host, () => void socket.write(query));
  let come = Buffer.alloc(0);
  socket.on('error', (error: NodeJS.ErrnoException) => end(undefined, error.code ?? 'EIO'));
  socket.on('close', () => end(undefined, 'ECONNRESET'));
  socket.on('data', (bytes) => {
    come = Buffer.concat([come, bytes]);
    if (come.length >= 2 && come.length >= 2 + come.readUInt16BE(0)) end(come.subarray(2, 2 + come.readUInt16BE(0)));
  });
  return () => void socket.destroy();
}

function partsOf(server: string): { readonly host: string; readonly port: number } {
  const found = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d+))?$/.exec(server);
  return { host: found?.[1] ?? found?.[2] ?? server, port: Number(found?.[3] ?? 53) };
}
