/** The secrets that the jobs of a workflow can have. */
export interface VisibleSecrets {
  readonly values: Readonly<Record<string, string>>;
  /**
   * Whether a job's environment adds its own: always in the workflow of the run and where they are inherited. In a
   * workflow that is called with named secrets it only replaces the values of those names
   * (docs.github.com/actions/how-tos/reuse-automations/reuse-workflows).
   */
  readonly open: boolean;
}

/** The `secrets` of one job, GITHUB_TOKEN among them. */
export function jobSecrets(
  visible: VisibleSecrets,
  environment: Readonly<Record<string, string>>,
  token: string,
): Record<string, string> {
  const passed = new Set(Object.keys(visible.values).map((name) => name.toLowerCase()));
  const fromEnvironment = Object.entries(environment).filter(
    ([name]) => visible.open || passed.has(name.toLowerCase()),
  );
  const overridden = new Set(fromEnvironment.map(([name]) => name.toLowerCase()));
  const kept = Object.entries(visible.values).filter(([name]) => !overridden.has(name.toLowerCase()));
  return { ...Object.fromEntries([...kept, ...fromEnvironment]), GITHUB_TOKEN: token };
}
