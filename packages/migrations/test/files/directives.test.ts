import { expect, test } from '@jest/globals';
import { inspect } from '../../src/sql/inspect.ts';
import type { Problem } from '../../src/sql/problem.ts';
import { textSource } from '../../src/sql/source.ts';

function read(sql: string) {
  const problems: Problem[] = [];
  const { directives } = inspect(textSource('f.sql', sql), problems);
  return { ...directives, problems: problems.map(({ message }) => message) };
}

test.each(['-- lockstep: contract', '-- Lockstep: Contract', '--LOCKSTEP:CONTRACT', '---  lockstep :  contract\r'])(
  'letter case and spacing do not matter: %j',
  (line) => {
    expect(read(`${line}\nselect 1;`)).toMatchObject({ phase: 'contract', problems: [] });
  },
);

test('nor in one with a reason, which is kept as written', () => {
  expect(read('-- Lockstep: EXPAND Because Nobody reads it\nselect 1;')).toMatchObject({
    phase: 'expand',
    phaseReason: 'Nobody reads it',
  });
});

test.each([
  '-- lockstep contract',
  '-- Lockstep - Contract',
  '-- lockstep=contract',
  '/* lockstep: contract */',
  '/*\n * Lockstep: contract\n */',
  '-- lockstep allow drop-column because nobody reads it',
])('what was meant for one is not passed over: %j', (line) => {
  expect(read(`${line}\nselect 1;`).problems).toEqual([expect.stringContaining('this is no directive; write it')]);
});

test.each(['-- lockstep contracts are signed here', '-- in lockstep: contract and expand', '/* see lockstep docs */'])(
  'prose is none: %j',
  (line) => {
    expect(read(`${line}\nselect 1;`)).toMatchObject({ phase: undefined, problems: [] });
  },
);

test.each([
  '-- pg-delta: transaction=false',
  '-- +goose NO TRANSACTION',
  '--! no-transaction',
  '-- atlas:txmode none',
  '-- no-transaction',
  '-- postgres-migrations disable-transaction',
  '-- transactional: false',
  '-- morph:nontransactional',
])('so other tools say that there is to be no transaction: %s', (line) => {
  expect(read(`${line}\nvacuum;`)).toMatchObject({ noTransaction: true, problems: [] });
});

test('where anybody could have written it, only at the top', () => {
  expect(read('select 1;\n-- no-transaction\nselect 2;')).toMatchObject({ noTransaction: false, problems: [] });
});
