import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { languageFindings } from './language-service.ts';

const root = join(import.meta.dirname, '..', '..');
const text = readFileSync(join(root, 'action.yml'), 'utf8');

test('who uses the repository as an action is sent to the actions and workflows that exist', async () => {
  expect(await languageFindings(root, 'action.yml', text)).toEqual([]);
  const { runs, branding } = parse(text);
  expect(branding).toEqual({ icon: expect.any(String), color: expect.any(String) });
  const [step, ...others] = runs.steps;
  expect(others).toEqual([]);
  const { status, stdout } = spawnSync('bash', ['-e', '-c', step.run], { encoding: 'utf8' });
  expect(status).toBe(1);
  const named = [...stdout.matchAll(/lockstep-ci\/lockstep\/([\w./-]+)@v1/g)].map(([, path = '']) => path);
  expect(named).toEqual(['.github/workflows/release.yml', 'actions/migrate']);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  expect(stdout).toMatch(/^::error title=Lockstep::/);
});
