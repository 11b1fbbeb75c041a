/** The `github` context as plain data; `event` is the payload. */
export type GitHubContext = Readonly<Record<string, unknown>>;

/** The keys that an action sees as GITHUB_<KEY> (src/Runner.Worker/GitHubContext.cs, `_contextEnvAllowlist`). */
const EXPOSED: ReadonlySet<string> = new Set([
  ...['action', 'action_path', 'action_ref', 'action_repository', 'actor', 'actor_id', 'api_url', 'base_ref', 'env'],
  ...['event_name', 'event_path', 'graphql_url', 'head_ref', 'job', 'output', 'path', 'ref', 'ref_name'],
  ...['ref_protected', 'ref_type', 'repository', 'repository_id', 'repository_owner', 'repository_owner_id'],
  ...['retention_days', 'run_attempt', 'run_id', 'run_number', 'server_url', 'sha', 'state', 'step_summary'],
  ...['triggering_actor', 'workflow', 'workflow_ref', 'workflow_sha', 'workspace'],
]);

/** GITHUB_* variables of a step; they win over variables of the same name that the workflow sets. */
export function githubVariables(github: GitHubContext): Record<string, string> {
  return prefixed('GITHUB', github, (key) => EXPOSED.has(key));
}

/** RUNNER_* variables of a step (src/Runner.Worker/RunnerContext.cs). */
export function runnerVariables(runner: Readonly<Record<string, string>>): Record<string, string> {
  return prefixed('RUNNER', runner, () => true);
}

/** What a run in `owner/name` looks like, where the caller does not say otherwise. Ids are made up and fixed. */
export function defaultGitHub(repository = 'octo-org/octo-app'): GitHubContext {
  const owner = repository.split('/')[0] ?? repository;
  return {
    actor: 'octocat',
    actor_id: '583231',
    api_url: 'https://api.github.com',
    base_ref: '',
    event: {},
    event_name: 'workflow_dispatch',
    graphql_url: 'https://api.github.com/graphql',
    head_ref: '',
    job: 'job',
    ref: 'refs/heads/main',
    ref_name: 'main',
    ref_protected: false,
    ref_type: 'branch',
    repository,
    repository_id: '1296269',
    repository_owner: owner,
    repository_owner_id: '6811672',
    retention_days: '90',
    run_attempt: '1',
    run_id: '1658821493',
    run_number: '1',
    server_url: 'https://github.com',
    sha: '1'.repeat(40),
    triggering_actor: 'octocat',
    workflow: 'Release',
    workflow_ref: `${repository}/.github/workflows/release.yml@refs/heads/main`,
    workflow_sha: '1'.repeat(40),
  };
}

/** The `runner` context. */
/** `debug` is there only where step debugging is on (src/Runner.Worker/JobExtension.cs). */
export function defaultRunner(temp: string, toolCache: string, debug = false): Record<string, string> {
  const os = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' }[process.platform as string] ?? 'Linux';
  const arch = process.arch === 'arm64' ? 'ARM64' : 'X64';
  return {
    arch,
    environment: 'self-hosted',
    name: 'proving-ground',
    os,
    temp,
    tool_cache: toolCache,
    ...(debug ? { debug: '1' } : {}),
  };
}

function prefixed(
  prefix: string,
  context: Readonly<Record<string, unknown>>,
  wanted: (key: string) => boolean,
): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const [key, value] of Object.entries(context))
    if (wanted(key) && (typeof value === 'string' || typeof value === 'boolean'))
      variables[`${prefix}_${key.toUpperCase()}`] = String(value);
  return variables;
}
