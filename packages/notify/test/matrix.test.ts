import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeAll, beforeEach, describe, expect } from '@jest/globals';
import { Secret } from '@lockstep/base';
import { type FaultEffect, Faults } from '@lockstep/proving-ground/faults';
import { type GitHub, startGitHub } from '@lockstep/proving-ground/github';
import type { Reply } from '@lockstep/proving-ground/http';
import { type Slack, startSlack } from '@lockstep/proving-ground/slack';
import { issuesOf } from '../../../actions/notify/src/issues.ts';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { channelTypes, deliver } from '../src/index.ts';
import { parseTargets } from '../src/targets.ts';
import { hasty, rolledBack, surroundings } from './samples.ts';
import { type Asked, type StandIn, standIn } from './stand-in.ts';

/** What is in a target, and in what services said, and may be in no payload. */
const CANARY = 'canary-5f1e9a7c3b';
const KEY = 'e93facc04764012d7bfb002500d5d1a6';
const message = {
  ...rolledBack,
  traffic: { reachedAt: '2026-11-22T03:55:00.000Z', restoredAt: '2026-11-22T03:58:00.000Z' },
  startedAt: '2026-11-22T03:50:00.000Z',
  failure: `migrate: postgres://app:${CANARY}@db.example:5432/shop refused the login`,
};

let faults: Faults;
let vendor: StandIn;
let slack: Slack;
let github: GitHub;
let kept: unknown[];
beforeAll(async () => {
  await import('nodemailer');
});
beforeEach(async () => {
  faults = new Faults();
  kept = [];
  slack = await startSlack({ faults });
  github = await startGitHub({ faults });
  github.repository('acme/shop');
  vendor = await standIn('vendor', faults, (asked) => answer(asked));
});
afterEach(() => Promise.all([vendor.close(), slack.close(), github.close()]));

/** What the vendors answer to what is right; those that can be read back keep what they got. */
function answer({ body, method, path }: Asked): Reply {
  if (path.startsWith('/v2/')) return { status: 202, body: { status: 'success' } };
  if (path.startsWith('/teams')) return { status: 202 };
  if (path.startsWith('/v1/traces')) return { status: 200, body: {} };
  if (method === 'GET') return { status: 200, body: kept };
  kept.push({ id: kept.length + 1, ...(body as object) });
  return { status: 200, body: { id: path.startsWith('/api/annotations') ? kept.length : String(kept.length) } };
}

interface Lane {
  readonly yaml: () => string;
  /** Its service among the faults. */
  readonly service?: string;
  /** Every message that its readers see; a request that only repeats one (same id, same key) is that one. */
  readonly seen?: () => readonly string[];
  /** It looks whether the message is there: then it is certain that it is not. */
  readonly readsBack?: boolean;
  /** A page of HTML is an answer to it like any other. */
  readonly anyAnswer?: boolean;
}

const posts = () => vendor.asked.filter(({ method }) => method === 'POST');
const once = (ids: readonly unknown[]) => [...new Set(ids.map(String))];

const lanes: Readonly<Record<string, Lane>> = {
  slack: {
    yaml: () => `token: ${slack.token}\n  channel: C0RELEASES`,
    service: 'slack',
    seen: () => slack.messages.map(({ text }) => text),
  },
  'slack-webhook': {
    yaml: () => `url: ${slack.webhookUrl('releases')}`,
    service: 'slack',
    seen: () => slack.messages.map(({ text }) => text),
  },
  teams: { yaml: () => `url: ${vendor.url}/teams?sig=${CANARY}`, seen: () => posts().map(() => 'card') },
  discord: { yaml: () => `url: ${vendor.url}/api/webhooks/1/${CANARY}`, seen: () => posts().map(() => 'message') },
  webhook: {
    yaml: () => `url: ${vendor.url}/hook?key=${CANARY}\n  secret: ${Buffer.alloc(32, 7).toString('base64')}`,
    seen: () => once(posts().map(({ headers }) => headers['webhook-id'])),
    anyAnswer: true,
  },
  'github-issue': {
    yaml: () => 'label: lockstep-release',
    service: 'github',
    seen: () =>
      github
        .repository('acme/shop')
        .state.issues.flatMap(({ comments }) => ['issue', ...comments.map(() => 'comment')]),
  },
  pagerduty: {
    yaml: () => `routing-key: ${KEY}\n  api-url: ${vendor.url}`,
    // The key makes alerts one; each change event is one of its own.
    seen: () => [
      ...once(posts().map(({ body }) => (body as { dedup_key?: string }).dedup_key ?? '')).filter((key) => key !== ''),
      ...posts().flatMap(({ path }) => (path.includes('change') ? ['change'] : [])),
    ],
  },
  sentry: {
    yaml: () => `token: ${CANARY}\n  organization: acme\n  projects: [web]\n  api-url: ${vendor.url}`,
    seen: () => posts().flatMap(({ path }) => (path.includes('deploys') ? [path] : [])),
  },
  heartbeat: { yaml: () => `url: ${vendor.url}/ping/${CANARY}`, seen: () => once(posts().map(({ path }) => path)) },
  otlp: {
    yaml: () => `endpoint: ${vendor.url}\n  headers: { authorization: ${CANARY} }`,
    seen: () => once(posts().map(({ body }) => JSON.stringify(body))),
  },
  grafana: {
    yaml: () => `url: ${vendor.url}\n  token: ${CANARY}`,
    seen: () => posts().map(() => 'annotation'),
    readsBack: true,
  },
};

const { signal } = new AbortController();
const silent = { info: () => undefined, warning: () => undefined, debug: () => undefined };

async function send(type: string, fields: string, speed: number) {
  const token = github.token({ repository: 'acme/shop', permissions: { issues: 'write' } });
  const around = {
    ...surroundings,
    githubToken: new Secret(token),
    openIssues: issuesOf({ apiUrl: github.url, log: silent, signal }),
    slackApiUrl: slack.apiUrl.replace(/\/$/, ''),
  };
  const targets = parseTargets(`- type: ${type}\n  ${fields}`, channelTypes, around);
  const [report] = await deliver(targets, message, new Map(), { ...hasty(speed), timeoutMs: 120_000 });
  if (report === undefined) throw new Error('no report');
  return report;
}

const effects: Readonly<Record<string, readonly [FaultEffect, number]>> = {
  'a rate limit': [{ kind: 'status', status: 429, headers: { 'retry-after': '1' } }, 1],
  'a broken server': [{ kind: 'status', status: 500 }, Infinity],
  "a proxy's page": [{ kind: 'html', status: 200 }, Infinity],
  silence: [{ kind: 'hang' }, Infinity],
  'a reset': [{ kind: 'reset-before' }, Infinity],
  'a lost answer': [{ kind: 'reset-after' }, 1],
};

test('every channel is in the matrix', () => {
  expect([...Object.keys(lanes), 'email'].sort()).toEqual(channelTypes.map(({ type }) => type).sort());
});

describe.each(Object.entries(lanes))(
  '%s',
  (type, { anyAnswer = false, readsBack = false, seen = () => [], service = 'vendor', yaml }) => {
    test('arrives, without a secret in it', async () => {
      expect(await send(type, yaml(), 8)).toMatchObject({ delivery: expect.stringMatching(/^(confirmed|accepted)$/) });
      const bodies = JSON.stringify([
        vendor.asked.map(({ body }) => body),
        slack.messages,
        github.repository('acme/shop').state.issues,
      ]);
      expect(seen().length).toBeGreaterThan(0);
      expect(bodies).not.toContain(CANARY);
      expect(bodies).not.toContain(slack.token);
    });

    test.each(Object.entries(effects))(
      '%s ends with the true word, and without a second message',
      async (what, [effect, times]) => {
        faults.plant({ service, method: 'POST', times, effect });
        const { delivery, detail } = await send(type, yaml(), effect.kind === 'hang' ? 40 : 8);
        const ids = seen();
        const isHeard = delivery === 'confirmed' || delivery === 'accepted';
        expect(faults.hits()[0]).toBeGreaterThan(0);
        expect(ids).toEqual(once(ids));
        expect(detail).not.toContain(CANARY);
        if (what === 'a rate limit') expect([isHeard, ids.length > 0]).toEqual([true, true]);
        else if (what === 'a lost answer')
          expect([isHeard || delivery === 'unknown', ids.length > 0]).toEqual([true, true]);
        else
          expect([delivery, ids]).toEqual([
            anyAnswer && what.includes('page') ? 'accepted' : readsBack ? 'failed' : 'unknown',
            [],
          ]);
      },
    );
  },
);

/** A mail server that speaks until a point, and then does what is planted there. */
describe('email', () => {
  let server: Server;
  let mails: number;
  const sockets = new Set<Socket>();
  const start = async (at: 'greeting' | 'data' | 'end', act: (socket: Socket) => void) => {
    mails = 0;
    server = createServer((socket) => {
      sockets.add(socket.on('error', () => undefined));
      if (at === 'greeting') return act(socket);
      let isData = false;
      socket.write('220 ready\r\n');
      socket.on('data', (chunk) => {
        const text = chunk.toString();
        if (isData) {
          if (!text.includes('\r\n.\r\n')) return;
          mails++;
          isData = false;
          if (at === 'end') return act(socket);
        }
        if (/^DATA/i.test(text)) {
          if (at === 'data') return act(socket);
          isData = true;
          return socket.write('354 go on\r\n');
        }
        return socket.write('250 fine\r\n');
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    return `smtp: smtp://127.0.0.1:${port}\n  from: ci@example.com\n  to: [ops@example.com]`;
  };
  afterEach(() => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
    server.close();
  });

  test.each([
    ['a rate limit', 'data', (socket: Socket): void => void socket.write('450 4.7.1 too many\r\n'), 'failed', 0],
    ['a broken server', 'end', (socket: Socket): void => void socket.write('554 no\r\n'), 'failed', 1],
    [
      "a proxy's page",
      'greeting',
      (socket: Socket): void => void socket.end('HTTP/1.1 200 OK\r\n\r\n<!doctype html><html></html>\r\n'),
      'failed',
      0,
    ],
    ['silence', 'greeting', (): void => undefined, 'unknown', 0],
    ['a reset', 'greeting', (socket: Socket): void => void socket.destroy(), 'failed', 0],
    ['a lost answer', 'end', (socket: Socket): void => void socket.destroy(), 'unknown', 1],
  ] as const)('%s at %s ends with the true word, and without a second mail', async (_what, at, act, delivery, many) => {
    const fields = await start(at, act);
    expect([
      (await send('email', fields, at === 'greeting' && delivery === 'unknown' ? 100 : 8)).delivery,
      mails,
    ]).toEqual([delivery, many]);
  });
});
