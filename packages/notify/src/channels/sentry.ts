import { isMap, type Secret } from '@lockstep/base';
import type { ChannelType, Sent } from '../channel.ts';
import { exchange, type World } from '../exchange.ts';
import { commitOf, type ReleaseMessage } from '../message.ts';
import { type Part, sendParts } from '../parts.ts';
import { refuseAddress, serviceUrl } from '../service-url.ts';
import { Undelivered } from '../undelivered.ts';

const HINTS: Readonly<Record<number, string>> = {
  400: 'connect the repository in Sentry under the name that "repository" gives, or set "commits: false"',
  401: 'check "token": an organization token, or one with the scope project:releases',
  403: 'the token needs the scope project:releases, and access to these projects',
  404: 'check "organization", "projects" and "api-url"',
};

const JSON_CONTENT = { 'content-type': 'application/json' };

interface Sentry {
  /** Of the organization's releases, with a slash at its end. */
  readonly url: string;
  readonly token: Secret;
  readonly world: World;
  readonly projects: readonly string[];
  readonly versionPrefix: string;
  /** Its name in Sentry; `''` where commits are not sent. */
  readonly repository: string;
}

/**
 * Sentry: a release of the commit with those since the last live one, which the ledger knows, so that no git is needed; a
 * deploy once it is certain that users have it; and where it was rolled back after users had it, a deploy of the release
 * that they have again.
 */
export const sentry: ChannelType = {
  type: 'sentry',
  tasks: 'none',
  open(fields, surroundings) {
    const token = fields.secret('token');
    const organization = fields.text('organization', { required: true, expected: "the organization's slug" });
    const projects = fields.list('projects', { required: true });
    const apiUrl = serviceUrl(fields, 'api-url', 'https://sentry.io');
    refuseAddress(fields, 'api-url', apiUrl, [
      {
        test: ({ pathname }) => /\/api(\/0)?\/?$/.test(pathname),
        expected: 'expected the base URL of Sentry; /api/0 is added to it',
      },
    ]);
    if (URL.canParse(token.reveal()))
      fields.complain('token', 'expected an organization token (sntrys_…); this is an address, such as a DSN');
    if (fields.text('repository').includes('://'))
      fields.complain('repository', "expected the repository's name in Sentry, such as owner/repo, and no URL");
    const versionPrefix = fields.text('version-prefix');
    const repository = fields.text('repository') || surroundings.repository;
    const commits = fields.flag('commits', true);
    return {
      place: `${organization}/${projects.join(',')}`,
      secrets: [token],
      async send(message, handle, world) {
        const url = `${apiUrl}/api/0/organizations/${encodeURIComponent(organization)}/releases/`;
        const sentry = { url, token, world, projects, versionPrefix, repository: commits ? repository : '' };
        if (message.state === 'drill') return await tryOut(sentry);
        const parts = planParts(sentry, message);
        if (parts.length === 0)
          return {
            delivery: 'confirmed',
            detail:
              'Sentry gets nothing of a release that users never had, or whose end, commit or environment is not known',
          };
        return await sendParts(parts, handle, { mode: 'in-order', best: 'confirmed' });
      },
    };
  },
};

/** A drill writes no release: the newest one decides which issues Sentry takes for solved. */
async function tryOut(sentry: Sentry): Promise<Sent> {
  await ask(sentry, { method: 'GET', path: '?per_page=1', repeatable: true });
  return { delivery: 'accepted', detail: 'Sentry accepted the token; a drill writes no release' };
}

/**
 * What users had of it, by its end. Of an end that is not known nothing is said, nor of a release that another job began: a
 * marker would be taken for a fact.
 */
function planParts(sentry: Sentry, message: ReleaseMessage): readonly Part[] {
  const { commit, commitBefore = '', state, traffic } = message;
  const reached = traffic?.reachedAt;
  const restored = traffic?.restoredAt;
  if (commitOf(message) === '' || message.environment === '') return [];
  if (state === 'released')
    return [create(sentry, message), finish(sentry, message), deploy(sentry, message, commit, reached)];
  if (state === 'held' && reached !== undefined)
    return [create(sentry, message), deploy(sentry, message, commit, reached)];
  const isBack = state === 'rolled-back' || state === 'partly-rolled-back';
  // Ended by another job, which saw users return; when they came, or whether an earlier job said so, it does not know.
  if (isBack && message.continues === true && reached === undefined && restored !== undefined && commitBefore !== '')
    return [
      create(sentry, { ...message, commit: commitBefore, commitBefore: '' }),
      deploy(sentry, message, commitBefore, restored),
    ];
  if (!isBack || reached === undefined || restored === undefined) return [];
  const again = commitBefore === '' ? [] : [deploy(sentry, message, commitBefore, restored)];
  return [create(sentry, message), deploy(sentry, message, commit, reached), ...again];
}

/** Creating a release that exists only adds to it (Sentry answers 208). */
function create(sentry: Sentry, message: ReleaseMessage): Part {
  const { commit, commitBefore = '', links } = message;
  const [run] = links;
  const ref = {
    repository: sentry.repository,
    commit,
    ...(commitBefore === '' ? {} : { previousCommit: commitBefore }),
  };
  const body = {
    version: versionOf(sentry, commit),
    projects: sentry.projects,
    ...(run === undefined ? {} : { url: run.url }),
    ...(sentry.repository === '' ? {} : { refs: [ref] }),
  };
  return part('release', commit, true, async () => {
    await ask(sentry, { method: 'POST', path: '', body, repeatable: true });
    return `Sentry has release ${body.version.slice(0, 60)}`;
  });
}

function finish(sentry: Sentry, message: ReleaseMessage): Part {
  return part('date', message.at, true, async () => {
    const path = `${encodeURIComponent(versionOf(sentry, message.commit))}/`;
    const body = { projects: sentry.projects, dateReleased: message.at };
    await ask(sentry, { method: 'PUT', path, body, repeatable: true });
    return 'with its date';
  });
}

/** Sentry keeps each deploy that it is sent: one whose answer was lost is looked for, by its name. */
function deploy(sentry: Sentry, message: ReleaseMessage, commit: string, at: string | undefined): Part {
  const isRollback = commit !== message.commit;
  const name = `${isRollback ? 'rollback of ' : ''}${message.releaseId || message.key}`.slice(0, 64);
  const path = `${encodeURIComponent(versionOf(sentry, commit))}/deploys/`;
  const [run] = message.links;
  const body = {
    environment: message.environment,
    name,
    projects: sentry.projects,
    ...(run === undefined ? {} : { url: run.url }),
    ...(isRollback || message.startedAt === undefined ? {} : { dateStarted: message.startedAt }),
    dateFinished: at ?? message.at,
  };
  return part(isRollback ? 'rollback' : 'deploy', commit, false, async () => {
    try {
      await ask(sentry, { method: 'POST', path, body, repeatable: false });
    } catch (thrown) {
      if (!(thrown instanceof Undelivered) || thrown.effect === 'none') throw thrown;
      if (!(await hasDeploy(sentry, path, body))) throw lost(thrown);
    }
    return isRollback ? 'and the deploy of the release that users have again' : 'and its deploy';
  });
}

async function hasDeploy(
  sentry: Sentry,
  path: string,
  { environment, name }: { readonly environment: string; readonly name: string },
): Promise<boolean> {
  const list: unknown = JSON.parse(await ask(sentry, { method: 'GET', path, repeatable: true }));
  return (
    Array.isArray(list) && list.some((one) => isMap(one) && one['name'] === name && one['environment'] === environment)
  );
}

function lost(cause: Undelivered): Undelivered {
  const failure = { service: 'Sentry', effect: 'none', retryable: false, cause } as const;
  return new Undelivered('Sentry lost the deploy: it is not in its list', failure);
}

function part(name: string, mark: string, repeatable: boolean, run: () => Promise<string>): Part {
  return { name, mark, repeatable, run };
}

function versionOf({ versionPrefix }: Sentry, commit: string): string {
  return `${versionPrefix}${commit}`;
}

interface Question {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: object;
  readonly repeatable: boolean;
}

async function ask({ token, url, world }: Sentry, { body, method, path, repeatable }: Question): Promise<string> {
  const { text } = await exchange(
    {
      service: 'Sentry',
      method,
      url: `${url}${path}`,
      headers: { authorization: `Bearer ${token.reveal()}`, ...(body === undefined ? {} : JSON_CONTENT) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      repeatable,
      hints: HINTS,
    },
    world,
  );
  return text;
}
