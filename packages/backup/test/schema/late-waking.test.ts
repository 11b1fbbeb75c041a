import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readDatabaseUrl } from '@lockstep/postgres';
import { wasmDump } from '../../src/schema/wasm-dump.ts';
import { type Ground, startGround } from '../ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

test('the thread of pg_dump does not take an answer twice where it is woken late', async () => {
  const url = await ground.database(
    'create table public.t (id serial primary key); create view public.v as select 1 as one',
  );
  const dump = () => wasmDump(readDatabaseUrl(url), ['--section=pre-data', '--encoding=UTF8'], undefined);
  const plain = withoutKey(await dump());
  const notify: (array: Int32Array, index: number) => number = Atomics.notify;
  // As where this thread is held up between the answer and the waking: the other one has gone on by then.
  let woken = 0;
  const twice: typeof notify = (array, index) => {
    woken++;
    setImmediate(() => notify(array, index));
    return notify(array, index);
  };
  Object.assign(Atomics, { notify: twice });
  try {
    expect(withoutKey(await dump())).toBe(plain);
    expect(woken).toBeGreaterThan(40);
  } finally {
    Object.assign(Atomics, { notify });
  }
});

function withoutKey(sql: Uint8Array): string {
  return Buffer.from(sql)
    .toString('utf8')
    .replace(/^(\\(?:un)?restrict) \w+$/gm, '$1');
}
