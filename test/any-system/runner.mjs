import { spawnSync } from 'node:child_process';

const WITHIN_MS = 300_000;

/**
 * Gives a function that runs one command line to its end, and holds it to the exit code and to `check`, which gets the
 * answer: parsed, where the line asks for JSON. Throws with all that was printed where it is another.
 * @param {string} program
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} where
 */
export function runner(program, where) {
  return (/** @type {readonly string[]} */ line, code = 0, check = (/** @type {any} */ _answer) => true) => {
    const began = Date.now();
    const ended = spawnSync(process.execPath, [program, ...line], { ...where, encoding: 'utf8', timeout: WITHIN_MS });
    const { error, signal, status, stderr, stdout } = ended;
    const isFine = error === undefined && status === code && check(line.includes('--json') ? read(stdout) : stdout);
    console.log(`${isFine ? 'ok  ' : 'FAIL'} lockstep ${line.join(' ')} (${Date.now() - began} ms)`);
    if (isFine) return stdout;
    const wanted = `expected the code ${code} and ${check}`;
    throw new Error(`${wanted}, got ${error?.message ?? signal ?? status}:\n${stdout}\n${stderr}`);
  };
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
