import { expect, test } from '@jest/globals';
import { readInputs } from '@lockstep/action-shell';
import { inputs as edge } from '../src/edge-audit/inputs.ts';
import { identityInputs } from '../src/inputs.ts';

const shapes = [
  ['the audit of a site', edge],
  ['actions that ask hosts for their build', identityInputs()],
] as const;

test.each(shapes)('%s: what opens a host is not sent to another one that a path names', (_who, shape) => {
  const wrongOf = (path: string) =>
    readInputs(shape, (name) => (name === 'identity-path' ? path : '')).problems.filter((one) =>
      /identity-path/.test(one),
    );
  for (const path of ['//other.example/x', '/\\other.example/x', 'health', 'nonesuch', '/two words'])
    expect(wrongOf(path)).toEqual([
      `input "identity-path": expected a path that starts with one /, or none, got ${JSON.stringify(path)}`,
    ]);
  for (const path of ['/', '/api/health?a=//b', '/a//b', 'none']) expect(wrongOf(path)).toEqual([]);
});
