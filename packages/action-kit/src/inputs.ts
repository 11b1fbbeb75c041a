import {
  described,
  duration,
  flag,
  list,
  oneOf,
  type Requirement,
  secret,
  text,
  token,
  url,
} from '@lockstep/action-shell';
import { SITE_PATH } from '@lockstep/base';

/**
 * The inputs that several actions have, in groups that belong together. Their descriptions are written here and nowhere
 * else: a test holds every action.yml to these. An action for which one means more overrides it after the group, with a
 * description of its own in its action.yml.
 */

/** Which project of Vercel, and by which token. */
export const vercelInputs = (options: Requirement = { required: true }) => ({
  'vercel-token': described(secret(options), 'Vercel access token. A token scoped to the project is enough.'),
  'vercel-project': described(text(undefined, options), 'Vercel project: its id (`prj_…`) or its name.'),
  'vercel-team': described(
    text(),
    'Vercel team that owns the project: its id (`team_…`) or its slug. Leave empty for a personal account.',
  ),
  'vercel-api-url': described(
    url('https://api.vercel.com'),
    "Base URL of Vercel's API. The token is sent to this address only.",
  ),
});

/** Which project of Supabase, and by which token. */
export const supabaseInputs = (options: Requirement = {}) => ({
  'supabase-project': described(
    text(undefined, { ...options, pattern: /^([a-z]{20})?$/, expected: 'the 20 letters of https://REF.supabase.co' }),
    'Supabase project: its reference, the 20 letters of `https://REF.supabase.co`.',
  ),
  'supabase-token': described(
    secret(options),
    'Supabase access token. A token scoped to the project and to what the README lists under Permissions is enough.',
  ),
  'supabase-api-url': described(
    url('https://api.supabase.com'),
    "Base URL of Supabase's Management API. The token is sent to this address only.",
  ),
});

/** A monitor that observes the app all the time, and how much of the time it has to be available. */
export const availabilityInputs = () => ({
  'availability-source': described(
    text(),
    'Monitor that observes the app all the time: YAML, or the path of a YAML file in the repository, with `provider` (`prometheus`, `gatus` or `json`) and its fields. Without one nothing is measured.',
  ),
  'availability-objective': described(
    text('99.9 %'),
    'Share of the time in which the app has to be available. The rest is the error budget.',
  ),
  'budget-window': described(duration('30d'), 'Time for which the error budget is.'),
  'metrics-secrets': described(
    secret(),
    'Secrets that `availability-source` names as `$NAME`: `NAME=value`, one per line. Each is only sent to the address of the monitor.',
  ),
});

/** How long one request to a service may take. */
export const requestInputs = () => ({
  'request-timeout': described(duration('10s'), 'Timeout of a single request.'),
});

/** Whose records in the ledger count. */
export const creatorInputs = () => ({
  'ledger-creator': described(
    text('github-actions[bot]'),
    'GitHub login that `github-token` acts as. Ledger records by other authors are ignored.',
  ),
});

/** The ledger: by which token, and whose records count. */
export const ledgerInputs = () => ({
  ...creatorInputs(),
  'github-token': described(
    token('${{ github.token }}'),
    'GitHub token for the ledger. It needs `deployments: write` and `actions: read`.',
  ),
});

/** Which of several services of an environment. */
export const serviceInputs = () => ({
  service: described(
    text(),
    'Name of the service, where several services are released to the same environment. Leave empty where there is only one.',
  ),
});

/** Where a host says which build answers. What opens the host goes with the request: it must not name another one. */
export const identityPath = () =>
  text('/api/health', {
    pattern: new RegExp(`^none$|${SITE_PATH.source}`),
    expected: 'a path that starts with one /, or none',
  });

/** Which builds hosts serve, and how they are asked. */
export const identityInputs = () => ({
  'identity-path': described(
    identityPath(),
    'Path of the health route that reports which build answers (`metadata.deployment_id` or `metadata.git_commit`). It is requested on every production host after traffic was moved. `none` requests no host; then it is never certain that all traffic was moved back, so that a rollback keeps the schema.',
  ),
  'protection-bypass': described(
    secret(),
    "Vercel's Protection Bypass for Automation secret, for hosts behind Deployment Protection. It is sent to hosts of the project only.",
  ),
});

/** How long a change of traffic may take. */
export const trafficInputs = () => ({
  'swap-timeout': described(
    duration('3m'),
    'How long Vercel may take to move the traffic. Reading the result back may take another 30 seconds.',
  ),
});

/** How long migrations wait for locks, for each other, and for the server. */
export const lockInputs = () => ({
  'lock-timeout': described(
    duration('200ms'),
    "How long a statement may wait for a lock. While it waits, the app's queries on the same table wait too.",
  ),
  'lock-retry-for': described(
    duration('60s'),
    'How long to keep retrying a migration that could not acquire its locks.',
  ),
  'migration-lock-timeout': described(duration('60s'), 'How long to wait for another migration run to finish.'),
  'statement-timeout': described(duration('15m'), 'How long a single SQL statement may run.'),
});

/** Whether an older commit may be released. */
export const orderInputs = () => ({
  'require-newer-commit': described(
    flag(true),
    'Require that the commit contains the live commit. An older or diverged commit fails with `superseded`.',
  ),
});

/** Periods in which nothing is released. */
export const freezeInputs = () => ({
  freeze: described(
    list(),
    "Periods in which no release may begin, one per line, as `FROM..TO reason`: `2026-12-20..2027-01-04 year's end`, `2026-11-26T16:00..2026-11-30T08:00`, `Fri 16:00..Mon 08:00 weekend`.",
  ),
  'freeze-zone': described(text('UTC'), 'Time zone of `freeze`, such as `Europe/Berlin`.'),
});

/** Which runs may write records that grant something. */
export const trustInputs = () => ({
  'trusted-branches': described(
    list(),
    "Branches whose workflow runs may write the records that this action relies on (requests, staged deployments, releases of other environments), one per line; `*` matches any characters. Default: the repository's default branch. Every workflow with `deployments: write` can write such records, so GitHub is asked which run of which branch wrote them.",
  ),
});

/** What is promoted: the build itself, or only its commit. */
export const modeInputs = () => ({
  mode: described(
    oneOf(['same-build', 'same-commit'], 'same-build'),
    '`same-build` promotes the deployment that was staged. `same-commit` promotes the commit that another environment released; production gets its own build of it.',
  ),
});

/** Shows a plan instead of carrying it out. */
export const dryRunInputs = () => ({
  'dry-run': described(flag(false), 'Show the plan and run all checks, but change nothing.'),
});

/** What a list of checks blocks, and where its reports are written (`audit.ts`). */
export const auditInputs = () => ({
  accept: described(
    text(),
    'Failures to accept, as a YAML list of `check` (an id, `*` matches anything), `reason`, `until` (a day), and optionally `what` and `verdict` (`fail` or `unknown`).',
  ),
  'on-unknown': described(
    oneOf(['fail', 'warn'], 'fail'),
    'Whether a check that cannot be decided fails the step (`fail`) or is only reported (`warn`).',
  ),
  'report-only': described(flag(false), 'Set to `true` to report everything and never fail the step.'),
  'report-directory': described(
    text(),
    'Directory for the reports. By default one in the temporary directory of the job.',
  ),
});

/** A bucket of S3, or of a store that speaks it. */
export const storeInputs = () => ({
  's3-region': described(text(), 'Region of the bucket; `auto` for Cloudflare R2. By default `AWS_REGION`.'),
  's3-endpoint': described(text(), 'Address of a store that is compatible with S3. By default AWS.'),
  's3-access-key-id': described(
    text(),
    'Id of the access key. By default the credentials that `aws-actions/configure-aws-credentials` leaves in the environment. The key needs no right to delete.',
  ),
  's3-secret-access-key': described(secret(), 'The secret of the access key.'),
});
