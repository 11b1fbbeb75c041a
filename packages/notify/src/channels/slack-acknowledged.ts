import { isMap } from '@lockstep/base';
import type { Acknowledgement, Acknowledging } from '../channel.ts';
import type { World } from '../exchange.ts';
import { Undelivered } from '../undelivered.ts';
import { type SlackApi, slackRead } from './slack-api.ts';

/**
 * A reaction (scope reactions:read) or an answer in the thread (channels:history, groups:history in private channels). One of
 * the two scopes is enough. Slack does not say when a reaction was made.
 */
export function slackAcknowledging(apiOf: (world: World) => SlackApi): Acknowledging {
  return {
    how: 'react to this message with any emoji, or answer in its thread',
    async look({ handle }, world) {
      const at = { channel: handle['channel'] ?? '', ts: handle['ts'] ?? '' };
      const api = apiOf(world);
      const [reacted, answered] = await Promise.allSettled([reaction(api, at), answer(api, at)]);
      const found = [reacted, answered].map((one) => (one.status === 'fulfilled' ? one.value : undefined));
      if (reacted.status === 'rejected' && answered.status === 'rejected') throw cannotLook(reacted.reason);
      return { isShown: true, acknowledgement: found.find((one) => one !== undefined) };
    },
  };
}

interface At {
  readonly channel: string;
  readonly ts: string;
}

async function reaction(api: SlackApi, { channel, ts }: At): Promise<Acknowledgement | undefined> {
  const { message } = await slackRead(api, 'reactions.get', { channel, timestamp: ts, full: 'true' });
  const reactions = isMap(message) ? listOf(message['reactions']) : [];
  const [by] = reactions.flatMap(({ users }) => (Array.isArray(users) ? users : []));
  return typeof by === 'string' ? { by, how: 'reaction' } : undefined;
}

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
  const hint = 'give the app the scope reactions:read, or channels:history';
  const failure = { service: 'Slack', effect: 'none', retryable: false, code: thrown.code, hint } as const;
  return new Undelivered('Slack does not show who acknowledged', failure);
}

function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isMap) : [];
}
