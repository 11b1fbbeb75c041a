import { reportChecks } from '@lockstep/action-kit/audit';
import { dryRunEnd } from '@lockstep/action-kit/contract-check/dry-run';
import { type ContractCheck, checkEverything } from '@lockstep/action-kit/contract-check/engine';
import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import type { ReleaseOrder } from '@lockstep/contract';
import { type Inputs, inputs, problemsOf } from './inputs.ts';
import type { Reason } from './reasons.ts';

export const action = defineAction({ name: 'contract-check', inputs, check: problemsOf, run });

async function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const { backend, checks, notVerified, order, subject } = await checkEverything(values, shell);
  if (order !== undefined)
    shell.summary.add(`**Order** of releases: ${order.release}. Of rollbacks: ${order.rollback}.`);
  if (values['dry-run']) return dryRun(backend, orderOutputs(order));
  const outcome = reportChecks(
    shell,
    {
      subject,
      nowMs: shell.clock.now(),
      run: shell.env.runUrl,
      tool: { name: 'contract-check', version: process.env['GITHUB_ACTION_REF'] || 'v1' },
      checks,
      notVerified,
    },
    values,
  );
  const { section, ...ended } = outcome;
  const { coverage, operations } = backend;
  const said = coverage === undefined ? '' : `${coverage.judged} of ${coverage.counted} operations judged; `;
  return {
    ...ended,
    message: said + ended.message,
    outputs: {
      ...ended.outputs,
      result: said + ended.message,
      section,
      ...orderOutputs(order),
      ...(operations === undefined ? {} : { operations }),
      ...(coverage === undefined
        ? {}
        : { coverage: Math.floor(coverage.share * 1000) / 1000, judged: coverage.judged }),
    },
  };
}

function orderOutputs(order: ReleaseOrder | undefined): Readonly<Record<string, string>> {
  return order === undefined ? {} : { 'release-order': order.release, 'rollback-order': order.rollback };
}

function dryRun(backend: ContractCheck['backend'], order: Readonly<Record<string, string>>): Outcome<Reason> {
  const { operations } = backend;
  return { ...dryRunEnd(backend), outputs: { ...order, ...(operations === undefined ? {} : { operations }) } };
}
