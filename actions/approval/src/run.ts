import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import { approve } from './approve.ts';
import { deny } from './deny.ts';
import { type Inputs, inputs, problemsOf } from './inputs.ts';
import { protection } from './protection.ts';
import type { Reason } from './reasons.ts';
import { request } from './request.ts';

export const action = defineAction({ name: 'approval', inputs, check: problemsOf, run });

function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  switch (values.command) {
    case 'request':
      return request(values, shell);
    case 'approve':
      return approve(values, shell);
    case 'deny':
      return deny(values, shell);
    case 'protection':
      return protection(values, shell);
  }
}
