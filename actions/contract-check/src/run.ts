import { reportChecks } from '@lockstep/action-kit/audit';
import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import { type ContractFindings, checkBackend } from './backend-part.ts';
import { together } from './findings.ts';
import { type Inputs, inputs, problemsOf } from './inputs.ts';
import { checkOthers } from './other-parts.ts';
import type { Reason } from './reasons.ts';
import { checkSource } from './source-part.ts';

export const action = defineAction({ name: 'contract-check', inputs, check: problemsOf, run });

async function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const backend = await checkBackend(values, shell);
  const source = await checkSource(values, shell);
  const others = await checkOthers(values, shell);
  if (values['dry-run']) return dryRun(backend);
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
      ...(operations === undefined ? {} : { operations }),
      ...(coverage === undefined
        ? {}
        : { coverage: Math.floor(coverage.share * 1000) / 1000, judged: coverage.judged }),
    },
  };
}

function dryRun({ operations, would }: ContractFindings): Outcome<Reason> {
  return {
    verdict: 'pass',
    reason: 'dry-run',
    message: would || 'the inputs are right; nothing was asked',
    outputs: operations === undefined ? {} : { operations },
  };
}
