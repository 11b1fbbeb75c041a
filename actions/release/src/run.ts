import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import { begin } from './begin.ts';
import { check } from './check.ts';
import { commit } from './commit.ts';
import { type Inputs, inputs, problemsOf } from './inputs.ts';
import { tellEnd } from './tell-end.ts';

export const action = defineAction({
  name: 'release',
  inputs,
  check: problemsOf,
  run,
  post: { when: 'always', run: tellEnd },
});

function run(values: Inputs, shell: Shell): Promise<Outcome> {
  switch (values.command) {
    case 'begin':
      return begin(values, shell);
    case 'commit':
      return commit(values, shell);
    case 'check':
      return check(values, shell);
  }
}
