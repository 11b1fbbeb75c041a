import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { registriesOf } from '../../src/rehearsal/registries.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'registries-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['.npmrc', '@acme:registry=https://npm.acme.example/'],
  ['.yarnrc.yml', 'npmRegistryServer: "https://npm.acme.example"'],
  ['package-lock.json', '{ "resolved": "https://npm.acme.example/a/-/a-1.0.0.tgz" }'],
  ['.github/workflows/release.yml', '    with:\n      registry-url: https://npm.acme.example'],
  ['.github/workflows/release.yaml', "    with: { 'registry-url': 'https://npm.acme.example/' }"],
])('package managers may ask what %s names', (path, text) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  expect(registriesOf(folder)).toContain('npm.acme.example');
});

test('and the registry that is given by hand; what else a workflow names they may not', () => {
  mkdirSync(join(folder, '.github/workflows'), { recursive: true });
  writeFileSync(join(folder, '.github/workflows/a.yml'), 'production-url: https://shop.example');
  expect(registriesOf(folder)).not.toContain('npm.acme.example');
  expect(registriesOf(folder, 'https://npm.acme.example/x')).toContain('npm.acme.example');
  expect(registriesOf(folder)).not.toContain('shop.example');
});
