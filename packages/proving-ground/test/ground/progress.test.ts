import { expect, test } from '@jest/globals';
import type { RunEvent, StepResult } from '../../../workflow-runner/src/plan/result.ts';
import { progressLine } from '../../src/ground/progress.ts';

const finished = (conclusion: StepResult['conclusion'], log: string): RunEvent => ({
  type: 'step-finished',
  job: 'release / release',
  step: {
    ...{ id: 'x', name: 'Report approval policy', phase: 'main', outcome: conclusion, conclusion, log, durationMs: 5 },
    ...{ outputs: {}, annotations: [], summary: '' },
  },
});

test.each<[string, StepResult['conclusion'], string, RegExp]>([
  ['that went well', 'success', 'release: pass (begun): it is open', /^ +ok .*: pass \(begun\)/],
  ['without a word', 'success', 'hello', /^ +ok .*Report approval policy$/],
  ['that is let pass', 'success', 'approval: fail (unprotected): nobody is asked', /^ +note .*: fail \(unprotected\)/],
  ['that is let pass unknown', 'success', 'notify: unknown (delivery-unknown): x', /^ +note .*: unknown/],
  ['that failed', 'failure', 'release: fail (frozen): x', /^ +FAIL .*: fail \(frozen\)/],
])('a step %s is shown as what it is', (_, conclusion, log, shown) => {
  expect(progressLine(finished(conclusion, log))).toMatch(shown);
});
