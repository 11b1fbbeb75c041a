/** Who changed something, where a service keeps a log of it that its API shows. */
export interface Trace {
  readonly service: string;
  /** The name of the account and nothing else of the person; see `handleOf`. */
  readonly who: string;
  readonly atMs: number;
  /** Names that the entry is about: of variables, domains. */
  readonly about: readonly string[];
  /** Paths of a snapshot, below which it is about everything: `github.rules`. */
  readonly paths: readonly string[];
}

/** Why no one is named for changes of a service. */
export interface Untraced {
  readonly service: string;
  readonly because: string;
  readonly remedy: string;
}

export interface Witnesses {
  readonly traces: readonly Trace[];
  readonly untraced: readonly Untraced[];
}

export const NO_WITNESSES: Witnesses = { traces: [], untraced: [] };

/** The newest entry of a log that is about what is at this path. */
export function whoChanged(path: string, traces: readonly Trace[]): Trace | undefined {
  const [service = ''] = path.split('.');
  return traces
    .filter((trace) => trace.service === service)
    .filter(({ about, paths }) => about.some((name) => names(path, name)) || paths.some((one) => isBelow(path, one)))
    .sort((a, b) => b.atMs - a.atMs)[0];
}

/** Whether a name is one of the steps of a path, whole: a variable `A` is not in `vercel.env[DATABASE_URL production]`. */
function names(path: string, name: string): boolean {
  return `${path}.`.includes(`.${name}.`) || path.includes(`[${name}]`) || path.includes(`[${name} `);
}

function isBelow(path: string, above: string): boolean {
  return path === above || path.startsWith(`${above}.`) || path.startsWith(`${above}[`);
}

/**
 * A name of an account as it may be shown: letters, digits, `.`, `_` and `-`. Anything else could be an address of a person,
 * or a text that pretends something in a report.
 */
export function handleOf(name: string | undefined): string {
  return name !== undefined && /^[\w.-]{1,64}(?:\[bot\])?$/.test(name) ? name : 'an account whose name is not shown';
}
