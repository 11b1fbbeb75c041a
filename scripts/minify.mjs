/**
 * What is minified: packages of others, wherever they are, since they can be read where they are from; ours only where a
 * bundle would be over its budget, for a readable one is worth more than a small one.
 */
import swc from '@swc/core';

/** A function that nobody defines: minifying leaves its call, and the parentheses of it. */
const AT_ONCE = '__lockstep_at_once__';
const HEAD = '(/\\*\\*\\*/ (\\d+):\\n/\\*\\*\\*/ )';
const END = '\n/***/ })';
const JOINED = /^;\/\/ CONCATENATED MODULE: (.+)$/m;

/**
 * All of a part of a bundle. Webpack puts the function of each module into parentheses, by which V8 knows that it is called
 * at once, and compiles it in one go; a minifier takes them away, and V8 reads all of it twice: they are kept.
 */
export async function minified(code) {
  const marked = code.replace(new RegExp(`^${HEAD}\\(`, 'gm'), (_all, head) => `${head}${AT_ONCE}(`);
  const { code: small } = await swc.minify(marked, { compress: true, mangle: true, module: true });
  return `${small.replaceAll(`${AT_ONCE}(`, '(')}\n`;
}

/**
 * What is from packages of others, module by module. `isForeign` says so of a module that stands alone, by its number; of
 * those that were joined into one, webpack gives the paths.
 * @param {string} code
 * @param {(id: string) => boolean} isForeign
 */
export async function withForeignMinified(code, isForeign) {
  const sections = code.split(/^(?=\/\*\*\*\/ \d+:$)/m).map(async (section) => {
    const found = new RegExp(`^${HEAD}(\\(.*)${escaped(END)}(.*)$`, 's').exec(section);
    if (found === null) return section;
    const [, head, id, body, rest] = found;
    const [first, ...joined] = body.split(JOINED);
    if (joined.length > 0) return `${head}${first}${(await piecesOf(joined)).join('')}${END}${rest}`;
    return isForeign(id) ? `${head}${await minifiedModule(`${body}${END}`)}${rest}` : section;
  });
  return (await Promise.all(sections)).join('');
}

/** One after the other its path and its code. */
async function piecesOf(joined) {
  const pieces = [];
  for (let nth = 0; nth < joined.length; nth += 2) {
    const [path, code] = joined.slice(nth, nth + 2);
    const isTheirs = path.includes('/node_modules/');
    pieces.push(`;// CONCATENATED MODULE: ${path}`, isTheirs ? `\n${await minifiedPiece(code)}\n\n` : code);
  }
  return pieces;
}

/** The function of a module, in its parentheses. */
async function minifiedModule(text) {
  const { code } = await swc.minify(`${AT_ONCE}${text}`, { compress: true, mangle: true });
  return code.replace(AT_ONCE, '').replace(/;$/, '');
}

/** Others know it by the names of its outermost level. */
async function minifiedPiece(text) {
  const outermost = { toplevel: false };
  return (await swc.minify(text, { compress: outermost, mangle: outermost })).code;
}

function escaped(text) {
  return text.replace(/[*/(){}]/g, '\\$&');
}
