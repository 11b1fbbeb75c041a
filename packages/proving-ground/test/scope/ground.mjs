// A program that stands up a ground and comes to an end as it is told: run from the compiled code by plain node.

import { startPostgres } from '../../lib/postgres/postgres.js';
import { endOnSignals } from '../../lib/scope/end-on-signals.js';
import { Scope } from '../../lib/scope/scope.js';

const end = process.argv[2];
const scope = new Scope();
endOnSignals(scope);
scope.defer('the first thing', () => process.stdout.write('ended in order\n'));
if (end === 'while-starting') {
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), Number(process.argv[3]));
}
const postgres = await startPostgres(scope);
// A backend that computes does not notice that its server died.
const busy = 'set statement_timeout = 0; do $$ begin loop null; end loop; end $$';
if (end === 'wait-busy') postgres.query(busy).catch(() => undefined);
// Deaf to SIGTERM, with a child of its own.
const deaf = `process.on('SIGTERM', () => 0); require('child_process').spawn('sleep', ['600']); setInterval(() => 0, 1e6)`;
if (end === 'wait-deaf') await scope.spawn(process.execPath, ['-e', deaf], { cwd: scope.folder(), graceMs: 300 });
if (end === 'hang') scope.defer('something that hangs', () => new Promise(() => undefined), 60_000);
await postgres.query('select 1');
process.stdout.write('up\n');
if (end === 'throw') throw new Error('planted');
if (end === 'exit') process.exit(3);
if (end === 'return') await scope[Symbol.asyncDispose]();
else setInterval(() => undefined, 1_000_000);
