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
  const { notify } = Atomics;
  // As where this thread is held up between the answer and the waking: the other one has gone on by then.
  let woken = 0;
  Atomics.notify = (...args) => {
    woken++;
    setImmediate(() => notify(...args));
    return notify(...args);
  };
  try {
    expect(withoutKey(await dump())).toBe(plain);
    expect(woken).toBeGreaterThan(40);
  } finally {
    Atomics.notify = notify;
  }
});

function withoutKey(sql: Uint8Array): string {
  return Buffer.from(sql)
    .toString('utf8')
    .replace(/^(\\(?:un)?restrict) \w+$/gm, '$1');
}
