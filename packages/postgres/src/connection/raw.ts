import type { Duplex } from 'node:stream';
import type { Target } from './database-url.ts';
import { explainFailedLogin } from './explain.ts';
import { clientConfig, type OpenOptions } from './session.ts';

/** A connection that has logged in, for a program that speaks the protocol itself. */
export interface RawConnection {
  /** Whatever the server sends from here on; nobody else reads it. */
  readonly socket: Duplex;
  /** What the server reported at the login (ParameterStatus). */
  readonly parameters: Readonly<Record<string, string>>;
  readonly pid: number;
  readonly secretKey: number;
}

const WITHIN_MS = 20_000;

/** Logs in as openSession does, and hands over the socket. Throws InputError or RemoteError. The caller ends the socket. */
export async function openRaw(target: Target, options: Omit<OpenOptions, 'log' | 'signal'>): Promise<RawConnection> {
  const { default: pg } = await import('pg');
  const client = new pg.Client(await clientConfig(target, options.applicationName, options.withinMs ?? WITHIN_MS));
  const parameters: Record<string, string> = {};
  client.connection.on('parameterStatus', (message: { parameterName: string; parameterValue: string }) => {
    parameters[message.parameterName] = message.parameterValue;
  });
  // Its end is seen on the socket.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    client.connection.stream.destroy();
    throw explainFailedLogin(target, error);
  }
  const socket = client.connection.stream as Duplex;
  socket.removeAllListeners('data');
  const { processID, secretKey } = client as unknown as { processID: number; secretKey: number };
  return { socket, parameters, pid: processID, secretKey };
}
