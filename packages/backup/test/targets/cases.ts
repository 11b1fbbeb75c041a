import { expect, test } from '@jest/globals';
import { type BackupTarget, MissingObject, type StoredObject } from '../../src/targets/target.ts';

const free = { signal: undefined };

export async function bytesOf(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

export async function keysOf(objects: AsyncIterable<StoredObject>): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of objects) keys.push(key);
  return keys;
}

export async function* chunksOf(...chunks: readonly (string | Uint8Array)[]): AsyncIterable<Uint8Array> {
  for (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

/** What every place of backups promises, whatever it is. `fresh` makes an empty one. */
export function targetCases(fresh: () => Promise<BackupTarget>): void {
  test('what is put comes back byte by byte, also nothing and much', async () => {
    const target = await fresh();
    const much = Buffer.alloc(13_000_000, 'abcdefg');
    const stored = await target.put(
      'daily/a/much',
      chunksOf(much.subarray(0, 7_000_000), much.subarray(7_000_000)),
      free,
    );
    expect(stored).toMatchObject({ key: 'daily/a/much', bytes: much.length });
    expect((await bytesOf(await target.get('daily/a/much', free))).equals(much)).toBe(true);
    await target.put('daily/a/none', chunksOf(), free);
    expect(await bytesOf(await target.get('daily/a/none', free))).toHaveLength(0);
  });

  test('what is not there is missing, and says so', async () => {
    const target = await fresh();
    expect(await target.head('daily/none', free)).toBeUndefined();
    await expect(async () => bytesOf(await target.get('daily/none', free))).rejects.toThrow(MissingObject);
    expect(await keysOf(target.list('daily/', free))).toEqual([]);
  });

  test('keys are listed by their beginning, in their order', async () => {
    const target = await fresh();
    for (const key of ['weekly/b', 'daily/b/2', 'daily/b/1', 'daily/c', 'daily2/x']) {
      await target.put(key, chunksOf('x'), free);
    }
    expect(await keysOf(target.list('daily/', free))).toEqual(['daily/b/1', 'daily/b/2', 'daily/c']);
    expect(await keysOf(target.list('', free))).toEqual(['daily/b/1', 'daily/b/2', 'daily/c', 'daily2/x', 'weekly/b']);
    expect(await keysOf(target.list('daily', free))).toHaveLength(4);
  });

  test('a stream that breaks leaves nothing behind', async () => {
    const target = await fresh();
    async function* breaking(): AsyncIterable<Uint8Array> {
      yield Buffer.alloc(9_000_000);
      throw new Error('the rows ended');
    }
    await expect(target.put('daily/x', breaking(), free)).rejects.toThrow('the rows ended');
    expect(await keysOf(target.list('', free))).toEqual([]);
  });

  test('a cancelled upload leaves nothing behind', async () => {
    const target = await fresh();
    const cancel = new AbortController();
    async function* slow(): AsyncIterable<Uint8Array> {
      yield Buffer.alloc(100);
      cancel.abort(new Error('cancelled by the test'));
      yield Buffer.alloc(100);
    }
    await expect(target.put('daily/x', slow(), { signal: cancel.signal })).rejects.toThrow('cancelled by the test');
    expect(await keysOf(target.list('', free))).toEqual([]);
  });

  test('only the first of several gets a key that must be free', async () => {
    const target = await fresh();
    const tries = ['one', 'two', 'three'].map((text) => target.putIfAbsent('daily/m', Buffer.from(text), free));
    const answers = await Promise.all(tries);
    expect([...answers].sort()).toEqual(['exists', 'exists', 'stored']);
    const winner = ['one', 'two', 'three'][answers.indexOf('stored')] ?? '';
    expect((await bytesOf(await target.get('daily/m', free))).toString()).toBe(winner);
    expect(await keysOf(target.list('', free))).toEqual(['daily/m']);
  });

  test('a key that leads out of its place is refused', async () => {
    const target = await fresh();
    await expect(target.put('daily/../../x', chunksOf('x'), free)).rejects.toThrow('can be no key');
  });
}
