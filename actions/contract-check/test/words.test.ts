import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { spawnAction, wordsOf } from '@lockstep/proving-ground/action';
import { DOCTOR, type Fault, startBackend } from '../../../packages/contract/test/backend.ts';
import { CLINIC } from '../../../packages/contract/test/clinic.ts';
import { thinned as test } from '../../../test/e2e/sampled.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lockstep-contract-words-'));
  writeFileSync(join(folder, 'api.yaml'), CLINIC);
  writeFileSync(join(folder, 'live.yaml'), CLINIC.replace('/admin/users:', '/admin/people:'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const OPENED: Fault = ({ path, who }) =>
  path === '/v1/admin/users' && who === undefined ? { status: 200, body: [] } : undefined;
const DOWN: Fault = () => ({ status: 503, headers: { 'content-type': 'text/html' }, body: '<h1>Sorry</h1>' });
const SKIP = { skip: 'POST /*\nDELETE /*' };

/** What people read of a step. */
test.each<[string, Fault | undefined, Readonly<Record<string, string>>]>([
  ['the contract is kept', undefined, SKIP],
  ['a route is open', OPENED, SKIP],
  ['an operation has no example', undefined, { examples: '' }],
  ['the backend is down', DOWN, { ...SKIP, contact: 'the clinic team, clinic@example.com' }],
  [
    'callers of the live contract break',
    undefined,
    { 'base-url': '', as: '', examples: '', 'live-contract': 'live.yaml' },
  ],
  ['nothing is to be asked', undefined, { 'dry-run': 'true' }],
  ['inputs are wrong', undefined, { methods: 'all', as: '- name: x', requires: 'backend: soon' }],
])('%s', async (_, fault, inputs) => {
  const backend = await startBackend(fault);
  try {
    const given = {
      contract: 'api.yaml',
      'base-url': backend.url.href,
      as: `- name: doctor\n  headers: { Authorization: '${DOCTOR}' }\n`,
      examples: "'GET /patients/{id}': { path: { id: 1 } }",
      'report-directory': join(folder, 'out'),
      ...inputs,
    };
    const step = await spawnAction('contract-check', given, { cwd: folder, temp: folder });
    const { host } = backend.url;
    // In Markdown its first dot is escaped.
    const names = { [folder]: '<folder>', [host]: '<host>', [host.replace('.', '\\.')]: '<host>' };
    expect(wordsOf(step, names)).toMatchSnapshot();
  } finally {
    await backend.close();
  }
});
