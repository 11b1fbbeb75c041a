import { createHash } from 'node:crypto';
import type { ChannelType, Handle, Sent } from '../channel.ts';
import type { World } from '../exchange.ts';
import { mentioned, readMention } from '../mention.ts';
import { type ReleaseMessage, severityOf } from '../message.ts';
import { Undelivered } from '../undelivered.ts';
import { hasCause, hasMore } from '../words.ts';
import { slackAcknowledging } from './slack-acknowledged.ts';
import { type SlackApi, slackCall } from './slack-api.ts';
import { SLACK_NAME, SLACK_NAMES, slackContent, slackDetail } from './slack-blocks.ts';

const EVENT_TYPE = 'lockstep_release';
/** How far back a message is looked for, of another job or one whose posting got no answer. */
const LOOK_BACK = 50;

/** Our message is gone or closed to edits: a new one is posted. */
const CANNOT_EDIT = ['channel_not_found', 'message_not_found', 'cant_update_message', 'edit_window_closed'];

/**
 * Slack by bot token: one message per release, updated through its life, with the details in its thread. Edits do not
 * notify, so the details of a failure are shown in the channel as well (`broadcast`). Needs chat:write; with
 * channels:history a post whose answer was lost is looked for instead of being unknown, and so is the message of a
 * release that another job began.
 */
export const slack: ChannelType = {
  type: 'slack',
  tasks: 'failures',
  open(fields, surroundings) {
    const token = fields.secret('token');
    const channel = fields.text('channel', { required: true, expected: "the channel's id (C…)" });
    const broadcast = fields.flag('broadcast', true);
    const mention = readMention(fields, SLACK_NAME, SLACK_NAMES);
    const apiOf = (world: World) => ({ url: surroundings.slackApiUrl, token, world });
    return {
      place: channel,
      secrets: [token],
      acknowledging: slackAcknowledging(apiOf),
      async send(message, handle, world) {
        const api = apiOf(world);
        const root = await show(api, channel, message, handle);
        return await explain(api, message, root, { broadcast, names: mentioned(mention, message) });
      },
    };
  },
};

async function show(
  api: SlackApi,
  channel: string,
  message: ReleaseMessage,
  handle: Handle | undefined,
): Promise<Handle & { readonly channel: string; readonly ts: string }> {
  const content = slackContent(message);
  const { channel: id, ts } = handle ?? (message.continues ? await ofAnotherJob(api, channel, message) : {});
  if (id !== undefined && ts !== undefined) {
    try {
      await slackCall(api, 'chat.update', { channel: id, ts, ...content }, true);
      return { ...handle, channel: id, ts };
    } catch (thrown) {
      if (!(thrown instanceof Undelivered) || !CANNOT_EDIT.includes(thrown.code ?? '')) throw thrown;
    }
  }
  const metadata = { event_type: EVENT_TYPE, event_payload: { key: message.key, state: message.state } };
  try {
    const answer = await slackCall(
      api,
      'chat.postMessage',
      { channel, unfurl_links: false, metadata, ...content },
      false,
    );
    return { channel: String(answer['channel']), ts: String(answer['ts']) };
  } catch (thrown) {
    if (!(thrown instanceof Undelivered) || thrown.effect === 'none') throw thrown;
    return await find(api, channel, message, thrown);
  }
}

/** The message of another job about the same release; nothing where Slack does not show it to us. */
async function ofAnotherJob(
  api: SlackApi,
  channel: string,
  { key }: ReleaseMessage,
): Promise<{ readonly channel?: string; readonly ts?: string }> {
  const messages = await newest(api, channel).catch(() => []);
  const found = messages.find(
    ({ metadata }) => metadata?.event_type === EVENT_TYPE && metadata.event_payload?.key === key,
  );
  // Slack lists and edits by the channel's id alone: where a target gives its name, a new message is posted.
  return found === undefined ? {} : { channel, ts: found.ts };
}

interface Posted {
  readonly ts: string;
  readonly metadata?: {
    readonly event_type?: string;
    readonly event_payload?: { readonly key?: string; readonly state?: string };
  };
}

async function newest(api: SlackApi, channel: string): Promise<readonly Posted[]> {
  const args = { channel, limit: LOOK_BACK, include_all_metadata: true };
  const answer = await slackCall(api, 'conversations.history', args, true);
  return (answer['messages'] ?? []) as readonly Posted[];
}

/** A post whose answer was lost is read back, never repeated. Throws `lost` where reading back says nothing. */
async function find(api: SlackApi, channel: string, message: ReleaseMessage, lost: Undelivered) {
  const messages = await newest(api, channel).catch(() => {
    throw lost;
  });
  const found = messages.find(
    ({ metadata }) =>
      metadata?.event_type === EVENT_TYPE &&
      metadata.event_payload?.key === message.key &&
      metadata.event_payload.state === message.state,
  );
  if (found !== undefined) return { channel, ts: found.ts };
  throw new Undelivered('Slack lost the message: it is not in the channel', {
    service: 'Slack',
    effect: 'none',
    retryable: false,
    cause: lost,
  });
}

/** Puts the details into the thread, once. */
async function explain(
  api: SlackApi,
  message: ReleaseMessage,
  root: Handle & { readonly channel: string; readonly ts: string },
  { broadcast, names }: { readonly broadcast: boolean; readonly names: readonly string[] },
): Promise<Sent> {
  const shown: Sent = {
    delivery: 'confirmed',
    detail: `Slack shows it as ${root.ts} in ${root.channel}`,
    handle: root,
  };
  const isBad = severityOf(message.state) !== 'info';
  if (!hasCause(message) && !hasMore(message) && names.length === 0) return shown;
  // Only the thread notifies: the message itself is edited.
  const subject =
    isBad || names.length > 0
      ? `${message.state}\n${message.failure}\n${message.waitingSince === undefined ? '' : message.at}`
      : message.changes.join('\n');
  const explained = createHash('sha256').update(subject).digest('hex').slice(0, 16);
  if (root['explained'] === explained) return shown;
  try {
    const { channel, ts } = root;
    const args = { channel, thread_ts: ts, text: slackDetail(message, names), reply_broadcast: broadcast && isBad };
    await slackCall(api, 'chat.postMessage', args, false);
    return { ...shown, handle: { ...root, explained } };
  } catch (thrown) {
    if (!(thrown instanceof Undelivered)) throw thrown;
    const delivery = thrown.effect === 'none' ? 'failed' : 'unknown';
    const detail = `the message was updated, but its thread has no details: ${thrown.message} (${thrown.code ?? thrown.status ?? 'no answer'})`;
    return { delivery, detail, handle: root };
  }
}
