import { reportChecks } from '@lockstep/action-kit/audit';
import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import { orderOf, type ReleaseOrder } from '@lockstep/contract';
import { type ContractFindings, checkBackend } from './backend-part.ts';
import { together } from './findings.ts';
import { type Inputs, inputs, problemsOf, requirementsOf } from './inputs.ts';
import { checkOthers } from './other-parts.ts';
import type { Reason } from './reasons.ts';
import { checkSource } from './source-part.ts';

export const action = defineAction({ name: 'contract-check', inputs, check: problemsOf, run });

async function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const backend = await checkBackend(values, shell);
  const source = await checkSource(values, shell);
  const others = await checkOthers(values, shell);
  const order = orderOf(requirementsOf(values).requirements);
  if (order !== undefined)
    shell.summary.add(`**Order** of releases: ${order.release}. Of rollbacks: ${order.rollback}.`);
  if (values['dry-run']) return dryRun(backend, orderOutputs(order));
  const outcome = reportChecks(
    shell,
    {
      subject: values['base-url']?.host ?? (values.contract || values['health-url']?.host || 'the backend'),
      nowMs: shell.clock.now(),
      run: shell.env.runUrl,
      tool: { name: 'contract-check', version: process.env['GITHUB_ACTION_REF'] || 'v1' },
      ...together([backend, source, others]),
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

function dryRun({ operations, would }: ContractFindings, order: Readonly<Record<string, string>>): Outcome<Reason> {
  return {
    verdict: 'pass',
    reason: 'dry-run',
    message: would || 'the inputs are right; nothing was asked',
    outputs: { ...order, ...(operations === undefined ? {} : { operations }) },
  };
}
