import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import { create } from './create.ts';
import { drill } from './drill.ts';
import { type Inputs, inputs, problemsOf } from './inputs.ts';
import type { Reason } from './reasons.ts';
import { restore } from './restore.ts';
import { status } from './status.ts';

export const action = defineAction({ name: 'backup', inputs, check: problemsOf, run });

async function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  switch (values.command) {
    case 'create':
      return create(values, shell);
    case 'drill':
      return drill(values, shell);
    case 'restore':
      return restore(values, shell);
    case 'status':
      return status(values, shell);
  }
}
