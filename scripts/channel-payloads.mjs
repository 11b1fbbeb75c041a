/** The payloads that the pictures of channels are drawn from: really sent, to servers of this process. */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { Secret, systemClock } from '../packages/base/lib/index.js';
import { channelTypes, deliver, parseTargets } from '../packages/notify/lib/index.js';
import { catchMail } from '../packages/proving-ground/lib/mail/index.js';

/** What a service answers, where any id is not enough. */
const ANSWERS = { grafana: { id: 1 }, slack: { ok: true, ts: '1795320000.000100', channel: 'C0123456789' } };

/** @type {any} */
const message = {
  key: 'production/web/r1',
  state: 'rolled-back',
  releaseId: 'r1',
  environment: 'production',
  service: 'web',
  repository: 'acme/shop',
  commit: '3f9a2c0d1e5b7a8f9c6d4e2b1a0f8e7d6c5b4a39',
  commitUrl: 'https://github.com/acme/shop/commit/3f9a2c0d1e5b7a8f9c6d4e2b1a0f8e7d6c5b4a39',
  pull: 128,
  pullUrl: 'https://github.com/acme/shop/pull/128',
  actor: 'octocat',
  summary: 'v2: faster checkout',
  changes: ['Faster checkout', 'One table less'],
  approvedBy: 'grace',
  links: [{ label: 'run 4711', url: 'https://github.com/acme/shop/actions/runs/4711' }],
  undone: [
    { action: 'alias-swap', verdict: 'pass', message: 'dpl_1 serves 5 hosts again' },
    { action: 'migrate', verdict: 'pass', message: 'rolled back from 12 to 10' },
  ],
  failure: '4 of 20 probes of / failed\n/ answered 500',
  next: '',
  startedAt: '2026-11-22T03:52:00.000Z',
  commitBefore: '9c1b7d3e5f2a4b6c8d0e1f3a5b7c9d1e3f5a7b9c',
  traffic: { reachedAt: '2026-11-22T03:54:10.000Z', restoredAt: '2026-11-22T03:58:20.000Z' },
  timeline: [
    ...phase('Prepare', '03:44:00', '03:47:30'),
    ...phase('waiting for Approve', '03:47:30', '03:51:20'),
    ...phase('Approve', '03:51:20', '03:51:50'),
    ...phase('migrate', '03:52:05', '03:53:20'),
    ...phase('alias-swap', '03:53:40', '03:54:20'),
    ...phase('serving before commit', '03:54:10', '03:58:20', 'fail'),
    ...phase('undo alias-swap', '03:57:50', '03:58:30'),
    ...phase('undo migrate', '03:58:50', '03:59:40'),
  ],
  at: '2026-11-22T04:00:00.000Z',
};

/** @param {string} name @param {string} from @param {string} to @param {'pass' | 'fail'} [verdict] */
function phase(name, from, to, verdict = 'pass') {
  return [{ name, startedAt: `2026-11-22T${from}.000Z`, endedAt: `2026-11-22T${to}.000Z`, verdict }];
}

/** What each channel sent, without what differs from one sending to the next. */
export async function payloads() {
  const got = {};
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const [, name] = (request.url ?? '').split(/[/?]/);
      const text = Buffer.concat(chunks).toString('utf8');
      const body = name === 'heartbeat' ? text : JSON.parse(text);
      if (name === 'sentry') got.sentry = [...(got.sentry ?? []), { at: `${request.method} ${request.url}`, body }];
      else got[name] ??= body;
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(ANSWERS[name] ?? { id: '1' }));
    });
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const url = `http://127.0.0.1:${port}`;
  const mail = await catchMail();
  const issue = { number: 7, url: 'https://github.com/acme/shop/issues/7' };
  /** @type {any} */
  const issues = {
    listOpen: async () => [],
    create: async (request) => {
      got.issue = request;
      return { kind: 'accepted', data: { ...issue, body: request.body } };
    },
  };
  const targets = [
    { type: 'slack', name: 'slack', token: 'xoxb-0123456789', channel: 'C0123456789' },
    { type: 'teams', name: 'teams', url: `${url}/teams` },
    { type: 'discord', name: 'discord', url: `${url}/discord/api/webhooks/1/token` },
    {
      type: 'pagerduty',
      name: 'pagerduty',
      'routing-key': 'e93facc04764012d7bfb002500d5d1a6',
      'api-url': `${url}/pagerduty`,
    },
    { type: 'email', name: 'email', smtp: mail.url, from: 'releases@example.com', to: ['ops@example.com'] },
    { type: 'github-issue', name: 'issue' },
    { type: 'webhook', name: 'webhook', url: `${url}/webhook`, secret: Buffer.alloc(32, 7).toString('base64') },
    { type: 'heartbeat', name: 'heartbeat', url: `${url}/heartbeat` },
    { type: 'otlp', name: 'otlp', endpoint: `${url}/otlp` },
    { type: 'grafana', name: 'grafana', url: `${url}/grafana`, token: 'glsa_0123456789' },
    {
      type: 'sentry',
      name: 'sentry',
      token: 'sntrys_0123456789',
      organization: 'acme',
      projects: ['web'],
      'api-url': `${url}/sentry`,
    },
  ];
  const around = {
    repository: 'acme/shop',
    githubToken: new Secret('ghs_none'),
    openIssues: () => issues,
    slackApiUrl: `${url}/slack`,
  };
  const opened = parseTargets(JSON.stringify(targets), channelTypes, around);
  const reports = await deliver(opened, message, new Map(), { fetch, clock: systemClock, timeoutMs: 60_000 });
  const missed = reports.filter(({ delivery }) => delivery !== 'confirmed' && delivery !== 'accepted');
  if (missed.length > 0) throw new Error(missed.map(({ detail, target }) => `${target}: ${detail}`).join('; '));
  const { from, subject, text, to } = /** @type {any} */ (mail.mails[0]);
  got.email = { from, subject, text, to };
  await Promise.all([mail.close(), new Promise((done) => server.close(done))]);
  return got;
}

/** What tells whether a picture still shows what its channel sends. @param {Record<string, any>} got */
export function digestsOf(got) {
  return Object.fromEntries(
    Object.entries(got)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, payload]) => [name, createHash('sha256').update(JSON.stringify(payload)).digest('hex')]),
  );
}
