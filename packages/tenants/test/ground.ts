import { silent } from '@lockstep/base';
import { openSession, readDatabaseUrl } from '@lockstep/postgres';
import { borrowPostgres, type Postgres, type PostgresVersion, supabaseRoles } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { type AuditOptions, auditTenants } from '../src/audit.ts';
import type { Audited, AuditResult } from '../src/findings.ts';
import type { Intent } from '../src/intent.ts';
import { judgeAudit } from '../src/judge/judge.ts';
import { grants, intent, sound } from './sound.ts';

export { anon, intent, member, sound } from './sound.ts';

/** Reasons of checks that pass and say something all the same. */
const TOLD: readonly string[] = ['betrays-existence', 'betrays-number', 'cascades', 'may-create'];

/** The login of migrations on a platform: it owns what it makes, row-level security does not hold for it, and it is no superuser. */
export const PLATFORM = 'migrator';
const PLATFORM_RIGHTS = `grant all on auth.users to ${PLATFORM};`;

export class Ground {
  readonly scope: Scope;
  readonly postgres: Postgres;
  /** Who makes the schema and audits it. */
  readonly user: string;
  #count = 0;
  #sound: Promise<string> | undefined;

  constructor(scope: Scope, postgres: Postgres, user: string) {
    this.scope = scope;
    this.postgres = postgres;
    this.user = user;
  }

  /** A database with a schema and with every grant that a Supabase project makes. */
  async database(sql: string, after = '', template?: string): Promise<string> {
    const name = `tenants_${++this.#count}`;
    const url = await this.postgres.createDatabase(name, template === undefined ? {} : { template });
    if (this.user === 'postgres') {
      await this.postgres.query(`${sql};\n${grants}\n${after}`, [], name);
      return url;
    }
    await this.postgres.query(
      `${PLATFORM_RIGHTS} grant create, temporary on database ${name} to ${this.user}; set role ${this.user};\n${sql};\n${grants}\n${after}`,
      [],
      name,
    );
    return url.replace('postgres@', `${this.user}@`);
  }

  /** The same on top of the sound schema, which is made once and copied from then on. */
  async soundDatabase(sql: string, after = ''): Promise<string> {
    this.#sound ??= this.database(sound).then((url) => new URL(url).pathname.slice(1));
    return await this.database(sql, after, await this.#sound);
  }

  async audit(url: string, changes: Partial<Intent> = {}, options: Partial<AuditOptions> = {}): Promise<AuditResult> {
    const session = await openSession(readDatabaseUrl(url), {
      log: silent,
      signal: undefined,
      applicationName: 'audit',
    });
    try {
      return await auditTenants(session, {
        intent: { ...intent, ...changes },
        production: [],
        dryRun: false,
        lockTimeoutMs: 2_000,
        statementTimeoutMs: 20_000,
        ...options,
      });
    } finally {
      await session.close();
    }
  }

  async found(sql: string, changes: Partial<Intent> = {}, after = ''): Promise<Found> {
    return await this.#foundAt(await this.database(sql, after), changes);
  }

  /** What is found in the sound schema with more in it. */
  async foundInSound(sql: string, changes: Partial<Intent> = {}, after = ''): Promise<Found> {
    return await this.#foundAt(await this.soundDatabase(sql, after), changes);
  }

  async #foundAt(url: string, changes: Partial<Intent>): Promise<Found> {
    const result = await this.audit(url, changes);
    if (result.kind !== 'audited') throw new Error(JSON.stringify(result));
    return foundIn(result, changes);
  }

  /** Drops the database of the last test, and the roles that it made. */
  async forget(): Promise<void> {
    await this.postgres.dropDatabase(`tenants_${this.#count}`);
    await this.postgres.query('drop role if exists clerk_of_zoo, staff_of_zoo');
  }

  async end(): Promise<void> {
    await this.scope[Symbol.asyncDispose]();
  }
}

export interface Found {
  /** `CHECK OBJECT as IDENTITY`, sorted: what failed, what passed with something to tell, and what is unknown. */
  readonly leaks: readonly string[];
  readonly told: readonly string[];
  readonly unknown: readonly string[];
  readonly audited: Audited;
}

/** As the list of checks says it. */
export function foundIn(audited: Audited, changes: Partial<Intent> = {}): Found {
  const { checks, notVerified } = judgeAudit(audited, { intent: { ...intent, ...changes }, files: [] });
  const short = ({ id, what }: { readonly id: string; readonly what: string }) =>
    `${id} ${what.replace(/\([^()]*\)(?= as )/, '')}`;
  const sorted = (list: readonly string[]) => [...new Set(list)].sort();
  return {
    leaks: sorted(checks.filter(({ verdict }) => verdict === 'fail').map(short)),
    told: sorted(checks.filter(({ reason, verdict }) => verdict === 'pass' && TOLD.includes(reason)).map(short)),
    unknown: sorted([
      ...checks
        .filter(({ verdict }) => verdict === 'unknown')
        .map((check) => `${short(check)}: ${check.reason} ${check.measured}`),
      ...notVerified.map((one) => `${short(one)}: ${one.because}`),
    ]),
    audited,
  };
}

export async function startGround(version?: PostgresVersion, user = 'postgres'): Promise<Ground> {
  const scope = new Scope();
  const options = { seed: supabaseRoles, ...(version === undefined ? {} : { version }) };
  return new Ground(scope, await borrowPostgres(scope, options), user);
}
