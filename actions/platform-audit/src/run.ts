import { readAccept, reportChecks } from '@lockstep/action-kit/audit';
import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import { type Check, count, DeadlineError, type NotVerified, withDeadline } from '@lockstep/base';
import { auditPlatform, type Policy, type PolicyLine, readPlatform } from '@lockstep/platform';
import { type Drift, driftOf } from './drift.ts';
import { type Inputs, inputs } from './inputs.ts';
import { earlierOf, policyOf } from './policy.ts';
import type { Reason } from './reasons.ts';
import { worldOf } from './world.ts';

export const action = defineAction({
  name: 'platform-audit',
  inputs,
  check: (values) => readAccept(values.accept).problems,
  run,
});

const ALL = ['vercel', 'supabase', 'github', 'stripe', 'sentry', 'bundle'];

async function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const policy = policyOf(values, shell.env.workspace);
  const earlier = earlierOf(values, shell.env.workspace);
  const lines = policy.lines.filter(({ line }) => values.lines === 'all' || line.forRelease);
  if (values['dry-run']) {
    for (const { at, line } of lines) shell.log.info(`${values['platform-policy']}:${at}: ${line.key}: ${line.title}`);
    const message = `the policy is valid; would check ${count(lines.length, 'line')} of it, no request was sent`;
    return { verdict: 'pass', reason: 'dry-run', message };
  }
  const found = await look({ values, policy, lines, earlier }, shell);
  const { owner, repo } = shell.env.repository;
  const { section, ...outcome } = reportChecks(
    shell,
    {
      subject: `platform of ${owner}/${repo}`,
      nowMs: shell.clock.now(),
      run: shell.env.runId === 0 ? null : shell.env.runUrl,
      tool: { name: 'platform-audit', version: process.env['GITHUB_ACTION_REF'] || 'main' },
      checks: found.checks,
      notVerified: found.notVerified,
    },
    values,
  );
  const { drift } = found;
  const more = {
    result: outcome.message,
    section,
    drift: drift?.changes ?? '',
    'snapshot-path': drift?.snapshotPath ?? '',
  };
  return { ...outcome, outputs: { ...outcome.outputs, ...more } };
}

/** Where findings point to, in SARIF: nothing for a file outside of the repository. */
function placeOf(path: string): string | undefined {
  return path.startsWith('/') || path.startsWith('..') ? undefined : path.replace(/^\.\//, '');
}

interface Looking {
  readonly values: Inputs;
  readonly policy: Policy;
  readonly lines: readonly PolicyLine[];
  readonly earlier: ReturnType<typeof earlierOf>;
}

interface Found {
  readonly checks: readonly Check[];
  readonly notVerified: readonly NotVerified[];
  readonly drift: Drift | undefined;
}

/** The audit within its deadline. What did not end by then is unknown, all of it. */
async function look({ earlier, lines, policy, values }: Looking, shell: Shell): Promise<Found> {
  const isWhole = values['snapshot-path'] !== '' || earlier !== undefined;
  const sections = isWhole ? ALL : [...new Set(lines.map(({ line }) => line.key.slice(0, line.key.indexOf('.'))))];
  const { clock, log, signal } = shell;
  try {
    return await log.group('Reading how the platform is configured', () =>
      withDeadline(
        'the audit',
        values.deadline,
        async (inner) => {
          const world = await worldOf(values, sections, { ...shell, signal: inner });
          const facts = await readPlatform(world);
          const audited = auditPlatform(lines, facts, placeOf(values['platform-policy']));
          const drift = isWhole
            ? await driftOf({ values, world, facts, earlier, pinned: policy.pinned }, shell)
            : undefined;
          return {
            checks: [...audited.checks, ...(drift?.checks ?? [])],
            notVerified: [...audited.notVerified, ...(drift?.notVerified ?? [])],
            drift,
          };
        },
        { clock, signal },
      ),
    );
  } catch (error) {
    if (!(error instanceof DeadlineError)) throw error;
    const late: NotVerified = {
      id: 'platform-audit',
      what: 'the platform',
      because: error.message,
      remedy: 'Raise `deadline`.',
      chosen: false,
    };
    return { checks: [], notVerified: [late], drift: undefined };
  }
}
