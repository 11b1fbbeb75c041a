import { githubClient } from '@lockstep/action-kit/github';
import type { Outcome, Shell } from '@lockstep/action-shell';
import { type Account, findRequest, type GitHub, type Request, readPerson, readStarter } from '@lockstep/github';
import { type Answer, type Saying, whoSays } from './approver.ts';
import type { Inputs } from './inputs.ts';

/** Somebody's answer to a request: who gives it, and to which one. */
export interface Answered {
  readonly github: GitHub;
  readonly person: Account;
  readonly request: Request;
  /** What they say with it; '' where nothing. */
  readonly reason: string;
}

/** Reads whose answer this run is, and to what; or why it is none. */
export async function readAnswer(values: Inputs, shell: Shell, answer: Answer): Promise<Answered | Outcome> {
  const said = whoSays(shell.env, answer, values.request);
  if (said.kind === 'nobody') return no(said.reason, said.message);
  const github = githubClient(values, shell);
  const person = await readAnswerer(github, shell, said);
  if (isRefusal(person)) return person;
  const { environment, service } = values;
  const request = await findRequest(github, values['ledger-creator'], { environment, service }, said.request);
  return request === undefined
    ? no('no-such-request', `nobody asked for an approval by the id ${said.request} in this environment`)
    : { github, person, request, reason: said.reason };
}

/**
 * Who answers, by GitHub's word: the event names an account by its number, the run was started by that very account, and
 * it is a person who may write here. A login alone is nobody's: it can be changed, and taken by somebody else.
 */
async function readAnswerer(
  github: GitHub,
  shell: Shell,
  said: Extract<Saying, { kind: 'said' }>,
): Promise<Account | Outcome> {
  const starter = await readStarter(github, shell.env);
  if (starter === undefined)
    return no('not-started-by-person', `GitHub does not say who started this run: ${said.by} is not known to have`);
  // In a run that somebody started again, the event is still of the one who started it first.
  if (starter.id !== said.id)
    return no(
      'rerun-by-other-user',
      `${starter.login} started again what ${said.by} began: answer by a run of your own`,
    );
  const person = await readPerson(github, said.by);
  if (person.isBot || said.isBot || !starter.isPerson)
    return no('approver-is-bot', `${said.by} is no person: four eyes are two people's`);
  if (person.id !== undefined && person.id !== said.id)
    return no('not-started-by-person', `${said.by} is another account now: answer again with the present login`);
  if (person.id === undefined || !person.maySeeAndPush)
    return no('no-write-access', `${said.by} may not answer: write access is needed, theirs is ${person.role}`);
  return { id: said.id, login: said.by, isPerson: true };
}

export function isRefusal<T extends object>(found: T | Outcome): found is Outcome {
  return 'verdict' in found;
}

export function no(reason: string, message: string): Outcome {
  return { verdict: 'fail', reason, message };
}
