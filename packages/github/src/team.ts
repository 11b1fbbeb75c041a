import type { GitHub } from './client.ts';
import { readPerson } from './promotion/people.ts';

/** Who wrote something, as GitHub says it next to the text. */
export interface Author {
  readonly author_association?: string | undefined;
  readonly user: { readonly login: string } | null;
}

/** GitHub does not show a job's token the members of an organization whose membership is private: those it is asked about. */
const TEAM: readonly string[] = ['OWNER', 'MEMBER', 'COLLABORATOR'];

/** Tells whether an author is of the team: in a public repository anyone may comment. Asks once for each; throws RemoteError. */
export function teamOf(github: GitHub): (author: Author) => Promise<boolean> {
  const people = new Map<string, Promise<boolean>>();
  const mayTriage = (login: string) => {
    const asked = people.get(login) ?? readPerson(github, login).then((person) => person.mayTriage);
    people.set(login, asked);
    return asked;
  };
  return async ({ author_association: association = '', user }) =>
    TEAM.includes(association) || (user !== null && (await mayTriage(user.login)));
}
