import type { Verdict } from '../../verdict.ts';
import type { CheckJudgement } from '../judge-checks.ts';
import { checksMarkdown } from './markdown.ts';

/** Of 1 MiB that a step may have (github/docs, job summaries), some for what else the step has to say. */
const SUMMARY_BYTES = 800_000;
/** A comment has room for ten sections of this length (`isLong` in packages/github) that are not cut. */
const COMMENT_BYTES = 5_500;

/** The list for the summary of a step. */
export function checksSummary(judgement: CheckJudgement): string {
  return checksMarkdown(judgement, { bytes: SUMMARY_BYTES, rows: 1_000, passed: true });
}

/** The list as a section of the comment on a pull request: what did not pass, as much of it as a section has room for. */
export function checksComment(judgement: CheckJudgement): { readonly verdict: Verdict; readonly markdown: string } {
  const markdown = checksMarkdown(judgement, { bytes: COMMENT_BYTES, rows: 10, passed: false });
  return { verdict: judgement.verdict, markdown };
}
