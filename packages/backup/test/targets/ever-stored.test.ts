import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Past } from '../../src/targets/target.ts';
import { makeS3Ground, placeAt, RIGHTS, type S3Ground } from './s3-ground.ts';

let ground: S3Ground;
beforeAll(async () => {
  ground = await makeS3Ground();
});
afterAll(() => ground.store.close());

const signal = undefined;
/** The same place, for a key with other rights. */
const asKeyWith = (...rights: readonly string[]) => {
  const { store } = ground;
  return ground.target({}, placeAt(store.url, store.region, store.key({ rights, temporary: true })));
};

test('what was deleted or written over is shown with when it first came, over all pages', async () => {
  const bucket = ground.store.bucket('backups');
  const put = (key: string, atMs: number) => bucket.put(`shop/${key}`, { body: Buffer.from(key) } as never, atMs);
  for (let nth = 0; nth < 1_100; nth++) put(`many/${String(nth).padStart(4, '0')}`, 1_000_000 + nth * 1_000);
  put('many/0000', 9_000_000);
  bucket.hide('shop/many/0001', 9_000_000);
  // Deleted, and put again.
  bucket.hide('shop/many/0002', 9_000_000);
  put('many/0002', 9_500_000);
  // Hidden, with nothing behind it.
  bucket.hide('shop/many/never', 9_000_000);
  bucket.put('shop-of-others/many/x', { body: Buffer.from('x') } as never, 1);
  const target = asKeyWith(...RIGHTS, 's3:ListBucketVersions');
  const shown = await target.everStored?.('many/', { signal });
  expect(shown).toMatchObject({ isWhole: true });
  const { keys } = shown as Past;
  expect(keys).toHaveLength(1_100);
  expect(keys.slice(0, 4)).toEqual([
    { key: 'many/0000', firstMs: 1_000_000, isDeleted: false, isSame: true },
    { key: 'many/0001', firstMs: 1_001_000, isDeleted: true, isSame: true },
    { key: 'many/0002', firstMs: 1_002_000, isDeleted: false, isSame: true },
    { key: 'many/0003', firstMs: 1_003_000, isDeleted: false, isSame: true },
  ]);
});

test('a key that may not list versions, and a store that has none, say which', async () => {
  expect(await asKeyWith(...RIGHTS).everStored?.('many/', { signal })).toBe('no-right');
  ground.faults.plant({ service: 'object-store', effect: { kind: 'status', status: 501 } });
  expect(await asKeyWith(...RIGHTS, 's3:ListBucketVersions').everStored?.('many/', { signal })).toBe('no-versions');
});

test('a bucket that keeps no versions says so: what was deleted there leaves no trace', async () => {
  const { store } = ground;
  const bucket = store.bucket('without-versions');
  const key = store.key({ rights: [...RIGHTS, 's3:ListBucketVersions'], temporary: true });
  const name = { bucket: 'without-versions', address: `${store.url}/without-versions` };
  const target = ground.target({}, { ...placeAt(store.url, store.region, key), ...name });
  expect(await target.everStored?.('many/', { signal })).toEqual({ keys: [], isWhole: true });
  bucket.put('shop/many/one', { body: Buffer.from('one') } as never, 1_000_000);
  expect(await target.everStored?.('many/', { signal })).toBe('no-versions');
});

describe('what leaves no trace because versions were off', () => {
  const bodyOf = (text: string) => ({ body: Buffer.from(text) }) as never;
  const placed = (name: string) => {
    const { store } = ground;
    const bucket = store.bucket(name);
    const key = store.key({ rights: [...RIGHTS, 's3:ListBucketVersions'], temporary: true });
    const place = { bucket: name, address: `${store.url}/${name}` };
    const target = ground.target({}, { ...placeAt(store.url, store.region, key), ...place });
    return { bucket, shown: () => target.everStored?.('many/', { signal }) };
  };

  test('what came after they were suspended, replaced: what was there before is still shown', async () => {
    const { bucket, shown } = placed('suspended');
    bucket.setVersioning('Enabled');
    bucket.put('shop/many/one', bodyOf('one'), 1_000_000);
    bucket.put('shop/many/two', bodyOf('two'), 1_000_000);
    expect(await shown()).toMatchObject({ isWhole: true });
    bucket.setVersioning('Suspended');
    expect(await shown()).toMatchObject({ isWhole: true });
    bucket.hide('shop/many/one', 2_000_000);
    bucket.put('shop/many/three', bodyOf('three'), 2_000_000);
    bucket.put('shop/many/three', bodyOf('other'), 3_000_000);
    expect(await shown()).toEqual({
      keys: [
        { key: 'many/one', firstMs: 1_000_000, isDeleted: true, isSame: true },
        { key: 'many/three', firstMs: 3_000_000, isDeleted: false, isSame: true },
        { key: 'many/two', firstMs: 1_000_000, isDeleted: false, isSame: true },
      ],
      isWhole: false,
    });
  });

  test('what came after they were suspended, deleted: nothing is left but a marker', async () => {
    const { bucket, shown } = placed('suspended-and-deleted');
    bucket.setVersioning('Enabled');
    bucket.put('shop/many/one', bodyOf('one'), 1_000_000);
    bucket.setVersioning('Suspended');
    bucket.put('shop/many/two', bodyOf('two'), 2_000_000);
    bucket.hide('shop/many/two', 3_000_000);
    bucket.setVersioning('Enabled');
    expect(await shown()).toMatchObject({ keys: [{ key: 'many/one' }], isWhole: false });
  });

  test('what came before they were switched on, also where a version hides it', async () => {
    const { bucket, shown } = placed('switched-on-late');
    bucket.put('shop/many/one', bodyOf('one'), 1_000_000);
    bucket.setVersioning('Enabled');
    bucket.put('shop/many/one', bodyOf('one'), 2_000_000);
    expect(await shown()).toMatchObject({ keys: [{ isSame: true }], isWhole: false });
  });
});

test('a copy is the same as what it hides; other bytes are not, also where the first ones are back', async () => {
  const bucket = ground.store.bucket('backups');
  const bodies = { copied: ['a', 'a'], changed: ['a', 'b'], back: ['a', 'b', 'a'], longer: ['a', 'aa'] };
  for (const [key, texts] of Object.entries(bodies))
    for (const [nth, text] of texts.entries())
      bucket.put(`shop/same/${key}`, { body: Buffer.from(text) } as never, 1_000_000 + nth * 1_000);
  const shown = await asKeyWith(...RIGHTS, 's3:ListBucketVersions').everStored?.('same/', { signal });
  expect((shown as Past).keys.map(({ isSame, key }) => [key, isSame])).toEqual([
    ['same/back', false],
    ['same/changed', false],
    ['same/copied', true],
    ['same/longer', false],
  ]);
});

test('half of an answer, and a page of a proxy, are asked for again', async () => {
  const target = asKeyWith(...RIGHTS, 's3:ListBucketVersions');
  ground.faults.plant({ service: 'object-store', effect: { kind: 'cut', bytes: 90 } });
  ground.faults.plant({ service: 'object-store', after: 1, effect: { kind: 'html', status: 200 } });
  expect(await target.everStored?.('many/', { signal })).toMatchObject({ keys: { length: 1_100 } });
  expect(ground.faults.hits().slice(-2)).toEqual([1, 1]);
});
