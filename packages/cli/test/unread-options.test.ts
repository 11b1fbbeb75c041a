import { expect, test } from '@jest/globals';
import { InputError } from '@lockstep/base';
import { commands } from '../src/commands.ts';
import { parserOf } from '../src/program.ts';

const silent = { write: () => undefined, tell: () => undefined };

/** The problems of a line, by the parser alone: nothing of it is run. */
async function problemsOf(line: string): Promise<readonly string[]> {
  try {
    await parserOf(commands, silent, async () => undefined).parseAsync(line.split(' '), { from: 'user' });
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
}

test.each<[string, readonly string[]]>([
  ['archive prune --release-id r1', ['--release-id: archive prune does not read it; it is for restore']],
  [
    'backup drill --tables public.a --tier daily',
    [
      '--tier: backup drill does not read it; it is for create',
      '--tables: backup drill does not read it; it is for restore',
    ],
  ],
  ['evidence verify --service web', [expect.stringMatching(/^--service: evidence verify does not read it/) as never]],
  ['platform mend --force', ['COMMAND: expected one of init, audit, snapshot, compare, restore-plan, got "mend"']],
  ['platform snapshot --force', ['--force: platform snapshot does not read it; it is for init']],
])('%s: what would be passed over is refused', async (line, problems) => {
  expect(await problemsOf(line)).toEqual(problems);
});

test.each([
  'archive restore --release-id r1 --dry-run',
  'backup drill --to kept --max-age 2d --parallel 2',
  'evidence report --service web --window 30d',
  'platform audit --compare-with a.json --vercel-project shop',
])('%s is taken', async (line) => {
  expect(await problemsOf(line)).toEqual([]);
});

test('each name that options are for is a command below theirs', () => {
  const named = commands.flatMap(({ arguments: [first], name, options }) =>
    options.flatMap(({ of = [] }) => of.map((below) => [name, below, first?.choices?.includes(below)])),
  );
  expect(named.filter(([, , isThere]) => isThere !== true)).toEqual([]);
});
