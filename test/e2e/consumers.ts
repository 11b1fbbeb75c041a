import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openShop, type ProvingGround, type Shop } from '@lockstep/proving-ground';
import { layOver, type Overlay } from './calls.ts';

export type ConsumerName = 'minimal' | 'full' | 'monorepo';

export const consumersFolder = join(import.meta.dirname, '../fixtures/consumers');

/** An app of a team in one environment, and where in its repository it is. */
export interface Site extends Shop {
  readonly fixture: ConsumerName;
  /** The folder of the app. */
  readonly directory: string;
  /** What the names of its own workflows end in. */
  readonly ending: string;
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

/** What makes minutes of a release seconds, for every call that has it. */
const PATIENCE: Overlay = {
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
  const first = await openShop(ground, name, template === undefined ? {} : { template });
  first.consumer.commit('Start', join(consumersFolder, fixture));
  switch (fixture) {
    case 'minimal':
      return seated({ fixture, shop: { ...first, fixture, directory: '.', ending: '' }, other: undefined });
    case 'full':
      throw new Error('TODO');
    case 'monorepo': {
      const second = await openShop(ground, `${name}-admin`, { service: 'admin', beside: first, database: 'shared' });
      // One token for both of its projects.
      const secrets = { ...first.secrets, VERCEL_TOKEN: ground.vercel.token };
      const both = { fixture, secrets };
      return seated({
        fixture,
        shop: { ...first, ...both, directory: 'apps/web', ending: '-web' },
        other: { ...second, ...both, directory: 'apps/admin', ending: '-admin' },
      });
    }
  }
}

function seated(team: Team): Team {
  for (const site of sitesOf(team)) seat(site);
  return team;
}

export function sitesOf({ shop, other }: Team): readonly Site[] {
  return other === undefined ? [shop] : [shop, other];
}

/** `release` of the site: the path of its own workflow. */
export function workflowOf({ ending }: Site, name: 'release' | 'rollback' | 'recover'): string {
  return `${WORKFLOWS}/lockstep-${name}${ending}.yml`;
}

/**
 * Writes the site's workflows as its fixture has them, and tells their calls where the ground's services are and what its
 * own names here are. `inputs` and `secrets` go over that.
 */
export function seat(site: Site, inputs: Overlay = {}, secrets: Overlay = {}): void {
  const { consumer, ground, project, host, fixture, ending } = site;
  const here = {
    ...PATIENCE,
    'vercel-project': project.name,
    'vercel-team': ground.vercel.team.slug,
    'vercel-api-url': ground.vercel.url,
    'slack-api-url': ground.slack.apiUrl,
    'production-url': `http://${host}`,
  };
  const own = readdirSync(join(consumersFolder, fixture, WORKFLOWS)).filter((name) => name.endsWith(`${ending}.yml`));
  for (const path of own.map((name) => join(WORKFLOWS, name))) {
    const text = readFileSync(join(consumersFolder, fixture, path), 'utf8');
    writeFileSync(join(consumer.root, path), layOver(text, { ...here, ...inputs }, secrets));
  }
}
