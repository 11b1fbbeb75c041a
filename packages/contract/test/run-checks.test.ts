import { expect, test } from '@jest/globals';
import { bad, check } from './check.ts';

test('a backend that keeps its contract passes, and every operation is either judged or named', async () => {
  const { checks, notVerified, coverage, backend } = await check();
  expect(bad({ checks })).toEqual([]);
  expect(coverage).toMatchObject({ all: 6, counted: 4, judged: 4, share: 1 });
  expect(notVerified.map(({ what, chosen }) => [what, chosen])).toEqual([
    ['POST /patients', true],
    ['DELETE /patients/{id}', true],
  ]);
  expect(new Set(checks.map(({ id }) => id))).toEqual(
    new Set([
      'backend/reachable',
      'operation/mounted',
      'operation/status',
      'operation/content-type',
      'operation/body',
      'operation/undocumented-fields',
      'operation/headers',
      'operation/refuses-no-token',
      'operation/refuses-wrong-token',
      'operation/error-shape',
      'operation/next-page',
      'identity/may',
      'identity/may-not',
      'coverage/operations',
    ]),
  );
  expect(backend.asked.filter((one) => !one.startsWith('GET '))).toEqual([]);
});
