import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bet, startingWealth } from '../src/availability.ts';
import { type Ending, endingAt, type GateRules, observe, openGate } from '../src/gate.ts';
import type { JudgedAnswer } from '../src/judgement.ts';
import type { ResponseClass } from '../src/response-class.ts';

const pre: GateRules = {
  paths: ['/a'],
  successThreshold: 3,
  failureLimit: 0,
  errorLimit: 4,
  bakeMs: 0,
  deadlineMs: 300_000,
  degraded: 'warn',
  availabilityFloor: 0.995,
  judgeColdStart: true,
  identityAsked: false,
};
const post: GateRules = { ...pre, failureLimit: 3, bakeMs: 50_000, deadlineMs: 100_000 };

const letters: Readonly<Record<string, ResponseClass>> = {
  h: 'ok',
  d: 'degraded',
  u: 'unhealthy',
  v: 'contract-violation',
  s: 'stale',
  r: 'redirected',
  p: 'platform-error',
  t: 'timeout',
  n: 'network',
  x: 'wrong-identity',
  a: 'identity-absent',
  w: 'protected',
};

function judgement(letter: string, change: Partial<JudgedAnswer> = {}): JudgedAnswer {
  return {
    class: letters[letter] ?? 'ok',
    because: 'so it is',
    findings: [],
    identity: { deployment: undefined, commit: undefined },
    identified: false,
    format: 'health',
    status: 200,
    at: 0,
    ms: 1,
    read: undefined,
    ...change,
  };
}

/** Probes one path with the letters' classes, a second apart, and says after how many it ended and how. */
function play(rules: GateRules, letters: string): { readonly probes: number; readonly ending: Ending | undefined } {
  let state = openGate(rules);
  for (const [index, letter] of [...letters].entries()) {
    state = observe(rules, state, '/a', judgement(letter));
    const ending = endingAt(rules, state, index * 1_000);
    if (ending !== undefined) return { probes: index + 1, ending };
  }
  return { probes: letters.length, ending: undefined };
}

const bake = 'h'.repeat(51);

describe('a gate', () => {
  test.each<[string, GateRules, string, number, string | undefined]>([
    ['passes at the third success in a row', pre, 'hhhhh', 3, 'pass passed'],
    ['goes on before it', pre, 'hh', 2, undefined],
    ['passes at the first where one is enough', { ...pre, successThreshold: 1 }, 'h', 1, 'pass passed'],
    ['fails at the first failure in pre', pre, 'hhu', 3, 'fail unhealthy'],
    ['fails on a contract violation', pre, 'v', 1, 'fail contract-violation'],
    ['fails on a stale answer', pre, 's', 1, 'fail stale'],
    ['fails on a redirect', pre, 'r', 1, 'fail redirected'],
    ['forgives a failure where configured', { ...pre, failureLimit: 1 }, 'uhhh', 4, 'pass passed'],
    ['counts failures in a row', { ...pre, failureLimit: 1 }, 'uhhuu', 5, 'fail unhealthy'],
    ['lets no error break a row of failures', { ...pre, failureLimit: 2 }, 'utuntu', 6, 'fail unhealthy'],
    ['lets no failure break a row of errors', { ...post, errorLimit: 2 }, 'tutut', 5, 'unknown unreachable'],
    ['starts again after an error', pre, 'hhthhh', 6, 'pass passed'],
    ['forgives four errors in a row', pre, 'tttthhh', 7, 'pass passed'],
    ['is unknown at the fifth timeout in a row', pre, 'ttttt', 5, 'unknown unreachable'],
    ['is unknown when errors are of several kinds', pre, 'ptppp', 5, 'unknown unreachable'],
    ['fails at the fifth platform error in a row', pre, 'ppppp', 5, 'fail platform-error'],
    ['stops at once before a wall', post, 'hw', 2, 'fail protected'],
    ['stops at once at another build', post, 'hx', 2, 'fail wrong-identity'],
    ['stops at once where the build does not say its name', post, 'ha', 2, 'fail identity-absent'],
    ['warns of degraded answers', pre, 'hdh', 3, 'pass degraded'],
    ['takes degraded as healthy where configured', { ...pre, degraded: 'pass' }, 'hdh', 3, 'pass passed'],
    ['takes degraded as a failure where configured', { ...pre, degraded: 'fail' }, 'hdh', 2, 'fail degraded'],
    ['bakes to its end', post, bake, 51, 'pass passed'],
    ['bakes on until the last answers are good', post, `${'h'.repeat(50)}uhhh`, 54, 'pass passed'],
    ['aborts the bake at the first certain failure', post, 'hhhhuuuuhhh', 8, 'fail unhealthy'],
    [
      'forgives three failures in a row in the bake',
      { ...post, availabilityFloor: 0.5 },
      `uuu${bake}`,
      51,
      'pass passed',
    ],
    ['fails a bake that fails now and then, and too often', post, `hhhuhhhhuhhhhu${bake}`, 14, 'fail unavailable'],
    [
      'holds a bake that times out now and then, and too often',
      post,
      `hhhthhhhthhhht${bake}`,
      14,
      'unknown unavailable',
    ],
    [
      'fails a bake in which the platform answers instead, and too often',
      post,
      `hhhphhhhphhhhp${bake}`,
      14,
      'fail unavailable',
    ],
    ['forgives a single failure in a bake', post, `hhhhhhhhhhu${bake}`, 51, 'pass passed'],
    ['forgives two short troubles in a bake', post, `hhhhuhhhhhuuhhhhhh${bake}`, 51, 'pass passed'],
    ['forgives one short trouble in a bake', post, `hhhhhhhhhhuuu${bake}`, 51, 'pass passed'],
    ['is unknown at its deadline', { ...pre, deadlineMs: 5_000, errorLimit: 9 }, 'hthhthht', 6, 'unknown deadline'],
  ])('%s', (_what, rules, sequence, probes, said) => {
    const got = play(rules, sequence);
    expect({ probes: got.probes, said: got.ending && `${got.ending.verdict} ${got.ending.reason}` }).toEqual({
      probes,
      said,
    });
  });

  test('needs every path', () => {
    const rules: GateRules = { ...pre, paths: ['/a', '/b'], successThreshold: 1 };
    const half = observe(rules, openGate(rules), '/a', judgement('h'));
    expect(endingAt(rules, half, 0)).toBeUndefined();
    expect(endingAt(rules, observe(rules, half, '/b', judgement('h')), 0)).toMatchObject({ verdict: 'pass' });
    expect(endingAt(rules, observe(rules, half, '/b', judgement('u')), 0)).toMatchObject({
      verdict: 'fail',
      path: '/b',
    });
  });

  test('does not judge the first request of a path, but for walls and other builds', () => {
    const rules: GateRules = { ...pre, judgeColdStart: false };
    expect(play(rules, 'uhhh')).toMatchObject({ probes: 4, ending: { verdict: 'pass' } });
    expect(play(rules, 'thhh')).toMatchObject({ probes: 4, ending: { verdict: 'pass' } });
    expect(play(rules, 'w')).toMatchObject({ probes: 1, ending: { reason: 'protected' } });
    expect(play(rules, 'x')).toMatchObject({ probes: 1, ending: { reason: 'wrong-identity' } });
  });

  test('fails where a build was asked for and no path ever named one', () => {
    const rules: GateRules = { ...pre, identityAsked: true };
    expect(play(rules, 'hhh').ending).toMatchObject({ verdict: 'fail', reason: 'identity-absent' });
    let state = openGate(rules);
    for (let n = 0; n < 3; n++) state = observe(rules, state, '/a', judgement('h', { identified: n === 1 }));
    expect(endingAt(rules, state, 0)).toMatchObject({ verdict: 'pass' });
  });

  test('believes answers that carry a time only once that time has moved', () => {
    const reads = [100, 100, 100, 100, 200].map((timestamp, at) => ({ at, timestamp, uptime: undefined }));
    let state = openGate(pre);
    const endings = reads.map((read) => {
      state = observe(pre, state, '/a', judgement('h', { read }));
      return endingAt(pre, state, 0)?.verdict;
    });
    expect(endings).toEqual([undefined, undefined, undefined, undefined, 'pass']);
  });

  test('takes a growing uptime for a sign of life', () => {
    let state = openGate(pre);
    for (const uptime of [1, 2, 3])
      state = observe(pre, state, '/a', judgement('h', { read: { at: uptime, timestamp: 100, uptime } }));
    expect(endingAt(pre, state, 0)?.verdict).toBe('pass');
  });
});

describe('whatever comes,', () => {
  const sequences = fc.array(fc.constantFrom(...Object.keys(letters)), { maxLength: 80 }).map((list) => list.join(''));
  const anyRules = fc.record({
    successThreshold: fc.integer({ min: 1, max: 5 }),
    failureLimit: fc.integer({ min: 0, max: 4 }),
    errorLimit: fc.integer({ min: 0, max: 5 }),
  });

  test('a pass is based on successes in a row at its end', () => {
    fc.assert(
      fc.property(anyRules, sequences, (limits, sequence) => {
        const { probes, ending } = play({ ...post, ...limits }, sequence);
        if (ending?.verdict !== 'pass') return;
        const last = sequence.slice(probes - limits.successThreshold, probes);
        expect(last).toMatch(new RegExp(`^[hd]{${limits.successThreshold}}$`));
      }),
    );
  });

  test('healthy answers alone never fail, and bad ones alone never pass', () => {
    fc.assert(
      fc.property(anyRules, fc.integer({ min: 1, max: 80 }), fc.constantFrom('u', 't', 'p', 'v'), (limits, n, bad) => {
        expect(play({ ...post, ...limits }, 'h'.repeat(n)).ending?.verdict ?? 'pass').toBe('pass');
        expect(play({ ...post, ...limits }, bad.repeat(n)).ending?.verdict ?? 'fail').not.toBe('pass');
      }),
    );
  });

  test('an ending is final', () => {
    fc.assert(
      fc.property(sequences, sequences, (first, more) => {
        let state = openGate(pre);
        for (const letter of first) state = observe(pre, state, '/a', judgement(letter));
        const { ending } = state;
        for (const letter of more) state = observe(pre, state, '/a', judgement(letter));
        if (ending !== undefined) expect(state.ending).toEqual(ending);
      }),
    );
  });
});

describe('the availability test', () => {
  test('is fair: at its floor the wealth is expected to stay', () => {
    const floor = 0.995;
    const won = bet(startingWealth, true, floor).value;
    const lost = bet(startingWealth, false, floor).value;
    expect((1 - floor) * won + floor * lost).toBeCloseTo(1, 12);
  });

  test('does not count how long one trouble lasts', () => {
    const one = bet(startingWealth, true, 0.995);
    expect(bet(bet(one, true, 0.995), true, 0.995).value).toBe(one.value);
  });
});
