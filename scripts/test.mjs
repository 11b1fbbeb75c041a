#!/usr/bin/env node
/**
 * Runs all tests, or those that match the given paths, and ends with one plain line that counts them. Of matrices and of
 * what starts many programs it runs a few, and as many as CI where paths are given: `LOCKSTEP_FAULTS` says otherwise.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { memoryFolder } from './memory-folder.mjs';
import { skippedLines } from './skipped.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
// A folder that the caller chose stays the one.
const memory = process.env['TMPDIR'] ? undefined : memoryFolder();
const temp = memory ?? mkdtempSync(join(tmpdir(), 'lockstep-test-'));
try {
  const results = join(temp, 'results.json');
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const colours = process.stderr.isTTY ? ['--colors'] : [];
  const args = [
    '--disable-warning=ExperimentalWarning',
    // Handed on to the workers, which make much that is soon forgotten: a tenth of their time went into collecting it.
    '--max-semi-space-size=32',
    '--min-semi-space-size=16',
    jest,
    '--json',
    `--outputFile=${results}`,
    // Three more than there are cores on a small machine: a third of the time of tests goes into waits for what they started.
    '--maxWorkers=5',
    ...colours,
    ...process.argv.slice(2),
  ];
  const isWhole = process.argv.slice(2).every((arg) => arg.startsWith('-'));
  const amount = process.env['LOCKSTEP_FAULTS'] || (isWhole ? 'few' : 'some');
  const env = {
    ...process.env,
    LOCKSTEP_FAULTS: amount,
    ...(amount === 'few' ? { LOCKSTEP_TURN: turn() } : {}),
    ...(memory === undefined ? {} : { TMPDIR: memory }),
  };
  // jest tells its story on stderr; the JSON that --json prints on stdout is in the file already.
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));
  const ended = new Promise((resolve) => child.once('close', resolve));
  const said = [];
  for await (const line of createInterface({ input: child.stderr })) {
    console.error(line);
    if (line.startsWith('tests of ')) said.push(line);
  }
  const status = await ended;
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults } = JSON.parse(
    readFileSync(results, 'utf8'),
  );
  console.log('slowest files:');
  for (const { name, seconds } of slowest(testResults, 10))
    console.log(`${seconds.toFixed(1).padStart(7)} s  ${relative(root, name)}`);
  // What did not run is not passed over: it is counted, with why.
  const skipped = testResults.map(({ name, assertionResults }) => ({
    file: relative(root, name),
    skipped: assertionResults.filter(({ status }) => status === 'pending').length,
    source: readFileSync(name, 'utf8'),
  }));
  for (const line of skippedLines(skipped, said)) console.log(line);
  // Last, so that whoever sees only the end of a log sees what failed and why.
  for (const result of testResults) for (const line of failures(result)) console.log(line);
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  console.log(`${numPassedTests} passed, ${failed} failed`);
  process.exitCode = status === 0 && failed === 0 && numPassedTests > 0 ? 0 : 1;
} catch (error) {
  console.error(`the tests did not run to their end: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  rmSync(temp, { recursive: true, force: true });
}

/** Which few are run: others for each commit, and the same ones of it every time. */
function turn() {
  const { stdout } = spawnSync('git', ['rev-parse', '--short=7', 'HEAD'], { cwd: root, encoding: 'utf8' });
  return String(Number.parseInt(stdout?.slice(0, 7) || '1', 16) || 1);
}

/** One line for each test that failed, or for a file that could not run: its name and the first lines of the cause. */
function failures({ name, status, message, assertionResults }) {
  const failed = assertionResults.filter((test) => test.status === 'failed');
  const file = relative(root, name);
  if (failed.length === 0) return status === 'failed' ? [`failed: ${file}: ${start(message)}`] : [];
  return failed.map(({ fullName, failureMessages }) => `failed: ${file}: "${fullName}": ${start(failureMessages[0])}`);
}

/** The start of a message as one line of at most 500 characters, without colors and stack. */
function start(message = '') {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character begins a color
  const plain = message.replace(/\u001b\[[0-9;]*m/g, '').split(/\n\s+at /)[0] ?? '';
  return plain.replace(/\s+/g, ' ').trim().slice(0, 500);
}

/** The files that took longest, loading included. */
function slowest(results, most) {
  const timed = results.map(({ name, startTime, endTime }) => ({ name, seconds: (endTime - startTime) / 1_000 }));
  return timed.sort((a, b) => b.seconds - a.seconds).slice(0, most);
}
