#!/usr/bin/env node
/**
 * Does contract-check read public OpenAPI documents without loss? Prints the operations that it understands of each, next
 * to the number that schemathesis counts. Not part of `npm test`: the documents are other people's, and none is kept here.
 *
 *   node_modules/.bin/tsc -b
 *   LOCKSTEP_SCHEMATHESIS=…/bin/schemathesis node test/corpus/openapi.mjs FILE … [FOLDER:FILE …]
 *
 * Before a colon stands the folder that references may not leave, where it is not that of the file. Ends with 1 where a
 * number differs, or a document is refused.
 */
import { execFileSync } from 'node:child_process';
import { dirname, join, relative, resolve } from 'node:path';
import { readContract, repositoryFiles } from '../../packages/contract/lib/index.js';

const judge = process.env.LOCKSTEP_SCHEMATHESIS ?? '';
if (judge === '')
  throw new Error('LOCKSTEP_SCHEMATHESIS: expected the path of schemathesis (install_schemathesis of .ci/tools)');
const COUNT = `import sys, schemathesis
print(schemathesis.openapi.from_path(sys.argv[1]).statistic.operations.total)`;

let wrong = 0;
console.log('| document | format | ours | schemathesis | notes | ms |\n|---|---|---|---|---|---|');
for (const given of process.argv.slice(2)) {
  const [, folder, file] = /^(?:([^:]+):)?(.+)$/.exec(given) ?? [];
  const root = resolve(folder ?? dirname(file));
  const path = relative(root, resolve(folder === undefined ? file : join(folder, file)));
  const started = Date.now();
  const ours = await readContract(path, 'openapi', repositoryFiles(root)).catch((error) => error);
  const ms = Date.now() - started;
  const others = counted(join(root, path));
  const number =
    ours instanceof Error ? `refused: ${ours.message.split('\n')[0].slice(0, 200)}` : String(ours.operations.length);
  const same = number === others;
  if (!same) wrong++;
  const notes = ours instanceof Error ? '' : ours.notes.length;
  console.log(`| ${path} | ${ours.format ?? ''} | ${number} | ${others}${same ? '' : ' ✗'} | ${notes} | ${ms} |`);
}
process.exitCode = wrong === 0 ? 0 : 1;

function counted(path) {
  try {
    return execFileSync(join(dirname(judge), 'python'), ['-c', COUNT, path], {
      encoding: 'utf8',
      timeout: 300_000,
    }).trim();
  } catch (error) {
    return `refused: ${String(error.stderr).trim().split('\n').at(-1)?.slice(0, 160)}`;
  }
}
