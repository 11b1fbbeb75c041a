/**
 * Scores hosts by Mozilla's own code: `node observatory-judge.mjs FOLDER`, a JSON list of `[httpPort, httpsPort]` on
 * standard input; a list of scores on standard output. The servers are on 127.0.0.1.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(process.argv[2], 'node_modules', '@mdn', 'mdn-http-observatory');
// The list of preloaded hosts is downloaded when it is installed with its scripts. None of them is on loopback.
const list = join(root, 'conf', 'hsts-preload.json');
if (!existsSync(list)) {
  mkdirSync(join(root, 'conf'), { recursive: true });
  writeFileSync(list, '{}');
}
const load = (path) => import(pathToFileURL(join(root, 'src', path)).href);
const { retrieve } = await load('retriever/retriever.js');
const { ALL_TESTS } = await load('constants.js');
const { getScoreModifier } = await load('grader/grader.js');
const scores = [];
for (const [httpPort, httpsPort] of JSON.parse(readFileSync(0, 'utf8'))) {
  const site = await retrieve('127.0.0.1', { httpPort, httpsPort });
  const results = ALL_TESTS.map((test) => test(site).result);
  const modifiers = results.map((result) => getScoreModifier(result));
  const without = 100 + modifiers.filter((one) => one < 0).reduce((sum, one) => sum + one, 0);
  const all = 100 + modifiers.reduce((sum, one) => sum + one, 0);
  scores.push({ score: Math.max(0, without >= 90 ? all : without), results });
}
process.stdout.write(JSON.stringify(scores));
