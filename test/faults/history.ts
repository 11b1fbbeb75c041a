import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Secret, silent } from '@lockstep/base';
import {
  createGitHubClient,
  type GitHub,
  type Ledger,
  openLedger,
  type ReleaseRecord,
  type ReleaseRecordState,
} from '@lockstep/github';
import { createEngine, defaultArchiveLimits, readFolder, up } from '@lockstep/migrations';
import type { Postgres } from '@lockstep/proving-ground/postgres';
import pg from 'pg';
import type { ReleaseWorld, Shop } from './release-world.ts';

/** A shop with a database and releases in the ledger: what a rollback finds, without any checkout. */
export interface History {
  readonly shop: Shop;
  readonly databaseUrl: string;
  readonly ledger: Ledger;
  readonly github: GitHub;
  /** Releases a new deployment, with a migration of its own. Gives its record in the ledger. */
  release(end: ReleaseEndWish): Promise<ReleaseRecord>;
  /** A release of what is live, as earlier versions wrote for a re-run of its job: what was before it is itself. */
  releaseAgain(of: ReleaseRecord): Promise<ReleaseRecord>;
  /** A release that found another one begun at the same moment, and gave way: nothing of it is anywhere. */
  withdrawn(): Promise<void>;
  /** Another service that shares the database releases, with nothing to apply. */
  releaseOfAnother(service: string): Promise<void>;
  /** Every release as the ledger has it, oldest first: `r2 released`. */
  told(): Promise<readonly string[]>;
  /** Drops its database: hundreds of them are gigabytes. */
  drop(): Promise<void>;
  /** The tables that the migrations of the releases made, in order. */
  tables(): Promise<readonly string[]>;
}

export interface ReleaseEndWish {
  readonly state: ReleaseRecordState;
  /** Whether users were sent to it. */
  readonly live: boolean;
  /** SQL of its migration and of the way down; by default a table named for it. */
  readonly up?: string;
  readonly down?: string;
  readonly contract?: boolean;
  /** What a contract migration deletes is archived, for so long. */
  readonly archivedForMs?: number;
  /** How its run stands; `failure` unless told. */
  readonly run?: 'running' | 'success' | 'failure';
}

let databases = 0;

/** `r1` was found live, with nothing in the database. */
export async function aHistory(world: ReleaseWorld, postgres: Postgres): Promise<History> {
  const shop = await world.shop();
  const { environment, env, inputs } = shop;
  const key = { environment, service: '' };
  const database = `history_${++databases}`;
  const databaseUrl = await postgres.createDatabase(database);
  const repo = world.github.repository('acme/shop');
  const github = createGitHubClient({
    token: new Secret(inputs['github-token'] ?? ''),
    apiUrl: env.apiUrl,
    repository: env.repository,
    clock: world.clock,
    log: silent,
    signal: new AbortController().signal,
  });
  const ledger = openLedger({ github, creator: 'github-actions[bot]' });
  const folder = world.scope.folder();
  for (const part of ['up', 'down']) mkdirSync(join(folder, part));
  let count = 0;
  let last: { readonly id: string; readonly deployment: string; readonly commit: string } | undefined;

  async function begin(deployment: string, commit: string, adopted: boolean, run: ReleaseEndWish['run'] = 'failure') {
    const id = `${environment}-r${++count}`;
    const runId = repo.run();
    if (run !== 'running') repo.setRun(runId, 'completed', run);
    const before = { deployment: last?.deployment ?? null, commit: last?.commit ?? null, release: last?.id ?? null };
    return ledger.begin(environment, commit, {
      kind: 'lockstep-release/1',
      id,
      service: '',
      author: { runId, runAttempt: 1, url: `https://github.com/acme/shop/actions/runs/${runId}/attempts/1` },
      actor: 'octocat',
      candidate: { deployment, commit },
      before,
      databaseVersion: null,
      adopted,
    });
  }

  const first = await begin(shop.live, world.vercel.deployment(shop.live).commit ?? '', true);
  last = { id: first.id, deployment: shop.live, commit: first.candidate.commit ?? '' };

  return {
    shop,
    databaseUrl,
    ledger,
    github,
    async release(wish) {
      const { id: deployment, commit } = await shop.stage();
      const release = await begin(deployment, commit, false, wish.run);
      const name = `t${count}`;
      const version = `2024010100000${count}`;
      const text = wish.up ?? `create table ${name} (id int);`;
      writeFileSync(
        join(folder, 'up', `${version}_${name}.sql`),
        wish.contract ? `-- lockstep: contract\n${text}` : text,
      );
      writeFileSync(join(folder, 'down', `${version}_${name}.sql`), wish.down ?? `drop table ${name};`);
      const engine = createEngine({
        databaseUrl: new Secret(databaseUrl),
        provenance: { release: release.id, commit, actor: 'octocat', run: 'run', step: release.id },
        log: silent,
      });
      const files = readFolder({ directory: 'up', downDirectory: 'down', layout: 'supabase', base: folder });
      const keepMs = wish.archivedForMs;
      const archive =
        keepMs === undefined
          ? {}
          : { archive: { mode: 'always', limits: { ...defaultArchiveLimits, keepMs } } as const };
      const { failure, refused } = await up(engine, {
        folder: files,
        phase: 'all',
        allowOutOfOrder: false,
        ...archive,
      });
      if (refused !== undefined) throw new Error(refused.unarchived.map(({ message }) => message).join('; '));
      if (failure !== undefined) throw new Error(failure.message);
      if (wish.live) await shop.goLive(deployment);
      if (wish.state === 'released') await ledger.markReleased(release, null);
      else if (wish.state !== 'begun' && wish.state !== 'acknowledged') await ledger.setState(release, wish.state, '');
      if (wish.state === 'released') last = { id: release.id, deployment, commit };
      return release;
    },
    async releaseAgain({ candidate }) {
      const release = await begin(candidate.deployment ?? '', candidate.commit ?? '', false, 'success');
      await ledger.markReleased(release, null);
      last = { id: release.id, deployment: candidate.deployment ?? '', commit: candidate.commit ?? '' };
      return release;
    },
    async withdrawn() {
      const { id: deployment, commit } = await shop.stage();
      await ledger.setState(await begin(deployment, commit, false), 'rolled-back', 'nothing was begun');
    },
    async releaseOfAnother(service) {
      const line = { repository: 'acme/shop', environment, service };
      const engine = createEngine({
        databaseUrl: new Secret(databaseUrl),
        provenance: { release: `${service}-1`, commit: '', actor: 'octocat', run: 'run', step: service, line },
        log: silent,
      });
      const none = readFolder({
        directory: '.',
        downDirectory: '.',
        layout: 'supabase',
        base: world.scope.folder(),
        mayBeEmpty: true,
      });
      await up(engine, { folder: none, phase: 'expand', allowOutOfOrder: false });
    },
    async told() {
      const releases: string[] = [];
      for await (const release of ledger.releases(key))
        releases.unshift(`${release.id.replace(`${environment}-`, '')} ${release.state}`);
      return releases;
    },
    drop: () => postgres.dropDatabase(database),
    async tables() {
      const client = new pg.Client({ connectionString: databaseUrl });
      await client.connect();
      try {
        const sql =
          "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1";
        return (await client.query(sql)).rows.map(({ relname }) => String(relname));
      } finally {
        await client.end();
      }
    },
  };
}
