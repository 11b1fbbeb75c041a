/** npm, on any system: on Windows it is a script, which the shell alone runs. Node alone, no dependency. */
import { execFileSync } from 'node:child_process';

/**
 * Runs npm, and gives what it prints.
 * @param {readonly string[]} words
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [where]
 */
export function npm(words, where = {}) {
  const { args, program, shell } = npmCall(words);
  return execFileSync(program, args, { ...where, shell, encoding: 'utf8', maxBuffer: 1 << 26 }).trim();
}

/**
 * How npm is called with these words. Pure.
 * @param {readonly string[]} words
 * @param {string} platform
 */
export function npmCall(words, platform = process.platform) {
  if (platform !== 'win32') return { program: 'npm', args: [...words], shell: false };
  const other = words.find((word) => /["%\r\n]/.test(word));
  // Whatever is in quotes is text to cmd, but for these.
  if (other !== undefined) throw new Error(`${other}: no word that a shell of Windows passes on as it is`);
  return { program: ['npm', ...words.map(quoted)].join(' '), args: [], shell: true };
}

const quoted = (word) => (/^[\w@./:=+-]+$/.test(word) ? word : `"${word}"`);
