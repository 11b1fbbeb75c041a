import { RemoteError } from '@lockstep/base';
import type { GitHub } from '../client.ts';

/** What GitHub says of somebody in this repository. */
export interface Person {
  readonly login: string;
  /** Undefined where nobody bears the login now. */
  readonly id: number | undefined;
  readonly isBot: boolean;
  readonly maySeeAndPush: boolean;
  /** Whether they look after issues: set labels, close those of others. */
  readonly mayTriage: boolean;
  /** In GitHub's words: admin, maintain, write, triage, read, none, or a role of the organisation's own. */
  readonly role: string;
}

/** Needs no more than `metadata: read`. Throws RemoteError. */
export async function readPerson(github: GitHub, login: string): Promise<Person> {
  const may = { maySeeAndPush: false, mayTriage: false };
  const nobody = { login, id: undefined, isBot: login.endsWith('[bot]'), ...may, role: 'none' };
  try {
    const { permission, role_name, user } = await github.read('repos.getCollaboratorPermissionLevel', {
      username: login,
    });
    const maySeeAndPush = permission === 'admin' || permission === 'write';
    return {
      login,
      id: user === null ? undefined : Number(user.id),
      isBot: nobody.isBot || (user !== null && user.type !== 'User'),
      // Maintainers are `write` here, those who triage `read`, and an organisation's own role is the one it builds on.
      maySeeAndPush,
      mayTriage: maySeeAndPush || user?.permissions?.triage === true,
      role: role_name,
    };
  } catch (error) {
    // An app, or an account that is gone.
    if (error instanceof RemoteError && error.status === 404) return nobody;
    throw error;
  }
}

/** Who let this run's jobs into the environment, by GitHub's own review; undefined where nobody had to. */
export async function readEnvironmentApprover(
  github: GitHub,
  runId: number,
  environment: string,
): Promise<string | undefined> {
  const reviews = await github.read('actions.getReviewsForRun', { run_id: runId });
  const approved = reviews.filter(
    ({ environments, state }) =>
      state === 'approved' && environments.some(({ name }) => name?.toLowerCase() === environment.toLowerCase()),
  );
  return approved.at(-1)?.user.login;
}
