import { asError, isMap } from '@lockstep/base';
import type { Acknowledgement, Acknowledging } from '../channel.ts';
import type { World } from '../exchange.ts';
import { Undelivered } from '../undelivered.ts';
import { type SlackApi, slackRead } from './slack-api.ts';

/**
 * A reaction of a person (scopes reactions:read and users:read) or an answer in the thread (channels:history, groups:history
 * in private channels). One of the two is enough. Slack does not say when a reaction was made.
 */
export function slackAcknowledging(apiOf: (world: World) => SlackApi): Acknowledging {
  const people = new Map<string, boolean>();
  return {
    how: 'react to this message with any emoji, or answer in its thread',
    async look({ handle }, world) {
      const at = { channel: handle['channel'] ?? '', ts: handle['ts'] ?? '' };
      const api = apiOf(world);
      const [reacted, answered] = await Promise.allSettled([reaction(api, at, people), answer(api, at)]);
      if (reacted.status === 'rejected' && answered.status === 'rejected') throw cannotLook(reacted.reason);
      const first = reacted.status === 'fulfilled' ? reacted.value : undefined;
      const reply = answered.status === 'fulfilled' ? answered.value : undefined;
      if (!(first instanceof Unjudged)) return { isShown: true, acknowledgement: first ?? reply };
      if (reply === undefined) throw first;
      return { isShown: true, acknowledgement: reply };
    },
  };
}

interface At {
  readonly channel: string;
  readonly ts: string;
}

/** Someone reacted, and Slack does not say whether that is a person. People may still answer in the thread. */
class Unjudged extends Undelivered {
  constructor(cause: unknown) {
    const hint = 'give the app the scope users:read, or answer in the thread';
    const failure = { service: 'Slack', effect: 'unknown', retryable: false, hint, cause: asError(cause) } as const;
    super('Slack does not show whether a reaction is that of a person', failure);
  }
}

/** Reactions of apps are none of people, and Slack gives the ids of both. */
async function reaction(
  api: SlackApi,
  { channel, ts }: At,
  people: Map<string, boolean>,
): Promise<Acknowledgement | Unjudged | undefined> {
  const { message } = await slackRead(api, 'reactions.get', { channel, timestamp: ts, full: 'true' });
  const reactions = isMap(message) ? listOf(message['reactions']) : [];
  const ids = reactions.flatMap(({ users }) => (Array.isArray(users) ? users : []));
  let unjudged: unknown;
  for (const by of new Set(ids.filter((id) => typeof id === 'string'))) {
    try {
      const isPerson = people.get(by) ?? (await isPersonOf(api, by));
      people.set(by, isPerson);
      if (isPerson) return { by, how: 'reaction' };
    } catch (thrown) {
      unjudged = thrown;
    }
  }
  return unjudged === undefined ? undefined : new Unjudged(unjudged);
}

/** Slackbot is no bot by its own word. */
async function isPersonOf(api: SlackApi, id: string): Promise<boolean> {
  if (id === 'USLACKBOT') return false;
  const { user } = await slackRead(api, 'users.info', { user: id });
  if (!isMap(user)) throw new Undelivered('Slack gave an unexpected answer', UNEXPECTED);
  return user['is_bot'] !== true && user['is_workflow_bot'] !== true;
}

const UNEXPECTED = { service: 'Slack', effect: 'unknown', retryable: false } as const;

async function answer(api: SlackApi, { channel, ts }: At): Promise<Acknowledgement | undefined> {
  const { messages } = await slackRead(api, 'conversations.replies', { channel, ts, limit: '20' });
  // The first one is the message itself; what apps write, ours included, is no answer of a person.
  const first = listOf(messages).find((one) => one['ts'] !== ts && one['bot_id'] === undefined);
  if (first === undefined || typeof first['user'] !== 'string') return undefined;
  const atMs = Number(first['ts']) * 1_000;
  return { by: first['user'], how: 'reply', ...(Number.isFinite(atMs) ? { atMs } : {}) };
}

function cannotLook(thrown: unknown): unknown {
  if (!(thrown instanceof Undelivered) || thrown.code !== 'missing_scope') return thrown;
  const hint = 'give the app the scopes reactions:read and users:read, or channels:history';
  const failure = { service: 'Slack', effect: 'none', retryable: false, code: thrown.code, hint } as const;
  return new Undelivered('Slack does not show who acknowledged', failure);
}

function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isMap) : [];
}
