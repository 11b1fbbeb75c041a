import { githubClient } from '@lockstep/action-kit/github';
import type { Outcome, Shell } from '@lockstep/action-shell';
import { type Account, findRequest, type GitHub, type Request, readPerson, readStarter } from '@lockstep/github';
import { type Answer, type Approver, readApprover } from './approver.ts';
import type { Inputs } from './inputs.ts';
import type { Reason } from './reasons.ts';

/** An approval or denial: by whom, and of which request. */
export interface Answered {
  readonly github: GitHub;
  readonly person: Account;
  readonly request: Request;
  /** The reason that they give; '' if none. */
  readonly reason: string;
}

/** Reads who approves or denies with this run, and what; or why it does neither. */
export async function readAnswer(values: Inputs, shell: Shell, answer: Answer): Promise<Answered | Outcome<Reason>> {
  const named = readApprover(shell.env, answer, values.request);
  if (named.kind === 'refused') return fail(named.reason, named.message);
  const github = githubClient(values, shell);
  const person = await readNamedPerson(github, shell, named);
  if (isRefusal(person)) return person;
  const { environment, service } = values;
  const request = await findRequest(github, values['ledger-creator'], { environment, service }, named.request);
  return request === undefined
    ? fail('no-such-request', `there is no approval request ${named.request} in this environment`)
    : { github, person, request, reason: named.reason };
}

/**
 * Who approves or denies, according to GitHub: the event names an account by its number, that very account started the
 * run, and it is a person with write access. A login alone identifies no one: it can change, and another user can take it.
 */
async function readNamedPerson(
  github: GitHub,
  shell: Shell,
  named: Extract<Approver, { kind: 'person' }>,
): Promise<Account | Outcome<Reason>> {
  const starter = await readStarter(github, shell.env);
  if (starter === undefined)
    return fail(
      'not-started-by-person',
      `GitHub does not say who started this run, so it is not certain that ${named.by} did`,
    );
  // In a run that another user runs again, the event is still that of the first user.
  if (starter.id !== named.id)
    return fail('rerun-by-other-user', `${starter.login} ran the run of ${named.by} again: start a run of your own`);
  const person = await readPerson(github, named.by);
  if (person.isBot || named.isBot || !starter.isPerson)
    return fail('approver-is-bot', `${named.by} is a bot: a two-person approval needs two people`);
  if (person.id !== undefined && person.id !== named.id)
    return fail('not-started-by-person', `${named.by} is another account now: start a new run with your present login`);
  if (person.id === undefined || !person.maySeeAndPush)
    return fail('no-write-access', `${named.by} needs write access to approve or deny, and has ${person.role}`);
  return { id: named.id, login: named.by, isPerson: true };
}

export function isRefusal<T extends object>(found: T | Outcome<Reason>): found is Outcome<Reason> {
  return 'verdict' in found;
}

export function fail(reason: Reason, message: string): Outcome<Reason> {
  return { verdict: 'fail', reason, message };
}
