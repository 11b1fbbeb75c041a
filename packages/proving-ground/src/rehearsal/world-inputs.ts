import type { Contract } from './contracts.ts';

/** Where things are in a rehearsal, and what they are called there. */
export interface Here {
  readonly productionUrl: string;
  /** What users of the real app type, where the workflow says it: https://shop.example. */
  readonly realUrl: string | undefined;
  readonly project: { readonly id: string; readonly name: string };
  readonly team: { readonly id: string; readonly slug: string };
  readonly vercelApi: string;
  readonly slackApi: string;
  /** A name on the edge in place of a real one. */
  readonly hostFor: (name: string) => string;
  /** The secrets that the rehearsal has. */
  readonly secrets: ReadonlySet<string>;
  /** Inputs that were given by hand; they win. */
  readonly given: Readonly<Record<string, string>>;
}

export type With = Readonly<Record<string, unknown>>;

/** A laptop's patience: what takes minutes in production takes a second here. */
const PATIENCE = {
  ...{ 'gate-interval': '100ms', 'bake-interval': '100ms', 'bake-time': '2s', 'drain-time': '500ms' },
  'stage-time': '2s',
};

/** A policy is about accounts that are not here, and the statistics of a new database say nothing. */
const UNASKED = { 'platform-audit': 'off', 'database-report': 'off' };

/** What a call of one of our workflows is given, over what it says. */
export function inputsOfCall(contract: Contract, said: With, here: Here): With {
  // `vercel pull` and `vercel build` want ids.
  const byId = String(said['build-with-vercel'] ?? here.given['build-with-vercel'] ?? 'false') !== 'false';
  const laid: With = {
    ...PATIENCE,
    ...UNASKED,
    'vercel-project': byId ? here.project.id : here.project.name,
    'vercel-team': byId ? here.team.id : here.team.slug,
    'vercel-api-url': here.vercelApi,
    'slack-api-url': here.slackApi,
    'production-url': here.productionUrl,
    ...(typeof said['staged-aliases'] === 'string'
      ? { 'staged-aliases': localNames(said['staged-aliases'], here) }
      : {}),
    ...shortStages(said),
    ...here.given,
  };
  return only(laid, (name) => contract.inputs.has(name));
}

/**
 * What a step of one of our actions is given, over what it says. What names production stands in it only where its author
 * put it: a step that commits a release asks no Vercel, and must not be made to.
 */
export function inputsOfStep(contract: Contract, said: With, here: Here): With {
  const has = (name: string) => name in said;
  const isPost = said['phase'] === 'post';
  const { given } = here;
  const interval = isPost ? 'bake-interval' : 'gate-interval';
  const laid: With = {
    ...(has('vercel-project') ? { 'vercel-project': here.project.name } : {}),
    ...(has('vercel-team') || has('vercel-project') ? { 'vercel-team': here.team.slug } : {}),
    ...(has('vercel-token') ? { 'vercel-api-url': here.vercelApi } : {}),
    ...(typeof said['aliases'] === 'string' ? { aliases: localNames(said['aliases'], here) } : {}),
    'slack-api-url': here.slackApi,
    'drain-time': given['drain-time'] ?? PATIENCE['drain-time'],
    ...(contract.name === 'platform-audit' ? { 'report-only': 'true' } : {}),
    ...shortStages(said),
    ...(said['strategy'] === 'rolling'
      ? { 'stage-time': PATIENCE['stage-time'], interval: given['bake-interval'] ?? PATIENCE['bake-interval'] }
      : {}),
    ...(contract.name === 'health-gate' ? { interval: given[interval] ?? PATIENCE[interval] } : {}),
    ...(isPost ? { url: here.productionUrl, 'bake-time': given['bake-time'] ?? PATIENCE['bake-time'] } : {}),
    ...only(given, (name) => has(name) || !(name.startsWith('vercel-') || name === 'bake-time')),
  };
  const replaced = Object.fromEntries(
    Object.entries(said).flatMap(([name, value]) =>
      typeof value === 'string' && here.realUrl !== undefined && value.includes(here.realUrl)
        ? [[name, value.replaceAll(here.realUrl, here.productionUrl)]]
        : [],
    ),
  );
  return only({ ...replaced, ...laid }, (name) => contract.inputs.has(name));
}

/** Secrets by our names, in place of those by which this repository stores them. */
export function secretsOfCall(contract: Contract, said: unknown, here: Here): With {
  if (typeof said !== 'object' || said === null) return {};
  const ours = [...contract.secrets].filter((name) => name in said && here.secrets.has(name));
  return Object.fromEntries(ours.map((name) => [name, `\${{ secrets.${name} }}`]));
}

const SECRET_INPUTS: Readonly<Record<string, string>> = {
  'vercel-token': 'VERCEL_TOKEN',
  'database-url': 'DATABASE_URL',
  targets: 'NOTIFY_TARGETS',
  'database-server': 'PREVIEW_DATABASE_SERVER',
};

export function secretsOfStep(contract: Contract, said: With): With {
  const ours = Object.entries(SECRET_INPUTS).filter(
    ([input]) => contract.inputs.has(input) && /\bsecrets\./.test(String(said[input] ?? '')),
  );
  return Object.fromEntries(ours.map(([input, name]) => [input, `\${{ secrets.${name} }}`]));
}

/** Inputs that would still ask another machine: `name asks host`. Package managers may ask their registry. */
export function outsideOf(contract: Contract, given: With, isHere: (host: string) => boolean): readonly string[] {
  return Object.entries(given).flatMap(([name, value]) => {
    if (!contract.inputs.has(name) || name === 'registry-url' || !/(^|-)url$/.test(name) || typeof value !== 'string')
      return [];
    const host = /^[a-z]+:\/\/(?:[^@/]*@)?(\[[^\]]*\]|[^/:?#$]+)/i.exec(value.trim())?.[1];
    return host === undefined || isHere(host) ? [] : [`${name} asks ${host}`];
  });
}

/** Each stage for as long as one without a time of its own. */
function shortStages({ stages }: With): With {
  if (typeof stages !== 'string') return {};
  return { stages: stages.replace(/^([ \t]*\d+[ \t]*%)[ \t]+\S+[ \t]*$/gm, '$1') };
}

/** The names of a list, each as one on this machine; those that an expression gives stay. */
function localNames(list: string, { hostFor }: Here): string {
  return list
    .split('\n')
    .map((line) => (line.trim() === '' || line.includes('${{') ? line : hostFor(line.trim())))
    .join('\n');
}

function only(values: With, wanted: (name: string) => boolean): With {
  return Object.fromEntries(Object.entries(values).filter(([name]) => wanted(name)));
}
