import { InputError } from '@lockstep/base';
import { isMap, isScalar, parseDocument, visit } from 'yaml';
import { contractOf, typed } from './contracts.ts';
import {
  type Here,
  inputsOfCall,
  inputsOfStep,
  outsideOf,
  secretsOfCall,
  secretsOfStep,
  type With,
} from './world-inputs.ts';

interface Used {
  readonly uses?: string;
  readonly name?: string;
  readonly with?: With;
  readonly secrets?: unknown;
  readonly env?: With;
}

/** Whose actions and workflows a rehearsal has. */
export interface Known {
  /** Repositories that count as ours: the home, and mirrors of it. */
  readonly homes: readonly string[];
  /** Others, by `owner/name`. */
  readonly others: readonly string[];
}

export interface Laid {
  readonly text: string;
  /** Secrets and variables that it asks for and the rehearsal does not have: `secrets.STRIPE_KEY`. */
  readonly missing: readonly string[];
  /** Whether it gives a release to its users by stages, for which the project needs rolling releases. */
  readonly rolls: boolean;
}

/**
 * A workflow as it runs in a rehearsal: whatever of ours it calls or uses asks the services here, with a laptop's
 * patience. Throws InputError for each input that would ask another machine, and for what is used and not here.
 */
export function lay(text: string, here: Omit<Here, 'realUrl'>, known: Known, path: string): Laid {
  const { homes } = known;
  const document = parseDocument(text);
  if (!isMap(document.get('jobs'))) return { text, missing: [], rolls: false };
  const { jobs } = document.toJS() as { jobs: Readonly<Record<string, Used & { readonly steps?: readonly Used[] }>> };
  const places = Object.entries(jobs).flatMap(([id, job]) => [
    { at: ['jobs', id], used: job },
    ...(job.steps ?? []).map((used, index) => ({ at: ['jobs', id, 'steps', index], used })),
  ]);
  const world: Here = {
    ...here,
    realUrl: realUrlOf(
      places.map(({ used }) => used),
      homes,
    ),
  };
  const problems: string[] = [];
  for (const { at, used } of places) {
    for (const [name, value] of Object.entries(vercelIds(used, here))) document.setIn([...at, 'env', name], value);
    const stranger = strangerIn(used.uses, known);
    if (stranger !== undefined) problems.push(`${path}, ${used.name ?? at.at(-1)}: ${stranger}`);
    const contract = contractOf(used.uses, homes);
    if (contract === undefined) continue;
    const said = used.with ?? {};
    const laid =
      contract.kind === 'workflow'
        ? inputsOfCall(contract, said, world)
        : { ...inputsOfStep(contract, said, world), ...secretsOfStep(contract, said) };
    for (const [name, value] of Object.entries(laid))
      document.setIn([...at, 'with', name], typed(String(value), contract.inputs.get(name)));
    if (contract.kind === 'workflow')
      for (const [name, value] of Object.entries(secretsOfCall(contract, used.secrets, world)))
        document.setIn([...at, 'secrets', name], value);
    for (const problem of outsideOf(contract, { ...said, ...laid }, isHere))
      problems.push(
        `${path}, ${used.name ?? at.at(-1)}: ${problem}, and a rehearsal asks nothing outside of this machine: give ${problem.split(' ')[0]} by --with, or leave it out`,
      );
  }
  if (problems.length > 0) throw new InputError(problems);
  const asked = places.map(({ used }) => ({ ...here.given, ...used.with }));
  const rolls = places.some(
    ({ used }) =>
      contractOf(used.uses, homes)?.inputs.has('strategy') === true &&
      (here.given['strategy'] ?? used.with?.['strategy']) === 'rolling',
  );
  return { text: String(document), missing: missingIn(text, here.secrets, asked), rolls };
}

/** What to do about a `uses` that only GitHub could fetch. */
function strangerIn(uses: string | undefined, { homes, others }: Known): string | undefined {
  const [, name] = /^([\w.-]+\/[\w.-]+)(?:\/[^@]+)?@/.exec(uses ?? '') ?? [];
  const here = [...homes, ...others].some((one) => one.toLowerCase() === name?.toLowerCase());
  if (name === undefined || here) return undefined;
  return contractOf(uses, [name]) === undefined
    ? `it uses ${uses}, which is not on this machine: give the folder of a checkout by --action ${name}=FOLDER`
    : `it uses ${uses}, which is not on this machine: where ${name} is your mirror of Lockstep, say --mirror ${name}`;
}

/** What a build by Vercel's CLI is told of the project, in a step of the workflow's own. */
function vercelIds({ env = {} }: Used, { project, team }: Omit<Here, 'realUrl'>): With {
  return {
    ...('VERCEL_ORG_ID' in env ? { VERCEL_ORG_ID: team.id } : {}),
    ...('VERCEL_PROJECT_ID' in env ? { VERCEL_PROJECT_ID: project.id } : {}),
  };
}

/** Production is what a bake asks; wherever else that address stands, it is meant too. */
function realUrlOf(used: readonly Used[], homes: readonly string[]): string | undefined {
  for (const one of used) {
    const contract = contractOf(one.uses, homes);
    const url =
      contract?.kind === 'workflow'
        ? one.with?.['production-url']
        : one.with?.['phase'] === 'post'
          ? one.with['url']
          : undefined;
    if (contract !== undefined && typeof url === 'string' && /^https?:\/\//.test(url)) return url.replace(/\/+$/, '');
  }
  return undefined;
}

export function isHere(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase();
  return /(^|\.)(localhost|test)$/.test(name) || /^127\./.test(name) || name === '::1';
}

const ASKED = /\b(secrets)\.([A-Za-z_]\w*)/g;

/** Secrets that nobody asked for are missed by nobody. */
function missingIn(text: string, secrets: ReadonlySet<string>, asked: readonly With[]): readonly string[] {
  const found = new Set<string>();
  visit(parseDocument(text), {
    Scalar(_key, node) {
      if (!isScalar(node) || typeof node.value !== 'string') return;
      for (const [, , name = ''] of node.value.matchAll(ASKED))
        if (!secrets.has(name) && name !== 'GITHUB_TOKEN' && isMissed(name, asked)) found.add(name);
    },
  });
  return [...found].sort();
}

/** Starters pass these to whoever needs them: the input that makes one needed, if there is one. */
const OPTIONAL: Readonly<Record<string, string | undefined>> = {
  // Nothing is protected on this machine.
  PROTECTION_BYPASS: undefined,
  BUILD_ENV: undefined,
  BACKUP_ENV: 'backup-command',
  S3_SECRET_ACCESS_KEY: 'backup-to',
  OTHER_CLIENT: 'bursts',
  NPM_TOKEN: 'registry-url',
  CHECKOUT_TOKEN: 'submodules',
};

function isMissed(secret: string, asked: readonly With[]): boolean {
  if (!Object.hasOwn(OPTIONAL, secret)) return true;
  const input = OPTIONAL[secret];
  return input !== undefined && asked.some((given) => !['', 'false'].includes(String(given[input] ?? '')));
}
