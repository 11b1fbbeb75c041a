import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { auditPlatform, platformLines, readPlatform, readPolicy } from '@lockstep/platform';
import { createStackParser, createTransport, Scope } from '@sentry/core';
import { nodeStackLineParser, ServerRuntimeClient } from '@sentry/core/server';
import { drillAnswer } from '../../../app/files/lib/lockstep/error-drill.ts';
import { scrubEvent } from '../../../app/files/lib/lockstep/scrub.ts';
import { DRILL_SECRET } from '../../platform/test/world/drill.ts';
import { RELEASE } from '../../platform/test/world/names.ts';
import { goodWorld, type World } from '../../platform/test/world.ts';
import type { Call } from '../src/command.ts';
import { errorDrill } from '../src/commands/error-drill.ts';
import { commands } from '../src/commands.ts';

let world: World;
let server: Server;
let written: string;
beforeEach(async () => {
  world = await goodWorld();
  world.sentry.events.splice(0);
  written = '';
});
afterEach(async () => {
  delete process.env['LOCKSTEP_DRILL_SECRET'];
  await new Promise((resolve) => server?.close(resolve));
  await world[Symbol.asyncDispose]();
});

interface App {
  readonly secret?: string;
  readonly release?: string;
  readonly scrubs?: boolean;
  readonly dsn?: string;
}

/** The app's files with Sentry's own client, as Next.js puts them together: what a route throws is captured. */
async function startApp({ dsn = world.sentry.dsn, release = RELEASE, scrubs = true, secret = DRILL_SECRET }: App) {
  const client = new ServerRuntimeClient({
    dsn,
    release,
    integrations: [],
    stackParser: createStackParser(nodeStackLineParser()),
    transport: (options) =>
      createTransport(options, async ({ body }) => {
        const { status } = await fetch(options.url, {
          method: 'POST',
          body: body as string,
          headers: options.headers ?? {},
        });
        return { statusCode: status };
      }),
    ...(scrubs ? { beforeSend: scrubEvent } : {}),
  });
  client.init();
  const scope = new Scope();
  scope.setClient(client);
  server = createServer(async (incoming, outgoing) => {
    const headers = { 'x-lockstep-drill': String(incoming.headers['x-lockstep-drill'] ?? '') };
    try {
      const answer = await drillAnswer(new Request('http://app/', { method: 'POST', headers }), { secret });
      outgoing.writeHead(answer.status).end();
    } catch (error) {
      scope.captureException(error);
      await client.flush(10_000);
      outgoing.writeHead(500).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function drill(values: Readonly<Record<string, string>>, json = false) {
  process.env['LOCKSTEP_DRILL_SECRET'] ??= DRILL_SECRET;
  const given: Readonly<Record<string, string>> = { release: RELEASE, id: 'run-7', ...values };
  const terminal = {
    write: (text: string) => {
      written += text;
    },
    tell: () => undefined,
    paint: (_: unknown, text: string) => text,
  };
  const signal = new AbortController().signal;
  return errorDrill.run({
    text: (name: string) => given[name] ?? '',
    flag: () => false,
    json,
    terminal,
    signal,
    commands,
  } as unknown as Call);
}

/** What the audit says of the line, now. */
async function audited(): Promise<readonly [string, string]> {
  const { policy } = readPolicy('sentry: { drill-event: true }', 'platform.yml', platformLines);
  const { release, ...rest } = world.access(['sentry']);
  const access = { ...rest, release: { ...release, committedAtMs: undefined }, nowMs: Date.now() };
  const { checks } = auditPlatform(policy.lines, await readPlatform(access));
  return [checks[0]?.verdict ?? '', checks[0]?.reason ?? ''];
}

test('an app that is asked with a signature sends its event, and the audit finds it', async () => {
  const url = await startApp({});
  expect(await audited()).toEqual(['fail', 'drill-not-received']);
  expect(await drill({ url })).toBe('pass');
  expect(written).toBe(`${url}/api/error-drill answered 500: the app threw the error. Drill run-7.\n`);
  expect(world.sentry.events).toMatchObject([{ release: RELEASE, type: 'ErrorDrill', message: '[removed]' }]);
  expect(await audited()).toEqual(['pass', 'as-expected']);
  expect(JSON.stringify(world.sentry.events)).not.toContain(DRILL_SECRET);
});

test.each([
  ['of another release', { release: 'shop@1.2.2' }, 'drill-of-another-release'],
  ['without scrubEvent', { scrubs: false }, 'drill-unsigned'],
])('an app %s: no proof', async (_what, app, reason) => {
  expect(await drill({ url: await startApp(app) })).toBe('pass');
  expect(await audited()).toEqual(['fail', reason]);
});

test('an app with another secret throws nothing, and there is no proof', async () => {
  expect(await drill({ url: await startApp({ secret: 'another secret that is 32 characters or more' }) })).toBe('fail');
  expect(written).toContain('answered 404');
  expect(await audited()).toEqual(['fail', 'drill-not-received']);
});

test('an app whose errors go elsewhere: no proof', async () => {
  const url = await startApp({ dsn: world.sentry.dsn.replace('0', '1') });
  expect(await drill({ url })).toBe('pass');
  expect(await audited()).toEqual(['fail', 'drill-not-received']);
});

test('no answer is unknown', async () => {
  const url = await startApp({});
  await new Promise((resolve) => server.close(resolve));
  expect(await drill({ url }, true)).toBe('unknown');
  expect(JSON.parse(written)).toMatchObject({ verdict: 'unknown', status: null, id: 'run-7' });
});

test('all that is wrong is said at once', async () => {
  process.env['LOCKSTEP_DRILL_SECRET'] = 'short';
  const wrong = { url: 'file:///x', release: 'a b', id: 'a,b' };
  await expect(drill(wrong)).rejects.toMatchObject({
    problems: [
      expect.stringContaining('--url'),
      expect.stringContaining('--release'),
      expect.stringContaining('--id'),
      expect.stringContaining('LOCKSTEP_DRILL_SECRET'),
    ],
  });
});
