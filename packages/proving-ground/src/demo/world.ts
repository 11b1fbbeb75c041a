import { fileURLToPath } from 'node:url';
import type { Consumer } from '../ground/consumer.ts';
import { makeConsumer } from '../ground/consumer.ts';
import { type ProvingGround, startProvingGround } from '../ground/ground.ts';
import type { Scope } from '../lifecycle/scope.ts';
import { Runner } from '../runner/runner.ts';

/** The team of the demo: its app on Vercel, its database, its repository, its Slack channel. */
export interface DemoWorld {
  readonly ground: ProvingGround;
  readonly runner: Runner;
  readonly consumer: Consumer;
  /** Where users find the app: `shop.localhost:PORT`. */
  readonly host: string;
  readonly databaseUrl: string;
  readonly secrets: Readonly<Record<string, string>>;
  readonly vars: Readonly<Record<string, string>>;
}

const FIXTURE = fileURLToPath(new URL('../../../../test/fixtures/consumer', import.meta.url));
const DATABASE = 'shop';
const CHANNEL = 'releases';

export async function makeDemoWorld(scope: Scope): Promise<DemoWorld> {
  const ground = await startProvingGround(scope);
  const { postgres, vercel, slack } = ground;
  const host = `shop.localhost:${vercel.edge.port}`;
  const databaseUrl = await postgres.createDatabase(DATABASE, { owner: 'migrator' });
  const project = vercel.addProject({ name: 'shop', domains: [host], env: { DATABASE_URL: databaseUrl } });
  const consumer = makeConsumer(ground, 'acme/shop');
  consumer.commit('Start', `${FIXTURE}/repository`);
  const runner = new Runner();
  scope.defer('runner', () => runner.destroy());
  const targets = ['- type: slack', `  token: ${slack.token}`, `  channel: ${CHANNEL}`].join('\n');
  return {
    ground,
    runner,
    consumer,
    host,
    databaseUrl,
    secrets: { VERCEL_TOKEN: vercel.projectToken(project), DATABASE_URL: databaseUrl, NOTIFY_TARGETS: targets },
    vars: {
      VERCEL_API_URL: vercel.url,
      SLACK_API_URL: slack.apiUrl,
      PRODUCTION_URL: `http://${host}`,
      GATE_INTERVAL: '200ms',
      BAKE_TIME: '2s',
      BAKE_INTERVAL: '200ms',
      DRAIN_TIME: '1s',
    },
  };
}

/** The folder of what the commit of a version adds. */
export function releaseFolder(version: number): string {
  return `${FIXTURE}/releases/v${version}`;
}

/** The version of the newest migration that the database's own history names; `none` where there is none. */
export async function schemaVersion(world: DemoWorld): Promise<string> {
  const sql = 'select max(version) as newest from supabase_migrations.schema_migrations';
  const rows = await world.ground.postgres.query(sql, [], DATABASE).catch(() => []);
  return (rows[0] as { newest?: string } | undefined)?.newest ?? 'none';
}

/** The first line of the newest message in the channel, if there is a message beyond `before` of them. */
export function newestMessage(world: DemoWorld, before: number): string | undefined {
  const messages = world.ground.slack.channel(CHANNEL);
  return messages.length > before ? messages.at(-1)?.text.split('\n')[0] : undefined;
}

export function messageCount(world: DemoWorld): number {
  return world.ground.slack.channel(CHANNEL).length;
}

/** The state of the newest release's record: the first word of its last status. */
export function ledgerState(world: DemoWorld): string {
  const newest = world.consumer.github.deployments('lockstep').at(-1);
  return newest?.statuses.at(-1)?.description.split(':')[0] ?? 'no record';
}
