import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { Scope } from '@lockstep/proving-ground/scope';
import { DOCTOR, type Fault, startBackend } from '../../contract/test/backend.ts';
import { CLINIC } from '../../contract/test/clinic.ts';

const bundle = join(import.meta.dirname, '..', '..', '..', 'dist', 'cli', 'index.js');
const scope = new Scope();
afterAll(() => scope[Symbol.asyncDispose]());

/** The backend answers from this process, so the command must not block it. */
async function run(options: readonly string[], fault?: Fault) {
  const cwd = scope.folder('lockstep-cli-');
  writeFileSync(join(cwd, 'api.yaml'), CLINIC);
  writeFileSync(join(cwd, 'as.yml'), `- name: doctor\n  headers: { Authorization: '${DOCTOR}' }\n`);
  writeFileSync(join(cwd, 'examples.yml'), "'GET /patients/{id}': { path: { id: 1 } }\n");
  const backend = await startBackend(fault);
  const given = options.map((one) => (one === 'URL' ? backend.url.href : one));
  try {
    return await new Promise<{ readonly code: unknown; readonly stdout: string }>((done) => {
      execFile(process.execPath, [bundle, 'contract-check', 'api.yaml', ...given], { cwd }, (error, stdout) =>
        done({ code: error?.code ?? 0, stdout }),
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

test('without an address it is wrong usage', async () => {
  expect(await run([])).toMatchObject({ code: 64 });
});
