import { expect, test } from '@jest/globals';
import { namesOf, slowBuiltins, stableIds, withIds, withLazyBuiltins } from '../../scripts/modules.mjs';

const askNode = (name: string) => `__WEBPACK_EXTERNAL_createRequire(import.meta.url)("${name}")`;
/** A module as webpack writes it. */
const module = (id: number, body: string) =>
  `/***/ ${id}:\n/***/ ((module, exports, __nccwpck_require__) => {\n\n${body}\n\n/***/ }),\n\n`;
const crypto = module(7, `module.exports = ${askNode('node:crypto')};`);
const path = module(8, `module.exports = ${askNode('node:path')};`);

test('a module has the same number in each bundle, whatever else is in it', () => {
  const few = stableIds(new Map([['1', 'packages/a.js']]));
  const many = stableIds(
    new Map([
      ['5', 'packages/a.js'],
      ['1', 'packages/b.js'],
    ]),
  );
  expect(many.get('5')).toBe(few.get('1'));
  expect(many.get('1')).not.toBe(many.get('5'));
});

test('what webpack makes has no name of the machine in it', () => {
  const inCheckout = (base: string) => {
    const made = { identifier: () => `${base}/node_modules/parser/lib|sync|lazy|${base}/node_modules` };
    const written = { resource: `${base}/actions/notify/src/main.ts`, identifier: () => `${base}/any` };
    const ids = new Map([
      [made, 7],
      [written, 12],
    ]);
    return namesOf([made, written], { getModuleId: (module: never) => ids.get(module) ?? null }, base);
  };
  expect(inCheckout('/home/one/lockstep')).toEqual(inCheckout('/other'));
  expect([...inCheckout('/other').values()]).toEqual([
    '/node_modules/parser/lib|sync|lazy|/node_modules',
    'actions/notify/src/main.ts',
  ]);
});

test('it has that number where it is and where it is asked for, and no other number changes', () => {
  const code = `${module(1, 'var a = __nccwpck_require__(2);\nconst n = 1;\nb.then(__webpack_require__.t.bind(__webpack_require__, 2, 19));')}${module(2, '')}`;
  const ids = new Map([
    ['1', '100'],
    ['2', '200'],
  ]);
  expect(withIds(code, ids)).toBe(
    `${module(100, 'var a = __nccwpck_require__(200);\nconst n = 1;\nb.then(__webpack_require__.t.bind(__webpack_require__, 200, 19));')}${module(200, '')}`,
  );
  expect(() => withIds('var a = __nccwpck_require__(3);', ids)).toThrow('module 3');
});

test('of Node, what is slow is found, and nothing else', () => {
  expect(slowBuiltins(crypto + path)).toEqual(['7']);
});

/** What the code of a bundle loads, and what it gives. */
function run(body: string): { readonly loaded: string[]; readonly given: unknown } {
  const loaded: string[] = [];
  const parts: Readonly<Record<string, unknown>> = {
    7: { hash: () => 'hashed' },
    9: {
      Agent: class {
        readonly kind = 'agent';
      },
    },
  };
  const ask = Object.assign(
    (id: number) => {
      loaded.push(String(id));
      return parts[String(id)];
    },
    { t: (part: object) => ({ ...part, whole: true }), n: (part: unknown) => () => part },
  );
  const code = withLazyBuiltins(module(1, body), ['7', '9']);
  const inner = code.split('\n').slice(3, -4).join('\n');
  return { loaded, given: new Function('__nccwpck_require__', inner)(ask) };
}

test.each<[string, string, unknown]>([
  ['a name', 'var external_c_ = __nccwpck_require__(7);\nreturn () => (0,external_c_.hash)();', 'hashed'],
  [
    'a name in a module by itself',
    '/* harmony import */ var c__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7);\nreturn () => c__WEBPACK_IMPORTED_MODULE_0__.hash();',
    'hashed',
  ],
  ['a class', 'var external_h_ = __nccwpck_require__(9);\nreturn () => new external_h_.Agent("x").kind;', 'agent'],
  [
    'all of it',
    'var external_c_ = __nccwpck_require__(7);\nvar external_c_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_c_, 2);\nreturn () => external_c_namespaceObject.whole;',
    true,
  ],
  [
    'its default',
    'var external_c_ = __nccwpck_require__(7);\nvar external_c_default = /*#__PURE__*/__nccwpck_require__.n(external_c_);\nreturn () => external_c_default().hash();',
    'hashed',
  ],
])('it is loaded where it is first used, once: %s', (_what, body, given) => {
  const { loaded, given: use } = run(body);
  expect(loaded).toEqual([]);
  expect((use as () => unknown)()).toBe(given);
  (use as () => unknown)();
  expect(loaded).toHaveLength(1);
});

test('what asks by itself, and what is not slow, stays as it is', () => {
  const code = module(
    1,
    `const crypto = __nccwpck_require__(7);\nvar external_p_ = __nccwpck_require__(8);\nconst external_path_namespaceObject = ${askNode('path')};`,
  );
  expect(withLazyBuiltins(code, ['7'])).toBe(code);
  expect(withLazyBuiltins(code, [])).toBe(code);
});

test('where a joined module asks Node itself, it is asked on use', () => {
  const code = withLazyBuiltins(
    module(1, `const external_z_namespaceObject = ${askNode('node:zlib')};\nreturn external_z_namespaceObject.x;`),
    [],
  );
  expect(code).toContain(`(external_z_namespaceObject_kept ??= ${askNode('node:zlib')})`);
  expect(code).toContain('return external_z_namespaceObject().x;');
});
