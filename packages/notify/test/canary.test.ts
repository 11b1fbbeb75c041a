import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { Secret } from '@lockstep/base';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub, startGitHub } from '@lockstep/proving-ground/github';
import { catchMail, type MailCatcher } from '@lockstep/proving-ground/mail';
import { type Slack, startSlack } from '@lockstep/proving-ground/slack';
import { issuesOf } from '../../../actions/notify/src/issues.ts';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { clean } from '../src/clean.ts';
import { channelTypes, deliver } from '../src/index.ts';
import { RELEASE_STATES, type ReleaseMessage } from '../src/message.ts';
import { parseTargets } from '../src/targets.ts';
import { hasty, message as sample, surroundings } from './samples.ts';
import { type StandIn, standIn } from './stand-in.ts';

/** What people and services write, and what of it may be in no payload of any channel. */
const WRITTEN: readonly (readonly [text: string, canary: string])[] = [
  ['Co-authored-by: Grace Canaryhopper <grace@people.example>', 'Canaryhopper'],
  ['Signed-off-by: Barbara Canaryliskov <barbara@people.example>', 'Canaryliskov'],
  ['reported by Ada Canarylovelace <ada@people.example> at noon', 'Canarylovelace'],
  ['no row for canary.patient@clinic.example', 'canary.patient'],
  ['connect to postgres://canary_user:canary-password@db.internal:5432/shop', 'canary-password'],
  ['connect to postgres://canary_user:canary-password@db.internal:5432/shop', 'canary_user'],
  ['cloning https://canary-token-1f2e3d@github.com/acme/shop', 'canary-token-1f2e3d'],
  ['GET https://api.internal/v1?access_token=canary-query-9d8e answered 500', 'canary-query-9d8e'],
  ['Server=db;User Id=app;Password=canary-ado-77;Database=shop', 'canary-ado-77'],
  ["host=db.internal password='canary-dsn-5'", 'canary-dsn-5'],
  ['host=db.internal password=canary-dsn-6 dbname=shop', 'canary-dsn-6'],
  ['Authorization: Bearer canary0123456789abcdef', 'canary0123456789abcdef'],
  ['{"x-api-key": "canary9876543210"}', 'canary9876543210'],
  ['remote said ghp_canary0123456789abcdefghij is revoked', 'ghp_canary'],
  ['slack said xoxb-canary-0123456789-abc', 'xoxb-canary'],
  ['jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjYW5hcnkifQ.c2lnbmF0dXJl expired', 'eyJzdWIiOiJjYW5hcnkifQ'],
];

test.each(WRITTEN)('%s', (text, canary) => {
  expect(text).toContain(canary);
  expect(clean(text)).not.toContain(canary);
});

test.each([
  'next@16.0.0-rc.1 and @scope/pkg@2.1.0',
  'the token: expired yesterday',
  '"approved-by": expected a login',
  'https://shop.example/cart?step=2&lang=de#top',
  'password authentication failed for the role',
  'Merge pull request #128 from acme/by-name',
])('stays as it is: %s', (text) => expect(clean(text)).toBe(text));

/** Each fact of a message as a text that nothing else holds. */
const FACTS = {
  key: 'factkey',
  task: 'facttask',
  releaseId: 'factrelease',
  environment: 'factenvironment',
  service: 'factservice',
  repository: 'acme/factrepository',
  commit: '1111111111111111111111111111111111111111',
  commitBefore: '2222222222222222222222222222222222222222',
  commitUrl: 'https://github.example/factcommiturl',
  pullUrl: 'https://github.example/factpullurl',
  actor: 'factactor',
  approvedBy: 'factapprover',
  summary: 'factsummary',
  changes: 'factchange',
  links: 'https://github.example/factlink',
  undone: 'factundone',
  failure: 'factfailure',
  next: 'factnext',
} as const satisfies Partial<Record<keyof ReleaseMessage, string>>;
type Fact = keyof typeof FACTS;

/** Those that are no texts, or that no channel may show: a new field has to be in one of the two. */
const NO_TEXT: Readonly<Record<Exclude<keyof ReleaseMessage, Fact>, true>> = {
  continues: true,
  state: true,
  isCommitKnown: true,
  startedAt: true,
  waitingSince: true,
  traffic: true,
  stage: true,
  timeline: true,
  pull: true,
  at: true,
  timeZone: true,
};

const PEOPLE: readonly Fact[] = [
  ...(['actor', 'approvedBy', 'changes', 'commit', 'commitUrl', 'environment', 'failure', 'links', 'next'] as const),
  ...(['pullUrl', 'releaseId', 'repository', 'service', 'summary', 'task', 'undone'] as const),
];
/** Logins of people are in what people read, and in nothing else. */
const ALLOWED: Readonly<Record<string, readonly Fact[]>> = {
  // The key finds the message again.
  slack: [...PEOPLE, 'key'],
  'slack-webhook': PEOPLE,
  teams: PEOPLE,
  discord: PEOPLE,
  email: PEOPLE,
  // Its own receiver decides what to keep: it gets every fact.
  webhook: [...PEOPLE, 'commitBefore', 'key'],
  'github-issue': PEOPLE,
  pagerduty: PEOPLE,
  sentry: ['commit', 'commitBefore', 'environment', 'links', 'releaseId'],
  heartbeat: PEOPLE.filter((fact) => !['actor', 'approvedBy'].includes(fact)),
  otlp: ['commit', 'environment', 'failure', 'links', 'releaseId', 'repository', 'service', 'commitUrl'],
  grafana: [
    ...(['changes', 'commit', 'environment', 'failure', 'key', 'links', 'next', 'releaseId', 'repository'] as const),
    ...(['service', 'summary'] as const),
  ],
};

const written = [...new Set(WRITTEN.map(([text]) => text))];
const full: ReleaseMessage = {
  ...sample,
  ...FACTS,
  startedAt: '2026-11-22T03:50:00.000Z',
  waitingSince: '2026-11-22T03:55:00.000Z',
  traffic: { reachedAt: '2026-11-22T03:55:00.000Z', restoredAt: '2026-11-22T03:58:00.000Z' },
  timeline: [
    { name: 'migrate', startedAt: '2026-11-22T03:51:00.000Z', endedAt: '2026-11-22T03:52:00.000Z', verdict: 'pass' },
  ],
  pull: 128,
  changes: [FACTS.changes, ...written],
  links: [
    { label: `run ${written.at(-1)}`, url: FACTS.links },
    { label: 'logs', url: 'https://canary-token-1f2e3d@logs.example/x?access_token=canary-query-9d8e' },
  ],
  undone: [{ action: 'migrate', verdict: 'pass', message: `${FACTS.undone}: ${written.join('; ')}` }],
  summary: [FACTS.summary, ...written].join('\n'),
  failure: [FACTS.failure, ...written].join('\n'),
  next: [FACTS.next, ...written].join('; '),
};

let faults: Faults;
let vendor: StandIn;
let slack: Slack;
let github: GitHub;
let mail: MailCatcher;
beforeEach(async () => {
  faults = new Faults();
  slack = await startSlack({ faults });
  github = await startGitHub({ faults });
  github.repository('acme/shop');
  mail = await catchMail();
  vendor = await standIn('vendor', faults, ({ path }) =>
    path.startsWith('/v2/') || path === '/teams'
      ? { status: 202, body: {} }
      : { status: 200, body: { id: path.includes('annotations') ? 1 : '1' } },
  );
});
afterEach(() => Promise.all([vendor.close(), slack.close(), github.close(), mail.close()]));

const KEY = 'e93facc04764012d7bfb002500d5d1a6';
const FIELDS: Readonly<Record<string, () => string>> = {
  slack: () => `token: ${slack.token}, channel: C0RELEASES`,
  'slack-webhook': () => `url: "${slack.webhookUrl('releases')}"`,
  teams: () => `url: "${vendor.url}/teams?sig=1234567890"`,
  discord: () => `url: "${vendor.url}/api/webhooks/1/canary-webhook"`,
  email: () => `smtp: "${mail.url}", from: ci@example.com, to: [ops@example.com]`,
  webhook: () => `url: "${vendor.url}/hook", secret: ${Buffer.alloc(32, 7).toString('base64')}`,
  'github-issue': () => 'label: lockstep-release',
  pagerduty: () => `routing-key: ${KEY}, api-url: "${vendor.url}"`,
  sentry: () => `token: sntrys_1234567890, organization: acme, projects: [web], api-url: "${vendor.url}"`,
  heartbeat: () => `url: "${vendor.url}/ping/1"`,
  otlp: () => `endpoint: "${vendor.url}"`,
  grafana: () => `url: "${vendor.url}", token: glsa_1234567890`,
};

/** Every payload that a channel sent, of every state. */
async function payloadsOf(type: string): Promise<string> {
  const token = github.token({ repository: 'acme/shop', permissions: { issues: 'write' } });
  const log = { info: () => undefined, warning: () => undefined, debug: () => undefined };
  const around = {
    ...surroundings,
    githubToken: new Secret(token),
    openIssues: issuesOf({ apiUrl: github.url, log, signal: new AbortController().signal }),
    slackApiUrl: slack.apiUrl.replace(/\/$/, ''),
  };
  const states = RELEASE_STATES.join(', ');
  const targets = parseTargets(`- { type: ${type}, on: [${states}], ${FIELDS[type]?.()} }`, channelTypes, around);
  for (const state of RELEASE_STATES) {
    const { task, ...release } = full;
    const sent = state.startsWith('task-') ? { ...release, task, state } : { ...release, state };
    const [report] = await deliver(targets, sent as ReleaseMessage, new Map(), hasty(1));
    const isRelease = channelTypes.find((one) => one.type === type)?.tasks === 'none';
    const expected = isRelease && state.startsWith('task-') ? /^filtered$/ : /^(confirmed|accepted)$/;
    expect(report?.delivery).toMatch(expected);
    expect(report?.detail).not.toMatch(/canary/i);
  }
  const issues = github.repository('acme/shop').state.issues;
  const asked = vendor.asked.map(({ body, path, query }) => ({ body, path, query }));
  return JSON.stringify([
    asked,
    slack.messages,
    mail.mails,
    issues.map(({ body, comments, title }) => [body, comments, title]),
  ]);
}

test('every channel has its list', () => {
  expect(Object.keys(ALLOWED).sort()).toEqual(channelTypes.map(({ type }) => type).sort());
  expect(Object.keys(NO_TEXT)).not.toHaveLength(0);
});

describe.each(Object.entries(ALLOWED))('%s', (type, allowed) => {
  test('has the facts of its list and no other, no secret and no person', async () => {
    const sent = (await payloadsOf(type)).replaceAll('canary-webhook', '');
    const facts = Object.entries(FACTS).filter(([, text]) =>
      sent.includes(text.length === 40 ? text.slice(0, 12) : text),
    );
    expect(facts.map(([fact]) => fact).sort()).toEqual([...allowed].sort());
    expect(WRITTEN.map(([, canary]) => canary).filter((canary) => sent.includes(canary))).toEqual([]);
    expect(/.{0,40}(?:canary|people\.example).{0,20}/i.exec(sent)?.[0] ?? '').toBe('');
  });
});
