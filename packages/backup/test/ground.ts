import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { silent, systemClock } from '@lockstep/base';
import { readDatabaseUrl } from '@lockstep/postgres';
import { borrowPostgres, type Postgres, type PostgresVersion } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { type Created, createBackup } from '../src/create/create.ts';
import type { CreateOptions } from '../src/create/options.ts';
import { type Drilled, type DrillOptions, drillBackup } from '../src/drill/drill.ts';
import { TIERS } from '../src/manifest/manifest.ts';
import { directoryTarget } from '../src/targets/directory.ts';
import { databaseSettings, everything } from './everything.ts';

/** A server with a database that is backed up, another one that it is restored into, and a key. */
export class Ground {
  readonly scope: Scope;
  readonly source: Postgres;
  readonly scratch: Postgres;
  readonly identity: string;
  readonly recipient: string;
  #count = 0;

  constructor(scope: Scope, servers: readonly [Postgres, Postgres], keys: readonly [string, string]) {
    this.scope = scope;
    [this.source, this.scratch] = servers;
    [this.identity, this.recipient] = keys;
  }

  async database(sql = everything): Promise<string> {
    const name = `shop ${++this.#count}`;
    const url = await this.source.createDatabase(name);
    await this.source.query(sql, [], name);
    if (sql === everything) await this.source.query(databaseSettings(name), [], name);
    return url;
  }

  folder(): string {
    return this.scope.folder('lockstep-backups-');
  }

  async options(url: string, folder: string, changes: Partial<CreateOptions> = {}): Promise<CreateOptions> {
    return {
      target: readDatabaseUrl(url),
      place: await directoryTarget(folder),
      tier: 'daily',
      encryption: { kind: 'age', recipients: [this.recipient] },
      selection: { withoutSchemas: [], withoutRows: [] },
      parallel: 3,
      lockTimeoutMs: 5_000,
      maxDurationMs: 600_000,
      pgDumpPath: undefined,
      release: 'r-1',
      tool: { name: 'test', version: '1' },
      clock: systemClock,
      log: silent,
      signal: undefined,
      ...changes,
    };
  }

  async create(url: string, folder: string, changes: Partial<CreateOptions> = {}): Promise<Created> {
    return createBackup(await this.options(url, folder, changes));
  }

  /** The only backup in a folder, as it is restored. */
  async drill(folder: string, changes: Partial<DrillOptions> = {}): Promise<Drilled> {
    return drillBackup({
      place: await directoryTarget(folder),
      prefix: changes.prefix ?? `${onlyBackup(folder)}/`,
      identities: [this.identity],
      scratch: readDatabaseUrl(this.scratch.url()),
      parallel: 2,
      maxAgeMs: undefined,
      maxRestoreMs: undefined,
      afterRestore: undefined,
      probe: undefined,
      clock: systemClock,
      log: silent,
      signal: undefined,
      ...changes,
    });
  }

  async end(): Promise<void> {
    await this.scope[Symbol.asyncDispose]();
  }
}

export async function startGround(version?: PostgresVersion): Promise<Ground> {
  const scope = new Scope();
  const options = version === undefined ? {} : { version };
  const servers = await Promise.all([borrowPostgres(scope, options), borrowPostgres(scope, options)]);
  const identity = await generateIdentity();
  return new Ground(scope, servers, [identity, await identityToRecipient(identity)]);
}

/** `daily/ID` */
export function onlyBackup(folder: string): string {
  const found = TIERS.flatMap((tier) =>
    existsSync(join(folder, tier)) ? readdirSync(join(folder, tier)).map((id) => `${tier}/${id}`) : [],
  );
  if (found.length !== 1) throw new Error(`expected one backup, found ${found.join(', ') || 'none'}`);
  return found[0] ?? '';
}

/** Checks that did not pass, each as `id reason what`. */
export function trouble(drilled: Drilled): readonly string[] {
  if (drilled.kind !== 'drilled') return [`${drilled.kind} ${drilled.why}`];
  const checks = drilled.checks.filter(({ verdict }) => verdict !== 'pass');
  return checks.map(({ id, reason, what }) => `${id} ${reason} ${what}`);
}
