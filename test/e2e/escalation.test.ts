import { expect } from '@jest/globals';
import { dispatch } from '@lockstep/proving-ground/ground';
import { type HttpService, serve } from '@lockstep/proving-ground/http';
import { type CaughtMail, catchMail, type MailCatcher } from '@lockstep/proving-ground/mail';
import { type Site, workflowOf } from './consumers.ts';
import { live } from './ends.ts';
import { look } from './look.ts';
import { release } from './release.ts';
import { rare as test } from './sampled.ts';
import { useStage } from './stage.ts';

const stage = useStage();
const HOUR = 3_600_000;

interface Event {
  readonly event_action: string;
  readonly dedup_key: string;
  readonly payload: { readonly summary: string };
}

interface Called {
  readonly mails: readonly CaughtMail[];
  readonly events: readonly Event[];
}

/** A pager that keeps its events. */
async function startPager(events: Event[]): Promise<HttpService> {
  return await serve(
    'pager',
    async (request) => {
      if (request.path === '/v2/enqueue') events.push(request.json() as Event);
      return { status: 202, body: { status: 'success' } };
    },
    stage.ground.faults,
  );
}

/** Whom a team calls, one after the other. */
function targets(shop: Site, mail: MailCatcher, pager: HttpService): string {
  return [
    `- { type: slack, token: ${shop.ground.slack.token}, channel: C0RELEASES }`,
    `- { type: email, smtp: "${mail.url}", from: ci@example.com, to: [lead@example.com], escalate-after: 2h }`,
    `- { type: pagerduty, routing-key: e93facc04764012d7bfb002500d5d1a6, api-url: "${pager.url}", escalate-after: 1d }`,
  ].join('\n');
}

/** As if that time had passed since: all that the ledger has is older by it. */
function pass(shop: Site, hours: number): void {
  const back = (at: string) => new Date(Date.parse(at) - hours * HOUR).toISOString();
  for (const record of shop.consumer.github.state.deployments) {
    Object.assign(record, { createdAt: back(record.createdAt) });
    for (const status of record.statuses) Object.assign(status, { at: back(status.at) });
  }
}

test('a held release is told by each scheduled run, once to each, with its age, and to the next target in time', async () => {
  const shop = await stage.liveShop();
  const { consumer, environments, ground, runner } = shop;
  const path = new RegExp(`^${shop.host.replace(/:.*/, '')}\\S*/api/health`);
  const cut = { service: 'edge', path, after: 2, times: Number.POSITIVE_INFINITY } as const;
  await release(shop, { version: 2, faults: [{ ...cut, effect: { kind: 'reset-before' } }] });
  const mail = await catchMail();
  const events: Event[] = [];
  const pager = await startPager(events);
  const secrets = { ...shop.secrets, NOTIFY_TARGETS: targets(shop, mail, pager) };
  const workflow = workflowOf(shop, 'recover');
  const sha = consumer.commit('Look after releases');
  const root = () => shop.messages().filter(({ threadTs }) => threadTs === undefined);
  const thread = () => root().flatMap((message) => ground.slack.thread(message));

  /** One run; gives what each target was sent by it. */
  const recover = async (name: 'workflow_run' | 'schedule') => {
    const before = { thread: thread().length, mails: mail.mails.length, events: events.length };
    const event = name === 'schedule' ? { name } : { name, payload: { action: 'completed' } };
    const run = await dispatch(ground, runner, consumer, { sha, workflow, event, secrets, environments });
    const { conclusion } = await run.result;
    await ground.vercel.settled();
    const sent: Called = { mails: mail.mails.slice(before.mails), events: events.slice(before.events) };
    return { conclusion, said: thread().slice(before.thread), ...sent };
  };

  try {
    const first = await recover('workflow_run');
    expect(first).toMatchObject({ conclusion: 'failure', mails: [], events: [] });
    expect(first.said).toHaveLength(1);

    pass(shop, 3);
    const second = await recover('schedule');
    expect(second).toMatchObject({ conclusion: 'failure', events: [] });
    expect(second.said).toMatchObject([{ text: expect.stringContaining('*Waiting* for 3 h,') }]);
    expect(second.mails).toMatchObject([
      {
        to: ['lead@example.com'],
        subject: expect.stringContaining('held'),
        text: expect.stringContaining('Waiting: for 3 h'),
      },
    ]);

    pass(shop, 27);
    const third = await recover('schedule');
    expect(third.said).toMatchObject([{ text: expect.stringContaining('*Waiting* for 30 h') }]);
    expect(third.mails).toMatchObject([{ text: expect.stringMatching(/Waiting: for 30 h/) }]);
    expect(third.events).toMatchObject([{ event_action: 'trigger' }]);

    // Each is reminded once more, in what was there: one message, one conversation, one alert.
    pass(shop, 1);
    const fourth = await recover('schedule');
    expect([fourth.said.length, fourth.mails.length, fourth.events.length]).toEqual([1, 1, 1]);
    expect(fourth.events[0]?.dedup_key).toBe(third.events[0]?.dedup_key);
    expect(root()).toHaveLength(1);
    expect(await look(shop)).toMatchObject({
      ...live('v2'),
      ledger: ['released: found live', expect.stringMatching(/^held/)],
    });
  } finally {
    await Promise.all([mail.close(), pager.close()]);
  }
});
