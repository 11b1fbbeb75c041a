import { Server } from 'node:http';
import { Server as SecureServer } from 'node:https';
import type { AddressInfo, Server as TcpServer } from 'node:net';

/** Longer than any client keeps a connection: otherwise a request may meet one that is just being closed. */
const KEEP_ALIVE_MS = 120_000;

/** Listens on a free loopback port. Throws a one-line error where the machine has none to give. */
export async function listen(server: TcpServer, port = 0): Promise<number> {
  if (server instanceof Server || server instanceof SecureServer) server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const what = port === 0 ? 'a free port on 127.0.0.1' : `port ${port} on 127.0.0.1`;
      reject(
        new Error(`cannot listen on ${what} (${cause.code}); end another proving ground and try again`, { cause }),
      );
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
