/**
 * What is changed in the text of a bundle, module by module as webpack writes it (`/***\/ 7598:` and a function in
 * parentheses): the numbers of the modules, and what of Node is loaded at the start.
 */
import { createHash } from 'node:crypto';
import { relative, sep } from 'node:path';

const REQUIRE = '__(?:nccwpck|webpack)_require__';
const HEAD = /^\/\*\*\*\/ (\d+):$/gm;

/** Where the source of each module is: webpack's number of it → path from `base`. */
export function namesOf(modules, chunkGraph, base) {
  const named = [...modules].map((module) => [chunkGraph.getModuleId(module), nameOf(module, base)]);
  return new Map(named.filter(([id]) => id !== null).map(([id, name]) => [String(id), name]));
}

/**
 * The number of each module in all bundles: webpack's → ours, by where its source is. Webpack's own depends on what else
 * is in the bundle, so that two bundles would have the same part in two forms.
 */
export function stableIds(names) {
  const named = [...names].map(([id, name]) => ({ id, name })).sort((a, b) => (a.name < b.name ? -1 : 1));
  const ids = new Map();
  const taken = new Set();
  for (const { id, name } of named) {
    let own = Number.parseInt(createHash('sha256').update(name).digest('hex').slice(0, 5), 16);
    while (taken.has(own)) own++;
    taken.add(own);
    ids.set(id, String(own));
  }
  return ids;
}

function nameOf(module, base) {
  const { resource } = module.rootModule ?? module;
  // One that webpack makes, such as for all files of a folder, has whole paths in its name.
  if (resource === undefined) return module.identifier().replaceAll(base, '').split(sep).join('/');
  return relative(base, resource).split(sep).join('/');
}

/** The code with these numbers. */
export function withIds(code, ids) {
  const own = (/** @type {string} */ id) => {
    const known = ids.get(id);
    if (known === undefined) throw new Error(`a bundle asks for module ${id}, which is none of its own`);
    return known;
  };
  return code
    .replace(HEAD, (_all, id) => `/***/ ${own(id)}:`)
    .replace(new RegExp(`(${REQUIRE}\\(|\\.bind\\(${REQUIRE}, )(\\d+)(?=[,)])`, 'g'), (_all, ask, id) => ask + own(id));
}

/**
 * Parts of Node that take time to load, and that it does not load for itself: `crypto` is a fifth of the start of a whole
 * process, `https` two fifths.
 */
const SLOW =
  '(?:node:)?(?:async_hooks|child_process|crypto|dgram|dns|fs/promises|https?|http2|net|os|readline|stream(?:/\\w+)?|tls|worker_threads|zlib)';
const ASKS_NODE = `__WEBPACK_EXTERNAL_createRequire\\(import\\.meta\\.url\\)\\("${SLOW}"\\)`;

/** The modules that are nothing but such a part. */
export function slowBuiltins(code) {
  const alone = new RegExp(`^/\\*\\*\\*/ (\\d+):\\n.*\\n\\nmodule\\.exports = ${ASKS_NODE};$`, 'gm');
  return [...code.matchAll(alone)].map(([, id]) => id);
}

/**
 * The code that loads such a part of Node where it is first used instead of where it is imported. `slow`: the modules of
 * the whole bundle that are one.
 */
export function withLazyBuiltins(code, slow) {
  // An empty choice would fit everywhere.
  const ask = slow.length === 0 ? ASKS_NODE : `${REQUIRE}\\((?:${slow.join('|')})\\)|${ASKS_NODE}`;
  return code
    .split(/^(?=\/\*\*\*\/ \d+:$)/m)
    .map((section) => {
      const names = [...section.matchAll(importsOf(ask))].map(([, name]) => name);
      if (names.length === 0) return section;
      // The whole of it as a module with named exports, or its default one.
      const views = `/\\*#__PURE__\\*/${REQUIRE}\\.[tn]\\((?:${names.join('|')})(?:, 2)?\\)`;
      const parts = [];
      const rest = section.replace(importsOf(`${ask}|${views}`), (_line, name, value) => {
        parts.push({ name, value });
        return `\0${parts.length - 1}\0`;
      });
      const use = new RegExp(`(\\bnew )?(?<![\\w$.])(${parts.map(({ name }) => name).join('|')})(?![\\w$])`, 'g');
      // What is made with `new` would be the part itself.
      const lazily = (/** @type {string} */ text) =>
        text.replace(use, (_all, create, name) => (create === undefined ? `${name}()` : `new (${name}())`));
      return lazily(rest).replace(/\0(\d+)\0/g, (_all, nth) => {
        const { name, value } = parts[nth];
        return `let ${name}_kept;\nconst ${name} = () => (${name}_kept ??= ${lazily(value)});`;
      });
    })
    .join('');
}

/** Lines in which webpack gives such a part a name of its own making. A module that calls `require` gets it at once. */
function importsOf(value) {
  const name = 'external_\\w+|\\w+_namespaceObject|\\w+__WEBPACK_IMPORTED_MODULE_\\d+__';
  return new RegExp(`^(?:/\\* harmony import \\*/ )?(?:var|const) (${name}) = (${value});$`, 'gm');
}
