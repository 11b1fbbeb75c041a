/** Workflows that do the same where a starter is not installed by its own name. */
const INSTEAD: Readonly<Record<string, readonly string[]>> = { 'lockstep-release': ['lockstep-promote'] };
const ROW = /^( *)- \{ workflow: (lockstep-[a-z-]+)\.yml(, [^}]*)? \}$/gm;

/**
 * A map of controls whose rows name the workflows that a repository has: with several apps or environments, or where a
 * second person approves, they are not called as one starter alone is. What is not there keeps its name, and the report
 * says that it was not found. Pure.
 */
export function withOwnWorkflows(controls: string, workflows: readonly string[], environment: string): string {
  const names = workflows.map((path) => path.replace(/^.*\//, '')).sort();
  return controls.replace(ROW, (_row, space: string, starter: string, rest = '') =>
    ownNames(starter, names, environment)
      .map((name) => `${space}- { workflow: ${name}${rest} }`)
      .join('\n'),
  );
}

function ownNames(starter: string, names: readonly string[], environment: string): readonly string[] {
  const does = [starter, ...(INSTEAD[starter] ?? [])];
  const ofEnvironment = (of: string) =>
    names.filter((name) => name === `${of}.yml` || (isSetOf(of, name) && name.endsWith(`-${environment}.yml`)));
  const ofApps = (of: string) => names.filter((name) => isSetOf(of, name));
  const found = [...does.map(ofEnvironment), ...does.map(ofApps)].find((some) => some.length > 0);
  return found ?? [`${starter}.yml`];
}

function isSetOf(starter: string, name: string): boolean {
  return name.startsWith(`${starter}-`) && name.endsWith('.yml');
}
