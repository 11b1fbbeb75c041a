import { type Check, describe, InputError, type NotVerified, RemoteError } from '@lockstep/base';
import type { SupabaseApi } from '../client.ts';
import { type AnswerTools, checkAnswers } from './answers.ts';
import type { Folder } from './folder.ts';
import { listFunctions } from './functions.ts';
import { type Deployed, type Expected, judgeFunctions, judgeStrays } from './judge.ts';
import { type Git, lastChange } from './last-change.ts';
import { type FunctionRequests, wishFor } from './requests.ts';
import { readWantedFunctions, type WantedFunction } from './wanted.ts';

export interface FunctionRules {
  readonly ref: string;
  readonly requests: FunctionRequests;
  /** `supabase/functions` */
  readonly directory: string;
  /** What a deployed function does that is not in the repository. */
  readonly undocumented: 'warn' | 'fail';
}

export interface FunctionTools extends AnswerTools {
  readonly api: SupabaseApi;
  readonly folder: Folder;
  readonly git: Git;
}

export interface FunctionFindings {
  readonly checks: readonly Check[];
  readonly notVerified: readonly NotVerified[];
}

/** Everything that is to be known of the Edge Functions of a project. Throws InputError, and the signal's reason. */
export async function checkFunctions(rules: FunctionRules, tools: FunctionTools): Promise<FunctionFindings> {
  const wanted = await wantedBy(rules, tools.folder);
  const expected: Expected[] = [];
  for (const one of wanted) {
    const change = one.madeOf.length === 0 ? undefined : await lastChange(tools.git, one.madeOf, tools.api.signal);
    expected.push({ wanted: one, change });
  }
  const deployed = await deployedIn(rules.ref, tools.api);
  const checks = [...judgeFunctions(expected, deployed)];
  if (rules.requests.all !== undefined) checks.push(...judgeStrays(expected, deployed, rules.undocumented));
  const notVerified = wanted
    .filter(({ madeOf }) => madeOf.length === 0)
    .map(({ name }) => notHere(name, rules.directory));
  for (const one of wanted) {
    const answers = await checkAnswers(one, wishFor(one.name, rules.requests), tools);
    checks.push(...answers.checks);
    notVerified.push(...answers.notVerified);
  }
  return { checks, notVerified };
}

/** Which functions are meant: those of the repository, and those that are named. */
async function wantedBy(
  { directory, ref, requests }: FunctionRules,
  folder: Folder,
): Promise<readonly WantedFunction[]> {
  const there = await readWantedFunctions(folder, { directory, ref });
  if (requests.all !== undefined && there.length === 0)
    throw new InputError(
      `functions: "${directory}" has no functions to check; check out the repository, or correct "functions-directory"`,
    );
  const names = new Set([
    ...(requests.all === undefined ? [] : there.map(({ name }) => name)),
    ...requests.named.keys(),
  ]);
  return [...names].sort().map((name) => {
    const found = there.find((one) => one.name === name) ?? {
      name,
      verifyJwt: undefined,
      madeOf: [],
      where: undefined,
    };
    return { ...found, verifyJwt: wishFor(name, requests).verifyJwt ?? found.verifyJwt };
  });
}

async function deployedIn(ref: string, api: SupabaseApi): Promise<Deployed> {
  try {
    return { kind: 'answered', functions: await listFunctions(api, ref) };
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    return { kind: 'unanswered', because: describe(error), remedy: error.hint ?? 'run again later' };
  }
}

function notHere(name: string, directory: string): NotVerified {
  return {
    id: 'function/current',
    what: name,
    because: `its code is not in "${directory}"`,
    remedy: 'check it where its code is, or correct "functions-directory"',
    chosen: false,
  };
}
