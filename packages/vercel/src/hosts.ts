import { at, numberAt, textAt } from '@lockstep/base';
import { orAbsent, type VercelApi } from './client.ts';

/** A name and the one deployment that answers under it. */
export interface AliasRow {
  readonly host: string;
  readonly uid: string | undefined;
  readonly deploymentId: string | undefined;
}

export interface ForeignAlias extends AliasRow {
  readonly projectId: string | undefined;
}

/**
 * The names under which users reach production: verified domains of the project that neither redirect nor belong to
 * a branch or to a custom environment. A promote moves exactly these.
 */
export async function readProductionDomains(api: VercelApi, projectId: string): Promise<readonly string[]> {
  const path = `/v9/projects/${encodeURIComponent(projectId)}/domains`;
  const items = await api.readAll(path, 'domains', { production: true, verified: true, redirects: false });
  const names = items.filter(servesProduction).flatMap((item) => textAt(item, 'name') ?? []);
  return [...new Set(names)].sort();
}

/** The filter of the query again: a list that holds more must not make us watch hosts that never move. */
function servesProduction(item: unknown): boolean {
  const none = (member: string) => (at(item, member) ?? null) === null;
  return none('redirect') && none('gitBranch') && none('customEnvironmentId') && at(item, 'verified') !== false;
}

/** Which deployment has which name of the project. One list, since single reads are limited to 300 in ten minutes. */
export async function readAliases(api: VercelApi, projectId: string): Promise<ReadonlyMap<string, AliasRow>> {
  const items = await api.readAll('/v4/aliases', 'aliases', { projectId });
  const rows = items.flatMap((item) => rowOf(item) ?? []);
  return new Map(rows.map((row) => [row.host, row]));
}

/** One name, of whatever project; undefined where it is unassigned. */
export async function readAlias(api: VercelApi, host: string): Promise<ForeignAlias | undefined> {
  const body = await orAbsent(api.read(`/v4/aliases/${encodeURIComponent(host)}`));
  const row = rowOf(body);
  return row === undefined ? undefined : { ...row, projectId: textAt(body, 'projectId') };
}

function rowOf(item: unknown): AliasRow | undefined {
  const host = textAt(item, 'alias');
  if (host === undefined || numberAt(item, 'deletedAt') !== undefined) return undefined;
  return {
    host,
    uid: textAt(item, 'uid'),
    deploymentId: textAt(item, 'deploymentId') ?? textAt(item, 'deployment', 'id'),
  };
}
