import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome, Shell } from '@lockstep/action-shell';
import {
  type CheckAcceptance,
  type CheckJudgement,
  type CheckListFacts,
  type ChecksReason,
  checksAnnotations,
  checksComment,
  checksJson,
  checksJunit,
  checksSarif,
  checksSummary,
  defineReasons,
  judgeChecks,
  makeCheckList,
  readAcceptances,
  redactText,
} from '@lockstep/base';
import { readYamlInput } from './yaml-input.ts';

/** What every action that reports a list of checks may end with: its `src/reasons.ts` spreads them. */
export const auditReasons = defineReasons({
  'checks-passed': {
    verdict: 'pass',
    meaning: 'Every check passed or was accepted, and none was left out against the will of the caller.',
    remedy: 'Nothing.',
  },
  'checks-failed': {
    verdict: 'fail',
    meaning:
      'At least one check failed and was not accepted. The summary and the report list each with what was expected.',
    remedy:
      'Follow the remedy of each failed check. Accept one that has to stay with the input `accept`, with an end date.',
  },
  'checks-unknown': {
    verdict: 'unknown',
    meaning: 'No check failed, but at least one could not be decided or could not be run. Unknown is not a pass.',
    remedy:
      'Follow the remedy of each unknown check: usually a missing permission or an unreachable service. `on-unknown: warn` keeps it from blocking.',
  },
  'nothing-checked': {
    verdict: 'unknown',
    meaning: 'Not a single check could be decided, so nothing is known.',
    remedy: 'Look at the list of what was not verified in the summary; correct the inputs that select the checks.',
  },
});

/** The inputs that say what its verdict blocks, as `auditInputs` reads them. */
export interface AuditValues {
  readonly accept: string;
  readonly 'on-unknown': 'fail' | 'warn';
  readonly 'report-only': boolean;
  readonly 'report-directory': string;
}

export interface ReadAccept {
  readonly acceptances: readonly CheckAcceptance[];
  readonly problems: readonly string[];
}

/** Reads the input `accept`: a YAML list. Problems name the entry; no acceptance may be used where there is one. */
export function readAccept(text: string): ReadAccept {
  const { value, problems } = readYamlInput(text, 'input "accept"');
  return problems.length > 0 ? { acceptances: [], problems } : readAcceptances(value, 'input "accept"');
}

export interface PlannedReport {
  /** By their names in the report directory. */
  readonly files: Readonly<Record<string, string>>;
  readonly judgement: CheckJudgement;
  readonly outcome: Outcome<ChecksReason>;
}

/**
 * The reports of a list and the outcome of the step, from what an audit found. Outputs: `report-path` (JSON),
 * `report-directory`, `summary-path` (a section for `preview-comment`), `sarif-path`, and `passed`, `failed`, `unknown`
 * (numbers of checks; what was not verified counts as unknown).
 */
export function planReport(facts: CheckListFacts, values: AuditValues, directory: string): PlannedReport {
  const list = makeCheckList({ ...facts, accept: readAccept(values.accept).acceptances });
  const rule = { onUnknown: values['on-unknown'], reportOnly: values['report-only'] };
  const judgement = judgeChecks(list, rule, facts.nowMs);
  const { counts, verdict, reason, message, blocks } = judgement;
  return {
    files: {
      'checks.json': checksJson(judgement),
      'checks.sarif': checksSarif(judgement),
      'checks.junit.xml': checksJunit(judgement),
      'comment.md': checksComment(judgement).markdown,
    },
    judgement,
    outcome: {
      verdict,
      reason,
      message,
      passes: !blocks,
      outputs: {
        'report-path': join(directory, 'checks.json'),
        'report-directory': directory,
        'summary-path': join(directory, 'comment.md'),
        'sarif-path': join(directory, 'checks.sarif'),
        passed: counts.passed,
        failed: counts.failed,
        unknown: counts.unknown + counts.notVerified,
      },
    },
  };
}

/** The outcome of the step, and the section for a pull request's comment. */
export type Reported = Outcome<ChecksReason> & { readonly section: string };

/** Writes the reports, the summary and one annotation for each check that did not pass. Gives the step's outcome. */
export function reportChecks(shell: Shell, facts: CheckListFacts, values: AuditValues): Reported {
  const directory =
    values['report-directory'] || join(shell.env.tempDir, `lockstep-${facts.tool.name}-${shell.instance}`);
  const { files, judgement, outcome } = planReport(facts, values, directory);
  mkdirSync(directory, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), redactText(text));
  shell.summary.add(checksSummary(judgement));
  for (const annotation of checksAnnotations(judgement)) shell.annotate(annotation);
  for (const note of judgement.notes) shell.log.warning(note);
  return { ...outcome, section: files['comment.md'] ?? '' };
}
