import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AskVercel, type Finding, field, sayStatus } from './finding.ts';
import type { NeededProject } from './needed-settings.ts';

export interface VercelFacts {
  /** Undefined where there is no token to look with. */
  readonly vercel: AskVercel | undefined;
  /** The checkout. */
  readonly folder: string;
  /** A job has no secret to get through the protection of a deployment. */
  readonly lacksBypass: boolean;
}

/** The project that releases go to. */
export async function vercelProject(
  { project, team, directory, swaps, strategies, allowed }: NeededProject,
  { vercel, folder, lacksBypass }: VercelFacts,
): Promise<readonly Finding[]> {
  const page = `https://vercel.com/${team || 'dashboard'}/${project}/settings`;
  const setting = { id: 'vercel-project', link: page } as const;
  if (project.startsWith('YOUR-'))
    return [{ id: 'vercel-project', verdict: 'missing', what: `vercel-project is still ${project}` }];
  if (vercel === undefined)
    return [{ ...setting, verdict: 'unknown', what: `Vercel's project ${project}: no VERCEL_TOKEN to look with` }];
  const owner = team === '' ? '' : `?${team.startsWith('team_') ? 'teamId' : 'slug'}=${encodeURIComponent(team)}`;
  const { status, body } = await vercel(`/v9/projects/${encodeURIComponent(project)}${owner}`);
  const what = `Vercel's project ${project}: ${sayStatus(status)}`;
  if (status !== 200) return [{ ...setting, verdict: status === 404 ? 'missing' : 'unknown', what }];
  const found: Finding[] = [];
  const branch = String(field(body, 'link', 'productionBranch') ?? 'main');
  const byItself =
    field(body, 'link', 'type') !== undefined && field(body, 'gitProviderOptions', 'createDeployments') !== 'disabled';
  if (swaps && byItself && !switchedOff(join(folder, directory), branch))
    found.push({
      ...{ id: 'vercel-git-deployments', verdict: 'missing', link: `${page}/git` },
      what: `Vercel's own Git deployments: a push to ${branch} goes live without any gate; set {"git": {"deploymentEnabled": {"${branch}": false}}} in vercel.json`,
    });
  else if (swaps && byItself && !allowed)
    found.push({
      ...{ id: 'vercel-git-deployments', verdict: 'missing' },
      what: "Vercel's own Git deployments are disabled in vercel.json, which its API does not show: confirm it with skip-git-deployment-check: true",
      link: 'https://vercel.com/docs/project-configuration/git-configuration',
    });
  if (field(body, 'ssoProtection') && lacksBypass)
    found.push({
      ...{ id: 'secret', verdict: 'missing', link: `${page}/deployment-protection` },
      what: `secret PROTECTION_BYPASS: Vercel protects ${project}, and no gate gets in without it`,
    });
  const rolling = { id: 'vercel-rolling-releases', verdict: 'missing', link: `${page}/build-and-deployment` } as const;
  if (strategies.includes('promote') && field(body, 'rollingRelease'))
    found.push({
      ...rolling,
      what: `rolling releases are on for ${project}: a promote would start one instead of a swap; switch them off, or set strategy: rolling`,
    });
  if (strategies.includes('rolling') && !field(body, 'rollingRelease'))
    found.push({
      ...rolling,
      what: `rolling releases are off for ${project}: switch them on, as strategy: rolling needs them (a plan with rolling releases, with stages that wait for approval)`,
    });
  return found.length > 0 ? found : [{ ...setting, verdict: 'there', what: `Vercel's project ${project}` }];
}

/** vercel.com/docs/project-configuration/git-configuration: false for all branches, or by name. */
function switchedOff(folder: string, branch: string): boolean {
  const path = join(folder, 'vercel.json');
  if (!existsSync(path)) return false;
  try {
    const enabled = field(JSON.parse(readFileSync(path, 'utf8')), 'git', 'deploymentEnabled');
    return enabled === false || field(enabled, branch) === false;
  } catch {
    // Vercel would not read it either.
    return false;
  }
}
