import { stripVTControlCharacters } from 'node:util';
import { RemoteError, textAt } from '@lockstep/base';
import type { VercelApi } from '../client.ts';
import type { Deployment } from '../deployment.ts';

const SPOKEN = new Set(['command', 'stdout', 'stderr', 'fatal']);

/** The last lines that a build wrote, oldest first; `[]` where Vercel does not give them. */
export async function lastLines(api: VercelApi, deploymentId: string, most: number): Promise<readonly string[]> {
  const path = `/v3/deployments/${encodeURIComponent(deploymentId)}/events`;
  try {
    const body = await api.read(path, { direction: 'backward', limit: most * 3, builds: 1 });
    const events = Array.isArray(body) ? body : [];
    return events
      .reverse()
      .filter((event) => SPOKEN.has(textAt(event, 'type') ?? ''))
      .flatMap((event) => (textAt(event, 'text') ?? textAt(event, 'payload', 'text') ?? '').split('\n'))
      .map((line) => stripVTControlCharacters(line).trimEnd())
      .filter((line) => line !== '')
      .slice(-most);
  } catch (error) {
    if (error instanceof RemoteError) return [];
    throw error;
  }
}

/** undefined_column and undefined_table (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const MISSING_SCHEMA = /\b42703\b|\b42P01\b|(column|relation) "?[\w.]{1,200}"? does not exist/i;

/** What to do about a build that failed because the database lags behind the code. */
export function schemaHint(lines: readonly string[]): string | undefined {
  const line = lines.find((text) => MISSING_SCHEMA.test(text));
  if (line === undefined) return undefined;
  return `the build reads a table or column that the database does not have yet ("${line.trim().slice(0, 160)}"): release with order: migrate-first, which applies the expand migrations before it builds`;
}

/** Why Vercel does not build it, and who can change that. */
export function explainBlock({ blocked, inspectorUrl, id }: Deployment): string {
  const where = inspectorUrl ?? id;
  switch (blocked.code) {
    case 'TEAM_ACCESS_REQUIRED':
      return `the commit's author, or the owner of vercel-token, is not a member of the team: invite them, or have a member approve it at ${where}`;
    case 'COMMIT_AUTHOR_REQUIRED':
      return `Vercel does not know the commit's author: connect their Git account with Vercel, or have a member approve it at ${where}`;
    default:
      return `${blocked.reason ?? 'Vercel gives no reason'}: a member of the team must approve it at ${where} (Vercel blocks unverified commits and authors without a seat)`;
  }
}
