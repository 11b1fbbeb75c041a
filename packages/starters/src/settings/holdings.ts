import { type AskGitHub, field, listAt, sayList } from './finding.ts';

export type Kind = 'secrets' | 'variables';

/** Where a name is found: `unseen`, with why, where nobody could look; undefined where it is certainly nowhere. */
export type Found = 'everywhere' | 'environment' | { readonly unseen: string } | undefined;

/** Which secrets or variables a job of an environment finds: the repository's, its organization's, its own. */
export interface Holdings {
  readonly readable: boolean;
  /** Why the repository's own could not be listed, where that is so. */
  readonly why: string;
  find(name: string, environment: string): Promise<Found>;
}

/** GitHub's lists of names: the repository's, its organization's, and an environment's own. */
const LISTS = {
  secrets: {
    everywhere: 'actions.listRepoSecrets',
    shared: 'actions.listRepoOrganizationSecrets',
    own: 'actions.listEnvironmentSecrets',
  },
  variables: {
    everywhere: 'actions.listRepoVariables',
    shared: 'actions.listRepoOrganizationVariables',
    own: 'actions.listEnvironmentVariables',
  },
} as const;

export async function holdings(kind: Kind, github: AskGitHub): Promise<Holdings> {
  const lists = LISTS[kind];
  const everywhere = await listed(github, lists.everywhere, kind);
  const shared = await listed(github, lists.shared, kind);
  const own = new Map<string, Listed>();
  const ownOf = async (environment: string): Promise<Listed | undefined> => {
    if (environment === '') return undefined;
    const list = own.get(environment) ?? (await listed(github, lists.own, kind, { environment_name: environment }));
    own.set(environment, list);
    return list;
  };
  return {
    readable: everywhere.status === 200,
    why: sayList(everywhere.status),
    async find(name, environment) {
      if ([...everywhere.names, ...shared.names].includes(name)) return 'everywhere';
      const list = await ownOf(environment);
      if (list?.names.includes(name) === true) return 'environment';
      // A 404 says that there is none: whether the token may see lists, the repository's own has shown.
      const hidden = [shared, ...(list === undefined ? [] : [list])].find(
        ({ status }) => status !== 200 && status !== 404,
      );
      return hidden === undefined ? undefined : { unseen: sayList(hidden.status) };
    },
  };
}

interface Listed {
  /** Of the answer that ended the list. */
  readonly status: number;
  readonly names: readonly string[];
}

const MOST_PAGES = 50;

/** All names of a list that comes in pages of an object with `total_count`. */
async function listed(github: AskGitHub, endpoint: string, key: string, parameters = {}): Promise<Listed> {
  const names: string[] = [];
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { status, body } = await github(endpoint, { ...parameters, per_page: 100, page });
    if (status !== 200) return { status, names };
    const found = listAt(body, key);
    names.push(...found.map((one) => String(field(one, 'name'))));
    if (found.length === 0 || names.length >= Number(field(body, 'total_count'))) return { status, names };
  }
  return { status: 0, names };
}
