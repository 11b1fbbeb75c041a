import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '..', '..');
interface Timed {
  readonly path: string;
  /** What jest remembers of it. */
  duration?: number | undefined;
}
const LongestFirst = createRequire(import.meta.url)('../jest/sequencer.cjs') as {
  readonly KNOWN_AS_LONG: readonly string[];
  new (): { sort(tests: readonly object[]): readonly Timed[] };
};

test('what is known as long exists', () => {
  expect(LongestFirst.KNOWN_AS_LONG.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

/** The files in the order in which they would run, of which jest remembers these times. */
function order(files: readonly string[], times: Readonly<Record<string, number>> = {}): readonly string[] {
  const sequencer = new LongestFirst();
  Object.assign(sequencer, { hasFailed: () => false, time: ({ path }: Timed) => times[path.slice(root.length + 1)] });
  const context = { hasteFS: { getSize: (path: string) => path.length } };
  return sequencer
    .sort(files.map((file) => ({ path: join(root, file), context })))
    .map(({ path }) => path.slice(root.length + 1));
}

const [zoo, releases] = ['packages/tenants/test/zoo.test.ts', 'test/e2e/reruns.test.ts'];
const others = ['packages/base/test/of-a-long-name-and-so-of-many-bytes.test.ts', 'actions/a/test/a.test.ts'];

test('a fresh checkout begins with what is known as long, and with scenarios', () => {
  expect(order([...others, 'test/faults/a.test.ts', releases, zoo])).toEqual([
    zoo,
    releases,
    'test/faults/a.test.ts',
    ...others,
  ]);
});

test('a time that is remembered counts more', () => {
  const [long = '', short = ''] = others;
  expect(order([zoo, short, long], { [zoo]: 3, [short]: 5, [long]: 9 })).toEqual([long, short, zoo]);
});
