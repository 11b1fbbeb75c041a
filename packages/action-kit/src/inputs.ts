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

/**
 * The inputs that several actions have, in groups that belong together. What each means is said here and nowhere else:
 * a test holds the descriptions in every action.yml to these. An action for which one means more overrides it after the
 * group, with words of its own in its action.yml.
 */

/** Which project of Vercel, and by which token. */
export const vercelInputs = (options: Requirement = { required: true }) => ({
  'vercel-token': described(secret(options), 'Vercel token. One that is scoped to the project is enough.'),
  'vercel-project': described(text(undefined, options), 'Vercel project, by id or name.'),
  'vercel-team': described(text(), 'Vercel team that owns the project, by id or slug; empty for a personal account.'),
  'vercel-api-url': described(
    url('https://api.vercel.com'),
    "Base of Vercel's API. The token is sent there and nowhere else.",
  ),
});

/** How long one request to a service may take. */
export const requestInputs = () => ({
  'request-timeout': described(duration('10s'), 'How long one request may take.'),
});

/** Whose records in the ledger count. */
export const creatorInputs = () => ({
  'ledger-creator': described(text('github-actions[bot]'), 'Login that github-token acts as. Only its records count.'),
});

/** The ledger: by which token, and whose records count. */
export const ledgerInputs = () => ({
  ...creatorInputs(),
  'github-token': described(token('${{ github.token }}'), 'Token for the ledger (deployments write, actions read).'),
});

/** Which of several services of an environment. */
export const serviceInputs = () => ({
  service: described(text(), 'Service within the environment; empty where there is but one.'),
});

/** Which builds hosts serve, and how they are asked. */
export const identityInputs = () => ({
  'identity-path': described(
    text('/api/health', { pattern: /^(none|\/.*)$/, expected: 'a path that starts with /, or none' }),
    'Health route that names the build (metadata.deployment_id or git_commit), asked on every host; none to ask no host, and then it is never certain that all traffic is back, so that a rollback leaves the schema as it is.',
  ),
  'protection-bypass': described(
    secret(),
    "Vercel's Protection Bypass for Automation secret, for hosts behind Deployment Protection. Sent to the project's hosts alone.",
  ),
});

/** How long a change of traffic may take. */
export const trafficInputs = () => ({
  'swap-timeout': described(
    duration('3m'),
    'How long Vercel may take to move the traffic. Its read-back has 30 s more.',
  ),
});

/** How long migrations wait for locks, for each other, and for the server. */
export const lockInputs = () => ({
  'lock-timeout': described(
    duration('200ms'),
    "How long a statement may wait for a lock; the app's queries queue behind it for so long at most.",
  ),
  'lock-retry-for': described(duration('60s'), 'How long a migration that does not get its locks is tried again.'),
  'migration-lock-timeout': described(duration('60s'), 'How long to wait for another migration run to finish.'),
  'statement-timeout': described(duration('15m'), 'How long one statement may take.'),
});

/** What speaks against releasing a commit now. */
export const orderInputs = () => ({
  'require-newer-commit': described(
    flag(true),
    'Whether the commit must contain the live one. An older commit, or one from beside, fails as superseded.',
  ),
});

/** Times in which nothing is released. */
export const freezeInputs = () => ({
  freeze: described(
    list(),
    "Times in which nothing begins, one a line, as `FROM..TO reason`: `2026-12-20..2027-01-04 year's end`, `2026-11-26T16:00..2026-11-30T08:00`, `Fri 16:00..Mon 08:00 weekend`.",
  ),
  'freeze-zone': described(text('UTC'), 'Time zone of `freeze`, like Europe/Berlin.'),
});

/** Which runs are believed to have written what grants something. */
export const trustInputs = () => ({
  'trusted-branches': described(
    list(),
    "Branches whose workflows are believed to have asked, staged, or released elsewhere, one a line, `*` for any characters; the repository's default branch where empty. Any workflow that may write deployments can write such records: GitHub is asked which run of which branch did.",
  ),
});

/** What a promotion takes over: the build, or the commit alone. */
export const modeInputs = () => ({
  mode: described(
    oneOf(['same-build', 'same-commit'], 'same-build'),
    'same-build promotes the very deployment that was staged; same-commit the commit of the release that another environment has, of which production gets a build of its own.',
  ),
});

/** Shows a plan instead of carrying it out. */
export const dryRunInputs = () => ({
  'dry-run': described(flag(false), 'Plan, check and print, and change nothing.'),
});
