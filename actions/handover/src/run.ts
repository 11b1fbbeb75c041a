import { defineAction, type Outcome, openHandover, packHandover, type Shell } from '@lockstep/action-shell';
import { count } from '@lockstep/base';
import { type Inputs, inputs, problemsOf } from './inputs.ts';
import type { Reason } from './reasons.ts';
import { readValues } from './values.ts';

export const action = defineAction({ name: 'handover', inputs, check: problemsOf, run });

async function run(values: Inputs, _shell: Shell): Promise<Outcome<Reason>> {
  return values.values.length > 0 ? pack(values) : open(values);
}

function pack({ values }: Inputs): Outcome<Reason> {
  const read = readValues(values);
  const names = Object.keys(read);
  return {
    verdict: 'pass',
    reason: 'packed',
    message: `packed ${count(names.length, 'value')}: ${names.join(', ')}`,
    outputs: { ...read, handover: packHandover(read) },
  };
}

function open({ handover, from }: Inputs): Outcome<Reason> {
  const job = from === '' ? 'the earlier job' : `job "${from}"`;
  const opened = openHandover(handover);
  if (opened !== undefined) {
    const names = Object.keys(opened);
    const message = `opened ${count(names.length, 'value')} of ${job}: ${names.join(', ')}`;
    return { verdict: 'pass', reason: 'opened', message, outputs: opened };
  }
  if (handover === '' || handover === 'missing') {
    const message = `the values of ${job} are missing. If that job succeeded, GitHub dropped its output because a line of a secret occurs in it (its log says "Skip output"): change that secret`;
    return { verdict: 'fail', reason: 'handover-missing', message };
  }
  const message = `the values of ${job} are damaged: pass its output "handover" unchanged`;
  return { verdict: 'fail', reason: 'handover-damaged', message };
}
