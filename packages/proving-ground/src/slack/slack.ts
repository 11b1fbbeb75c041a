import type { Faults } from '../faults/faults.ts';
import { type HttpService, type Reply, type Request, serve } from '../http/http-service.ts';
import { type Answer, type Arguments, type SlackMessage, Workspace } from './workspace.ts';

export interface SlackOptions {
  readonly faults: Faults;
  /** Tokens that it takes; each acts as the same bot. */
  readonly tokens?: readonly string[];
  /** Channel names and their ids. */
  readonly channels?: Readonly<Record<string, string>>;
  /** Scopes that the token lacks: their methods answer missing_scope. */
  readonly lacking?: readonly ('reactions:read' | 'channels:history' | 'users:read')[];
  /** Ids of users that are apps. */
  readonly bots?: readonly string[];
  /** Names of channels that take no more messages. */
  readonly archived?: readonly string[];
}

export interface Slack extends HttpService {
  readonly token: string;
  /** Base of the Web API, as a client's `slackApiUrl`: ends in `/api/`. */
  readonly apiUrl: string;
  /** The incoming webhook of a channel, by its name. */
  webhookUrl(channel: string): string;
  readonly messages: readonly SlackMessage[];
  /** The messages of a channel that are not in a thread, by its name or id. */
  channel(name: string): readonly SlackMessage[];
  /** The answers in a message's thread, oldest first. */
  thread(message: SlackMessage): readonly SlackMessage[];
  /** A person reacts to a message, or answers in its thread. */
  person(message: SlackMessage, user: string, does: { readonly emoji: string } | { readonly says: string }): void;
}

const DEFAULT_TOKEN = 'xoxb-proving-ground-0001';
const DEFAULT_CHANNELS = { releases: 'C0RELEASES', alerts: 'C0ALERTS' };

/**
 * A Slack on loopback: the Web API's calls for messages and reactions, and incoming webhooks. Refusals look like
 * Slack's: HTTP 200 with `ok: false` from the Web API, a status and a word from a webhook. Rate limits come by fault
 * (status 429 with Retry-After).
 */
export async function startSlack(options: SlackOptions): Promise<Slack> {
  const tokens = options.tokens ?? [DEFAULT_TOKEN];
  const channels = options.channels ?? DEFAULT_CHANNELS;
  const workspace = new Workspace(channels, options.archived ?? []);
  const hooks = new Map(Object.keys(channels).map((name) => [`/services/T0GROUND/B0HOOK/${secretOf(name)}`, name]));
  const service = await serve(
    'slack',
    (request) =>
      request.path.startsWith('/services/')
        ? webhook(workspace, hooks, request)
        : webApi(workspace, { tokens, lacking: options.lacking ?? [], bots: options.bots ?? [] }, request),
    options.faults,
  );
  return {
    ...service,
    token: tokens[0] ?? DEFAULT_TOKEN,
    apiUrl: `${service.url}/api/`,
    webhookUrl: (channel) => `${service.url}/services/T0GROUND/B0HOOK/${secretOf(channel)}`,
    get messages() {
      return workspace.messages;
    },
    channel: (name) => {
      const id = (channels as Readonly<Record<string, string>>)[name] ?? name;
      return workspace.messages.filter((message) => message.channel === id && message.threadTs === undefined);
    },
    person: (root, user, does) => workspace.person(root, user, does),
    thread: (root) =>
      workspace.messages.filter((message) => message.channel === root.channel && message.threadTs === root.ts),
  };
}

const SCOPES: Readonly<Record<string, string>> = {
  'reactions.get': 'reactions:read',
  'users.info': 'users:read',
  'conversations.replies': 'channels:history',
  'conversations.history': 'channels:history',
};

type Rules = Required<Pick<SlackOptions, 'tokens' | 'lacking' | 'bots'>>;

function webApi(workspace: Workspace, { tokens, lacking, bots }: Rules, request: Request): Reply {
  const method = /^\/api\/([\w.]+)$/.exec(request.path)?.[1];
  if (method === undefined) return { status: 404, body: 'not found' };
  const args = readArguments(request);
  if (args === undefined) return say({ ok: false, error: 'invalid_json' });
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const token = bearer ?? args['token'];
  if (token === undefined || token === '') return say({ ok: false, error: 'not_authed' });
  if (!tokens.includes(String(token))) return say({ ok: false, error: 'invalid_auth' });
  const needed = SCOPES[method];
  if (needed !== undefined && lacking.some((one) => one === needed))
    return say({ ok: false, error: 'missing_scope', needed });
  // These take a form; their arguments in JSON are not seen (docs.slack.dev, "Using the Slack Web API").
  const isForm = !String(request.headers['content-type'] ?? '').startsWith('application/json');
  if (['reactions.get', 'conversations.replies', 'users.info'].includes(method) && !isForm)
    return say({ ok: false, error: 'invalid_arguments' });
  if (method === 'users.info') return say(userOf(String(args['user'] ?? ''), bots));
  return say(call(workspace, method, args));
}

function call(workspace: Workspace, method: string, args: Arguments): Answer {
  switch (method) {
    case 'auth.test':
      return { ok: true, team: 'Proving Ground', team_id: 'T0GROUND', user: 'lockstep', bot_id: 'B0LOCKSTEP' };
    case 'chat.postMessage':
      return workspace.post(args, 'token');
    case 'chat.update':
      return workspace.update(args, 'token');
    case 'conversations.history':
      return workspace.read(args);
    case 'reactions.get':
      return workspace.reactionsOf(args);
    case 'conversations.replies':
      return workspace.replies(args);
    case 'reactions.add':
      return workspace.react(args);
    default:
      return { ok: false, error: 'unknown_method', req_method: method };
  }
}

/** Slackbot is no bot, by `is_bot` (docs.slack.dev, "User object"). */
function userOf(id: string, bots: readonly string[]): Answer {
  if (!/^[UW][A-Z0-9]+$/.test(id)) return { ok: false, error: 'user_not_found' };
  return { ok: true, user: { id, is_bot: id === 'U0LOCKSTEP' || bots.includes(id), deleted: false } };
}

function say(answer: Answer): Reply {
  return { status: 200, body: answer };
}

/** JSON counts only with its content type; anything else is read as a form, as Slack does. */
function readArguments(request: Request): Arguments | undefined {
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('application/json')) {
    return Object.fromEntries([...request.query, ...new URLSearchParams(request.body.toString('utf8'))]);
  }
  try {
    return (request.json() ?? {}) as Arguments;
  } catch {
    return undefined;
  }
}

/** docs.slack.dev/messaging/sending-messages-using-incoming-webhooks: a word and a status, `ok` on success. */
function webhook(workspace: Workspace, hooks: ReadonlyMap<string, string>, request: Request): Reply {
  const channel = hooks.get(request.path);
  if (channel === undefined) return { status: 404, body: 'no_service' };
  let args: Arguments;
  try {
    args = request.json() as Arguments;
  } catch {
    return { status: 400, body: 'invalid_payload' };
  }
  const answer = workspace.post({ ...args, channel }, request.path);
  if (answer['ok'] === true) return { status: 200, headers: { 'content-type': 'text/html' }, body: 'ok' };
  if (answer['error'] === 'is_archived') return { status: 410, body: 'channel_is_archived' };
  return { status: 400, body: String(answer['error']) };
}

function secretOf(channel: string): string {
  return `hook-secret-of-${channel}`;
}
