import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type FaultEffect, Faults } from '@lockstep/proving-ground/faults';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { channelTypes, deliver, type Handle, type ReleaseMessage } from '../src/index.ts';
import { parseTargets } from '../src/targets.ts';
import { hasty, message, rolledBack, speedFor, surroundings } from './samples.ts';
import { type StandIn, standIn } from './stand-in.ts';

/** The bodies of Sentry's API of releases. Sentry's own client is served by the same rules, below. */
const date = { type: ['string', 'null'], pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$' };
const projects = { type: 'array', minItems: 1, items: { type: 'string' } };
const ref = { type: 'object', required: ['repository', 'commit'], additionalProperties: false };
const refs = {
  type: 'array',
  items: {
    ...ref,
    properties: { repository: text(1, 200), commit: text(1, 64), previousCommit: text(1, 64) },
  },
};
const release = { url: text(1, 2_000), dateReleased: date, dateStarted: date, refs };
const object = { type: 'object', additionalProperties: false };
const judges = {
  create: {
    ...object,
    required: ['version', 'projects'],
    properties: { ...release, projects, version: { type: 'string', maxLength: 200, pattern: '^[^\\s/\\\\]+$' } },
  },
  update: { ...object, properties: { ...release, projects } },
  deploy: {
    ...object,
    required: ['environment'],
    properties: {
      environment: text(1, 64),
      name: text(1, 64),
      url: { type: ['string', 'null'], maxLength: 2_000 },
      dateStarted: date,
      dateFinished: date,
      projects,
    },
  },
};

function text(minLength: number, maxLength: number) {
  return { type: 'string', minLength, maxLength };
}

const ajv = new Ajv2020();
const [isCreate, isUpdate, isDeploy] = Object.values(judges).map((schema) => ajv.compile(schema));
const BASE = '/api/0/organizations/acme/releases/';
const TOKEN = 'sntrys_very-secret-token';
const CREATED = '2026-11-22T04:00:00Z';

interface Deploy {
  readonly environment: string;
  readonly name: string | null;
  readonly dateFinished: string;
}

let faults: Faults;
let speed: number;
let sentry: StandIn;
let deploys: Map<string, Deploy[]>;
beforeEach(async () => {
  faults = new Faults();
  speed = 4;
  deploys = new Map();
  sentry = await standIn('sentry', faults, ({ body: given, headers, method, path }) => {
    const body = given as object;
    if (headers['authorization'] !== `Bearer ${TOKEN}`) return { status: 401, body: { detail: 'Invalid token' } };
    if (path === '/api/0/organizations/acme/repos/') return { status: 200, body: [repository] };
    const [, version, rest] = /^\/api\/0\/organizations\/acme\/releases\/(?:([^/]+)\/)?(deploys\/)?$/.exec(path) ?? [];
    if (!path.startsWith(BASE)) return { status: 404, body: {} };
    const shown = { version: version ?? 'new', dateCreated: CREATED, dateReleased: null, projects: [], newGroups: 0 };
    if (version === undefined && method === 'POST') {
      if (isCreate?.(body) !== true) return { status: 400, body: { detail: ajv.errorsText(isCreate?.errors) } };
      const { version: made } = body as { readonly version: string };
      const isNew = !deploys.has(made);
      if (isNew) deploys.set(made, []);
      return { status: isNew ? 201 : 208, body: { ...shown, version: made } };
    }
    const known = deploys.get(decodeURIComponent(version ?? ''));
    if (known === undefined) return { status: 404, body: { detail: 'The requested resource does not exist' } };
    if (rest === undefined) {
      if (method === 'PUT' && isUpdate?.(body) !== true) return { status: 400, body: {} };
      return { status: 200, body: shown };
    }
    if (method === 'GET') return { status: 200, body: known };
    if (isDeploy?.(body) !== true) return { status: 400, body: { detail: ajv.errorsText(isDeploy?.errors) } };
    known.push(given as Deploy);
    return { status: 201, body: { id: '1', url: null, dateStarted: null, dateFinished: CREATED, ...body } };
  });
});
afterEach(() => sentry.close());

const repository = {
  id: '1',
  name: 'acme/shop',
  url: null,
  provider: { id: 'integrations:github', name: 'GitHub' },
  status: 'active',
  dateCreated: CREATED,
};
const before = 'fedcba9876543210fedcba9876543210fedcba98';
const { commit } = message;
const startedAt = '2026-11-22T03:50:00.000Z';
const released: ReleaseMessage = {
  ...message,
  state: 'released',
  commitBefore: before,
  startedAt,
  traffic: { reachedAt: '2026-11-22T03:55:00.000Z' },
};
const back: ReleaseMessage = {
  ...rolledBack,
  commitBefore: before,
  startedAt,
  traffic: { reachedAt: '2026-11-22T03:55:00.000Z', restoredAt: '2026-11-22T03:58:00.000Z' },
};

function send(one: ReleaseMessage, handle?: Handle, { token = TOKEN, more = '' } = {}) {
  const yaml = `- type: sentry\n  name: s\n  token: ${token}\n  organization: acme\n  projects: [web]\n  api-url: ${sentry.url}\n${more}`;
  const targets = parseTargets(yaml, channelTypes, surroundings);
  return deliver(targets, one, new Map(handle === undefined ? [] : [['s', handle]]), hasty(speed));
}
const calls = () => sentry.asked.map(({ method, path }) => `${method} ${path.replace(BASE, '')}`);

test('a release with the commits since the last live one, its date, and its deploy, once it is certain', async () => {
  for (const state of ['started', 'gating'] as const) await send({ ...released, state });
  expect(sentry.asked).toEqual([]);
  expect(await send(released)).toMatchObject([{ delivery: 'confirmed' }]);
  expect(calls()).toEqual(['POST ', `PUT ${commit}/`, `POST ${commit}/deploys/`]);
  expect(sentry.asked.map(({ body }) => body)).toMatchObject([
    { version: commit, projects: ['web'], refs: [{ repository: 'acme/shop', commit, previousCommit: before }] },
    { dateReleased: message.at },
    {
      environment: 'production',
      name: 'r1',
      dateStarted: startedAt,
      dateFinished: '2026-11-22T03:55:00.000Z',
    },
  ]);
});

test('a rollback after users had it is the deploy of the release that they have again', async () => {
  await send({
    ...released,
    commit: before,
    commitBefore: '0000000000000000000000000000000000000000',
    releaseId: 'r0',
  });
  expect(await send(back)).toMatchObject([{ delivery: 'confirmed' }]);
  expect(deploys.get(commit)?.map(({ name }) => name)).toEqual(['r1']);
  expect(deploys.get(before)?.map(({ dateFinished, name }) => [name, dateFinished])).toEqual([
    ['r0', '2026-11-22T03:55:00.000Z'],
    ['rollback of r1', '2026-11-22T03:58:00.000Z'],
  ]);
  expect(calls()).not.toContain(`PUT ${commit}/`);
});

test.each<[string, ReleaseMessage]>([
  ['that users never had', { ...back, traffic: {} }],
  ['whose end is not known', { ...back, state: 'unknown' }],
  ['of which not every host is back', { ...back, traffic: { reachedAt: startedAt } }],
  ['of another job, whose commit is not known here', { ...message, state: 'released', continues: true }],
  ['that failed before it changed anything', { ...back, state: 'failed', traffic: {} }],
])('nothing is said of a release %s', async (_what, one) => {
  expect(await send(one)).toMatchObject([{ delivery: 'confirmed' }]);
  expect(sentry.asked).toEqual([]);
});

test('of a release that another job rolled back, only that users have the one before again', async () => {
  const ended = { ...back, startedAt: undefined, continues: true, isCommitKnown: true };
  const restored = { restoredAt: '2026-11-22T03:58:00.000Z' };
  const { startedAt: _, ...one } = { ...ended, traffic: restored };
  expect(await send(one)).toMatchObject([{ delivery: 'confirmed' }]);
  expect(calls()).toEqual(['POST ', `POST ${before}/deploys/`]);
  expect(sentry.asked[0]?.body).toMatchObject({ version: before });
  expect(await send({ ...one, isCommitKnown: false })).toMatchObject([{ delivery: 'confirmed' }]);
  expect(sentry.asked).toHaveLength(2);
});

test('a held release is deployed, but has no date', async () => {
  await send({ ...back, state: 'held', traffic: { reachedAt: startedAt } });
  expect(calls()).toEqual(['POST ', `POST ${commit}/deploys/`]);
});

test('versions may have a prefix, and commits may be left out', async () => {
  await send(released, undefined, { more: '  version-prefix: web@\n  commits: false' });
  expect(calls()[2]).toBe(`POST web%40${commit}/deploys/`);
  expect(sentry.asked[0]?.body).toEqual({ version: `web@${commit}`, projects: ['web'], url: message.links[0]?.url });
});

describe('when it goes wrong', () => {
  const deploysSent = () => calls().filter((call) => call === `POST ${commit}/deploys/`).length;
  test.each<[string, RegExp, FaultEffect, number, string, number]>([
    ['429', /deploys/, { kind: 'status', status: 429, headers: { 'retry-after': '1' } }, 1, 'confirmed', 1],
    ['a lost answer to the release, which is created again', /releases\/$/, { kind: 'reset-after' }, 1, 'confirmed', 1],
    ['a lost answer to the deploy, which is found', /deploys/, { kind: 'reset-after' }, 1, 'confirmed', 1],
    ['a deploy that did not arrive', /deploys/, { kind: 'reset-before' }, 1, 'failed', 0],
    ['a broken server', /deploys/, { kind: 'status', status: 500 }, Infinity, 'unknown', 0],
    ['a page of a proxy', /releases\/$/, { kind: 'html', status: 403 }, 1, 'failed', 0],
    ['no answer', /releases\/$/, { kind: 'hang' }, Infinity, 'unknown', 0],
  ])('%s', async (_what, path, effect, times, delivery, sent) => {
    speed = speedFor(effect);
    faults.plant({ service: 'sentry', path, times, effect });
    const [report] = await send(released);
    expect(report).toMatchObject({ delivery });
    expect(deploysSent()).toBe(sent);
    expect(deploys.get(commit)?.length ?? 0).toBe(sent);
    faults.clear();
    if (delivery !== 'failed') return;
    expect(await send(released, report?.handle)).toMatchObject([{ delivery: 'confirmed' }]);
    expect(deploys.get(commit)).toHaveLength(1);
  });

  test('a wrong token fails for certain, with what to do, and is shown nowhere', async () => {
    const reports = await send(released, undefined, { token: 'sntrys_wrong-secret' });
    expect(reports).toMatchObject([{ delivery: 'failed', detail: expect.stringContaining('project:releases') }]);
    expect(JSON.stringify(reports)).not.toContain('wrong-secret');
  });
});

const hasCli = platform() === 'linux' && arch() === 'x64';
(hasCli ? test : test.skip)("Sentry's own client sends the same requests, and these rules take them", async () => {
  const cli = createRequire(import.meta.url).resolve('@sentry/cli-linux-x64/bin/sentry-cli');
  const run = (...args: readonly string[]) =>
    new Promise<number | null>((resolve) => {
      const env = { SENTRY_URL: sentry.url, SENTRY_AUTH_TOKEN: TOKEN, SENTRY_ORG: 'acme', SENTRY_PROJECT: 'web' };
      spawn(cli, [...args], { env, stdio: 'ignore' }).on('exit', resolve);
    });
  expect(await run('releases', 'new', commit)).toBe(0);
  expect(await run('releases', 'set-commits', commit, '--commit', `acme/shop@${before}..${commit}`)).toBe(0);
  expect(await run('releases', 'finalize', commit)).toBe(0);
  expect(await run('deploys', 'new', '--release', commit, '-e', 'production', '-n', 'r1')).toBe(0);
  const theirs = sentry.asked.filter(({ method }) => method !== 'GET');
  const fields = (asked: readonly { readonly method: string; readonly path: string; readonly body: unknown }[]) =>
    new Set(
      asked.flatMap(({ body, method, path }) =>
        Object.keys(body as object).map((field) =>
          `${method} ${path} ${field}`.replace(
            'POST /api/0/organizations/acme/releases/ refs',
            `PUT ${BASE}${commit}/ refs`,
          ),
        ),
      ),
    );
  const known = fields(theirs);
  const count = sentry.asked.length;
  await send(released);
  // What our channel sends beyond it: the page of the run, and the projects of a deploy.
  const ours = [...fields(sentry.asked.slice(count))].filter((field) => !known.has(field));
  expect(ours.map((field) => field.split(' ').at(-1)).sort()).toEqual(['projects', 'url']);
});
