import { orderOf, type ReleaseOrder } from '@lockstep/contract';
import { type ContractFindings, checkBackend } from './backend-part.ts';
import { type Findings, together } from './findings.ts';
import type { Host } from './host.ts';
import { type Inputs, requirementsOf } from './inputs.ts';
import { checkOthers } from './other-parts.ts';
import { checkSource } from './source-part.ts';

export interface ContractCheck extends Findings {
  readonly backend: ContractFindings;
  /** Of releases and rollbacks, where something is required. */
  readonly order: ReleaseOrder | undefined;
  /** What the list is about. */
  readonly subject: string;
}

/** All that the inputs ask for. In a dry run, nothing but reading. */
export async function checkEverything(values: Inputs, host: Host): Promise<ContractCheck> {
  const backend = await checkBackend(values, host);
  const source = await checkSource(values, host);
  const others = await checkOthers(values, host);
  return {
    ...together([backend, source, others]),
    backend,
    order: orderOf(requirementsOf(values).requirements),
    subject: values['base-url']?.host ?? (values.contract || values['health-url']?.host || 'the backend'),
  };
}
