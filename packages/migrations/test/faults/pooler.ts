import { connect, createServer, type Socket } from 'node:net';
import type { Scope } from '@lockstep/proving-ground/scope';

/**
 * A connection pooler as far as simple queries go, like PgBouncer and Supavisor: it answers the login itself, with a
 * process id of its own, and lends a backend for one transaction, or for the client's whole session.
 */
export async function startPooler(
  scope: Scope,
  serverPort: number,
  login: { readonly user: string; readonly database: string },
  mode: 'transaction' | 'session',
): Promise<number> {
  const idle: Backend[] = [];
  const sockets = new Set<Socket>();
  const borrow = async () => idle.shift() ?? openBackend(serverPort, login, sockets);
  let clients = 0;
  const server = createServer((client) => {
    sockets.add(client);
    const pid = 900_000 + ++clients;
    let backend: Promise<Backend> | undefined;
    let greeted = false;
    const read = messages((type, bytes) => {
      if (type === 'X') return;
      backend ??= borrow();
      void backend.then((lent) =>
        lent.forward(bytes, client, () => {
          if (mode === 'session') return;
          backend = undefined;
          idle.push(lent);
        }),
      );
    });
    client.on('data', (chunk: Buffer) => {
      if (!greeted) {
        greeted = true;
        client.write(
          Buffer.concat([message('R', int32(0)), message('K', int32(pid), int32(1)), message('Z', Buffer.from('I'))]),
        );
        return;
      }
      read(chunk);
    });
    client.on('error', () => undefined);
    client.on('close', () => void backend?.then((lent) => lent.end()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  scope.defer('pooler', () => {
    for (const socket of sockets) socket.destroy();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return (server.address() as { port: number }).port;
}

interface Backend {
  /** Sends a message on, and its answers back, until the server is ready and in no transaction. */
  forward(bytes: Buffer, client: Socket, onIdle: () => void): void;
  end(): void;
}

function openBackend(port: number, login: { user: string; database: string }, sockets: Set<Socket>): Promise<Backend> {
  const socket = connect(port, '127.0.0.1');
  sockets.add(socket);
  const parameters = Buffer.from(`user\0${login.user}\0database\0${login.database}\0\0`);
  socket.write(Buffer.concat([int32(8 + parameters.length), int32(196_608), parameters]));
  return new Promise((resolve) => {
    let client: Socket | undefined;
    let onIdle: () => void = () => undefined;
    const backend: Backend = {
      forward: (bytes, to, idle) => {
        client = to;
        onIdle = idle;
        socket.write(bytes);
      },
      end: () => socket.end(message('X')),
    };
    socket.on('error', () => undefined);
    socket.on('close', () => client?.destroy());
    socket.on(
      'data',
      messages((type, bytes) => {
        if (client === undefined) {
          if (type === 'Z') resolve(backend);
          return;
        }
        const to = client;
        if (type === 'Z' && bytes[5] === 0x49) onIdle();
        to.write(bytes);
      }),
    );
  });
}

/** Cuts a stream into protocol messages: a type byte, and a length that counts itself. */
function messages(take: (type: string, bytes: Buffer) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 5) {
      const size = 1 + rest.readInt32BE(1);
      if (rest.length < size) return;
      take(String.fromCharCode(rest[0] as number), rest.subarray(0, size));
      rest = rest.subarray(size);
    }
  };
}

function message(type: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(type), int32(4 + body.length), body]);
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}
