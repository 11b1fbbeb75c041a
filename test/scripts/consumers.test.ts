import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { languageFindings } from '../policy/language-service.ts';
import { workflowFindings } from '../policy/workflow-rules.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'test/fixtures/consumers');
const WORKFLOWS = '.github/workflows';
const consumers = readdirSync(folder, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []));

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

/** The commands of a README, in order: the lines of its shell blocks, as a shell splits them. */
function commandsOf(readme: string): readonly (readonly string[])[] {
  const blocks = [...readme.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? '');
  const lines = blocks.join('').replaceAll('\\\n', ' ').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => line.trim().split(/\s+/));
}

test('there are three consumers', () => {
  expect(consumers).toEqual(['full', 'minimal', 'monorepo']);
});

test.each(consumers)('the workflows of %s are what the commands of its README install', (consumer) => {
  for (const [node, script, ...args] of commandsOf(readFileSync(join(folder, consumer, 'README.md'), 'utf8'))) {
    expect([node, script]).toEqual(['node', 'scripts/install-templates.mjs']);
    const given = args.map((arg) => (arg === '.' ? into : arg));
    execFileSync(process.execPath, [join(root, 'scripts/install-templates.mjs'), ...given], { cwd: root });
  }
  expect(workflowsOf(into)).toEqual(workflowsOf(join(folder, consumer)));
});

test.each(consumers)('the workflows of %s satisfy GitHub and the house', async (consumer) => {
  for (const [name, text] of Object.entries(workflowsOf(join(folder, consumer)))) {
    const path = `${WORKFLOWS}/${name}`;
    expect([path, await languageFindings(root, path, text)]).toEqual([path, []]);
    expect([path, workflowFindings(text, 'template')]).toEqual([path, []]);
  }
});
