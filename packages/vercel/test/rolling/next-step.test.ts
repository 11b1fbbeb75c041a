import { describe, expect, test } from '@jest/globals';
import { planRolling, type RollingProgress, type RollingSight, type RollingStep } from '@lockstep/vercel';
import { aRollout, STAGES } from '../states.ts';

const wanted = { from: 'dpl_a', to: 'dpl_b' };
const fresh: RollingProgress = { started: false, seen: false, passed: -1, completing: false };
const begun: RollingProgress = { ...fresh, started: true, seen: true };
const [first, second, last] = STAGES;

const shown = (step: RollingStep) => {
  switch (step.kind) {
    case 'gate':
      return `gate ${step.stage.percentage}`;
    case 'approve':
      return `approve ${step.next.index}`;
    case 'stop':
      return `stop: ${step.why} ${step.found ?? ''}`.trim();
    default:
      return step.kind;
  }
};

describe('the next step is decided by what is seen', () => {
  test.each<[string, RollingSight, RollingProgress, string]>([
    ['nothing began', { rollout: undefined, production: 'dpl_a' }, fresh, 'start'],
    ['another release came first', { rollout: undefined, production: 'dpl_c' }, fresh, 'stop: current-differs dpl_c'],
    ['the start does not show yet', { rollout: undefined, production: 'dpl_a' }, { ...fresh, started: true }, 'start'],
    ['its first stage', { rollout: aRollout(), production: 'dpl_a' }, begun, 'gate 10'],
    ['its first gate passed', { rollout: aRollout(), production: 'dpl_a' }, { ...begun, passed: 0 }, 'approve 1'],
    [
      'the second stage shows',
      { rollout: aRollout({ active: second, next: last }), production: 'dpl_a' },
      { ...begun, passed: 0 },
      'gate 50',
    ],
    [
      'the last gate passed',
      { rollout: aRollout({ active: second, next: last }), production: 'dpl_a' },
      { ...begun, passed: 1 },
      'complete',
    ],
    [
      'the last gate passed, and another one is queued',
      { rollout: aRollout({ active: second, next: last, queued: 'dpl_c' }), production: 'dpl_a' },
      { ...begun, passed: 1 },
      'stop: queued dpl_c',
    ],
    [
      'a person approved the last stage',
      { rollout: aRollout({ active: last, next: undefined }), production: 'dpl_a' },
      begun,
      'complete',
    ],
    [
      'a person approved one ahead of its gate',
      { rollout: aRollout({ active: second, next: last }), production: 'dpl_a' },
      begun,
      'gate 50',
    ],
    [
      'everybody is to get it, and that does not show yet',
      { rollout: aRollout({ active: second, next: last }), production: 'dpl_a' },
      { ...begun, passed: 1, completing: true },
      'complete',
    ],
    [
      'the pointer lags behind',
      { rollout: undefined, production: 'dpl_a' },
      { ...begun, passed: 1, completing: true },
      'wait',
    ],
    ['it is production', { rollout: undefined, production: 'dpl_b' }, { ...begun, completing: true }, 'completed'],
    [
      'the next one is rolled out already',
      { rollout: aRollout({ base: 'dpl_b', candidate: 'dpl_c' }), production: 'dpl_b' },
      { ...begun, completing: true },
      'completed',
    ],
    ['it was taken back', { rollout: undefined, production: 'dpl_a' }, begun, 'stop: aborted dpl_a'],
    ['another one is live', { rollout: undefined, production: 'dpl_c' }, begun, 'stop: replaced dpl_c'],
    [
      'another one is rolled out',
      { rollout: aRollout({ candidate: 'dpl_c' }), production: 'dpl_a' },
      begun,
      'stop: replaced dpl_c',
    ],
    [
      'it began from another base',
      { rollout: aRollout({ base: 'dpl_c' }), production: 'dpl_a' },
      begun,
      'stop: current-differs dpl_c',
    ],
    ['Vercel paused it', { rollout: aRollout({ paused: true }), production: 'dpl_a' }, begun, 'stop: paused'],
    [
      'it advances by itself',
      { rollout: aRollout({ advancesByItself: true }), production: 'dpl_a' },
      begun,
      'stop: advances-by-itself',
    ],
    [
      'it shows no stage yet',
      { rollout: aRollout({ active: undefined, next: first }), production: 'dpl_a' },
      begun,
      'wait',
    ],
  ])('%s', (_name, sight, progress, expected) => {
    expect(shown(planRolling(wanted, sight, progress))).toBe(expected);
  });
});
