import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { consumers, install } from '../fixtures/consumers/install.mjs';
import { languageFindings } from '../policy/language-service.ts';
import { workflowFindings } from '../policy/workflow-rules.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'test/fixtures/consumers');
const WORKFLOWS = '.github/workflows';

let into: string;
beforeEach(() => {
  into = mkdtempSync(join(tmpdir(), 'consumer-'));
});
afterEach(() => rmSync(into, { recursive: true, force: true }));

/** By name: the text of each workflow. */
function workflowsOf(repository: string): Record<string, string> {
  const at = join(repository, WORKFLOWS);
  return Object.fromEntries(readdirSync(at).map((name) => [name, readFileSync(join(at, name), 'utf8')]));
}

test('there are three consumers', () => {
  expect(consumers()).toEqual(['full', 'minimal', 'monorepo']);
});

test.each(consumers())(
  'the workflows of %s are what its README installs (fixtures/consumers/install.mjs)',
  async (name) => {
    await install(name, into);
    expect(workflowsOf(join(folder, name))).toEqual(workflowsOf(into));
  },
);

test.each(consumers())('the workflows of %s satisfy GitHub and the house', async (name) => {
  for (const [file, text] of Object.entries(workflowsOf(join(folder, name)))) {
    const path = `${WORKFLOWS}/${file}`;
    expect([path, await languageFindings(root, path, text)]).toEqual([path, []]);
    expect([path, workflowFindings(text, 'template')]).toEqual([path, []]);
  }
});
