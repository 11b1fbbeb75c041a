import type { RunEnvironment } from '@lockstep/action-shell';

/** What a comment begins with that answers a request. */
export const COMMANDS = { approve: '/approve-release', deny: '/deny-release' } as const;
export type Answer = keyof typeof COMMANDS;

/** Somebody who answers, and the request that they name; or why this run is nobody's answer. */
export type Saying =
  | {
      readonly kind: 'said';
      readonly by: string;
      /** Of the account: a login can be given up and taken by somebody else. */
      readonly id: number;
      readonly isBot: boolean;
      readonly request: string;
      /** What stands behind the id in a comment that denies. */
      readonly reason: string;
    }
  | { readonly kind: 'nobody'; readonly reason: string; readonly message: string };

interface Account {
  readonly id?: unknown;
  readonly login?: unknown;
  readonly type?: unknown;
}

/**
 * Reads from the event who answers what. A comment is anybody's text: it is compared as a whole, and nothing of it
 * goes on but an id of the one form that ids have, and the reason of somebody who denies, as text. Pure.
 */
export function whoSays(
  { event, eventName }: Pick<RunEnvironment, 'event' | 'eventName'>,
  answer: Answer,
  request: string,
): Saying {
  const { action, comment, sender } = event() as {
    readonly action?: unknown;
    readonly comment?: { readonly body?: unknown; readonly user?: Account };
    readonly sender?: Account;
  };
  if (eventName !== 'issue_comment' && eventName !== 'workflow_dispatch')
    return no(
      'not-started-by-person',
      `a run started by ${eventName} is nobody's answer: press the button, or comment`,
    );
  const isComment = eventName === 'issue_comment';
  // An edited comment was somebody else's words, perhaps: whoever may edit it need not be its author.
  if (isComment && action !== 'created') return no('not-a-command', 'only a new comment answers, no edited one');
  const named = isComment ? readComment(answer, comment?.body) : { request, reason: '' };
  if (named === undefined) return no('not-a-command', NOT_A_COMMAND[answer]);
  if (named.request === '')
    return no('no-request-named', 'name the request: nobody answers what happens to be the newest');
  const who = isComment ? comment?.user : sender;
  if (typeof who?.login !== 'string' || typeof who.id !== 'number')
    return no('not-started-by-person', 'the event does not say whose answer this is');
  return { kind: 'said', by: who.login, id: who.id, isBot: who.type !== 'User', ...named };
}

const NOT_A_COMMAND: Readonly<Record<Answer, string>> = {
  approve: `the comment is not ${COMMANDS.approve} and the id of a request, and nothing else`,
  deny: `the comment is not one line of ${COMMANDS.deny}, the id of a request, and a reason`,
};

const ID = '(\\d{8}T\\d{6}Z-[0-9a-f]{6})';
const WHOLE: Readonly<Record<Answer, RegExp>> = {
  approve: new RegExp(`^${COMMANDS.approve} ${ID}()\\s*$`),
  deny: new RegExp(`^${COMMANDS.deny} ${ID}(?: ([^\\r\\n]*\\S))?\\s*$`),
};

/** The longest reason that anybody needs; a comment may hold 65,536 characters. */
const LONGEST_COMMENT = 2_000;

function readComment(answer: Answer, body: unknown): { readonly request: string; readonly reason: string } | undefined {
  if (typeof body !== 'string' || body.length > LONGEST_COMMENT) return undefined;
  const [, request, reason = ''] = WHOLE[answer].exec(body) ?? [];
  return request === undefined ? undefined : { request, reason };
}

function no(reason: string, message: string): Saying {
  return { kind: 'nobody', reason, message };
}
