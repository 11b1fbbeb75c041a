import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from '@jest/globals';
import type { Shell } from '@lockstep/action-shell';
import { describe, RemoteError, Secret, silent } from '@lockstep/base';
import { headOf } from '@lockstep/evidence';
import { hastyClock } from '@lockstep/proving-ground/clock';
import { Scope } from '@lockstep/proving-ground/scope';
import type { Inputs } from '../src/inputs.ts';
import { trailOf } from '../src/trail.ts';

const scope = new Scope();
afterAll(() => scope[Symbol.asyncDispose]());

/** A store that takes every request and never answers. */
async function silentStore(): Promise<string> {
  const server = createServer(() => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  scope.defer('a server', async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test.each([
  [90_000, '1 min 30 s'],
  [2_000, '2 s'],
])('a bucket has %d ms for an answer, as request-timeout says', async (ms, words) => {
  const values = {
    ...{ to: 's3://acme-evidence/shop', 'anchor-to': 's3://acme-anchors/shop', 'request-timeout': ms },
    ...{ 's3-region': 'eu-central-1', 's3-endpoint': await silentStore(), 's3-access-key-id': 'AKIAEXAMPLE' },
    's3-secret-access-key': new Secret('geheimgeheim'),
  } as unknown as Inputs;
  const shell = { clock: hastyClock(2_000), log: silent } as unknown as Shell;
  const { anchors, trail } = await trailOf(values, shell);
  const { signal } = new AbortController();
  const lists = [
    headOf(trail, { signal }),
    (async () => {
      for await (const one of anchors?.list('', { signal }) ?? []) throw new Error(`nothing is there, got ${one.key}`);
    })(),
  ];
  for (const ended of await Promise.allSettled(lists)) {
    const error: unknown = ended.status === 'rejected' ? ended.reason : undefined;
    expect(error).toBeInstanceOf(RemoteError);
    expect(describe(error)).toContain(`took longer than ${words}`);
  }
});
