import { describe, expect, test } from '@jest/globals';
import { InputError } from '@lockstep/base';
import { parseGates } from '../src/config.ts';

const problems = (yaml: string): readonly string[] => {
  try {
    parseGates(yaml, 'gates');
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
};

test('gates are a list, or a map with one', () => {
  const list = '- name: lint\n  run: eslint .\n';
  expect(parseGates(list, 'gates')).toMatchObject([
    { name: 'lint', run: 'eslint .', timeoutMs: 600_000, required: true },
  ]);
  expect(parseGates('gates:\n  - { name: lint, run: eslint . }', 'gates')).toEqual(parseGates(list, 'gates'));
});

test('sizes and durations have units', () => {
  const [gate] = parseGates(
    '- { name: b, run: x, report: dist, format: bundle, timeout: 90s, maximum: { total: 1.5MB, js: 64KiB } }',
    'gates',
  );
  expect(gate).toMatchObject({ timeoutMs: 90_000, maximum: { total: 1_500_000, js: 65_536 } });
});

test('everything wrong is reported at once, each with its gate', () => {
  expect(
    problems(`
- { name: a, run: x, polcy: advisory }
- { name: b b }
- { name: c, run: x, report: r.json }
- { name: d, run: x, report: r, format: eslint, timeout: soon, fail-on: bad }
- { name: e, run: x, minimum: { lines: 80 } }
- { name: f, report: stdout, format: eslint }
- { name: g, report: l.json, format: licenses }
- { name: g, run: x, uses: secrets, after: [nobody] }
- { name: h, uses: secrets, accept: [{ what: p, until: tomorrow }] }
`),
  ).toEqual([
    expect.stringMatching(/gate "a": "polcy": no such field/),
    expect.stringMatching(/gate "b b": "name": expected letters/),
    expect.stringMatching(/gate "b b": "run": required/),
    expect.stringMatching(/gate "c": "format": "report" and "format" go together/),
    expect.stringMatching(/gate "d": "timeout"/),
    expect.stringMatching(/gate "d": "fail-on"/),
    expect.stringMatching(/gate "e": "format": "minimum"/),
    expect.stringMatching(/gate "f": "report": "stdout" needs/),
    expect.stringMatching(/gate "g": "allow": required/),
    expect.stringMatching(/gate "g": "uses": a gate has either/),
    expect.stringMatching(/gate "h": "accept": accept 1: "reason": required/),
    expect.stringMatching(/gate "h": "accept": accept 1: "until": expected a day/),
    expect.stringMatching(/two gates are named "g"/),
    expect.stringMatching(/gate "g": "after": there is no gate "nobody"/),
  ]);
});

test('what would change nothing is refused', () => {
  expect(
    problems(`
- { name: a, run: x, new-only: true, tolerance: 1 }
- { name: b, run: x, report: stdout, format: eslint, fail-on: high }
- { name: c, run: x, report: stdout, format: npm-audit, fail-on: error, allow: [MIT] }
- { name: d, report: l, format: lcov, retry: 2, maximum: { lines: 5kB } }
- { name: e, report: b, format: bundle, minimum: { js: 5 } }
- { name: f, uses: secrets, timeout: 5s, fail-on: warning }
- { name: g, run: x, report: stdout, format: npm-audit, fail-on: low, accept: [{ what: p, until: 2026-02-30, reason: r }] }
`),
  ).toEqual([
    expect.stringMatching(/gate "a": "new-only": has no effect/),
    expect.stringMatching(/gate "a": "tolerance": has no effect without "ratchet"/),
    expect.stringMatching(/gate "b": "fail-on": expected one of note, warning, error/),
    expect.stringMatching(/gate "c": "fail-on": expected one of info, low/),
    expect.stringMatching(/gate "c": "allow": has no effect/),
    expect.stringMatching(/gate "d": "retry": has no effect without "run"/),
    expect.stringMatching(/gate "d": "maximum": has no effect on coverage/),
    expect.stringMatching(/gate "e": "minimum": has no effect on sizes/),
    expect.stringMatching(/gate "f": "timeout": has no effect/),
    expect.stringMatching(/gate "g": "accept": accept 1: "until": expected a day/),
  ]);
});

describe('refused as a whole', () => {
  test.each([
    ['nothing', '', 'not readable as YAML'],
    ['no list', 'lint: eslint .', 'expected a YAML list'],
    ['no gate', '[]', 'expected a YAML list'],
    ['a circle', '- { name: a, run: x, after: [b] }\n- { name: b, run: x, after: [a] }', 'a, b wait for each other'],
  ])('%s', (_what, yaml, why) => {
    expect(problems(yaml).join()).toContain(why);
  });
});
