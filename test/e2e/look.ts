import { appliedVersions, releaseRecords, type Shop, swapRecords, visitPage } from '@lockstep/proving-ground/ground';
import type { SlackMessage } from '@lockstep/proving-ground/slack';

/** What is there when a release is over, seen from outside. */
export interface World {
  /**
   * The version under every production host, for the edge, for the alias, for Vercel's production pointer, and for
   * its crons: one where all agree.
   */
  readonly live: readonly string[];
  /** Whether what is live finds its schema. */
  readonly healthy: boolean;
  /** Whether later pushes take the production domains. */
  readonly autoAssign: boolean;
  /** The versions in Supabase's history. */
  readonly history: readonly string[];
  /** Our side table: version and state. */
  readonly side: readonly string[];
  /** What the tables really are: `table.column`. */
  readonly columns: readonly string[];
  /** The state of each release record, oldest first. */
  readonly ledger: readonly string[];
  /** The state of each record of a change of traffic, oldest first. */
  readonly swaps: readonly string[];
  /** The headlines of the messages as they read now, oldest first. */
  readonly messages: readonly string[];
  /** Everything that the newest message says, and its thread. */
  readonly told: string;
}

/** Looks at the whole world of a shop. */
export async function look(shop: Shop): Promise<World> {
  const health = await visitPage(shop, '/api/health');
  const { ground, project } = shop;
  return {
    live: await liveVersions(shop),
    healthy: health.status === 200,
    autoAssign: ground.vercel.project(project.id).autoAssign,
    history: await appliedVersions(shop),
    side: await rows(shop, `select version || ' ' || state as row from lockstep.migrations order by version`),
    columns: await rows(
      shop,
      `select table_name || '.' || column_name as row from information_schema.columns
        where table_schema = 'public' order by table_name || '.' || column_name collate "C"`,
    ),
    ledger: releaseRecords(shop),
    swaps: swapRecords(shop),
    messages: messagesOf(shop).map(({ text }) => text),
    told: toldBy(shop),
  };
}

async function liveVersions(shop: Shop): Promise<readonly string[]> {
  const { vercel } = shop.ground;
  const { productionId, crons, domains } = vercel.project(shop.project.id);
  const hosts = domains.map(({ name }) => name);
  const pages = await Promise.all(hosts.map((host) => visitPage(shop, '/', host)));
  const served = pages.map(({ status, body }) => {
    const { version } = body as { readonly version?: number };
    return version === undefined ? `HTTP ${status}` : `v${version}`;
  });
  const pointed = [productionId, crons.deploymentId, ...hosts.map((host) => vercel.holder(host))];
  return [...new Set([...served, ...pointed.map((id) => versionOf(shop, id))])];
}

/** By the commit that it was built from: its message says the version. */
function versionOf({ ground, consumer }: Shop, deployment: string | null): string {
  if (deployment === null) return 'nothing';
  const { commit } = ground.vercel.deployment(deployment);
  const message = consumer.github.state.commits.get(commit ?? '')?.message;
  return message?.replace('Version ', 'v') ?? deployment;
}

/** Those of its line of releases: its channel has others' too. */
function messagesOf(shop: Shop): readonly SlackMessage[] {
  return shop.messages().filter(({ text }) => text.startsWith(`${shop.environment} / ${shop.service}`));
}

function toldBy(shop: Shop): string {
  const newest = messagesOf(shop).at(-1);
  if (newest === undefined) return '';
  const all = [newest, ...shop.ground.slack.thread(newest)];
  return all.flatMap(({ text, blocks }) => [text, ...textsIn(blocks)]).join('\n');
}

/** Every text of Block Kit, wherever it stands. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === 'text' && typeof member === 'string' ? [member] : textsIn(member),
  );
}

async function rows({ ground, database }: Shop, sql: string): Promise<readonly string[]> {
  const found = await ground.postgres.query<{ row: string }>(sql, [], database).catch(() => []);
  return found.map(({ row }) => row);
}
