import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { RemoteError } from '@lockstep/base';
import { Faults } from '@lockstep/proving-ground/faults';
import { catchMail } from '@lockstep/proving-ground/mail';
import { type Slack, startSlack } from '@lockstep/proving-ground/slack';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import {
  type Awaited,
  channelTypes,
  drillChecks,
  type Issues,
  type Remark,
  runDrill,
  type Surroundings,
} from '../src/index.ts';
import { parseTargets } from '../src/targets.ts';
import { hasty, message, surroundings } from './samples.ts';
import { type StandIn, standIn } from './stand-in.ts';

const KEY = 'e93facc04764012d7bfb002500d5d1a6';
const drill = {
  ...message,
  key: 'alert-drill/1.1',
  state: 'drill' as const,
  releaseId: '',
  changes: [],
  approvedBy: '',
  summary: 'A test of this alert.',
};

let faults: Faults;
let slack: Slack;
let pager: StandIn;
let incident: Record<string, unknown> | undefined;
beforeEach(async () => {
  faults = new Faults();
  incident = undefined;
  slack = await startSlack({ faults });
  pager = await standIn('pagerduty', faults, ({ body, path, query }) => {
    if (path !== '/incidents') {
      const { dedup_key: key, event_action: action } = body as { dedup_key: string; event_action: string };
      if (action === 'trigger') incident ??= { id: 'Q1', status: 'triggered', incident_key: key, acknowledgements: [] };
      else
        incident = {
          ...incident,
          status: 'resolved',
          last_status_change_by: { id: 'P0SVC', type: 'service_reference' },
        };
      return { status: 202, body: { status: 'success' } };
    }
    const key = new URLSearchParams(query).get('incident_key');
    return { status: 200, body: { incidents: incident?.['incident_key'] === key ? [incident] : [] } };
  });
});
const waiting = new Set<ReturnType<typeof setInterval>>();
afterEach(() => {
  for (const timer of waiting) clearInterval(timer);
  waiting.clear();
  return Promise.all([slack.close(), pager.close()]);
});

const bySlack = () => `- { type: slack, name: slack, token: ${slack.token}, channel: C0RELEASES, on: [released] }\n`;
const byPager = (more = 'token: rest-read-only-key, ') =>
  `- { type: pagerduty, name: pager, routing-key: ${KEY}, ${more}api-url: "${pager.url}", rest-api-url: "${pager.url}" }\n`;

/** People have half a minute where they answer, and a second and a half of real time where the test is that they do not. */
const SHORT = { withinMs: 30_000 };

interface Given extends Partial<Surroundings> {
  readonly awaited?: Awaited;
  readonly withinMs?: number;
}

async function run(yaml: string, { awaited = 'any', withinMs = 1_800_000, ...given }: Given = {}) {
  const targets = parseTargets(yaml, channelTypes, {
    ...surroundings,
    slackApiUrl: slack.apiUrl.replace(/\/$/, ''),
    ...given,
  });
  const options = { awaited, withinMs };
  const reports = await runDrill(targets, drill, options, { ...hasty(20), timeoutMs: 600_000 });
  return { reports, ...drillChecks(reports, options) };
}

/** Does it as soon as the message is there. */
function soon<T>(find: () => T | undefined, act: (found: T) => void): void {
  const timer = setInterval(() => {
    const found = find();
    if (found === undefined) return;
    clearInterval(timer);
    act(found);
  }, 5);
  waiting.add(timer);
}
const root = () => slack.channel('releases')[0];
const checksOf = ({ checks, gaps }: Ran) => ({
  checks: checks.map(({ id, reason, what }) => `${what}: ${id} ${reason}`),
  gaps: gaps.map(({ because, chosen, what }) => `${what}: ${chosen ? 'chosen' : 'open'}: ${because}`),
});
type Ran = ReturnType<typeof run> extends Promise<infer R> ? R : never;

describe('Slack', () => {
  test.each([
    ['a reaction', { emoji: 'eyes' }, 'reaction'],
    ['an answer in the thread', { says: 'seen' }, 'reply'],
  ])('%s is an acknowledgement, by its id alone, whatever the target listens to', async (_what, does, how) => {
    soon(root, (message) => slack.person(message, 'U0ADA', does));
    const ran = await run(bySlack());
    expect(ran.reports).toMatchObject([
      { delivery: 'confirmed', answered: { kind: 'yes', acknowledgement: { by: 'U0ADA', how } } },
    ]);
    expect(checksOf(ran).checks).toEqual([
      'slack: alert-delivered delivery-confirmed',
      'slack: alert-acknowledged acknowledged',
    ]);
    expect(root()?.text).toContain('alert drill, nothing is wrong');
    expect(JSON.stringify(root()?.blocks)).toContain('react to this message');
    expect(slack.messages.filter(({ person }) => person === undefined)).toHaveLength(1);
  });

  test('what the app itself writes is no acknowledgement, and silence is a failure', async () => {
    soon(root, ({ channel, ts }) => {
      void fetch(`${slack.apiUrl}chat.postMessage`, {
        method: 'POST',
        headers: { authorization: `Bearer ${slack.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ channel, thread_ts: ts, text: 'a machine' }),
      });
    });
    const ran = await run(bySlack(), { withinMs: 100_000 });
    expect(slack.messages).toHaveLength(2);
    expect(checksOf(ran).checks).toContain('slack: alert-acknowledged not-acknowledged');
    expect(ran.checks.map(({ verdict }) => verdict)).toEqual(['pass', 'fail']);
  });

  test('a reaction of an app is none, whoever else reacts with it is asked for', async () => {
    await slack.close();
    slack = await startSlack({ faults, bots: ['U0BOT'] });
    soon(root, (message) => {
      for (const id of ['U0BOT', 'USLACKBOT', 'U0LOCKSTEP']) slack.person(message, id, { emoji: 'robot_face' });
    });
    const ran = await run(bySlack(), SHORT);
    expect(root()?.reacted).toHaveLength(3);
    expect(checksOf(ran).checks).toContain('slack: alert-acknowledged not-acknowledged');
    soon(
      () => slack.channel('releases')[1],
      (message) => {
        slack.person(message, 'U0BOT', { emoji: 'eyes' });
        slack.person(message, 'U0ADA', { emoji: 'eyes' });
      },
    );
    expect((await run(bySlack())).reports).toMatchObject([
      { answered: { kind: 'yes', acknowledgement: { by: 'U0ADA', how: 'reaction' } } },
    ]);
  });

  test('a reaction that may be one of an app is unknown, until a person answers in the thread', async () => {
    await slack.close();
    slack = await startSlack({ faults, lacking: ['users:read'] });
    soon(root, (message) => slack.person(message, 'U0ADA', { emoji: 'eyes' }));
    expect((await run(bySlack(), SHORT)).reports).toMatchObject([
      { answered: { kind: 'unseen', because: expect.stringContaining('users:read') } },
    ]);
    soon(
      () => slack.channel('releases')[1],
      (message) => {
        slack.person(message, 'U0ADA', { emoji: 'eyes' });
        slack.person(message, 'U0ADA', { says: 'seen' });
      },
    );
    expect((await run(bySlack())).reports).toMatchObject([
      { answered: { kind: 'yes', acknowledgement: { by: 'U0ADA', how: 'reply' } } },
    ]);
  });

  test('one scope is enough; without both it is unknown, at once', async () => {
    await slack.close();
    slack = await startSlack({ faults, lacking: ['channels:history'] });
    soon(root, (message) => slack.person(message, 'U0ADA', { emoji: 'eyes' }));
    expect((await run(bySlack())).reports).toMatchObject([{ answered: { kind: 'yes' } }]);
    await slack.close();
    slack = await startSlack({ faults, lacking: ['reactions:read', 'channels:history'] });
    const ran = await run(bySlack());
    expect(ran.checks.map(({ verdict }) => verdict)).toEqual(['pass', 'unknown']);
    expect(ran.reports).toMatchObject([
      { answered: { kind: 'unseen', because: expect.stringContaining('reactions:read') } },
    ]);
  });

  test('a service that is down while people answer is asked again', async () => {
    faults.plant({
      service: 'slack',
      path: /reactions.get|replies/,
      times: 4,
      effect: { kind: 'status', status: 500 },
    });
    soon(root, (message) => slack.person(message, 'U0ADA', { emoji: 'eyes' }));
    expect((await run(bySlack())).reports).toMatchObject([{ answered: { kind: 'yes' } }]);
  });

  test('a message that did not arrive is no drill that nobody answered', async () => {
    faults.plant({ service: 'slack', path: /postMessage/, effect: { kind: 'status', status: 403 } });
    const { checks, gaps } = checksOf(await run(bySlack()));
    expect(checks).toEqual(['slack: alert-delivered delivery-failed']);
    expect(gaps).toEqual([expect.stringContaining('not known to have arrived')]);
  });
});

describe('PagerDuty', () => {
  test('a person acknowledges the incident, which the drill confirms and resolves', async () => {
    soon(
      () => incident,
      (open) => {
        const acknowledger = { id: 'P0ADA', type: 'user_reference', summary: 'Ada Lovelace' };
        incident = {
          ...open,
          status: 'acknowledged',
          acknowledgements: [{ at: new Date().toISOString(), acknowledger }],
        };
      },
    );
    const ran = await run(byPager());
    expect(ran.reports).toMatchObject([
      { delivery: 'confirmed', answered: { kind: 'yes', acknowledgement: { by: 'P0ADA', how: 'acknowledgement' } } },
    ]);
    expect(JSON.stringify(ran)).not.toContain('Lovelace');
    expect(incident).toMatchObject({ status: 'resolved', incident_key: expect.stringMatching(/^lockstep:drill:/) });
  });

  test('what an integration did counts for nobody; one that was not acknowledged is resolved too', async () => {
    soon(
      () => incident,
      (open) => {
        const acknowledger = { id: 'P0BOT', type: 'integration_reference' };
        incident = { ...open, acknowledgements: [{ at: new Date().toISOString(), acknowledger }] };
      },
    );
    const ran = await run(byPager(), SHORT);
    expect(checksOf(ran).checks).toContain('pager: alert-acknowledged not-acknowledged');
    expect(incident).toMatchObject({ status: 'resolved' });
  });

  test('without a REST key it cannot show anything, which alone is unknown', async () => {
    const ran = await run(byPager(''));
    expect(ran.reports).toMatchObject([{ delivery: 'accepted', answered: { kind: 'cannot-show' } }]);
    expect(checksOf(ran).gaps).toEqual([
      expect.stringMatching(/^pager: chosen: /),
      expect.stringMatching(/^all targets: open: /),
    ]);
    expect((await run(byPager(''), { awaited: 'none' })).gaps.every(({ chosen }) => chosen)).toBe(true);
  });
});

describe('an issue', () => {
  const closed: number[] = [];
  let remarks: readonly Remark[] = [];
  const issues: Issues = {
    listOpen: async () => [],
    create: async () => ({
      kind: 'accepted',
      data: { number: 7, url: 'https://github.com/acme/shop/issues/7', body: '' },
    }),
    remarks: async () => remarks,
    comment: async () => ({ kind: 'accepted', data: undefined }),
    close: async (number) => {
      closed.push(number);
      return { kind: 'accepted', data: undefined };
    },
  };
  const byIssue = '- { type: github-issue, name: issue, token: ghs_drill }\n';

  test.each([
    ['a comment of a person closes it', { isPerson: true, atMs: Date.now() + 60_000 }, [7], 'acknowledged', 1_800_000],
    ['one after the time closes it, late', { isPerson: true, atMs: Date.now() + 9_000_000 }, [7], 'late', 1_800_000],
    ['one of an app does not', { isPerson: false, atMs: Date.now() + 60_000 }, [], 'not-acknowledged', 30_000],
    [
      'one of an outsider does not',
      { isPerson: true, atMs: Date.now() + 60_000, isOfTeam: async () => false },
      [],
      'not-acknowledged',
      30_000,
    ],
    ['one before it does not', { isPerson: true, atMs: Date.now() - 60_000 }, [], 'not-acknowledged', 30_000],
  ])('%s', async (_what, remark, expected, reason, withinMs) => {
    closed.length = 0;
    remarks = [{ authorId: '583231', isOfTeam: async () => true, ...remark }];
    const ran = await run(byIssue, { openIssues: () => issues, withinMs });
    expect(closed).toEqual(expected);
    expect(ran.checks.at(-1)).toMatchObject({ reason });
  });

  test('a GitHub that cannot be read is unknown', async () => {
    const broken = {
      ...issues,
      remarks: () => Promise.reject(new RemoteError('no', { service: 'GitHub', status: 403, retryable: false })),
    };
    const ran = await run(byIssue, { openIssues: () => broken });
    expect(ran.checks.at(-1)).toMatchObject({ verdict: 'unknown', measured: expect.stringContaining('issues: write') });
  });
});

test('any: the first answer ends it, and who was not needed is named; all: each is awaited', async () => {
  const answer = () => soon(root, (message) => slack.person(message, 'U0ADA', { emoji: 'eyes' }));
  answer();
  const any = checksOf(await run(bySlack() + byPager()));
  expect(any.checks).toContain('slack: alert-acknowledged acknowledged');
  expect(any.gaps).toEqual([expect.stringContaining('acknowledged at another target first')]);
  incident = undefined;
  const all = checksOf(await run(bySlack() + byPager(), { awaited: 'all', withinMs: 100_000 }));
  expect(all.checks).toContain('pager: alert-acknowledged not-acknowledged');
});

test('mail is sent as well, and machines get a drill that is no release', async () => {
  const mail = await catchMail();
  const web = await standIn('web', faults, () => ({ status: 200, body: { id: 1 } }));
  const yaml = [
    `- { type: email, smtp: "${mail.url}", from: ci@example.com, to: [ops@example.com], min-severity: error }`,
    `- { type: heartbeat, url: "${web.url}/ping/1" }`,
    `- { type: otlp, endpoint: "${web.url}" }`,
    `- { type: grafana, url: "${web.url}", token: glsa_1234567890, tags: [team-a] }`,
    `- { type: sentry, token: sntrys_1234567890, organization: acme, projects: [web], api-url: "${web.url}" }`,
  ].join('\n');
  const ran = await run(yaml, { awaited: 'none' });
  await Promise.all([mail.close(), web.close()]);
  expect(ran.checks.map(({ verdict }) => verdict)).toEqual(['pass', 'pass', 'pass', 'pass', 'pass']);
  expect(mail.mails.map(({ subject }) => subject)).toEqual([expect.stringContaining('alert drill')]);
  const asked = Object.fromEntries(web.asked.map((one) => [`${one.method} ${one.path}`, JSON.stringify(one.body)]));
  expect(Object.keys(asked).sort()).toEqual([
    'GET /api/0/organizations/acme/releases/',
    'POST /api/annotations',
    'POST /ping/1/log',
    'POST /v1/traces',
  ]);
  expect(asked['POST /api/annotations']).toContain('"tags":["lockstep-drill"');
  expect(asked['POST /v1/traces']).not.toContain('deployment.');
});
