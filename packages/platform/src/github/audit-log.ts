import { numberAt, textAt } from '@lockstep/base';
import { type Part, readPart } from '../facts/part.ts';
import { itemsOf } from '../facts/pick.ts';
import { below } from '../state/path.ts';
import { handleOf, type Trace } from '../state/who.ts';
import { GITHUB_SCOPES, type GitHubReads } from './read.ts';

/** Entries that are read, the newest: one request. */
const MOST_ENTRIES = 100;

export interface AuditedPlace {
  /** The login of the organization. */
  readonly org: string;
  /** `owner/name` */
  readonly repository: string;
}

/** Who changed what in the repository since a moment, as the audit log of its organization has it. */
export async function readAuditLog(
  api: GitHubReads,
  { org, repository }: AuditedPlace,
  sinceMs: number,
): Promise<Part<readonly Trace[]>> {
  const what = 'the audit log of the organization';
  return await readPart({ what, scope: GITHUB_SCOPES.auditLog }, async () => {
    const phrase = `repo:${repository} created:>=${new Date(sinceMs).toISOString().slice(0, 10)}`;
    const entries = itemsOf(await api.read('orgs.getAuditLog', { org, phrase, order: 'desc', per_page: MOST_ENTRIES }));
    return entries.flatMap((entry): readonly Trace[] => {
      const atMs = numberAt(entry, '@timestamp') ?? numberAt(entry, 'created_at') ?? 0;
      const paths = pathsOf(entry);
      if (paths.length === 0 || atMs < sinceMs || textAt(entry, 'repo') !== repository) return [];
      return [{ service: 'github', who: handleOf(textAt(entry, 'actor')), atMs, about: [], paths }];
    });
  });
}

type Paths = (entry: unknown) => readonly string[];
const named =
  (part: string, member: string): Paths =>
  (entry) => {
    const name = textAt(entry, member);
    return name === undefined ? [] : [below(`github.${part}`, name)];
  };
const always =
  (...paths: readonly string[]): Paths =>
  () =>
    paths.map((path) => `github.${path}`);
const secretsOf: Paths = (entry) => {
  const name = textAt(entry, 'environment_name');
  return name === undefined ? [] : [`github.secretsOf-${name}`];
};

/** What each action of the log is about, as GitHub's list of its events has them, by the names of a snapshot. */
const ACTIONS: Readonly<Record<string, Paths>> = {
  'environment.create_actions_secret': secretsOf,
  'environment.remove_actions_secret': secretsOf,
  'repo.access': always('repository.private'),
  'repo.actions_enabled': always('actions'),
  'repo.create_actions_secret': always('secrets'),
  'repo.remove_actions_secret': always('secrets'),
  'repo.set_actions_fork_pr_approvals_policy': always('forkApproval'),
  'repo.set_default_workflow_permissions': always('workflow.tokenWrites'),
  'repo.set_workflow_permission_can_approve_pr': always('workflow.approvesPullRequests'),
  'repo.update_actions_settings': always('actions'),
  'repo.update_default_branch': always('repository.defaultBranch'),
};

/** The same, of actions that are all about one thing. */
const CATEGORIES: Readonly<Record<string, Paths>> = {
  environment: named('environments', 'environment_name'),
  protected_branch: always('rules'),
  repository_ruleset: (entry) => [...named('rulesets', 'ruleset_name')(entry), 'github.rules'],
  repository_secret_scanning: always('repository.secretScanning'),
  repository_secret_scanning_push_protection: always('repository.pushProtection'),
  repository_vulnerability_alerts: always('dependabotAlerts'),
};

function pathsOf(entry: unknown): readonly string[] {
  const action = textAt(entry, 'action') ?? '';
  const category = action.slice(0, Math.max(0, action.indexOf('.')));
  const paths = own(ACTIONS, action) ?? own(CATEGORIES, category);
  return paths?.(entry) ?? [];
}

function own(table: Readonly<Record<string, Paths>>, name: string): Paths | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
