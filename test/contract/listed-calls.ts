import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A call as a README lists it, and as it goes over the wire. */
export interface ListedCall {
  /** `GET /v9/projects/{project}`. */
  readonly text: string;
  readonly pattern: RegExp;
  /** The permission in its row: `deployments: write`, or what is needed of Vercel. */
  readonly permission: string;
}

const ROW = /^\| `((?:GET|POST|PUT|PATCH|DELETE) \/\S+)` \| ([^|]+) \|/;

/** The calls in the table of an action's README under "Permissions" or "Permissions and triggers". */
export function listedCalls(action: string): readonly ListedCall[] {
  const readme = readFileSync(join(import.meta.dirname, '../../actions', action, 'README.md'), 'utf8');
  const [section = ''] = (readme.split(/\n## Permissions(?: and triggers)?\n/)[1] ?? '').split('\n## ');
  return section.split('\n').flatMap((line) => {
    const [, text, permission = ''] = ROW.exec(line) ?? [];
    if (text === undefined) return [];
    const pattern = text.replaceAll(/[.?]/g, '\\$&').replaceAll(/\{\w+\}/g, '[^/]+');
    return [{ text, pattern: new RegExp(`^${pattern}$`), permission: permission.replaceAll('`', '').trim() }];
  });
}

/** What a workflow has to grant for them, as GitHub writes it. */
export function grantedFor(calls: readonly ListedCall[]): Readonly<Record<string, 'read' | 'write'>> {
  const granted: Record<string, 'read' | 'write'> = {};
  for (const { permission } of calls) {
    const [, scope, level] = /^([\w-]+): (read|write)$/.exec(permission) ?? [];
    if (scope === undefined) continue;
    granted[scope] = level === 'write' ? 'write' : (granted[scope] ?? 'read');
  }
  return granted;
}
