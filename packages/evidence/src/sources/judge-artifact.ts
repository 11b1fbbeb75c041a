import { fits } from '@lockstep/base';

/** An artifact as GitHub lists it. */
export interface ArtifactFacts {
  readonly id: number;
  readonly name: string;
  readonly bytes: number;
  readonly expired: boolean;
  readonly createdMs: number;
  /** `sha256:…` of the archive; null where GitHub does not say. */
  readonly digest: string | null;
  readonly runId: number;
  /** Where the commit of its run is from, as the list says it; null where it does not. */
  readonly head: { readonly isOwn: boolean; readonly branch: string | null } | null;
}

/** The run that made it, as GitHub describes it. */
export interface ArtifactRun {
  readonly repository: string;
  readonly headRepository: string;
  readonly branch: string | null;
  readonly event: string;
  readonly path: string;
  readonly createdMs: number;
  readonly url: string;
  readonly commit: string;
}

/**
 * Why an artifact is no evidence; undefined where it is. Any run can keep an artifact under any name: what counts is that
 * the run is of a branch whose commits people have reviewed. Pure.
 */
export function doubtOf(run: ArtifactRun | undefined, branches: readonly string[]): string | undefined {
  if (run === undefined) return 'the run that made it is gone';
  if (run.headRepository !== run.repository) return `it is of a commit of ${run.headRepository}`;
  if (run.event.startsWith('pull_request'))
    return `it is of a run that ${run.event} started, which runs what anyone may propose`;
  const { branch } = run;
  const trusted = [...branches, ...(run.event === 'merge_group' ? queuesOf(branches) : [])];
  if (branch === null || !trusted.some((one) => fits(one, branch)))
    return `it is of branch ${branch ?? 'no name'}, and only ${branches.join(', ')} are trusted`;
  return undefined;
}

/** What a merge queue tries was approved, and becomes the tip of the branch where it passes. */
function queuesOf(branches: readonly string[]): readonly string[] {
  return branches.map((one) => `gh-readonly-queue/${one}/*`);
}

/** Whether the list alone shows that an artifact is no evidence, without a question about its run. Pure. */
export function isOfOthers({ head }: Pick<ArtifactFacts, 'head'>, branches: readonly string[]): boolean {
  if (head === null) return false;
  const { branch, isOwn } = head;
  const isElsewhere = branch !== null && ![...branches, ...queuesOf(branches)].some((one) => fits(one, branch));
  return !isOwn || isElsewhere;
}

/** GitHub's clocks, and that it gives times in whole seconds. */
const SLACK_MS = 5 * 60_000;

/** Why a report that lies in an artifact is not of the run that kept it; undefined where nothing speaks against it. Pure. */
export function mismatchOf(
  list: { readonly at: string; readonly run: string | null; readonly tool: { readonly name: string } },
  about: { readonly tool: string; readonly artifact: ArtifactFacts; readonly run: ArtifactRun },
): string | undefined {
  const { artifact, run, tool } = about;
  if (list.tool.name !== tool) return `it is a report of ${list.tool.name}`;
  if (list.run !== null && !new RegExp(`/actions/runs/${artifact.runId}(?:/|$)`).test(list.run))
    return 'it names another run than the one that kept it';
  const at = Date.parse(list.at);
  const isWithin = at >= run.createdMs - SLACK_MS && at <= artifact.createdMs + SLACK_MS;
  return isWithin ? undefined : 'its time is not within the run that kept it';
}
