import { clockOfGitHub } from '@lockstep/action-kit/evidence/server-time';
import {
  type CheckAcceptance,
  type CheckListFacts,
  type Clock,
  checksJson,
  checksText,
  InputError,
  judgeChecks,
  makeCheckList,
  parseDuration,
  Secret,
  systemClock,
  type Verdict,
} from '@lockstep/base';
import type { GitHub } from '@lockstep/github';
import type { Call } from '../../command.ts';
import { githubAddress, githubWithArtifacts, repositoryIn, tokenOf, WITHIN_MS } from '../../github-access.ts';
import { logOf } from '../../log.ts';
import type { TheEnd } from '../../tell-end.ts';
import { ownVersion } from '../version.ts';
import { WORDS } from './words.ts';

/** A duration of the command line, in ms. What is none goes to `problems`. */
export function durationOf(call: Call, option: string, problems: string[]): number {
  const ms = parseDuration(call.text(option));
  if (ms === undefined) problems.push(`--${option}: expected a duration like 14d, got "${call.text(option)}"`);
  return ms ?? 0;
}

/** By which availability is measured. */
export function availabilityOf(call: Call, problems: string[]) {
  return {
    'availability-source': call.text('availability-source'),
    'availability-objective': call.text('availability-objective'),
    'budget-window': durationOf(call, 'budget-window', problems),
    'metrics-secrets': new Secret(process.env['METRICS_SECRETS'] ?? ''),
    'request-timeout': WITHIN_MS,
  };
}

export interface Connected {
  readonly github: GitHub;
  /** GitHub's, where that of this machine is wrong. */
  readonly clock: Clock;
}

/** GitHub of the repository that is meant. Throws InputError where there is no token, or no repository. */
export async function connected(call: Call): Promise<Connected> {
  const problems: string[] = [];
  const repository = await repositoryIn('.', call, problems);
  const token = tokenOf();
  if (token.isEmpty) problems.push('GITHUB_TOKEN: required in the environment to read runs, artifacts and the ledger');
  if (problems.length > 0) throw new InputError(problems);
  return { github: githubWithArtifacts(repository, call.signal, token), clock: await clockAt(repository, call) };
}

/**
 * The clock by which records are dated and judged, wherever the trail is: GitHub's, by which the action dates them too. Where
 * no token or no repository is known, there is but that of this machine.
 */
export async function clockOfTrail(call: Call): Promise<Clock> {
  const repository = tokenOf().isEmpty ? '' : await repositoryIn('.', call, []);
  return repository === '' ? systemClock : await clockAt(repository, call);
}

function clockAt(repository: string, { signal, terminal }: Call): Promise<Clock> {
  const [owner = '', repo = ''] = repository.split('/');
  const asked = { token: tokenOf(), apiUrl: githubAddress(), repository: { owner, repo }, requestTimeoutMs: WITHIN_MS };
  return clockOfGitHub({ ...asked, clock: systemClock, log: logOf(terminal), signal });
}

export interface Answering {
  readonly accept?: readonly CheckAcceptance[];
  /** By what was decided otherwise than the checks say; `message`: what they come to. */
  readonly endOf?: (message: string) => TheEnd;
}

/** Writes a list of checks, and gives its verdict. `tool`: whose it is. */
export function answered(
  call: Call,
  facts: Omit<CheckListFacts, 'run' | 'tool'>,
  tool: string,
  { accept = [], endOf }: Answering = {},
): Verdict {
  const list = makeCheckList({
    ...{ ...facts, run: null, tool: { name: tool, version: ownVersion() }, accept },
    ...{ checks: WORDS.checks(facts.checks), notVerified: WORDS.gaps(facts.notVerified ?? []) },
  });
  const judgement = judgeChecks(list, { onUnknown: 'fail', reportOnly: false }, facts.nowMs);
  const { message, reason, verdict }: TheEnd = endOf?.(judgement.message) ?? judgement;
  const blocks = verdict !== 'pass' && judgement.blocks;
  const text = call.json
    ? checksJson({ ...judgement, verdict, reason, message, blocks })
    : checksText({ ...judgement, verdict, message }, call.terminal.paint);
  call.terminal.write(text.endsWith('\n') ? text : `${text}\n`);
  return verdict;
}
