import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { S3Client } from '@aws-sdk/client-s3';
import { Faults } from '../../src/faults/index.ts';
import { listen } from '../../src/net/index.ts';
import { startObjectStore } from '../../src/object-store/index.ts';

/** Somewhere that speaks S3, and its own client for it. */
export interface Place {
  readonly endpoint: string;
  readonly region: string;
  readonly client: S3Client;
  close(): Promise<void>;
}

/** `…/bin/moto_server`: a judge from pip, which `.ci/run` installs. */
export const MOTO = process.env['LOCKSTEP_MOTO'];

const region = 'eu-central-1';

export async function ourPlace(): Promise<Place> {
  const store = await startObjectStore({ faults: new Faults(), region });
  const client = clientFor(store.url, store.key());
  return {
    endpoint: store.url,
    region,
    client,
    close: async () => {
      client.destroy();
      await store.close();
      if (store.unmodelled.length > 0) throw new Error(`not modelled: ${store.unmodelled}`);
    },
  };
}

export async function motoPlace(): Promise<Place> {
  const port = await freePort();
  const server = spawn(MOTO ?? '', ['--host', '127.0.0.1', '--port', String(port)], { stdio: 'ignore' });
  const endpoint = `http://127.0.0.1:${port}`;
  await isUp(endpoint, server);
  const client = clientFor(endpoint, { accessKeyId: 'judge', secretAccessKey: 'judge' });
  return {
    endpoint,
    region,
    client,
    close: async () => {
      client.destroy();
      const gone = once(server, 'exit');
      server.kill();
      await gone;
    },
  };
}

export function clientFor(
  endpoint: string,
  { accessKeyId, secretAccessKey, sessionToken }: Credentials,
  more: object = {},
): S3Client {
  const credentials = { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
  return new S3Client({ endpoint, region, forcePathStyle: true, maxAttempts: 1, credentials, ...more });
}

interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

/** What a call came to: its answer, or the code and status of its refusal. */
export async function outcome(work: Promise<object>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    const { $metadata, name } = error as {
      readonly name: string;
      readonly $metadata?: { readonly httpStatusCode?: number };
    };
    return `${name} ${$metadata?.httpStatusCode ?? ''}`;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function isUp(endpoint: string, server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`moto ended with ${server.exitCode}`);
    if (
      await fetch(endpoint).then(
        () => true,
        () => false,
      )
    )
      return;
    // Real time: another program starts, and has no other way to say that it is up.
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
