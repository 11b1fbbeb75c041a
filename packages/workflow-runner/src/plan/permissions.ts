import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import { isString } from '@actions/workflow-parser/templates/tokens/type-guards';
import { InputError } from '@lockstep/base';
import { literalText } from '../expressions/expressions.ts';
import { members } from '../expressions/tokens.ts';

export type PermissionLevel = 'none' | 'read' | 'write';

/** What a job's GITHUB_TOKEN may do, by scope; a scope that is not named is `none`. */
export type Permissions = Readonly<Record<string, PermissionLevel>>;

/** Scopes that `read-all` and `write-all` stand for (`permissions-mapping` of the workflow schema). */
const SCOPES = [
  ...['actions', 'artifact-metadata', 'attestations', 'checks', 'contents', 'deployments', 'discussions', 'id-token'],
  ...['issues', 'models', 'packages', 'pages', 'pull-requests', 'repository-projects', 'security-events', 'statuses'],
];
const RANK = { none: 0, read: 1, write: 2 } as const;

/** The restricted default of new repositories, where neither workflow nor job says anything. */
export const defaultPermissions: Permissions = { contents: 'read', packages: 'read' };

/** What a `permissions` key grants; undefined where there is none. */
export function readPermissions(token: TemplateToken | undefined): Permissions | undefined {
  if (token === undefined) return undefined;
  if (isString(token)) {
    const level = token.value === 'write-all' ? 'write' : 'read';
    return Object.fromEntries(SCOPES.map((scope) => [scope, level]));
  }
  return Object.fromEntries(members(token).map(([scope, level]) => [scope, literalText(level) as PermissionLevel]));
}

/**
 * A called workflow's job can have no more than its caller: GitHub refuses the run otherwise. Throws InputError in its
 * words.
 */
export function narrow(asked: Permissions | undefined, allowed: Permissions, who: string): Permissions {
  if (asked === undefined) return allowed;
  const excess = Object.entries(asked).filter(([scope, level]) => RANK[level] > RANK[allowed[scope] ?? 'none']);
  if (excess.length === 0) return asked;
  const list = (of: readonly (readonly [string, string])[]) =>
    of.map(([scope, level]) => `${scope}: ${level}`).join(', ');
  const granted = excess.map(([scope]) => [scope, allowed[scope] ?? 'none'] as const);
  throw new InputError(`${who} is requesting '${list(excess)}', but is only allowed '${list(granted)}'`);
}
