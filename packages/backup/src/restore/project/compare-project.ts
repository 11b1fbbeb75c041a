import type { Check, NotVerified } from '@lockstep/base';
import { compareSchemas, type Difference, type Schema } from '@lockstep/postgres';
import { type Found, isOfLeftTable, schemaCheck, schemaEqual, withoutLackingTablespaces } from '../../drill/compare.ts';
import type { Contents } from '../../manifest/manifest.ts';
import { isManaged, MANAGED, PLATFORM_OWNER, PLATFORM_ROLE } from './managed.ts';
import type { Project } from './read-project.ts';

const NAMED = 10;
/** `table auth.users`, `policy own on storage.objects`, `schema auth`, `function auth.uid()` */
const OF_MANAGED = new RegExp(`(?:^schema | on |^(?:[a-z]+ )+)"?(${MANAGED.join('|')})"?(?:\\.|$)`);

/**
 * What of the team's own differs between the schema that was backed up and the project. What the project's services have
 * made is theirs; what the team put on it (triggers, policies) has to be there.
 */
export function compareProject(
  contents: Contents,
  restored: Schema,
  { roles: rolesBefore, tablespaces }: Pick<Project, 'roles' | 'tablespaces'>,
): Found {
  const { schema, moved } = withoutLackingTablespaces(contents.schema, tablespaces);
  const checks: Check[] = [];
  const theirs: string[] = [];
  for (const difference of compareSchemas(schema, restored)) {
    if (isTheirs(difference, contents, rolesBefore)) theirs.push(difference.object);
    else if (difference.kind === 'changed' && difference.object.startsWith('extension '))
      checks.push({ ...schemaCheck(difference), verdict: 'unknown', reason: 'extension-version' });
    else checks.push(schemaCheck(difference));
  }
  if (!checks.some(({ verdict }) => verdict === 'fail')) checks.push(schemaEqual(contents));
  const notVerified: NotVerified[] = [...moved];
  if (theirs.length > 0) {
    const more = theirs.length > NAMED ? ` and ${theirs.length - NAMED} more` : '';
    const what = `${theirs.slice(0, NAMED).join(', ')}${more}`;
    const because = "they are the project's own and stay as they are there";
    notVerified.push({ id: 'schema-equal', what, because, remedy: '', chosen: true });
  }
  return { checks, notVerified };
}

function isTheirs(difference: Difference, contents: Contents, rolesBefore: ReadonlySet<string>): boolean {
  const { object, kind, lines } = difference;
  // The target held nothing of the team's own.
  if (kind === 'extra') return true;
  const role = /^role "?(.*?)"?$/.exec(object)?.[1];
  if (role !== undefined) return PLATFORM_ROLE.test(role) || rolesBefore.has(role) || !contents.roles.includes(role);
  if (object.startsWith('subscription ')) return true;
  if (isOfLeftTable(difference, contents)) return true;
  const grantor = /^default privileges of (\S+)/.exec(object)?.[1];
  if (grantor !== undefined) return PLATFORM_OWNER.test(grantor);
  const isAttached = object.startsWith('policy ') || object.startsWith('trigger ');
  const schema = OF_MANAGED.exec(object)?.[1];
  if (schema !== undefined && isManaged(schema)) return !(isAttached && kind === 'missing');
  // Event triggers, functions and publications that the platform owns, wherever they are.
  return lines.some((line) => PLATFORM_OWNER.test(/\bowner (\w+)/.exec(line)?.[1] ?? ''));
}
