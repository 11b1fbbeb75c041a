import { combine, InputError, type Verdict } from '@lockstep/base';

/** The policy words for a job. Without any, only success passes. */
const WORDS = ['required', 'may-skip', 'may-cancel', 'advisory'] as const;
export type PolicyWord = (typeof WORDS)[number];

/** One line of a policy: `preview: may-skip on merge_group`. */
export interface PolicyLine {
  readonly job: string;
  readonly words: readonly PolicyWord[];
  /** Events that it holds for; any when empty. */
  readonly events: readonly string[];
}

/** One job of `needs`, judged. */
export interface JudgedJob {
  readonly job: string;
  /** As GitHub says it: success, failure, cancelled, skipped; or `missing`. */
  readonly result: string;
  readonly policy: readonly PolicyWord[];
  readonly verdict: Verdict;
  readonly blocks: boolean;
}

export interface NeedsJudgement {
  readonly verdict: Verdict;
  readonly jobs: readonly JudgedJob[];
}

/** Reads policy lines. Throws InputError naming every line that is not `JOB: WORD … [on EVENT …]`. */
export function parsePolicy(lines: readonly string[]): readonly PolicyLine[] {
  const problems: string[] = [];
  const policy = lines.map((line) => {
    const [, job = '', rest = ''] = /^([\w-]+)\s*:(.*)$/.exec(line) ?? [];
    const on = rest.search(/\son\s/);
    const [text, events] = on === -1 ? [rest, ''] : [rest.slice(0, on), rest.slice(on + 4)];
    const words = text.split(/[\s,]+/).filter((word) => word !== '');
    const known = words.filter((word): word is PolicyWord => (WORDS as readonly string[]).includes(word));
    const named = events.split(/[\s,]+/).filter((event) => event !== '');
    const isWhole = job !== '' && words.length > 0 && known.length === words.length;
    if (!isWhole || !named.every((event) => /^[a-z_]+$/.test(event)))
      problems.push(`input "policy": expected "JOB: ${WORDS.join('|')} [on EVENT]", got "${line}"`);
    return { job, words: known, events: named };
  });
  if (problems.length > 0) throw new InputError(problems);
  return policy;
}

/** Job ids that a workflow may have (GitHub's rule). Throws InputError naming those that no job can have. */
export function parseJobs(jobs: readonly string[]): readonly string[] {
  const invalid = jobs.filter((job) => !/^[A-Za-z_][\w-]*$/.test(job));
  if (invalid.length > 0) throw new InputError(invalid.map((job) => `input "jobs": expected a job's id, got "${job}"`));
  return jobs;
}

/** Reads `${{ toJSON(needs) }}`: job id → result. Throws InputError on anything else. */
export function parseNeeds(json: string): ReadonlyMap<string, string> {
  let needs: unknown;
  try {
    needs = JSON.parse(json);
  } catch (cause) {
    throw new InputError('input "needs": expected ${{ toJSON(needs) }}, got something that is not JSON', { cause });
  }
  if (typeof needs !== 'object' || needs === null || Array.isArray(needs))
    throw new InputError('input "needs": expected ${{ toJSON(needs) }}, got something that is not an object');
  return new Map(Object.entries(needs).map(([job, entry]) => [job, resultOf(entry)]));
}

/**
 * Judges the jobs of `needs`. A skipped or cancelled job has proven nothing, so it is `unknown` and blocks, unless the
 * policy says that it may; so does a pinned job that is not among them. No jobs at all are `unknown`.
 * Throws InputError where the policy names a job that is neither in `needs` nor pinned: it has been renamed.
 */
export function judgeNeeds(
  needs: ReadonlyMap<string, string>,
  policy: readonly PolicyLine[],
  pinned: readonly string[],
  event: string,
): NeedsJudgement {
  const unknownJobs = policy.filter(({ job }) => !needs.has(job) && !pinned.includes(job));
  if (unknownJobs.length > 0)
    throw new InputError(
      unknownJobs.map(({ job }) => `input "policy": there is no job "${job}" in "needs"; use the job ids of "needs:"`),
    );
  const missing = pinned.filter((job) => !needs.has(job)).map((job) => [job, 'missing'] as const);
  const jobs = [...needs, ...missing].map(([job, result]) => {
    const lines = policy.filter((line) => line.job === job && appliesTo(line, event));
    return judgeJob(job, result, [...new Set(lines.flatMap((line) => line.words))]);
  });
  return { verdict: combine(jobs.map((job) => (job.blocks ? job.verdict : 'pass'))), jobs };
}

function judgeJob(job: string, result: string, policy: readonly PolicyWord[]): JudgedJob {
  const verdict: Verdict = result === 'success' ? 'pass' : result === 'failure' ? 'fail' : 'unknown';
  const declared =
    policy.includes('advisory') ||
    (result === 'skipped' && policy.includes('may-skip')) ||
    (result === 'cancelled' && policy.includes('may-cancel'));
  return { job, result, policy, verdict, blocks: verdict !== 'pass' && !declared };
}

function appliesTo(line: PolicyLine, event: string): boolean {
  return line.events.length === 0 || line.events.includes(event);
}

function resultOf(entry: unknown): string {
  const result = typeof entry === 'object' && entry !== null ? (entry as { result?: unknown }).result : undefined;
  return typeof result === 'string' ? result : 'without a result';
}
