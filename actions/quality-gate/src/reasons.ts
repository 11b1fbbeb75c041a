import type { CommonReason } from '@lockstep/action-shell';
import { defineReasons, type ReasonEntry } from '@lockstep/base';
import type { GateReason } from '@lockstep/quality';

/** Everything that the step, or a gate within it, can say of its own. */
type Said =
  | Exclude<GateReason, CommonReason>
  | 'passed'
  | 'passed-with-unknown'
  | 'gate-failed'
  | 'gate-unknown'
  | 'dry-run';

/** What the steps of this action end with, and what single gates say. */
export const reasons = defineReasons({
  passed: {
    verdict: 'pass',
    meaning: 'No gate blocks, and every required gate passed.',
    remedy: 'Nothing.',
  },
  'passed-with-unknown': {
    verdict: 'unknown',
    meaning:
      'No gate failed, but a required one is inconclusive, and `on-unknown: warn` allows that. The step passes with a warning.',
    remedy: 'Look up the reason of the gate that the message names, so that it gives a result again.',
  },
  'gate-failed': {
    verdict: 'fail',
    meaning: 'At least one required gate failed: its report or its exit code proves a problem.',
    remedy: 'Fix the findings in the step summary. The report and the log name the reason of each gate.',
  },
  'gate-unknown': {
    verdict: 'unknown',
    meaning:
      'No required gate failed, but at least one is inconclusive: its tool did not run to its end, or its report says nothing. `on-unknown: fail` makes it block.',
    remedy: "Look up the gate's own reason, which the message names, and look at its log.",
  },
  'dry-run': {
    verdict: 'pass',
    meaning: 'The gates that would run were printed, and none of them was run.',
    remedy: 'Nothing. Copy the printed gates into `.lockstep/quality.yml` if you want to change them.',
  },
  clean: {
    verdict: 'pass',
    step: 'gate',
    meaning: 'The tool ran to its end, and its report contains nothing that blocks.',
    remedy: 'Nothing.',
  },
  findings: {
    verdict: 'fail',
    step: 'gate',
    meaning:
      'The report contains findings of the level or severity of `fail-on` or worse that are neither accepted nor in the baseline.',
    remedy: 'Fix them; the step summary lists each with file and line. `accept` tolerates one until a date.',
  },
  'tests-failed': {
    verdict: 'fail',
    step: 'gate',
    meaning: 'The report contains tests that failed.',
    remedy: 'Fix the tests that the step summary lists, or the code that they test.',
  },
  'too-many-warnings': {
    verdict: 'fail',
    step: 'gate',
    meaning: 'The report contains more warnings than `max-warnings` allows.',
    remedy: 'Fix warnings until there are no more than `max-warnings`, or raise that number.',
  },
  'below-minimum': {
    verdict: 'fail',
    step: 'gate',
    meaning: 'A coverage value is below its `minimum`; the message has both numbers.',
    remedy: 'Add tests for the uncovered code, or lower the minimum.',
  },
  'over-maximum': {
    verdict: 'fail',
    step: 'gate',
    meaning: 'A bundle size is above its `maximum`; the message has both numbers.',
    remedy: 'Find what made the bundle larger (a new dependency, an import of a whole library), or raise the maximum.',
  },
  'over-budget': {
    verdict: 'fail',
    step: 'gate',
    meaning:
      'A measured value (Lighthouse, k6, autocannon) is outside of one of the `budgets`; the message has both numbers.',
    remedy:
      "Find out what made it worse, in the tool's own report. If a slow runner did, measure several times, so that the median counts, or raise the budget.",
  },
  'behind-ratchet': {
    verdict: 'fail',
    step: 'gate',
    meaning: 'A coverage value or bundle size is worse than the committed ratchet file by more than `tolerance`.',
    remedy: 'Restore the value. If the change is intended, edit the ratchet file in the same pull request.',
  },
  'exit-code': {
    verdict: ['pass', 'fail'],
    step: 'gate',
    meaning: 'The gate has no report, so the exit code of its command decides: 0 passes, everything else fails.',
    remedy:
      "If it failed, open the group `NAME: output` in the step's log. Declare a `report` to get findings with file and line.",
  },
  'exit-contradicts-report': {
    verdict: 'unknown',
    step: 'gate',
    meaning: 'The command ended with an error, but its report has no findings: one of the two is wrong.',
    remedy: "Look at the gate's output for a crash or a usage error after the report was written.",
  },
  'no-ratchet': {
    verdict: 'unknown',
    step: 'gate',
    meaning: 'The ratchet file of the gate does not exist yet, so there is nothing to compare with.',
    remedy: 'Run once with `write-baseline: true` (or take the file from the reports) and commit the file.',
  },
  'metric-missing': {
    verdict: 'unknown',
    step: 'gate',
    meaning: 'The report lacks a value for which the gate has a limit, a budget or a ratchet.',
    remedy:
      'Correct the name of the metric in `minimum`, `maximum`, `budgets` or the ratchet file, or make the tool report it.',
  },
  'timed-out': {
    verdict: 'unknown',
    step: 'gate',
    meaning: 'The command did not end within `timeout` and was stopped.',
    remedy: 'Find out in its output where it hangs, or raise `timeout`.',
  },
  'not-started': {
    verdict: 'unknown',
    step: 'gate',
    meaning:
      'The command could not be started: the program does not exist, or is not executable. osv-scanner ends in the same way if it could not load its database.',
    remedy:
      "Look at the gate's log. Install the dependencies in an earlier step, and check the spelling of `run` and `directory`.",
  },
  'tool-crashed': {
    verdict: 'unknown',
    step: 'gate',
    meaning: 'The tool was killed, ended by a signal, or its report says that it did not run to its end.',
    remedy: "Look at the end of the gate's output; a kill without a message often means that memory ran out.",
  },
  'report-absent': {
    verdict: 'unknown',
    step: 'gate',
    meaning: 'The file of `report` does not exist, or no file matches its pattern.',
    remedy: 'Check the path (it is relative to `directory`) and that the tool or the download step writes it.',
  },
  'report-empty': {
    verdict: 'unknown',
    step: 'gate',
    meaning: 'The report is an empty file.',
    remedy: "Look at the gate's output for the reason why the tool wrote nothing.",
  },
  'report-truncated': {
    verdict: 'unknown',
    step: 'gate',
    meaning: 'The report ends in the middle: the tool was stopped while it wrote.',
    remedy: 'Look at how the tool ended: a timeout, a full disk or a lack of memory are typical.',
  },
  'report-stale': {
    verdict: 'unknown',
    step: 'gate',
    meaning: 'The report is from before this run, or older than `max-age`, so it says nothing about this code.',
    remedy: 'Make `run` (or the gate in `after`) write the report to exactly this path, and do not commit or cache it.',
  },
  'report-malformed': {
    verdict: 'unknown',
    step: 'gate',
    meaning: 'The report is not what its `format` says, or not a plain file.',
    remedy: "Check `format` and the tool's reporter option; the message says what was expected.",
  },
  'report-incomplete': {
    verdict: 'unknown',
    step: 'gate',
    meaning:
      'The report contradicts itself or lacks a part: counts that do not add up, a missing shard, a rule that is not defined.',
    remedy: 'Read what is missing in the message, and make the tool or the shards write it.',
  },
  'report-too-large': {
    verdict: 'unknown',
    step: 'gate',
    meaning: 'The report is larger than the gate reads (512 MB; 64 MB for formats that are parsed as one text).',
    remedy: 'Make the tool report less, or split the report into several files.',
  },
  'reading-timed-out': {
    verdict: 'unknown',
    step: 'gate',
    meaning: 'Reading the report took longer than two minutes, or the job ended meanwhile.',
    remedy: 'Write the report to a local disk, or split it into several files.',
  },
  'nothing-checked': {
    verdict: 'unknown',
    step: 'gate',
    meaning:
      'The tool ran and checked nothing: no files, no tests, only skipped tests, no answered requests, or no limit that decides.',
    remedy: "Check the tool's file patterns and filters.",
  },
  'service-error': {
    verdict: 'unknown',
    step: 'gate',
    meaning: 'The registry did not answer the audit, so nothing is known about advisories.',
    remedy: 'Run the job again, and set `retry` for the gate. Check that the registry supports audits.',
  },
  'wrong-url': {
    verdict: 'unknown',
    step: 'gate',
    meaning:
      'The report is about another page or site than the one that was to be measured, for example about the login page that it redirected to.',
    remedy:
      'Give the tool the final address, and whatever it needs to get past a login or a protection of deployments. Correct `url` if that is out of date.',
  },
} satisfies Readonly<Record<Said, ReasonEntry>>);

export type Reason = keyof typeof reasons;
