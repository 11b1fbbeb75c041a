import { createHash } from 'node:crypto';
import { isMap, type Secret } from '@lockstep/base';
import type { ChannelType, Handle, Sent } from '../channel.ts';
import { exchange, type World } from '../exchange.ts';
import { mentioned, readMention } from '../mention.ts';
import { type ReleaseMessage, severityOf } from '../message.ts';
import { type Part, sendParts } from '../parts.ts';
import { NOT_IN_CLEAR, refuseAddress } from '../service-url.ts';
import { Undelivered } from '../undelivered.ts';
import { headline, lookOf } from '../words.ts';
import { discordEmbed, escaped } from './discord-embed.ts';

/** Our message was deleted (Discord's error code for it): a new one is posted. */
const UNKNOWN_MESSAGE = '10008';

interface Webhook {
  readonly url: Secret;
  readonly world: World;
}

/**
 * Discord by webhook: one message per release, edited through its life. Edits notify no one, so a bad end is also posted as
 * a short message of its own (`broadcast`), with the mentions. A post whose answer was lost cannot be looked for: a webhook
 * reads only messages whose id it knows.
 */
export const discord: ChannelType = {
  type: 'discord',
  tasks: 'failures',
  open(fields) {
    const url = fields.secretUrl('url', ['https:', 'http:']);
    refuseAddress(fields, 'url', url.reveal(), [
      {
        test: ({ pathname }) => !/\/webhooks\/[^/]+\/[^/]+/.test(pathname),
        expected: 'expected the URL of a webhook, https://discord.com/api/webhooks/ID/TOKEN',
      },
      NOT_IN_CLEAR,
    ]);
    const broadcast = fields.flag('broadcast', true);
    const form = /^(\d{15,20}|&\d{15,20}|here|everyone)$/;
    const mention = readMention(fields, form, '@USER-ID, @&ROLE-ID, @here or @everyone');
    return {
      place: 'webhook',
      secrets: [url],
      async send(message, handle, world) {
        const hook = { url, world };
        const names = mentioned(mention, message);
        const shown = await show(hook, message, handle, names);
        const isWanted = names.length > 0 || (broadcast && severityOf(message.state) !== 'info');
        if (!shown.isEdit || !isWanted) return shown.sent;
        const mode = { mode: 'each', best: 'confirmed' } as const;
        const sent = await sendParts([alert(hook, message, names)], shown.sent.handle, mode);
        return { ...sent, detail: `${shown.sent.detail}; ${sent.detail}` };
      },
    };
  },
};

/** Edits the message of this release, or posts the first one. */
async function show(
  hook: Webhook,
  message: ReleaseMessage,
  handle: Handle | undefined,
  names: readonly string[],
): Promise<{ readonly sent: Sent; readonly isEdit: boolean }> {
  const embeds = [discordEmbed(message)];
  const id = handle?.['id'];
  if (id !== undefined) {
    try {
      await ask(hook, 'PATCH', id, { embeds, allowed_mentions: { parse: [] } });
      const sent: Sent = { delivery: 'confirmed', detail: `Discord shows it as ${id}`, handle: { ...handle, id } };
      return { sent, isEdit: true };
    } catch (thrown) {
      if (!(thrown instanceof Undelivered) || thrown.code !== UNKNOWN_MESSAGE) throw thrown;
    }
  }
  const answer = await ask(hook, 'POST', '', { username: 'Lockstep', ...mentionsOf(names, ''), embeds });
  const posted = answer['id'];
  if (typeof posted !== 'string')
    throw new Undelivered('Discord gave an unexpected answer', {
      service: 'Discord',
      effect: 'unknown',
      retryable: false,
    });
  const sent: Sent = { delivery: 'confirmed', detail: `Discord shows it as ${posted}`, handle: { id: posted } };
  return { sent, isEdit: false };
}

function alert(hook: Webhook, message: ReleaseMessage, names: readonly string[]): Part {
  const words = `${lookOf(message).sign} **${escaped(headline(message))}**`;
  const mark = createHash('sha256').update(`${message.state}\n${message.failure}`).digest('hex').slice(0, 16);
  return {
    name: 'alert',
    mark,
    repeatable: false,
    run: async () => {
      await ask(hook, 'POST', '', { username: 'Lockstep', ...mentionsOf(names, words) });
      return 'and posted an alert, because edits notify no one';
    },
  };
}

/** Only who is meant is notified, whatever else is in the text. */
function mentionsOf(names: readonly string[], words: string): Readonly<Record<string, unknown>> {
  const users = names.filter((name) => /^\d/.test(name));
  const roles = names.filter((name) => name.startsWith('&')).map((name) => name.slice(1));
  const all = names.some((name) => name === 'here' || name === 'everyone');
  const shown = names.map((name) => (/^[&\d]/.test(name) ? `<@${name}>` : `@${name}`));
  const content = [...shown, words].filter((word) => word !== '').join(' ');
  return {
    ...(content === '' ? {} : { content }),
    allowed_mentions: { parse: all ? ['everyone'] : [], users, roles },
  };
}

async function ask(
  hook: Webhook,
  method: 'POST' | 'PATCH',
  id: string,
  body: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  // The URL may have a query: `thread_id` posts into a thread.
  const url = new URL(hook.url.reveal());
  if (method === 'POST') url.searchParams.set('wait', 'true');
  else url.pathname = `${url.pathname.replace(/\/$/, '')}/messages/${encodeURIComponent(id)}`;
  const { text } = await exchange(
    {
      service: 'Discord',
      method,
      url: url.href,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      // An edit leaves the message as it says, however often it is made.
      repeatable: method === 'PATCH',
      hints: { 401: "the webhook's URL is wrong; copy it again", 404: 'the webhook was deleted; create a new one' },
    },
    hook.world,
  );
  try {
    const answer: unknown = JSON.parse(text);
    return isMap(answer) ? answer : {};
  } catch {
    return {};
  }
}
