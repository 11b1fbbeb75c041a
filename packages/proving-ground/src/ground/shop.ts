import { Runner } from '@lockstep/workflow-runner';
import type { SlackMessage } from '../slack/workspace.ts';
import type { NewProject, Project } from '../vercel/index.ts';
import { type Consumer, makeConsumer } from './consumer.ts';
import type { ProvingGround } from './ground.ts';

/** A team on the proving ground: its repository, its app on Vercel, its database, its Slack channel. */
export interface Shop {
  readonly ground: ProvingGround;
  /** Of its repository: its runs share their concurrency groups. */
  readonly runner: Runner;
  readonly consumer: Consumer;
  readonly project: Project;
  /** With the service, its line of releases in the ledger. */
  readonly environment: string;
  readonly service: string;
  /** Where users find the app: `shop.localhost:PORT`. */
  readonly host: string;
  readonly database: string;
  readonly databaseUrl: string;
  /** As its workflow names them. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly vars: Readonly<Record<string, string>>;
  /** Its messages, as they read now, in order of posting. */
  messages(): readonly SlackMessage[];
}

/** By its name, and by its id, which is what a target should have: a message of another job is found by it alone. */
const CHANNEL = 'releases';
const CHANNEL_ID = 'C0RELEASES';

export interface ShopOptions {
  /** What its database is a copy of, which nobody may be connected to; it is empty without. */
  readonly template?: string;
  /** `production` and `web` by default. */
  readonly environment?: string;
  readonly service?: string;
  /** Its repository and its channel are this one's: another service, or another environment, of the same team. */
  readonly beside?: Shop;
  /** Variables of its project on Vercel, beside DATABASE_URL; `$DATABASE_URL` stands for the value of that. */
  readonly env?: Readonly<Record<string, string>>;
  /** Of its project on Vercel. */
  readonly rootDirectory?: string | null;
  /** What else is set of its project on Vercel from the beginning. */
  readonly settings?: Partial<Omit<NewProject, 'name' | 'domains' | 'env' | 'rootDirectory'>>;
  /** `shared`: the database is that of the shop beside it too. */
  readonly database?: 'own' | 'shared';
}

/**
 * Opens a shop without a commit and with nothing deployed. The app, the database and the repository bear its name, where
 * it does not share them.
 */
export async function openShop(ground: ProvingGround, name = 'shop', options: ShopOptions = {}): Promise<Shop> {
  const { template, environment = 'production', service = 'web', beside } = options;
  const { postgres, vercel, slack } = ground;
  const host = `${name}.localhost:${vercel.edge.port}`;
  const database = (options.database === 'shared' ? beside?.database : undefined) ?? name;
  if (database === name)
    await postgres.createDatabase(name, { owner: 'migrator', ...(template === undefined ? {} : { template }) });
  const login = new URL(postgres.url(database, 'migrator'));
  // Nobody asks for it here; it is there to be seen where it must not be.
  login.password = 'pass/word+of-migrator';
  const databaseUrl = login.href;
  const given = Object.entries(options.env ?? {});
  const variables = Object.fromEntries(
    given.map(([key, value]) => [key, value === '$DATABASE_URL' ? databaseUrl : value]),
  );
  const project = vercel.addProject({
    ...options.settings,
    name,
    domains: [host],
    env: { DATABASE_URL: databaseUrl, ...variables },
    rootDirectory: options.rootDirectory ?? null,
  });
  const { consumer, runner } = beside ?? newRepository(ground, `acme/${name}`);
  const targets = ['- type: slack', `  token: ${slack.token}`, `  channel: ${CHANNEL_ID}`].join('\n');
  const before = slack.channel(CHANNEL).length;
  return {
    ground,
    runner,
    consumer,
    project,
    environment,
    service,
    host,
    database,
    databaseUrl,
    secrets: { VERCEL_TOKEN: vercel.projectToken(project), DATABASE_URL: databaseUrl, NOTIFY_TARGETS: targets },
    // A laptop's patience: what takes minutes in production takes a second here.
    vars: {
      VERCEL_API_URL: vercel.url,
      SLACK_API_URL: slack.apiUrl,
      PRODUCTION_URL: `http://${host}`,
      GATE_INTERVAL: '200ms',
      BAKE_TIME: '2s',
      BAKE_INTERVAL: '200ms',
      DRAIN_TIME: '1s',
    },
    messages: () => slack.channel(CHANNEL).slice(before),
  };
}

function newRepository(ground: ProvingGround, name: string): Pick<Shop, 'consumer' | 'runner'> {
  const runner = new Runner();
  ground.scope.defer('runner', () => runner.destroy());
  return { consumer: makeConsumer(ground, name), runner };
}
