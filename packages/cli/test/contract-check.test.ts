import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect } from '@jest/globals';
import { inputs } from '@lockstep/action-kit/contract-check/inputs';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { DOCTOR, type Fault, startBackend } from '../../contract/test/backend.ts';
import { CLINIC } from '../../contract/test/clinic.ts';
import { LEFT_OUT, options, VARIABLES } from '../src/commands/contract/options.ts';

const bundle = join(import.meta.dirname, '..', '..', '..', 'dist', 'cli', 'index.js');
const scope = new Scope();
afterAll(() => scope[Symbol.asyncDispose]());

/** The backend answers from this process, so the command must not block it. */
async function run(given: readonly string[], fault?: Fault) {
  const cwd = scope.folder('lockstep-cli-');
  writeFileSync(join(cwd, 'api.yaml'), CLINIC);
  writeFileSync(join(cwd, 'live.yaml'), CLINIC.replace('/admin/users:', '/admin/people:'));
  writeFileSync(join(cwd, 'requires.yml'), 'backend: ">=2"\n');
  writeFileSync(join(cwd, 'as.yml'), `- name: doctor\n  headers: { Authorization: '${DOCTOR}' }\n`);
  writeFileSync(join(cwd, 'examples.yml'), "'GET /patients/{id}': { path: { id: 1 } }\n");
  const backend = await startBackend(fault);
  const words = given.map((one) => one.replace(/^URL\b\/?/, backend.url.href));
  try {
    return await new Promise<{ readonly code: unknown; readonly stdout: string; readonly stderr: string }>((done) => {
      execFile(process.execPath, [bundle, 'contract-check', 'api.yaml', ...words], { cwd }, (error, stdout, stderr) =>
        done({ code: error?.code ?? 0, stdout, stderr }),
      );
    });
  } finally {
    await backend.close();
  }
}

const ALL = ['--base-url', 'URL', '--as', 'as.yml', '--examples', 'examples.yml', '--json'];
const OPENED: Fault = ({ path, who }) =>
  path === '/v1/admin/users' && who === undefined ? { status: 200, body: [] } : undefined;

test('a contract that is broken ends with 1, and names the operation', async () => {
  const { code, stdout } = await run(ALL, OPENED);
  expect([code, stdout]).toEqual([1, expect.stringContaining('operation/refuses-no-token')]);
});

test('each input of the action has its option, its variable, or a reason', () => {
  const here = [...options.map(({ name }) => name), ...Object.keys(VARIABLES), ...Object.keys(LEFT_OUT)];
  expect(here.sort()).toEqual(Object.keys(inputs).sort());
});

test('what the action finds is found here: a break of the live contract, and what is not live yet', async () => {
  const health: Fault = ({ path }) =>
    path === '/health' ? { status: 200, body: { metadata: { version: '1.9' } } } : undefined;
  const { code, stdout } = await run(
    [...ALL, '--live-contract', 'live.yaml', '--requires', 'requires.yml', '--health-url', 'URL/health'],
    health,
  );
  const failed = JSON.parse(stdout).checks.filter(({ verdict }: { verdict: string }) => verdict === 'fail');
  expect(failed.map(({ id }: { id: string }) => id).sort()).toEqual([
    'compatibility/operation-removed',
    'requires/live',
  ]);
  expect(code).toBe(1);
});

test('a dry run says what would be asked, and asks nothing', async () => {
  const { code, stderr } = await run([...ALL, '--dry-run']);
  expect([code, stderr]).toEqual([0, expect.stringContaining('would ask GET /v1/patients as doctor')]);
});

test('problems are said in the words of the command', async () => {
  const { code, stderr } = await run([...ALL, '--methods', 'all']);
  expect([code, stderr]).toEqual([64, expect.stringContaining('--methods')]);
});

test('without an address it is wrong usage', async () => {
  expect(await run([])).toMatchObject({ code: 64 });
});
