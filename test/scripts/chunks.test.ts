import { describe, expect, test } from '@jest/globals';
import { chunkNames, share, withNames } from '../../scripts/chunks.mjs';

/** A part of a bundle as webpack describes it; `name` null for an import, undefined for what it split off. */
const chunk = (id: number, requests: readonly string[], name: null | undefined) => ({
  id,
  name,
  files: new Set([`${id}.index.js`]),
  groupsIterable: new Set(requests.map((request) => ({ origins: [{ request }] }))),
});

describe('a part of a bundle is named for what is imported there', () => {
  test.each([
    [['pg'], null, 'pg.chunk.js'],
    [['libpg-query/wasm/libpg-query.js'], null, 'libpg-query.chunk.js'],
    [['./readers/eslint.js'], null, 'readers-eslint.chunk.js'],
    [['@lockstep/github'], null, 'github.chunk.js'],
    [['@vercel/client/dist/utils/index.js'], null, 'vercel-client-utils.chunk.js'],
    [['./readers/junit.js', './readers/cobertura.js'], undefined, 'readers-cobertura+readers-junit.common.chunk.js'],
  ])('%j', (requests, name, named) => {
    expect([...chunkNames([chunk(945, requests, name)])]).toEqual([['945.index.js', named]]);
  });

  test('one name for two parts is refused', () => {
    expect(() => chunkNames([chunk(1, ['a'], null), chunk(2, ['./a.js'], null)])).toThrow('a.chunk.js');
  });

  test('what was split off and is of one package has its name, unless two parts would have it', () => {
    const split = chunk(9, ['./health.js', './drill.js'], undefined);
    expect([...chunkNames([split], () => '@x/yaml')]).toEqual([['9.index.js', 'x-yaml.common.chunk.js']]);
    const other = chunk(8, ['./status.js'], undefined);
    expect([...chunkNames([split, other], () => 'yaml').values()]).toEqual([
      'drill+health.common.chunk.js',
      'status.common.chunk.js',
    ]);
    expect([...chunkNames([chunk(7, ['./a.js'], null)], () => 'yaml').values()]).toEqual(['a.chunk.js']);
  });

  test('the entry asks for it by its name, and another way of asking is noticed', () => {
    const names = new Map([['945.index.js', 'pg.chunk.js']]);
    const entry = 'r.u = (chunkId) => {\n return "" + chunkId + ".index.js";\n};';
    expect(withNames(entry, names)).toContain('return ({"945":"pg.chunk.js"})[chunkId];');
    expect(() => withNames('r.u = (id) => id + ".js"', names)).toThrow('ncc names');
    expect(withNames('r.u = (id) => id + ".js"', new Map())).toBe('r.u = (id) => id + ".js"');
  });
});

describe('what bundles have alike stands once', () => {
  const bundle = (files: Readonly<Record<string, string>>) =>
    new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));
  const entry = 'u = ({"945":"pg.chunk.js"})[chunkId]';
  const texts = (files: ReadonlyMap<string, Buffer> | undefined) =>
    Object.fromEntries([...(files ?? [])].map(([path, bytes]) => [path, bytes.toString()]));

  test('and is asked for there; what differs stays where it is', () => {
    const bundles = new Map([
      ['a', bundle({ 'index.js': entry, 'pg.chunk.js': 'other', 'own.chunk.js': 'own' })],
      ['b', bundle({ 'index.js': entry, 'pg.chunk.js': 'pg' })],
      ['c', bundle({ 'index.js': entry, 'pg.chunk.js': 'pg', 'x.wasm': 'wasm' })],
    ]);
    expect(texts(share(bundles, ['x.wasm']))).toEqual({ 'pg.chunk.js': 'pg', 'x.wasm': 'wasm' });
    expect(texts(bundles.get('a'))).toEqual({ 'index.js': entry, 'pg.chunk.js': 'other', 'own.chunk.js': 'own' });
    const moved = { 'index.js': 'u = ({"945":"../shared/pg.chunk.js"})[chunkId]' };
    expect(texts(bundles.get('b'))).toEqual(moved);
    expect(texts(bundles.get('c'))).toEqual(moved);
  });

  test('each form that two have, the rarer one under the name of the first of them', () => {
    const has = (text: string) => bundle({ 'index.js': entry, 'pg.chunk.js': text });
    const all = () =>
      new Map([
        ...[...'abc'].map((name) => [name, has('most')] as const),
        ...[...'de'].map((name) => [name, has('two')] as const),
        ['f', has('one')],
      ]);
    const whole = all();
    const shared = share(whole, []);
    expect(texts(shared)).toEqual({ 'pg.chunk.js': 'most', 'pg.d.chunk.js': 'two' });
    expect(texts(whole.get('e'))).toEqual({ 'index.js': 'u = ({"945":"../shared/pg.d.chunk.js"})[chunkId]' });
    expect(texts(whole.get('f'))).toEqual({ 'index.js': entry, 'pg.chunk.js': 'one' });
    // Built alone, each finds its own there.
    const alone = new Map([...all()].filter(([name]) => name === 'e'));
    expect(texts(share(alone, [], shared))).toEqual({ 'pg.d.chunk.js': 'two' });
    expect(texts(alone.get('e'))).toEqual(texts(whole.get('e')));
  });

  test('a bundle that is built alone takes what stands there, as long as it is the same', () => {
    const standing = bundle({ 'pg.chunk.js': 'pg' });
    const same = new Map([['a', bundle({ 'index.js': entry, 'pg.chunk.js': 'pg' })]]);
    expect([...share(same, [], standing).keys()]).toEqual(['pg.chunk.js']);
    const newer = new Map([['a', bundle({ 'index.js': entry, 'pg.chunk.js': 'newer' })]]);
    expect(share(newer, [], standing).size).toBe(0);
    expect(texts(newer.get('a'))).toEqual({ 'index.js': entry, 'pg.chunk.js': 'newer' });
  });
});
