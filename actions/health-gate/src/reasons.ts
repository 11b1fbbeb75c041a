import type { CommonReason } from '@lockstep/action-shell';
import { defineReasons, type ReasonEntry } from '@lockstep/base';
import type { ComparisonReason, HealthReason, ReadingReason, ResponseClass } from '@lockstep/health';

/** Everything that the step, or a probe within it, can say of its own. */
type Said =
  | Exclude<HealthReason | ComparisonReason | ReadingReason | ResponseClass, CommonReason>
  | 'dry-run'
  | 'gate-error';

/** What the steps of this action end with, and the classes of single answers. */
export const reasons = defineReasons({
  passed: {
    verdict: 'pass',
    meaning:
      'Every path answered well often enough in a row, the bake is over, and the build that was expected has identified itself.',
    remedy: 'Nothing.',
  },
  'dry-run': {
    verdict: 'pass',
    meaning:
      'The inputs are valid. With `phase: pre` no request was sent; with `phase: post` each path was asked once, and none redirects to another host.',
    remedy: 'Nothing.',
  },
  degraded: {
    verdict: ['pass', 'fail'],
    step: ['main', 'gate'],
    meaning:
      'The application reported that it works with limits. The input `degraded` decides what that is: a pass, a pass with a warning (default) or a failure.',
    remedy:
      'Look at the check that the message names. List it in `advisory-checks` if it must never affect a release, or set `degraded: fail` if it must.',
  },
  ok: {
    verdict: 'pass',
    step: 'gate',
    meaning: 'One answer met its format, its conditions and the expected build. It counts as a success.',
    remedy: 'Nothing.',
  },
  unhealthy: {
    verdict: 'fail',
    step: ['main', 'gate'],
    meaning:
      'The application reported that it is unhealthy. The gate fails once that happens more often in a row than `failure-limit` allows.',
    remedy:
      'Look at the failing check that the message names and at the log of the deployment. If a dependency that must not block releases failed, list its check in `advisory-checks`.',
  },
  'contract-violation': {
    verdict: 'fail',
    step: ['main', 'gate'],
    meaning:
      'The answer contradicts its own health format (for example healthy with HTTP 500), is in no known format, or does not meet a line of `conditions`.',
    remedy:
      'Correct the health route or the condition that the message names, or set `format`. `allow-findings` turns a finding into a note if it is intended.',
  },
  stale: {
    verdict: 'fail',
    step: ['main', 'gate'],
    meaning:
      'The answer was prerendered or came out of a cache, so it says nothing about the application as it is now.',
    remedy:
      "Make the route dynamic (Next.js: `export const dynamic = 'force-dynamic'`) and send `cache-control: no-store`.",
  },
  redirected: {
    verdict: 'fail',
    step: ['main', 'gate'],
    meaning:
      'The path redirects to another origin, for example from the apex to www or from http to https. The gate does not follow it, because it could be another application.',
    remedy: 'Set `url` (in the workflows `production-url`) to the address that answers; the message names it.',
  },
  'wrong-identity': {
    verdict: 'fail',
    step: ['main', 'gate'],
    meaning: 'Another deployment or commit than the expected one answered. The gate fails at the first such answer.',
    remedy:
      'Check which deployment the host serves. If a cache or proxy in front of it still serves the old build after a swap, raise `initial-delay`.',
  },
  'identity-absent': {
    verdict: 'fail',
    step: ['main', 'gate'],
    meaning:
      'A build was expected (`expect-deployment`, `expect-commit`) and the answer does not say which build it comes from.',
    remedy:
      'Report the build in the health route (`metadata.deployment_id`, `metadata.git_commit`) or in a header named by `identity-header`, or do not expect a build.',
  },
  protected: {
    verdict: 'fail',
    step: ['main', 'gate'],
    meaning:
      'A login page, single sign-on, a firewall, or HTTP 401 or 403 answered instead of the application, possibly with status 200.',
    remedy:
      "Set `protection-bypass` to the project's bypass secret, or `trusted-sources: true`. Exclude the health route from the application's own login.",
  },
  'platform-error': {
    verdict: 'fail',
    step: ['main', 'gate'],
    meaning:
      'Vercel or a gateway answered with an error of its own instead of the application. The gate fails after more than `error-limit` of them in a row.',
    remedy:
      "Look up the platform's code that the message names (vercel.com/docs/errors) and look at the log of the function. Check the platform's status page.",
  },
  timeout: {
    verdict: 'unknown',
    step: 'gate',
    meaning: 'One request had no complete answer within `request-timeout`. It counts as a measurement error.',
    remedy: 'Look at the time that the route takes, and raise `request-timeout` if that is normal.',
  },
  network: {
    verdict: 'unknown',
    step: 'gate',
    meaning: 'One request found no connection, no such host or no valid certificate. It counts as a measurement error.',
    remedy:
      'Look up the code in the message (for example ENOTFOUND or CERT_HAS_EXPIRED), and check DNS and certificate.',
  },
  unreachable: {
    verdict: ['fail', 'unknown'],
    meaning:
      'More timeouts or lost connections in a row than `error-limit` allows. The verdict is unknown, because the fault may be at the runner; it is fail if the baseline (`compare-url`) responded normally at the same time.',
    remedy:
      'Check that the host resolves and responds, then run the job again. Set `compare-url` so that the gate can distinguish the two cases.',
  },
  unavailable: {
    verdict: ['fail', 'unknown'],
    meaning:
      'Too many requests failed for the `availability-floor`, even though never many in a row. The verdict is unknown if most of them were timeouts or lost connections.',
    remedy:
      'Look at the failed probes in the step summary. If the service is allowed to fail that often, lower `availability-floor`.',
  },
  slower: {
    verdict: 'fail',
    meaning:
      'The candidate is slower than the baseline by more than `max-latency-ratio`, and `require-comparison` makes that decisive.',
    remedy: 'Find what made it slower; the message has the measured ratio. Raise the limit if the change is intended.',
  },
  'more-errors': {
    verdict: 'fail',
    meaning:
      'The candidate fails more requests than the baseline by more than `max-error-delta`, and `require-comparison` makes that decisive.',
    remedy: 'Look at the log of the candidate; the report lists the failed requests.',
  },
  'comparison-unknown': {
    verdict: 'unknown',
    meaning:
      'The comparison with the baseline could not decide between better and worse, and `require-comparison` makes it decisive.',
    remedy:
      'Raise `samples` to the number that the message names, or check that the baseline (`compare-url`) can be measured.',
  },
  'metric-failed': {
    verdict: 'fail',
    step: ['main', 'gate'],
    meaning:
      'A critical metric failed more often in a row than its `failure-limit` allows: its failure condition held, its success condition did not, or its test (`detect`) found the rate of bad events to be worse than usual.',
    remedy:
      'Look at the metric that the message names in its own tool, for the window that the report has. If the change is intended, correct the condition; set `critical: false` if the metric must never affect a release.',
  },
  'metric-unknown': {
    verdict: 'unknown',
    meaning:
      'The probes passed, and a critical metric did not pass in the time there was: its source did not answer, or had too little, too late or nothing to say.',
    remedy:
      'Look at the reason of the metric in the step summary and correct that. Check the live site, then keep the release with the action `release` (`command: commit`) or undo it with the `rollback` workflow.',
  },
  'metric-met': {
    verdict: 'pass',
    step: 'gate',
    meaning: 'One reading of a metric met its conditions.',
    remedy: 'Nothing.',
  },
  'metric-undecided': {
    verdict: 'unknown',
    step: 'gate',
    meaning:
      'One reading of a metric met neither its success nor its failure condition, or its test (`detect`) has not seen enough events to decide.',
    remedy: 'Raise `bake-time` so that more traffic is seen, or bring the two conditions closer together.',
  },
  'metric-empty': {
    verdict: 'unknown',
    step: 'gate',
    meaning:
      'The source of a metric answered, and the answer has no value: no series, no rows, or a division of nothing by nothing.',
    remedy:
      'Run the query in the tool itself for the same window. Check the names of labels and that the new build reports them.',
  },
  'metric-too-few-samples': {
    verdict: 'unknown',
    step: 'gate',
    meaning: 'A metric had fewer samples than its `min-samples`, or its source does not report how many there were.',
    remedy: 'Raise `bake-time`, lower `min-samples`, or say with `of` or `samples` how many there are.',
  },
  'metric-late-data': {
    verdict: 'unknown',
    step: 'gate',
    meaning:
      'The newest data of a metric is older than the end of its window, so the newest traffic is missing from it.',
    remedy: 'Check that data still arrives in the tool; raise `delay` to the time that it usually takes.',
  },
  'metric-window-before-swap': {
    verdict: 'unknown',
    step: 'gate',
    meaning:
      'The window of a reading began before the swap was finished, so it is partly about the build before. The reading was refused.',
    remedy: 'Use `{{window}}` or `{{start}}` in the query, or a shorter range.',
  },
  'metric-no-baseline': {
    verdict: 'unknown',
    step: 'gate',
    meaning:
      'A reading needs a baseline (`[RATIO]`, `detect`), and the time before the swap has none, too little, or the value 0.',
    remedy: 'Use a condition on `[VALUE]`, raise `history`, or lower `min-samples`.',
  },
  'metric-not-available': {
    verdict: 'unknown',
    step: 'gate',
    meaning: 'The source of a metric does not offer what was asked: its plan, a permission or an extension is missing.',
    remedy: 'Do what the message names, or set `critical: false` until that is done.',
  },
  'metric-error': {
    verdict: 'unknown',
    step: 'gate',
    meaning:
      'A metric could not be measured: no answer, a refusal, or an answer of another form. A measurement error is never a failure.',
    remedy: 'Check the address, the token and the query that the message is about.',
  },
  'gate-error': {
    verdict: 'unknown',
    step: 'gate',
    meaning:
      'The release is held because the gate after the swap failed before it could judge the deployment, for example because a token was refused.',
    remedy:
      "Read the gate's own error and correct it, check the live site, then keep the release with the action `release` (`command: commit`) or undo it with the `rollback` workflow.",
  },
} satisfies Readonly<Record<Said, ReasonEntry>>);

export type Reason = keyof typeof reasons;
