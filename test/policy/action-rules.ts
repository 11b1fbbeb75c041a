import type { Finding } from './workflow-rules.ts';

export interface ActionManifest {
  readonly name?: string;
  readonly description?: string;
  readonly branding?: { readonly icon?: string; readonly color?: string };
  readonly inputs?: Readonly<
    Record<string, { readonly description?: string; readonly default?: unknown; readonly required?: boolean }>
  >;
  readonly outputs?: Readonly<Record<string, { readonly description?: string }>>;
  readonly runs?: Readonly<Record<string, unknown>>;
}

/** What a field of an action's shape says of itself, as far as the contract is concerned. */
export interface DeclaredField {
  readonly default: string | undefined;
  readonly required: boolean;
  readonly expected: string;
  /** What every action.yml that has it says of it. */
  readonly description?: string;
}

/** Actions that change nothing, so that a dry run of them would mean nothing. */
const READ_ONLY = ['database-report', 'health-gate', 'gate-verdict', 'handover', 'quality-gate'];

/** How an action.yml falls short of the house's contract, given the inputs that its code declares. */
export function actionFindings(
  name: string,
  manifest: ActionManifest,
  shape: Readonly<Record<string, DeclaredField>>,
  bundled: (path: string) => boolean,
): Finding[] {
  const findings: Finding[] = [];
  const find = (rule: string, where: string) => findings.push({ rule, where });
  const { inputs = {}, outputs = {}, runs = {} } = manifest;

  if (runs['using'] !== 'node24') find('node24', String(runs['using']));
  for (const part of ['main', 'post'] as const) {
    const path = runs[part];
    if (path === undefined && part === 'post') continue;
    if (path !== `../../dist/${name}/index.js`) find('bundle-path', `${part}: ${String(path)}`);
    else if (!bundled(`dist/${name}/index.js`)) find('bundle-exists', path);
  }
  if (runs['post'] !== undefined && runs['post-if'] !== 'always()') find('post-always', String(runs['post-if']));
  if (runs['post'] !== undefined && inputs['job-status']?.default !== '${{ job.status }}')
    find('job-status', 'job-status');
  if (manifest.branding?.icon === undefined || manifest.branding.color === undefined) find('branding', 'branding');
  for (const [key, input] of Object.entries({ ...inputs, ...outputs })) {
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(key)) find('kebab-case', key);
    if (typeof input.description !== 'string' || input.description.trim() === '') find('described', key);
  }
  for (const key of ['verdict', 'reason']) if (!(key in outputs)) find('verdict-and-reason', key);
  if (!READ_ONLY.includes(name) && inputs['dry-run']?.default !== 'false') find('dry-run', 'dry-run');

  for (const key of new Set([...Object.keys(inputs), ...Object.keys(shape)])) {
    const [told, declared] = [inputs[key], shape[key]];
    if (told === undefined || declared === undefined) find('declared-inputs', key);
    else if ((told.default ?? '') !== (declared.default ?? '')) find('same-default', key);
    else if ((told.required ?? false) !== declared.required) find('same-required', key);
    else if (declared.description !== undefined && told.description !== declared.description)
      find('same-description', key);
  }
  return findings;
}

/** Inputs whose description stands in several action.yml, and not once in `packages/action-kit/src/inputs.ts`. */
export function repeatedDescriptionFindings(
  actions: readonly {
    readonly name: string;
    readonly manifest: ActionManifest;
    readonly shape: Readonly<Record<string, DeclaredField>>;
  }[],
): Finding[] {
  const first = new Map<string, string>();
  const findings: Finding[] = [];
  const said = actions.flatMap(({ name, manifest, shape }) =>
    Object.entries(manifest.inputs ?? {}).map(([input, { description }]) => ({
      name,
      input,
      words: `${input}: ${description}`,
      once: shape[input]?.description !== undefined,
    })),
  );
  for (const { words, name, once } of said) if (once && !first.has(words)) first.set(words, name);
  for (const { name, input, words, once } of said) {
    if (once) continue;
    const before = first.get(words);
    first.set(words, before ?? name);
    if (before !== undefined) findings.push({ rule: 'description-once', where: `${input}: ${before} and ${name}` });
  }
  return findings;
}

/** Words that are an action's own: the same name, and the same idea, with other values in other actions. */
const OWN_WORDS = ['command', 'phase', 'state', 'from', 'to', 'on-unknown', 'on-data-loss'];

/** Inputs that carry one name but not one meaning across actions. */
export function sharedInputFindings(
  shapes: Readonly<Record<string, Readonly<Record<string, DeclaredField>>>>,
): Finding[] {
  const first = new Map<string, { readonly action: string; readonly expected: string }>();
  const findings: Finding[] = [];
  for (const [action, shape] of Object.entries(shapes)) {
    for (const [input, { expected }] of Object.entries(shape)) {
      const before = first.get(input) ?? { action, expected };
      first.set(input, before);
      if (before.expected !== expected && !OWN_WORDS.includes(input)) {
        findings.push({ rule: 'same-name-same-meaning', where: `${input}: ${before.action} and ${action}` });
      }
    }
  }
  return findings;
}
