/**
 * The page that explains a reason, for the version of the toolkit that runs. The runner sets both variables for an action
 * of another repository (docs.github.com, "Default environment variables"); on GHES the server is the run's own.
 */
export function reasonLink(reason: string, env: Readonly<Record<string, string | undefined>>): string {
  const server = env['GITHUB_SERVER_URL'] || 'https://github.com';
  const repository = (env['GITHUB_ACTION_REPOSITORY'] ?? '').split('/').slice(0, 2).join('/') || 'lockstep-ci/lockstep';
  const ref = env['GITHUB_ACTION_REF'] || 'main';
  return `${server}/${repository}/blob/${ref}/docs/reasons.md#${reason}`;
}
