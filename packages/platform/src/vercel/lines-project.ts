import { type Finding, failed, gap, looking, passed } from '../finding.ts';
import { atLeast, atMost, type Line, line, missingOf, type SettingParts, setting } from '../line.ts';
import { flag, integer, list, map, text, word } from '../policy/kinds.ts';
import { awsRegionOf, vercelRegionIn } from '../regions.ts';
import type { VercelProjectFacts } from './facts.ts';
import { VERCEL_SCOPES } from './read.ts';

const SOURCE = 'https://vercel.com/docs/rest-api/projects/find-a-project-by-id-or-name';

type Parts<V> = Omit<SettingParts<VercelProjectFacts, V>, 'scope' | 'source' | 'part' | 'remedy'> & {
  /** Where it is set in the dashboard. */
  readonly place: string;
  /** The member of a PATCH of the project, where the API can set it. */
  readonly member?: string;
};

function ofProject<V>({ place, member, ...parts }: Parts<V>): Line {
  return setting({
    ...parts,
    scope: VERCEL_SCOPES.project,
    source: SOURCE,
    part: ({ vercel }) => vercel?.project,
    remedy: (wanted) =>
      `Set it to ${parts.kind.show(wanted)} under Project > Settings > ${place}${member === undefined ? '' : `, or PATCH /v9/projects/PROJECT with "${member}"`}.`,
  });
}

const PROTECTIONS = [
  'none',
  'preview',
  'prod_deployment_urls_and_all_previews',
  'all_except_custom_domains',
  'all',
] as const;

export const projectLines: readonly Line[] = [
  ofProject({
    key: 'vercel.repository',
    title: 'Connected repository of the Vercel project',
    says: 'Repository that is connected to the project, as OWNER/NAME.',
    kind: text,
    now: ({ repository }) => repository ?? 'none',
    place: 'Git',
  }),
  ofProject({
    key: 'vercel.production-branch',
    title: 'Production branch at Vercel',
    says: 'Branch whose commits become production deployments.',
    kind: text,
    now: ({ productionBranch }) => productionBranch,
    place: 'Environments > Production',
  }),
  ofProject({
    key: 'vercel.git-deployments',
    title: 'Deployments by pushes',
    says: 'Whether a push deploys. With Lockstep it is false: a push must not reach production past the gates.',
    kind: flag,
    now: ({ gitDeployments }) => gitDeployments,
    place: 'Git',
  }),
  ofProject({
    key: 'vercel.verified-commits',
    title: 'Verified commits at Vercel',
    says: 'Whether commits have to be signed before Vercel deploys them.',
    kind: flag,
    now: ({ verifiedCommits }) => verifiedCommits,
    place: 'Git',
  }),
  ofProject({
    key: 'vercel.auto-assign-domains',
    title: 'Automatic assignment of production domains',
    says: 'Whether a new production deployment takes the domains at once. With Lockstep it is false.',
    kind: flag,
    now: ({ autoAssignDomains }) => autoAssignDomains,
    place: 'Environments > Production',
    member: 'autoAssignCustomDomains',
  }),
  ofProject<(typeof PROTECTIONS)[number]>({
    key: 'vercel.deployment-protection',
    title: 'Deployment Protection',
    says: `Deployments that need a sign-in: ${PROTECTIONS.join(', ')}.`,
    kind: word(PROTECTIONS),
    now: ({ deploymentProtection }) => PROTECTIONS.find((one) => one === deploymentProtection),
    holds: (now, wanted) => PROTECTIONS.indexOf(now) >= PROTECTIONS.indexOf(wanted),
    bound: 'at least',
    recommended: 'prod_deployment_urls_and_all_previews',
    place: 'Deployment Protection',
    member: 'ssoProtection',
  }),
  ofProject({
    key: 'vercel.fork-protection',
    title: 'Fork protection',
    says: 'Whether pull requests from forks need an approval before Vercel builds them with your variables.',
    kind: flag,
    now: ({ forkProtection }) => forkProtection,
    recommended: true,
    place: 'Security',
    member: 'gitForkProtection',
  }),
  ofProject({
    key: 'vercel.public-source',
    title: 'Public view of sources and logs',
    says: 'Whether everyone may see the source and the logs of deployments.',
    kind: flag,
    now: ({ publicSource }) => publicSource,
    recommended: false,
    place: 'Security',
    member: 'publicSource',
  }),
  ofProject({
    key: 'vercel.directory-listing',
    title: 'Directory listing',
    says: 'Whether a directory without an index page lists its files.',
    kind: flag,
    now: ({ directoryListing }) => directoryListing,
    recommended: false,
    place: 'Advanced',
    member: 'directoryListing',
  }),
  ofProject({
    key: 'vercel.node-version',
    title: 'Version of Node.js at Vercel',
    says: 'Version of Node.js that builds and runs the functions.',
    kind: text,
    forRelease: true,
    now: ({ nodeVersion }) => nodeVersion,
    place: 'Build and Deployment',
    member: 'nodeVersion',
  }),
  ofProject({
    key: 'vercel.framework',
    title: 'Framework preset',
    says: 'Framework preset of the project.',
    kind: text,
    now: ({ framework }) => framework ?? 'other',
    place: 'Build and Deployment',
    member: 'framework',
  }),
  ofProject({
    key: 'vercel.root-directory',
    title: 'Root directory at Vercel',
    says: 'Directory of the app in the repository; "." for the repository itself.',
    kind: text,
    forRelease: true,
    now: ({ rootDirectory }) => rootDirectory ?? '.',
    place: 'Build and Deployment',
    member: 'rootDirectory',
  }),
  ofProject({
    key: 'vercel.regions',
    title: 'Regions of the functions',
    says: 'Regions in which the functions run.',
    kind: list,
    now: ({ regions }) => (regions.length === 0 ? undefined : regions),
    place: 'Functions',
    member: 'resourceConfig',
  }),
  ofProject({
    key: 'vercel.skew-protection-seconds',
    title: 'Skew protection',
    says: 'How long a browser may stay on the deployment that it loaded, in seconds.',
    kind: integer('seconds'),
    ...atLeast,
    now: ({ skewProtectionSeconds }) => skewProtectionSeconds,
    place: 'Advanced',
    member: 'skewProtectionMaxAge',
  }),
  ofProject({
    key: 'vercel.preview-retention-days',
    title: 'Retention of previews',
    says: 'Days after which preview deployments are deleted. Old previews hold old code with live data.',
    kind: integer('days', 1),
    ...atMost,
    now: ({ previewDays }) => previewDays,
    place: 'Security > Deployment Retention Policy',
  }),
  ofProject({
    key: 'vercel.cron-jobs',
    title: 'Cron jobs',
    says: 'Cron jobs of the live deployment, as PATH: SCHEDULE.',
    kind: map,
    now: ({ crons, cronsEnabled }) => (cronsEnabled ? crons : {}),
    place: 'Cron Jobs, and vercel.json',
  }),
  line<boolean>({
    key: 'vercel.near-database',
    title: 'Functions near the database',
    says: 'Whether a region of the functions has to be the region of the Supabase project.',
    scope: VERCEL_SCOPES.project,
    source: SOURCE,
    kind: flag,
    propose: ({ vercel, supabase }) =>
      vercel?.project.kind === 'read' && supabase?.project.kind === 'read' ? true : undefined,
    judge: (wanted, facts) => {
      const what = 'Functions near the database';
      const about = { what, expected: 'the same region', missing: missingOf('vercel.near-database') };
      if (!wanted) return [];
      return looking(facts.vercel?.project, about, ({ regions }) =>
        looking(facts.supabase?.project, { ...about, missing: missingOf('supabase.region') }, ({ region }) =>
          nearness(what, regions, region),
        ),
      );
    },
  }),
];

function nearness(what: string, regions: readonly string[], database: string): readonly Finding[] {
  const measured = `functions in ${regions.join(', ') || 'no region that is named'}, database in ${database}`;
  const expected = 'the same region';
  if (regions.some((one) => awsRegionOf(one) === database)) return [passed({ what, measured, expected })];
  const unknown = regions.filter((one) => awsRegionOf(one) === undefined);
  if (unknown.length > 0 || regions.length === 0)
    return [gap(what, `where the region ${unknown.join(', ') || '(none)'} is, is not known`, 'Compare them by hand.')];
  const near = vercelRegionIn(database);
  const remedy =
    near === undefined
      ? 'Choose the region of Vercel that is nearest to the database under Project > Settings > Functions.'
      : `Add the region ${near} under Project > Settings > Functions.`;
  return [failed('far-from-database', { what, measured, expected, remedy })];
}
