import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import { begin } from './begin.ts';
import { check } from './check.ts';
import { commit } from './commit.ts';
import { type Inputs, inputs, problemsOf } from './inputs.ts';
import type { Reason } from './reasons.ts';
import { reportEnd } from './report-end.ts';

export const action = defineAction({
  name: 'release',
  inputs,
  check: problemsOf,
  run,
  post: { when: 'always', run: reportEnd },
});

function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  switch (values.command) {
    case 'begin':
      return begin(values, shell);
    case 'commit':
      return commit(values, shell);
    case 'check':
      return check(values, shell);
  }
}
