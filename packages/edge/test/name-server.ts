import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { type Answer, AUTHORITATIVE_ANSWER, decode, encode, RECURSION_AVAILABLE, TRUNCATED_RESPONSE } from 'dns-packet';

export type Zone = readonly Answer[];

export interface Served {
  readonly authoritative?: boolean;
  /** Over UDP it says only that the answer is too long. */
  readonly truncated?: boolean;
  readonly tcp?: boolean;
  /** Instead of records it answers with an error: 2 is SERVFAIL, 5 is REFUSED. */
  readonly error?: number;
  readonly silent?: boolean;
}

/** A real name server that knows these records and nothing else, over UDP and TCP on one port. */
export async function nameServer(zone: Zone, served: Served = {}) {
  const { authoritative = true, truncated = false, tcp = true, error, silent = false } = served;
  const flags = RECURSION_AVAILABLE | (authoritative ? AUTHORITATIVE_ANSWER : 0);
  const long = tcpServer((socket) => {
    socket.on('data', (bytes) => {
      const answer = answerTo(zone, bytes.subarray(2), flags, error);
      const size = Buffer.alloc(2);
      size.writeUInt16BE(answer.length);
      socket.write(Buffer.concat([size, answer]));
    });
  });
  long.listen(0, '127.0.0.1');
  await once(long, 'listening');
  const { port } = long.address() as { port: number };
  if (!tcp) await closeAll(long);
  const short = createSocket('udp4');
  short.on('message', (bytes, from) => {
    if (silent) return;
    const answer = truncated ? answerTo([], bytes, flags | TRUNCATED_RESPONSE, 0) : answerTo(zone, bytes, flags, error);
    short.send(answer, from.port, from.address);
  });
  short.bind(port, '127.0.0.1');
  await once(short, 'listening');
  return {
    address: `127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      short.close();
      if (tcp) await closeAll(long);
    },
  };
}

const NO_SUCH_NAME = 3;

function answerTo(zone: Zone, bytes: Uint8Array, flags: number, code?: number): Buffer {
  const query = decode(Buffer.from(bytes));
  const [question] = query.questions ?? [];
  const ofName = zone.filter(({ name }) => name === question?.name);
  const answers = ofName.filter(({ type }) => type === question?.type || type === 'CNAME');
  const alias = answers.find((one) => one.type === 'CNAME' && question?.type !== 'CNAME');
  const target = alias === undefined ? undefined : String((alias as { readonly data: string }).data);
  const more = zone.filter((one) => one.name === target && one.type === question?.type);
  const known = ofName.length > 0 || zone.some(({ name }) => name.endsWith(`.${question?.name}`));
  return encode({
    type: 'response',
    id: query.id ?? 0,
    flags: flags | (code ?? (known ? 0 : NO_SUCH_NAME)),
    questions: query.questions ?? [],
    answers: [...answers, ...more],
  });
}

const open = new WeakMap<Server, Set<Socket>>();

/** A server over TCP whose connections end with it. */
export function tcpServer(take: (socket: Socket) => void): Server {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    take(socket);
  });
  open.set(server, sockets);
  return server;
}

export async function closeAll(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  for (const socket of open.get(server) ?? []) socket.destroy();
  await closed;
}
