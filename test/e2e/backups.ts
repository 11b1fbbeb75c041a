import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DispatchOptions, Shop } from '@lockstep/proving-ground/ground';
import { serve } from '@lockstep/proving-ground/http';
import { type ObjectStore, startObjectStore } from '@lockstep/proving-ground/object-store';
import { borrowPostgres } from '@lockstep/proving-ground/postgres';
import { builtinActions, type RunResult, type ServiceRequest } from '@lockstep/workflow-runner';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { type Aws, ROLE, startAws } from './aws.ts';
import type { Stage } from './stage.ts';
import { installStarters, runWorkflowOf } from './team.ts';

const PREFIX = 's3://acme-backups/shop';

/** A team with the starters of backup and drill, a store, a monitor of its heartbeats, and a table with rows. */
export interface BackupSite {
  /** The run of the schedule that makes a backup; of the one that only checks. */
  nightly(): Promise<RunResult>;
  noon(): Promise<RunResult>;
  byHand(starter: 'backup' | 'drill', inputs: Readonly<Record<string, string>>): Promise<RunResult>;
  drill(options?: Pick<DispatchOptions, 'environments'>): Promise<{
    readonly run: RunResult;
    /** What the job asked its service container to be. */
    readonly services: readonly ServiceRequest[];
  }>;
  sql(text: string): Promise<void>;
  /** Commits a file, which later runs have. */
  commit(path: string, text: string): void;
  /** One byte of what the newest backup has of a table is another one. */
  tamper(): void;
  /** Names of the objects of all backups, without their folders. */
  stored(): readonly string[];
  /** Title, state and number of comments of every issue. */
  issues(): readonly (readonly [string, string, number])[];
  issueText(): string;
  messages(): readonly string[];
  /** How many checks of the store failed or are unknown. */
  counts(run: RunResult): { readonly failed: string | undefined; readonly unknown: string | undefined };
  /** The runbook that the last drill wrote, among what its job keeps. */
  runbook(): string;
  /** The heartbeats since the last call, by their paths. */
  pings(): readonly string[];
  /** What STS gave, where the jobs log in with a role. */
  sessions(): Aws['sessions'];
}

export async function backupSite(
  stage: Stage,
  { plain = false, maxDrillAge = '', policy = '', byRole = false } = {},
): Promise<BackupSite> {
  const shop = await stage.emptyShop();
  const { ground, consumer } = shop;
  const { scope, faults, postgres } = ground;
  const store = await startObjectStore({ faults });
  scope.defer('the object store', () => store.close());
  store.bucket('acme-backups');
  const pinged: string[] = [];
  const monitor = await serve(
    'monitor',
    ({ path }) => {
      pinged.push(path);
      return { status: 200, body: 'OK' };
    },
    faults,
  );
  scope.defer('the monitor', () => monitor.close());
  const key = await generateIdentity();
  const { accessKeyId, secretAccessKey } = store.key();
  const aws: Aws | undefined = byRole ? await startAws(scope, store, faults) : undefined;
  await postgres.query(
    'create table prescriptions (id int primary key, medicine text);' +
      "insert into prescriptions select i, 'medicine ' || i from generate_series(1, 50) i;" +
      'alter table prescriptions owner to migrator',
    [],
    shop.database,
  );
  const inputs = {
    ...{
      to: PREFIX,
      'encrypt-to': await identityToRecipient(key),
      'max-drill-age': maxDrillAge,
      'policy-file': policy && '.lockstep/backup.yml',
    },
    ...{ 's3-endpoint': store.url, 's3-region': store.region },
    ...(byRole ? { 'aws-role': ROLE } : { 's3-access-key-id': accessKeyId }),
  };
  installStarters(shop, ['backup', 'drill'], { inputs, plain });
  if (policy !== '') {
    mkdirSync(join(consumer.root, '.lockstep'), { recursive: true });
    writeFileSync(join(consumer.root, '.lockstep/backup.yml'), policy);
  }
  let sha = consumer.commit('Backups');

  const secrets = {
    NOTIFY_TARGETS: shop.secrets['NOTIFY_TARGETS'] ?? '',
    ...(byRole ? {} : { S3_SECRET_ACCESS_KEY: secretAccessKey }),
    BACKUP_HEARTBEAT_URL: `${monitor.url}/backup`,
    DRILL_HEARTBEAT_URL: `${monitor.url}/drill`,
  };
  const environments = {
    backup: { secrets: { DATABASE_URL: shop.databaseUrl } },
    'backup-drill': { secrets: { BACKUP_KEY: key } },
  };
  let written = '';
  const run = (starter: string, options: Partial<DispatchOptions>) =>
    runWorkflowOf(shop, {
      ...{ sha, secrets, environments, workflow: `.github/workflows/lockstep-${starter}.yml` },
      // Used by none of these: it is there because GitHub fetches every action of a job before its first step.
      actions: {
        'aws-actions/configure-aws-credentials':
          aws?.action ?? (() => Promise.reject(new Error('not for access keys'))),
        'actions/upload-artifact': async (context) => {
          const path = join(context.input('path') ?? '', 'RUNBOOK.md');
          written = existsSync(path) ? readFileSync(path, 'utf8') : '';
          await builtinActions['actions/upload-artifact']?.(context);
        },
      },
      ...(aws === undefined ? {} : { idTokens: aws.idTokens, env: aws.env }),
      ...options,
    });
  const scheduled = (schedule: string) => run('backup', { event: { name: 'schedule', payload: { schedule } } });

  return {
    nightly: () => scheduled('23 2 * * *'),
    noon: () => scheduled('23 14 * * *'),
    byHand: (starter, given) => run(starter, { inputs: given }),
    drill: async (options = {}) => {
      const scratch = await borrowPostgres(scope);
      const services: ServiceRequest[] = [];
      const standIn = (request: ServiceRequest) => {
        services.push(request);
        return { '5432': new URL(scratch.url()).port };
      };
      const event = { name: 'schedule', payload: { schedule: '41 4 5 * *' } };
      return { run: await run('drill', { event, services: { postgres: standIn }, ...options }), services };
    },
    sql: async (text) => {
      await postgres.query(text, [], shop.database);
    },
    commit: (path, text) => {
      mkdirSync(dirname(join(consumer.root, path)), { recursive: true });
      writeFileSync(join(consumer.root, path), text);
      sha = consumer.commit(path);
    },
    tamper: () => tamper(store),
    stored: () => keysOf(store).map((one) => one.replace(/.*\//, '')),
    issues: () => issuesOf(shop).map(({ title, state, comments }) => [title, state, comments.length] as const),
    issueText: () => issuesOf(shop).at(-1)?.body ?? '',
    messages: () => shop.messages().map(({ text }) => text.replace(/newest backup \S+/, 'newest backup …')),
    counts: (of) => {
      const outputs = stepsOf(of).find(({ name }) => name === 'Check what the store has')?.outputs;
      return { failed: outputs?.['failed'], unknown: outputs?.['unknown'] };
    },
    runbook: () => written,
    pings: () => pinged.splice(0),
    sessions: () => aws?.sessions ?? [],
  };
}

const keysOf = (store: ObjectStore) => store.bucket('acme-backups').keys();

function issuesOf({ consumer }: Shop) {
  return consumer.github.state.issues;
}

function tamper(store: ObjectStore): void {
  const bucket = store.bucket('acme-backups');
  const name = keysOf(store).findLast((one) => one.includes('/data/') || one.includes('.copy.'));
  const version = bucket.current(name ?? '');
  if (name === undefined || version === undefined) throw new Error(`no rows among ${keysOf(store).join(', ')}`);
  const body = Buffer.from(version.body);
  const at = body.length - 5;
  body[at] = (body[at] ?? 0) ^ 1;
  bucket.put(name, { body }, Date.now());
}

/** What became of the step that makes a backup. */
export function notMade(run: RunResult): string | undefined {
  return stepsOf(run).find(({ name }) => name === 'Make a backup')?.conclusion;
}

function stepsOf({ jobs }: RunResult) {
  return jobs.flatMap(({ steps }) => steps);
}
