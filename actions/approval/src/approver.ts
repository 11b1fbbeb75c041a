import type { RunEnvironment } from '@lockstep/action-shell';

/** The commands that a comment can give. */
export const COMMANDS = { approve: '/approve-release', deny: '/deny-release' } as const;
export type Answer = keyof typeof COMMANDS;

/** Who approves or denies, and the request that they name; or why this run is neither. */
export type Approver =
  | {
      readonly kind: 'person';
      readonly by: string;
      /** Of the account: a login can be given up, and another user can take it. */
      readonly id: number;
      readonly isBot: boolean;
      readonly request: string;
      /** The text after the id in a comment that denies. */
      readonly reason: string;
    }
  | { readonly kind: 'refused'; readonly reason: ApproverRefusal; readonly message: string };

export type ApproverRefusal = 'not-started-by-person' | 'not-a-command' | 'no-request-named';

interface EventAccount {
  readonly id?: unknown;
  readonly login?: unknown;
  readonly type?: unknown;
}

/**
 * Reads from the event who approves or denies what. A comment can hold any text: it is compared as a whole, and nothing
 * of it is used but an id in the one form that ids have, and the reason of a denial, as text. Pure.
 */
export function readApprover(
  { event, eventName }: Pick<RunEnvironment, 'event' | 'eventName'>,
  answer: Answer,
  request: string,
): Approver {
  const { action, comment, sender } = event() as {
    readonly action?: unknown;
    readonly comment?: { readonly body?: unknown; readonly user?: EventAccount };
    readonly sender?: EventAccount;
  };
  if (eventName !== 'issue_comment' && eventName !== 'workflow_dispatch')
    return refuse(
      'not-started-by-person',
      `a run started by ${eventName} cannot approve or deny: use "Run workflow" or a comment`,
    );
  const isComment = eventName === 'issue_comment';
  // An edited comment may be another user's words: whoever may edit it need not be its author.
  if (isComment && action !== 'created')
    return refuse('not-a-command', 'only a new comment can approve or deny, not an edited one');
  const named = isComment ? readComment(answer, comment?.body) : { request, reason: '' };
  if (named === undefined) return refuse('not-a-command', NOT_A_COMMAND[answer]);
  if (named.request === '')
    return refuse(
      'no-request-named',
      'no request is named: give the id of the request; the newest one is never assumed',
    );
  const who = isComment ? comment?.user : sender;
  if (typeof who?.login !== 'string' || typeof who.id !== 'number')
    return refuse('not-started-by-person', 'the event does not name the user who approves or denies');
  return { kind: 'person', by: who.login, id: who.id, isBot: who.type !== 'User', ...named };
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

/** The longest reason that anyone needs; a comment may hold 65,536 characters. */
const LONGEST_COMMENT = 2_000;

function readComment(answer: Answer, body: unknown): { readonly request: string; readonly reason: string } | undefined {
  if (typeof body !== 'string' || body.length > LONGEST_COMMENT) return undefined;
  const [, request, reason = ''] = WHOLE[answer].exec(body) ?? [];
  return request === undefined ? undefined : { request, reason };
}

function refuse(reason: ApproverRefusal, message: string): Approver {
  return { kind: 'refused', reason, message };
}
