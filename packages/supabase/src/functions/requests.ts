import { Fields, isMap } from '@lockstep/base';
import { isFunctionName } from './functions.ts';

/** What the caller says of a function besides what the repository says. */
export interface FunctionWish {
  /** Undefined: as supabase/config.toml has it. */
  readonly verifyJwt: boolean | undefined;
  /** How it may be asked; undefined: it is not asked. */
  readonly ask: 'OPTIONS' | 'GET' | undefined;
  /** The status that it must answer with; undefined: any success. */
  readonly expect: number | undefined;
}

export interface FunctionRequests {
  /** Whether all functions of the repository are meant, and what holds for each of them. */
  readonly all: FunctionWish | undefined;
  readonly named: ReadonlyMap<string, FunctionWish>;
}

const NOTHING: FunctionWish = { verifyJwt: undefined, ask: undefined, expect: undefined };
const FORM = '"all", or a map of names ("*" means all) to "verify-jwt", "ask" and "expect"';

/** Reads which functions are to be checked from data that is already parsed. Nothing may be used where there is a problem. */
export function readFunctionRequests(
  value: unknown,
  where: string,
): { readonly requests: FunctionRequests | undefined; readonly problems: readonly string[] } {
  if (value === undefined || value === null || value === '') return { requests: undefined, problems: [] };
  if (value === 'all' || value === '*') return { requests: { all: NOTHING, named: new Map() }, problems: [] };
  if (!isMap(value) || Object.keys(value).length === 0)
    return { requests: undefined, problems: [`${where}: expected ${FORM}`] };
  const problems: string[] = [];
  const named = new Map<string, FunctionWish>();
  let all: FunctionWish | undefined;
  for (const [name, entry] of Object.entries(value)) {
    const { wish, problems: wrong } = readWish(entry, `${where}: ${name}`);
    problems.push(...wrong);
    if (name === '*') all = wish;
    else if (isFunctionName(name)) named.set(name, wish);
    else problems.push(`${where}: ${JSON.stringify(name)} is not the name of a function`);
  }
  return { requests: problems.length > 0 ? undefined : { all, named }, problems };
}

function readWish(entry: unknown, where: string): { wish: FunctionWish; problems: readonly string[] } {
  if (entry === null || entry === undefined || entry === '') return { wish: NOTHING, problems: [] };
  if (!isMap(entry))
    return { wish: NOTHING, problems: [`${where}: expected a map of "verify-jwt", "ask" and "expect"`] };
  const fields = new Fields(entry, where);
  const verifyJwt = fields.any('verify-jwt');
  if (verifyJwt !== undefined && typeof verifyJwt !== 'boolean')
    fields.complain('verify-jwt', 'expected true or false');
  const ask = fields.oneOf('ask', ['OPTIONS', 'GET', ''], '');
  const expect = fields.number('expect', { min: 200, max: 499 });
  if (expect !== undefined && ask === '') fields.complain('ask', 'required with expect: OPTIONS or GET');
  fields.refuseOthers();
  return {
    wish: {
      verifyJwt: typeof verifyJwt === 'boolean' ? verifyJwt : undefined,
      ask: ask === '' ? undefined : ask,
      expect,
    },
    problems: fields.problems,
  };
}

/** What holds for one function: what is said of it by name first. */
export function wishFor(name: string, { all = NOTHING, named }: FunctionRequests): FunctionWish {
  const own = named.get(name) ?? NOTHING;
  return {
    verifyJwt: own.verifyJwt ?? all.verifyJwt,
    ask: own.ask ?? all.ask,
    expect: own.expect ?? (own.ask === undefined ? all.expect : undefined),
  };
}
