import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sources } from '../sources.ts';
import { workflowFiles } from '../workflow-files.ts';
import type { AskGitHub, AskVercel, Finding } from './finding.ts';
import { allowedActions, environments, names, requiredChecks } from './github-settings.ts';
import { holdings } from './holdings.ts';
import { neededSettings } from './needed-settings.ts';
import { policyNeeds } from './policy-needs.ts';
import { vercelProject } from './vercel-settings.ts';

export interface SettingsWorld {
  readonly sources: Sources;
  readonly github: AskGitHub;
  readonly vercel: AskVercel | undefined;
  /** Where the repository is shown: https://github.com. */
  readonly server: string;
}

/** The workflows of a checkout that use us: path → text. */
export function workflowsIn(folder: string): ReadonlyMap<string, string> {
  const texts = workflowFiles(folder).map((path) => [path, readFileSync(join(folder, path), 'utf8')] as const);
  return new Map(texts.filter(([, text]) => text.includes('lockstep-ci/lockstep/')));
}

/** Whether a repository has the settings that its workflows need. Changes nothing. */
export async function checkSettings(
  folder: string,
  repository: string,
  { sources, github, vercel, server }: SettingsWorld,
): Promise<readonly Finding[]> {
  const needed = neededSettings(workflowsIn(folder), sources);
  const settings = `${server}/${repository}/settings`;
  const at = { github, repository, settings };
  const secrets = await holdings('secrets', github);
  const policy = policyNeeds(folder, needed.audits);
  const wanted = policy.secrets.map(({ section, path, where, ...secret }) => ({
    ...{ ...secret, where: `the section "${section}" of ${path} in ${where}`, required: true },
  }));
  const workflows = `${server}/${repository}/tree/HEAD/.github/workflows`;
  const findings: Finding[] = [
    ...needed.unread.map((what): Finding => ({ id: 'workflow', verdict: 'unknown', what })),
    ...needed.grants.map((what): Finding => ({ id: 'permission', verdict: 'missing', what, link: workflows })),
    ...(await environments(needed.environments, at)),
    ...(await names('secrets', needed.secrets, secrets, at)),
    ...policy.problems.map((what): Finding => ({ id: 'platform-policy', verdict: 'missing', what })),
    ...(await names('secrets', wanted, secrets, at)),
    ...(await names('variables', needed.variables, await holdings('variables', github), at)),
    ...(await requiredChecks(needed.checks, at)),
    ...(await allowedActions(needed.uses, at)),
  ];
  const bypasses = needed.secrets.filter(({ name }) => name === 'PROTECTION_BYPASS');
  const bypass = await Promise.all(bypasses.map(({ name, environment }) => secrets.find(name, environment)));
  const lacksBypass = secrets.readable && bypass.includes(undefined);
  for (const project of needed.projects)
    findings.push(...(await vercelProject(project, { vercel, folder, lacksBypass })));
  return findings;
}
