import type { RunEnvironment } from '@lockstep/action-shell';

/** What a comment begins with that approves. */
export const COMMAND = '/approve-release';

/** Somebody who approves, and the request that they name; or why this run is nobody's yes. */
export type Saying =
  | { readonly kind: 'said'; readonly by: string; readonly isBot: boolean; readonly request: string }
  | { readonly kind: 'nobody'; readonly reason: string; readonly message: string };

interface Account {
  readonly login?: unknown;
  readonly type?: unknown;
}

/**
 * Reads from the event who approves what. A comment is anybody's text: it is compared as a whole, and nothing of it
 * goes on but an id of the one form that ids have. Pure.
 */
export function whoSays(
  { event, eventName, actor }: Pick<RunEnvironment, 'event' | 'eventName' | 'actor'>,
  request: string,
): Saying {
  const { action, comment, sender } = event() as {
    readonly action?: unknown;
    readonly comment?: { readonly body?: unknown; readonly user?: Account };
    readonly sender?: Account;
  };
  if (eventName !== 'issue_comment' && eventName !== 'workflow_dispatch')
    return no('not-by-a-person', `a run started by ${eventName} is nobody's approval: press the button, or comment`);
  const isComment = eventName === 'issue_comment';
  // An edited comment was somebody else's words, perhaps: whoever may edit it need not be its author.
  if (isComment && action !== 'created') return no('not-a-command', 'only a new comment approves, no edited one');
  const named = isComment ? idIn(comment?.body) : request;
  if (named === undefined)
    return no('not-a-command', `the comment is not ${COMMAND} and the id of a request, and nothing else`);
  if (named === '') return no('no-request-named', 'name the request: nobody approves what happens to be the newest');
  const who = isComment ? comment?.user : sender;
  if (typeof who?.login !== 'string') return no('not-by-a-person', 'the event does not say whose yes this is');
  // In a run that somebody started again, the event is still of the one who started it first.
  if (who.login.toLowerCase() !== actor.toLowerCase())
    return no('started-by-another', `${actor} started again what ${who.login} began: approve by a run of your own`);
  return { kind: 'said', by: who.login, isBot: who.type !== 'User', request: named };
}

const WHOLE = new RegExp(`^${COMMAND} (\\d{8}T\\d{6}Z-[0-9a-f]{6})\\s*$`);

function idIn(body: unknown): string | undefined {
  return typeof body === 'string' ? WHOLE.exec(body)?.[1] : undefined;
}

function no(reason: string, message: string): Saying {
  return { kind: 'nobody', reason, message };
}
