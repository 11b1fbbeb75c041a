/** TypeScript to JavaScript, one file at a time, kept from one run to the next. */
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { fileURLToPath } = require('node:url');
const { version } = require('@swc/core/package.json');

const root = join(__dirname, '../..');
const cache = join(root, 'node_modules/.cache/lockstep-tests');
const OPTIONS = {
  jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  module: { type: 'es6' },
  sourceMaps: true,
  configFile: false,
  swcrc: false,
};
const hash = (...texts) => createHash('sha256').update(texts.join('\0')).digest('hex');
const salt = hash(version, JSON.stringify(OPTIONS));
let isMade = false;

/** The JavaScript of a TypeScript file. */
exports.transformed = (path) => {
  const source = readFileSync(path, 'utf8');
  const file = keptAs(path, source);
  try {
    return readFileSync(file, 'utf8');
  } catch {
    const { code, map } = require('@swc/core').transformSync(source, { ...OPTIONS, filename: path });
    write(`${file}.map`, JSON.stringify({ ...JSON.parse(map), sources: [path] }));
    write(file, code);
    return code;
  }
};

/** The file of the source map of a module, by its address. */
exports.mapFileOf = (url) => {
  if (!/^file:.*\.ts(\?|$)/.test(url)) return undefined;
  const path = fileURLToPath(url);
  return `${keptAs(path, readFileSync(path, 'utf8'))}.map`;
};

const keptAs = (path, source) => join(cache, `${hash(salt, path, source)}.mjs`);

/** Whole or not at all: another worker may write or read the same one. */
function write(file, text) {
  if (!isMade) mkdirSync(cache, { recursive: true });
  isMade = true;
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, text);
  renameSync(aside, file);
}
