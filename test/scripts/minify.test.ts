import { expect, test } from '@jest/globals';
import { minified, withForeignMinified } from '../../scripts/minify.mjs';

/** A module as webpack writes it. */
const module = (id: number, body: string, how = '(module, exports)') =>
  `/***/ ${id}:\n/***/ (${how} => {\n\n${body}\n\n/***/ }),\n\n`;
const part = (...modules: readonly string[]) => `export const modules = {\n\n${modules.join('')}};\n`;
const load = async (code: string) =>
  (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
    readonly modules: Readonly<Record<string, (module: object, exports: Record<string, unknown>) => void>>;
  };

test('modules keep the parentheses by which V8 compiles them at once', async () => {
  const small = await minified(part(module(1, 'exports.one = 1;'), module(2, 'exports.two = 2;')));
  expect(small).toMatch(/\{1:\(\(?\w+,\w+\)?=>\{.*\}\),2:\(\(?\w+,\w+\)?=>\{.*\}\)\}/);
  expect(small).not.toContain('at_once');
  const exports: Record<string, unknown> = {};
  (await load(small)).modules['2']?.({}, exports);
  expect(exports).toEqual({ two: 2 });
});

test('a module of another package is minified, ours is not', async () => {
  const body = 'const readable = 1; // why\nexports.value = readable + 1;';
  const code = part(module(1, body), module(2, body));
  const small = await withForeignMinified(code, (id) => id === '2');
  expect(small).toContain(module(1, body));
  expect(small.match(/why/g)).toHaveLength(1);
  expect(small).toMatch(/\/\*\*\*\/ 2:\n\/\*\*\*\/ \(/);
  const exports: Record<string, unknown> = {};
  (await load(small)).modules['2']?.({}, exports);
  expect(exports).toEqual({ value: 2 });
});

test('of modules that were joined, each by itself, and they still know each other', async () => {
  const joined = [
    '',
    ';// CONCATENATED MODULE: ./node_modules/.pnpm/x@1/node_modules/x/index.js',
    'function helper(first) { /* theirs */ return first + 1; }',
    'const table = { a: helper(1) };',
    ';// CONCATENATED MODULE: external "fs"',
    'const untouched   = 0;',
    ';// CONCATENATED MODULE: ./packages/ours/lib/main.js',
    'exports.value   = helper(table.a); // ours',
    '',
  ].join('\n');
  const small = await withForeignMinified(part(module(1, joined)), () => false);
  expect(small).not.toContain('theirs');
  expect(small).toContain('exports.value   = helper(table.a); // ours');
  expect(small).toContain('const untouched   = 0;');
  const exports: Record<string, unknown> = {};
  (await load(small)).modules['1']?.({}, exports);
  expect(exports).toEqual({ value: 3 });
});
