import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { type Backend, DOCTOR, type Fault, startBackend } from '../../../packages/contract/test/backend.ts';
import { CLINIC } from '../../../packages/contract/test/clinic.ts';
import { thinned as test } from '../../../test/e2e/sampled.ts';

let root: string;
let backend: Backend | undefined;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'contract-check-'));
  writeFileSync(join(root, 'api.yaml'), CLINIC);
});
afterEach(async () => {
  await backend?.close();
  backend = undefined;
  rmSync(root, { recursive: true, force: true });
});

const AS = `- name: doctor\n  headers: { Authorization: '${DOCTOR}' }\n`;
const EXAMPLES = "'GET /patients/{id}': { path: { id: 1 } }";

async function step(inputs: Readonly<Record<string, string>> = {}, fault?: Fault) {
  backend = await startBackend(fault);
  return await spawnAction(
    'contract-check',
    {
      contract: 'api.yaml',
      'base-url': backend.url.href,
      as: AS,
      examples: EXAMPLES,
      'report-directory': join(root, 'out'),
      ...inputs,
    },
    { cwd: root, temp: root },
  );
}

describe('a live backend', () => {
  test('that keeps the contract passes, with its coverage', async () => {
    const { status, outputs } = await step();
    expect({ status, outputs }).toMatchObject({
      status: 0,
      outputs: { verdict: 'pass', reason: 'checks-passed', coverage: '1', operations: '6', judged: '4', failed: '0' },
    });
    const report = JSON.parse(readFileSync(outputs['report-path'] ?? '', 'utf8'));
    expect(report.notVerified.map(({ what }: { what: string }) => what)).toEqual([
      'POST /patients',
      'DELETE /patients/{id}',
    ]);
  });

  test('that opened a route fails, at the line of the contract, and no report has the token', async () => {
    const open: Fault = ({ path, who }) =>
      path === '/v1/admin/users' && who === undefined ? { status: 200, body: [] } : undefined;
    const { status, outputs, log } = await step({}, open);
    expect({ status, outputs }).toMatchObject({
      status: 1,
      outputs: { verdict: 'fail', reason: 'checks-failed', failed: '2' },
    });
    const sarif = JSON.parse(readFileSync(outputs['sarif-path'] ?? '', 'utf8'));
    const line = CLINIC.split('\n').indexOf('  /admin/users:') + 2;
    expect(sarif.runs[0].results[0].locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: 'api.yaml' },
      region: { startLine: line },
    });
    const token = DOCTOR.slice('Bearer '.length);
    const lines = log.split('\n').filter((one) => !one.startsWith('::add-mask::'));
    expect(
      lines.join('\n') + JSON.stringify(outputs) + readFileSync(outputs['report-path'] ?? '', 'utf8'),
    ).not.toContain(token);
  });

  test('of which an operation was not called is not green: without an example it is unknown, and named', async () => {
    const { status, outputs } = await step({ examples: '' });
    expect({ status, outputs }).toMatchObject({
      status: 1,
      outputs: { verdict: 'fail', coverage: '0.75', judged: '3' },
    });
    const report = JSON.parse(readFileSync(outputs['report-path'] ?? '', 'utf8'));
    expect(report.notVerified).toContainEqual(expect.objectContaining({ what: 'GET /patients/{id}', chosen: false }));
  });
});

test('a dry run calls nothing', async () => {
  const { status, outputs } = await step({ 'dry-run': 'true' });
  expect({ status, outputs }).toMatchObject({ status: 0, outputs: { reason: 'dry-run', operations: '6' } });
  expect(backend?.asked).toEqual([]);
});

test('all that is wrong with the inputs is said at once', async () => {
  const { status, outputs, annotations } = await step({
    methods: 'all',
    as: '- name: x',
    protected: 'admin',
    examples: '- 1',
  });
  expect({ status, outputs }).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
  const said = annotations.map(({ message }) => message).join('\n');
  for (const name of ['"methods"', '"as" 1', '"protected"', '"examples"']) expect(said).toContain(name);
});

test('an example for an operation that the contract does not have is refused', async () => {
  const { outputs } = await step({ examples: "'GET /patient/{id}': { path: { id: 1 } }" });
  expect(outputs['reason']).toBe('invalid-input');
  expect(backend?.asked).toEqual([]);
});

test('two contracts are compared without a backend, and a breaking change can be accepted with a reason', async () => {
  writeFileSync(join(root, 'live.yaml'), CLINIC.replace('/admin/users:', '/admin/people:'));
  const compare = { 'base-url': '', as: '', examples: '', 'live-contract': 'live.yaml' };
  const broken = await step(compare);
  expect(broken).toMatchObject({ status: 1, outputs: { verdict: 'fail', failed: '1' } });
  await backend?.close();
  const accepted = await step({
    ...compare,
    accept: '- { check: compatibility/operation-removed, reason: moved, until: 2999-12-31 }',
  });
  expect(accepted).toMatchObject({ status: 0, outputs: { verdict: 'pass', failed: '0' } });
  expect(backend?.asked).toEqual([]);
});
