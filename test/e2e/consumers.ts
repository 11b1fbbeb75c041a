import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openShop, type ProvingGround, type Shop } from '@lockstep/proving-ground/ground';
import { overlay } from '@lockstep/proving-ground/rehearsal';
import type { Environment } from '@lockstep/workflow-runner';

export const consumerNames = ['minimal', 'full', 'monorepo', 'prescriptions'] as const;
export type ConsumerName = (typeof consumerNames)[number];

export const consumersFolder = join(import.meta.dirname, '../fixtures/consumers');

/** The example has workflows as a team that installed all starters; its own app and history are replayed elsewhere. */
const example = join(import.meta.dirname, '../../examples/prescriptions');

/** An app of a team in one environment, and where in its repository it is. */
export interface Site extends Shop {
  readonly fixture: ConsumerName;
  /** The folder of the app. */
  readonly directory: string;
  /** What the names of its own workflows end in. */
  readonly ending: string;
  /** The workflows that release it, and others that are about it. */
  readonly workflows: RegExp;
  /** By which of its workflows a version comes to it. */
  readonly way: 'release' | 'promote';
  /** Of the repository. */
  readonly environments: Readonly<Record<string, Environment>>;
}

/** A consumer on the proving ground: a repository with the workflows of its fixture, and nothing live. */
export interface Team {
  readonly fixture: ConsumerName;
  /** Production, and the app that the schema belongs to. */
  readonly shop: Site;
  /** Of `full` its staging, of `monorepo` its admin. */
  readonly other: Site | undefined;
}

const WORKFLOWS = '.github/workflows';

/** What makes minutes of a release seconds, and needs no network, for every call that has it. The example's tests ask its own app. */
const PATIENCE = {
  'install-command': '',
  'test-config': '',
  'gate-interval': '50ms',
  'bake-time': '800ms',
  'bake-interval': '100ms',
  'drain-time': '200ms',
};

/** Opens a consumer; `template` is what each of its databases is a copy of. */
export async function openTeam(
  ground: ProvingGround,
  fixture: ConsumerName,
  name: string,
  template?: string,
): Promise<Team> {
  const copied = template === undefined ? {} : { template };
  const first = await openShop(ground, name, copied);
  first.consumer.commit('Start', ...(fixture === 'prescriptions' ? [] : [folderOf(fixture)]));
  const alone = { fixture, directory: '.', way: 'release', environments: {} } as const;
  // One token for both of its projects.
  const account = { VERCEL_TOKEN: ground.vercel.token };
  switch (fixture) {
    case 'minimal':
    case 'prescriptions':
      return seated({ fixture, shop: { ...first, ...alone, ending: '', workflows: /./ }, other: undefined });
    case 'full': {
      const beside = { environment: 'staging', beside: first, ...copied };
      const second = await openShop(ground, `${name}-staging`, beside);
      const { DATABASE_URL = '', ...secrets } = { ...first.secrets, ...account };
      const environments = {
        staging: { secrets: { DATABASE_URL: second.databaseUrl } },
        production: { secrets: { DATABASE_URL } },
      };
      const both = { ...alone, secrets, environments };
      return seated({
        fixture,
        shop: { ...first, ...both, way: 'promote', ending: '-production', workflows: /(?<!-staging)\.yml$/ },
        other: { ...second, ...both, ending: '-staging', workflows: /-staging\.yml$/ },
      });
    }
    case 'monorepo': {
      const second = await openShop(ground, `${name}-admin`, { service: 'admin', beside: first, database: 'shared' });
      const both = { ...alone, secrets: { ...first.secrets, ...account } };
      return seated({
        fixture,
        shop: { ...first, ...both, directory: 'apps/web', ending: '-web', workflows: /-web\.yml$/ },
        other: { ...second, ...both, directory: 'apps/admin', ending: '-admin', workflows: /-admin\.yml$/ },
      });
    }
  }
}

function folderOf(fixture: ConsumerName): string {
  return fixture === 'prescriptions' ? example : join(consumersFolder, fixture);
}

function seated(team: Team): Team {
  for (const site of sitesOf(team)) seat(site);
  return team;
}

export function sitesOf({ shop, other }: Team): readonly Site[] {
  return other === undefined ? [shop] : [shop, other];
}

/** The path of the site's own workflow of that name. */
export function workflowOf({ ending }: Site, name: Site['way'] | 'rollback' | 'recover'): string {
  return `${WORKFLOWS}/lockstep-${name}${ending}.yml`;
}

/**
 * Writes the site's workflows as its fixture has them, and tells their calls where the ground's services are and what its
 * own names here are. `inputs` go over that.
 */
export function seat(site: Site, inputs: Readonly<Record<string, string>> = {}): void {
  const { consumer, ground, project, host, fixture, workflows } = site;
  const here = {
    ...PATIENCE,
    'vercel-project': project.name,
    'vercel-team': ground.vercel.team.slug,
    'vercel-api-url': ground.vercel.url,
    'slack-api-url': ground.slack.apiUrl,
    'production-url': `http://${host}`,
  };
  const own = readdirSync(join(folderOf(fixture), WORKFLOWS)).filter((name) => workflows.test(name));
  mkdirSync(join(consumer.root, WORKFLOWS), { recursive: true });
  for (const path of own.map((name) => join(WORKFLOWS, name))) {
    const text = readFileSync(join(folderOf(fixture), path), 'utf8');
    // Its policy is about accounts that are not here; a release looks for one all the same.
    const asked = path.includes('lockstep-audit') ? { 'platform-audit': 'off', 'database-report': 'off' } : {};
    writeFileSync(join(consumer.root, path), overlay(text, { ...here, ...asked, ...inputs }));
  }
}
