import { Runner } from '../runner/runner.ts';
import type { SlackMessage } from '../slack/workspace.ts';
import type { Project } from '../vercel/index.ts';
import { type Consumer, makeConsumer } from './consumer.ts';
import type { ProvingGround } from './ground.ts';

/** A team on the proving ground: its repository, its app on Vercel, its database, its Slack channel. */
export interface Shop {
  readonly ground: ProvingGround;
  /** Of its repository: its runs share their concurrency groups. */
  readonly runner: Runner;
  readonly consumer: Consumer;
  readonly project: Project;
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

const CHANNEL = 'releases';

/**
 * Opens a shop without a commit and with nothing deployed. The app, the database and the repository bear its name. Its
 * database is empty, or a copy of `template`, which nobody may be connected to.
 */
export async function openShop(
  ground: ProvingGround,
  name = 'shop',
  { template }: { readonly template?: string } = {},
): Promise<Shop> {
  const { postgres, vercel, slack } = ground;
  const host = `${name}.localhost:${vercel.edge.port}`;
  await postgres.createDatabase(name, { owner: 'migrator', ...(template === undefined ? {} : { template }) });
  const login = new URL(postgres.url(name, 'migrator'));
  // Nobody asks for it here; it is there to be seen where it must not be.
  login.password = 'pass/word+of-migrator';
  const databaseUrl = login.href;
  const project = vercel.addProject({ name, domains: [host], env: { DATABASE_URL: databaseUrl } });
  const consumer = makeConsumer(ground, `acme/${name}`);
  const runner = new Runner();
  ground.scope.defer('runner', () => runner.destroy());
  const targets = ['- type: slack', `  token: ${slack.token}`, `  channel: ${CHANNEL}`].join('\n');
  const before = slack.channel(CHANNEL).length;
  return {
    ground,
    runner,
    consumer,
    project,
    host,
    database: name,
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
