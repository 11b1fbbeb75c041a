import type { Secret } from '@lockstep/base';
import { exchange, type World } from '../exchange.ts';
import { Undelivered } from '../undelivered.ts';

/** "It's possible some aspect of the operation succeeded before the error was raised" (docs.slack.dev). */
const MAY_HAVE_WORKED = ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'];
const TOKEN_HINT = 'check the bot token (xoxb-…) that the target\'s "token" gives';
const HINTS: Readonly<Record<string, string>> = {
  invalid_auth: TOKEN_HINT,
  not_authed: TOKEN_HINT,
  account_inactive: TOKEN_HINT,
  token_revoked: TOKEN_HINT,
  token_expired: TOKEN_HINT,
  missing_scope: 'give the app the scope chat:write',
  channel_not_found: "use the channel's id, and invite the app to it",
  not_in_channel: 'invite the app to the channel',
  is_archived: 'the channel is archived; choose another',
};

/** Slack's Web API, by one token. */
export interface SlackApi {
  readonly url: string;
  readonly token: Secret;
  readonly world: World;
}

/** One method of the Web API. Slack refuses with HTTP 200 and `ok: false`. Throws Undelivered. */
export async function slackCall(
  api: SlackApi,
  method: string,
  args: Readonly<Record<string, unknown>>,
  repeatable: boolean,
): Promise<Readonly<Record<string, unknown>>> {
  const body = { type: 'application/json; charset=utf-8', text: JSON.stringify(args) };
  return await ask(api, method, body, repeatable);
}

/** A method that only reads: some of them take a form and no JSON. */
export async function slackRead(
  api: SlackApi,
  method: string,
  args: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, unknown>>> {
  const body = { type: 'application/x-www-form-urlencoded', text: String(new URLSearchParams(args)) };
  return await ask(api, method, body, true);
}

async function ask(
  api: SlackApi,
  method: string,
  body: { readonly type: string; readonly text: string },
  repeatable: boolean,
): Promise<Readonly<Record<string, unknown>>> {
  const { text } = await exchange(
    {
      service: 'Slack',
      method: 'POST',
      url: `${api.url}/${method}`,
      headers: { authorization: `Bearer ${api.token.reveal()}`, 'content-type': body.type },
      body: body.text,
      repeatable,
    },
    api.world,
  );
  const answer = parse(text);
  if (answer?.['ok'] === true) return answer;
  const code = typeof answer?.['error'] === 'string' ? answer['error'] : undefined;
  const hint = code === undefined ? undefined : HINTS[code];
  throw new Undelivered(code === undefined ? 'Slack gave an unexpected answer' : `Slack refused ${method}`, {
    service: 'Slack',
    effect: code === undefined || MAY_HAVE_WORKED.includes(code) ? 'unknown' : 'none',
    retryable: false,
    ...(code === undefined ? {} : { code }),
    ...(hint === undefined ? {} : { hint }),
  });
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
