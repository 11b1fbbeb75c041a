import { attachmentProblems, blockProblems } from './blocks.ts';

/** One version of a message's content. */
export interface SlackContent {
  readonly text: string;
  /** Those of its attachments behind its own. */
  readonly blocks: readonly unknown[];
  /** Of its first attachment; `''` where it has none. */
  readonly colour: string;
}

export interface SlackMessage extends SlackContent {
  readonly channel: string;
  /** Slack's id of a message within its channel: seconds, a point, six digits. */
  readonly ts: string;
  /** The `ts` of the message that it answers. */
  readonly threadTs: string | undefined;
  /** `token`, or the webhook's path. */
  readonly via: string;
  readonly metadata: unknown;
  /** What it said before, oldest first. */
  readonly history: readonly SlackContent[];
  readonly reactions: readonly string[];
  /** People's reactions. */
  readonly reacted: readonly { readonly name: string; readonly user: string }[];
  /** The person who wrote it; absent for the app. */
  readonly person?: string;
}

/** A method's answer as Slack sends it, or the code of its refusal. */
export type Answer = Readonly<Record<string, unknown>>;
export type Arguments = Readonly<Record<string, unknown>>;

const refusal = (error: string): Answer => ({ ok: false, error });

/** Slack cuts a longer text off, and refuses one of more than this (docs.slack.dev, chat.postMessage). */
const LONGEST_TEXT = 40_000;

/** The channels of a workspace and what was said in them. */
export class Workspace {
  readonly #channels: ReadonlyMap<string, { readonly id: string; readonly archived: boolean }>;
  readonly #messages: SlackMessage[] = [];
  #count = 0;

  constructor(channels: Readonly<Record<string, string>>, archived: readonly string[]) {
    const entries = Object.entries(channels).flatMap(([name, id]) => {
      const channel = { id, archived: archived.includes(name) };
      return [name, `#${name}`, id].map((key) => [key, channel] as const);
    });
    this.#channels = new Map(entries);
  }

  /** Every message as it reads now, in order of posting. */
  get messages(): readonly SlackMessage[] {
    return this.#messages;
  }

  post(args: Arguments, via: string): Answer {
    const channel = this.#channels.get(String(args['channel']));
    if (channel === undefined) return refusal('channel_not_found');
    if (channel.archived) return refusal('is_archived');
    const content = readContent(args);
    if ('error' in content) return content;
    const threadTs = args['thread_ts'];
    const message: SlackMessage = {
      channel: channel.id,
      ts: this.#nextTs(),
      threadTs: typeof threadTs === 'string' && threadTs !== '' ? threadTs : undefined,
      via,
      metadata: args['metadata'],
      history: [],
      reactions: [],
      reacted: [],
      text: content.text ?? '',
      blocks: content.blocks ?? [],
      colour: content.colour ?? '',
    };
    this.#messages.push(message);
    return { ok: true, channel: message.channel, ts: message.ts, message: asSlackShows(message) };
  }

  /** Only by channel id: names are not taken here. Blocks that are not given stay as they were. */
  update(args: Arguments, via: string): Answer {
    const found = this.#find(args, 'ts');
    if (typeof found === 'string') return refusal(found);
    const { index, message: before } = found;
    if (before.via !== via) return refusal('cant_update_message');
    const content = readContent(args);
    if ('error' in content) return content;
    const after: SlackMessage = {
      ...before,
      text: content.text ?? before.text,
      blocks: content.blocks ?? before.blocks,
      colour: content.colour ?? before.colour,
      history: [...before.history, { text: before.text, blocks: before.blocks, colour: before.colour }],
    };
    this.#messages[index] = after;
    return { ok: true, channel: after.channel, ts: after.ts, text: after.text, message: asSlackShows(after) };
  }

  react(args: Arguments): Answer {
    const found = this.#find(args, 'timestamp');
    if (typeof found === 'string') return refusal(found);
    const { index, message: before } = found;
    const name = String(args['name'] ?? '');
    if (!/^[a-z0-9_+'-]+$/.test(name)) return refusal('invalid_name');
    if (before.reactions.includes(name)) return refusal('already_reacted');
    this.#messages[index] = { ...before, reactions: [...before.reactions, name] };
    return { ok: true };
  }

  /** A person reacts, or answers in the thread: what a client of Slack does. */
  person(root: SlackMessage, user: string, does: { readonly emoji: string } | { readonly says: string }): void {
    const index = this.#messages.findIndex(({ channel, ts }) => channel === root.channel && ts === root.ts);
    const before = this.#messages[index];
    if (before === undefined) throw new Error(`no message ${root.ts} in ${root.channel}`);
    if ('emoji' in does)
      this.#messages[index] = { ...before, reacted: [...before.reacted, { name: does.emoji, user }] };
    else
      this.#messages.push({
        ...before,
        ...{ ts: this.#nextTs(), threadTs: before.ts, text: does.says, person: user },
        ...{ blocks: [], colour: '', history: [], reactions: [], reacted: [], metadata: undefined },
      });
  }

  /** `reactions.get`. */
  reactionsOf(args: Arguments): Answer {
    const found = this.#find(args, 'timestamp');
    if (typeof found === 'string') return refusal(found);
    const { message } = found;
    return { ok: true, type: 'message', channel: message.channel, message: asSlackShows(message) };
  }

  /** `conversations.replies`: the message, then its answers, oldest first. */
  replies(args: Arguments): Answer {
    const found = this.#find(args, 'ts');
    if (typeof found === 'string') return refusal(found === 'message_not_found' ? 'thread_not_found' : found);
    const { message } = found;
    const answers = this.#messages.filter(
      ({ channel, threadTs }) => channel === message.channel && threadTs === message.ts,
    );
    return { ok: true, messages: [message, ...answers].map(asSlackShows), has_more: false };
  }

  /** Newest first, without answers in threads. Only by channel id: names are not taken here. */
  read(args: Arguments): Answer {
    const id = String(args['channel']);
    const channel = this.#channels.get(id);
    if (channel?.id !== id) return refusal('channel_not_found');
    const limit = Number(args['limit'] ?? 100);
    const told = this.#messages.filter((message) => message.channel === channel.id && message.threadTs === undefined);
    const withMetadata = String(args['include_all_metadata']) === 'true';
    const messages = told
      .toReversed()
      .slice(0, limit)
      .map((message) => ({ ...asSlackShows(message), ...(withMetadata ? { metadata: message.metadata } : {}) }));
    return { ok: true, messages, has_more: told.length > limit };
  }

  #find(
    args: Arguments,
    key: 'ts' | 'timestamp',
  ): { readonly index: number; readonly message: SlackMessage } | 'channel_not_found' | 'message_not_found' {
    const id = String(args['channel']);
    if (this.#channels.get(id)?.id !== id) return 'channel_not_found';
    const index = this.#messages.findIndex((message) => message.channel === id && message.ts === args[key]);
    const message = this.#messages[index];
    return message === undefined ? 'message_not_found' : { index, message };
  }

  #nextTs(): string {
    this.#count++;
    return `${Math.floor(Date.now() / 1_000)}.${String(this.#count).padStart(6, '0')}`;
  }
}

function readContent(args: Arguments): Partial<SlackContent> | (Answer & { readonly error: unknown }) {
  const text = args['text'] === undefined ? undefined : String(args['text']);
  const blocks = readBlocks(args['blocks']);
  if (blocks === 'invalid_blocks_format') return { ok: false, error: blocks };
  if ((text === undefined || text === '') && (blocks === undefined || blocks.length === 0))
    return { ok: false, error: 'no_text' };
  if (text !== undefined && text.length > LONGEST_TEXT) return { ok: false, error: 'msg_too_long' };
  const attachments = readBlocks(args['attachments']);
  if (attachments === 'invalid_blocks_format') return { ok: false, error: 'invalid_attachments' };
  const wrong = attachmentProblems(attachments ?? []);
  const problems = [...(blocks === undefined ? [] : blockProblems(blocks)), ...wrong];
  if (problems.length > 0) return { ok: false, error: 'invalid_blocks', response_metadata: { messages: problems } };
  const attached = (attachments ?? []).flatMap((one) => (one as { readonly blocks?: readonly unknown[] }).blocks ?? []);
  const colour = (attachments?.[0] as { readonly color?: string } | undefined)?.color;
  return {
    ...(text === undefined ? {} : { text }),
    ...(blocks === undefined && attachments === undefined ? {} : { blocks: [...(blocks ?? []), ...attached] }),
    ...(colour === undefined ? {} : { colour }),
  };
}

/** An array, or its JSON where the arguments came as a form. */
function readBlocks(given: unknown): readonly unknown[] | undefined | 'invalid_blocks_format' {
  if (given === undefined) return undefined;
  if (Array.isArray(given)) return given;
  try {
    const parsed: unknown = JSON.parse(String(given));
    return Array.isArray(parsed) ? parsed : 'invalid_blocks_format';
  } catch {
    return 'invalid_blocks_format';
  }
}

function asSlackShows(message: SlackMessage): Answer {
  return {
    type: 'message',
    ...(message.person === undefined ? { user: 'U0LOCKSTEP', bot_id: 'B0LOCKSTEP' } : { user: message.person }),
    ts: message.ts,
    text: message.text,
    ...(message.blocks.length === 0 ? {} : { blocks: message.blocks }),
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    ...(message.reacted.length === 0 ? {} : { reactions: reactionsShown(message) }),
    ...(message.history.length === 0 ? {} : { edited: { user: 'B0LOCKSTEP', ts: message.ts } }),
  };
}

function reactionsShown({ reacted }: SlackMessage): readonly object[] {
  return [...new Set(reacted.map(({ name }) => name))].map((name) => {
    const users = reacted.filter((one) => one.name === name).map(({ user }) => user);
    return { name, users, count: users.length };
  });
}
