import type { Entry } from '../script-entries.ts';
import { isManaged, PLATFORM_OWNER } from './managed.ts';
import type { Project } from './read-project.ts';

/** What becomes of an entry of the schema's scripts: it is run, or the project has its own. */
export type Choice = 'run' | 'theirs';

/**
 * Whether an entry is the team's own. What the platform made is in the project already; triggers and policies that the
 * team put on its tables are not.
 */
export function chooseEntry({ type, name, schema, owner }: Entry, project: Project): Choice {
  if (PLATFORM_OWNER.test(owner) && type !== 'TRIGGER' && type !== 'POLICY') return 'theirs';
  if (type === 'TRIGGER' || type === 'POLICY') {
    if (!isManaged(schema)) return 'run';
    return isAttached(project, type.toLowerCase(), schema, name) ? 'theirs' : 'run';
  }
  // Schemas and what has none are named without one.
  const subject = /^(?:SCHEMA|EXTENSION|PUBLICATION) "?(.*?)"?$/.exec(name)?.[1] ?? name;
  if (schema !== '-' && isManaged(schema)) return 'theirs';
  switch (type) {
    case 'SCHEMA':
      return project.schemas.has(subject) ? 'theirs' : 'run';
    case 'EXTENSION':
      return project.extensions.has(subject) ? 'theirs' : 'run';
    case 'PUBLICATION':
      return project.publications.has(subject) ? 'theirs' : 'run';
    case 'ACL':
      return name.startsWith('SCHEMA ') && isManaged(subject) ? 'theirs' : 'run';
    case 'COMMENT':
      return isOfTheProject(name, subject, project) ? 'theirs' : 'run';
    default:
      return 'run';
  }
}

/** pg_dump names them `TABLE NAME`, with nothing between but a blank. */
function isAttached({ attached }: Project, kind: string, schema: string, name: string): boolean {
  const names = [...name.matchAll(/ /g)].map(({ index }) => [name.slice(0, index), name.slice(index + 1)]);
  return names.some(([table, own]) => attached.has(`${kind} ${schema}.${table} ${own}`));
}

function isOfTheProject(name: string, subject: string, { schemas, extensions, publications }: Project): boolean {
  if (name.startsWith('SCHEMA ')) return schemas.has(subject);
  if (name.startsWith('EXTENSION ')) return extensions.has(subject);
  return name.startsWith('PUBLICATION ') && publications.has(subject);
}
