import type { Outcome, Shell } from '@lockstep/action-shell';
import { type Account, type GitHub, readPerson, readStarter } from '@lockstep/github';
import type { Saying } from './approver.ts';

/**
 * Who answers, by GitHub's word: the event names an account by its number, the run was started by that very account, and
 * it is a person who may write here. A login alone is nobody's: it can be changed, and taken by somebody else.
 */
export async function readAnswerer(
  github: GitHub,
  shell: Shell,
  said: Extract<Saying, { kind: 'said' }>,
): Promise<Account | Outcome> {
  const starter = await readStarter(github, shell.env);
  if (starter === undefined)
    return no('not-by-a-person', `GitHub does not say who started this run: ${said.by} is not known to have`);
  // In a run that somebody started again, the event is still of the one who started it first.
  if (starter.id !== said.id)
    return no(
      'started-by-another',
      `${starter.login} started again what ${said.by} began: answer by a run of your own`,
    );
  const person = await readPerson(github, said.by);
  if (person.isBot || said.isBot || !starter.isPerson)
    return no('bot', `${said.by} is no person: four eyes are two people's`);
  if (person.id !== undefined && person.id !== said.id)
    return no('not-by-a-person', `${said.by} is another account now: answer again with the present login`);
  if (person.id === undefined || !person.maySeeAndPush)
    return no('no-write-access', `${said.by} may not answer: write access is needed, theirs is ${person.role}`);
  return { id: said.id, login: said.by, isPerson: true };
}

export function isRefusal(found: Account | Outcome): found is Outcome {
  return 'verdict' in found;
}

export function no(reason: string, message: string): Outcome {
  return { verdict: 'fail', reason, message };
}
