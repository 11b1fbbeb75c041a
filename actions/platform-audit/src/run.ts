import { readAccept, reportChecks } from '@lockstep/action-kit/audit';
import { platformWorld, readServices } from '@lockstep/action-kit/platform';
import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import { type Check, count, DeadlineError, type NotVerified, withDeadline } from '@lockstep/base';
import { auditPlatform, type Policy, type PolicyLine, pinsNotCompared } from '@lockstep/platform';
import { accessOf, INPUT_NAMES } from './access.ts';
import { type Drift, driftOf } from './drift.ts';
import { type Inputs, inputs } from './inputs.ts';
import { earlierOf, policyOf } from './policy.ts';
import type { Reason } from './reasons.ts';
import { isSelected, SERVICES, sectionOf, sectionsOf } from './selection.ts';

export const action = defineAction({
  name: 'platform-audit',
  inputs,
  check: (values) => readAccept(values.accept).problems,
  run,
});

async function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const policy = policyOf(values, shell.env.workspace);
  const earlier = earlierOf(values, shell.env.workspace);
  const lines = policy.lines.filter(({ line }) => isSelected(line, values.lines));
  if (values['dry-run']) {
    for (const { at, line } of lines) shell.log.info(`${values['platform-policy']}:${at}: ${line.key}: ${line.title}`);
    const message = `the policy is valid; would check ${count(lines.length, 'line')} of it, no request was sent`;
    return { verdict: 'pass', reason: 'dry-run', message };
  }
  if (values.lines !== 'all' && lines.length === 0) {
    const message = `no line of ${values['platform-policy']} is of the kind "${values.lines}": nothing had to be checked`;
    return { verdict: 'pass', reason: 'no-release-lines', message, outputs: { result: message } };
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

/** Where a snapshot comes from. */
const SNAPSHOT = 'Commit the file that `snapshot-path` writes, and pass it as `compare-with`.';

/** A service that does not answer leaves time for two others. */
const SERVICE_SHARE = 3;

/** The audit within its deadline. What did not end by then is unknown, all of it. */
async function look({ earlier, lines, policy, values }: Looking, shell: Shell): Promise<Found> {
  const isWhole = values['snapshot-path'] !== '' || earlier !== undefined;
  const asked = new Set(lines.map(({ line }) => sectionOf(line)));
  const sections = sectionsOf(isWhole ? new Set([...asked, ...SERVICES]) : asked);
  const ages = lines.some(({ line }) => line.key === 'supabase.functions-current');
  const { clock, log, signal } = shell;
  try {
    return await log.group('Reading how the platform is configured', () =>
      withDeadline(
        'the audit',
        values.deadline,
        async (inner) => {
          const access = await accessOf(values, ages, { ...shell, signal: inner });
          const tools = {
            clock,
            log,
            signal: inner,
            requestTimeoutMs: values['request-timeout'],
            sections,
            names: INPUT_NAMES,
          };
          const facts = await readServices(access, tools, values.deadline / SERVICE_SHARE);
          for (const [section, { because }] of Object.entries(facts.unasked ?? {}))
            log.info(`${section} is not asked: ${because}`);
          const audited = auditPlatform(lines, facts, placeOf(values['platform-policy']));
          const world = platformWorld(access, tools);
          const drift = isWhole
            ? await driftOf({ values, world, facts, earlier, pinned: policy.pinned }, shell)
            : undefined;
          return {
            checks: [...audited.checks, ...(drift?.checks ?? [])],
            notVerified: [
              ...audited.notVerified,
              ...(drift?.notVerified ?? []),
              ...(values.lines === 'all' && earlier === undefined ? pinsNotCompared(policy.pinned, SNAPSHOT) : []),
            ],
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
