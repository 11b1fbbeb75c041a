import { startTraffic } from '../traffic/traffic.ts';
import type { Shop } from './shop.ts';

export interface Page {
  /** 0 where there was no whole answer. */
  readonly status: number;
  /** The body as JSON; `{}` where it is none. */
  readonly body: unknown;
  readonly text: string;
}

/** What a user gets who asks for a page of the shop, once, at its own host or another one of it. */
export async function visitPage({ ground, host }: Shop, path: string, at = host): Promise<Page> {
  const once = startTraffic({
    port: ground.vercel.edge.port,
    host: at,
    path,
    connections: 1,
    maxRequests: 1,
    buildOf: (_headers, body) => body,
  });
  const [first] = (await once.ended).visits;
  const text = first?.build ?? '';
  return { status: first?.status ?? 0, body: parse(text), text };
}

/** The versions in the database's own history, oldest first; empty where it has none. */
export async function appliedVersions({ ground, database }: Shop): Promise<readonly string[]> {
  const sql = 'select version from supabase_migrations.schema_migrations order by version';
  const rows = await ground.postgres.query<{ version: string }>(sql, [], database).catch(() => []);
  return rows.map(({ version }) => version);
}

/** What the newest status of each record of the shop's line of releases says, oldest record first: `released: …`. */
export function releaseRecords(shop: Shop): readonly string[] {
  return newestStatuses(shop, 'lockstep');
}

/** The same of its records of a change of traffic: `swapped: …`. */
export function swapRecords(shop: Shop): readonly string[] {
  return newestStatuses(shop, 'lockstep:swap');
}

function newestStatuses({ consumer, environment, service }: Shop, task: string): readonly string[] {
  const own = consumer.github
    .deployments(task)
    .filter((one) => one.environment === environment && (one.payload as { service?: string }).service === service);
  return own.map(({ statuses }) => statuses.at(-1)?.description ?? '');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
