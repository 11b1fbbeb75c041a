import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { parseDocument } from 'yaml';
import { commands as allCommands } from '../../packages/cli/src/commands.ts';
import { inCi } from '../e2e/sampled.ts';
import { planFiles } from '../starters.ts';

jest.setTimeout(180_000);
const root = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(root, 'docs/first-release.md'), 'utf8');

/** Where there is no registry: the packages as this checkout has them. `new-user.test.ts` runs them packed. */
const HERE: readonly (readonly [said: string, instead: string])[] = [
  [
    'npx --package @lockstep-ci/cli --package @lockstep-ci/rehearse lockstep ',
    'node lockstep/packages/cli/lib/main.js ',
  ],
  ['npx @lockstep-ci/cli ', 'node lockstep/packages/cli/lib/main.js '],
];

type Block =
  | { readonly kind: 'file'; readonly path: string; readonly text: string }
  | { readonly kind: 'commands'; readonly text: string }
  | { readonly kind: 'said'; readonly lines: readonly string[] };

/** The blocks that a reader of the first half takes out, in order. */
function blocks(text: string): readonly Block[] {
  const found = text.matchAll(/(?:^`([^`\n]+)`\n\n)?^```(\w+)\n([\s\S]*?)^```$/gm);
  return [...found].map(([, path, language, body = '']): Block => {
    if (path !== undefined) return { kind: 'file', path, text: body };
    if (language === 'sh') return { kind: 'commands', text: body };
    if (language === 'text') return { kind: 'said', lines: body.trim().split('\n') };
    throw new Error(`nobody knows what to do with this block of ${language}: ${body}`);
  });
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'first-release-'));
  symlinkSync(root, join(folder, 'lockstep'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(commands: string): string {
  const text = HERE.reduce((all, [said, instead]) => all.replaceAll(said, instead), commands);
  const who = { GIT_AUTHOR_NAME: 'Dana', GIT_AUTHOR_EMAIL: 'dana@shop.example' };
  const committer = { GIT_COMMITTER_NAME: 'Dana', GIT_COMMITTER_EMAIL: 'dana@shop.example' };
  const { INIT_CWD: _npms, NODE_OPTIONS: _jests, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync('bash', ['-euo', 'pipefail', '-c', text], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...env, ...who, ...committer },
  });
  if (status !== 0) throw new Error(`${commands}ended with ${status}:\n${stdout}${stderr}`);
  return stdout;
}

// Two rehearsals; one of them runs by default in rehearse.test.ts.
inCi('the first half, done as it stands there, releases an app and its schema, and takes a bad one back', () => {
  const [mine = ''] = page.split('\n## With the Next.js app that you have\n');
  expect(releasesOf(mine)).toBe(2);
});

/** A Next.js app as somebody has it, with its lockfile. */
function haveNextApp(): void {
  const own = { name: 'clinic', private: true, scripts: { build: 'next build' } };
  const files = {
    'package.json': JSON.stringify(own),
    '.gitignore': 'node_modules\n.next\n',
    'app/layout.tsx':
      'export default function Layout({ children }: { children: React.ReactNode }) {\n  return <html lang="en"><body>{children}</body></html>;\n}\n',
    'app/page.tsx': 'export default function Page() {\n  return <h1>Clinic</h1>;\n}\n',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, 'clinic', path)), { recursive: true });
    writeFileSync(join(folder, 'clinic', path), text);
  }
  const packages = 'next@16.4.6 react@19.3.1 react-dom@19.3.1 typescript@5.9.3 @types/react @types/node@20';
  run(`cd clinic && git init --quiet --initial-branch=main && npm install --no-audit --no-fund ${packages}
git add . && git commit --quiet --message 'The app as it was'`);
}

/** Next.js is 300 MB and no dependency of ours: `LOCKSTEP_NEXT_APP=1` installs it from the registry. */
const judged = process.env['LOCKSTEP_NEXT_APP'] === '1' ? test : test.skip;
judged(
  'an existing Next.js app, done as it stands there, is installed, built and released',
  () => {
    haveNextApp();
    const [, rest = ''] = page.split('\n## With the Next.js app that you have\n');
    const [half = ''] = rest.split('\n### What you have already\n');
    expect(releasesOf(half)).toBe(1);
  },
  600_000,
);

/** Does what a part of the page says, and holds the output to it; gives how often it released. */
function releasesOf(part: string): number {
  let said = '';
  let releases = 0;
  for (const block of blocks(part)) {
    switch (block.kind) {
      case 'file':
        mkdirSync(dirname(join(folder, block.path)), { recursive: true });
        writeFileSync(join(folder, block.path), block.text);
        break;
      case 'commands':
        said = run(block.text);
        if (block.text.includes('rehearse')) releases++;
        break;
      case 'said':
        for (const line of block.lines) expect(said).toContain(line);
    }
  }
  return releases;
}

/** The inputs of a reusable workflow. */
function inputsOf(workflow: string): readonly string[] {
  const file = join(root, `.github/workflows/${workflow}.yml`);
  return Object.keys(parseDocument(readFileSync(file, 'utf8')).toJS().on.workflow_call.inputs);
}

test('every input that the page gives is one of the workflow, and every option one of the script', () => {
  for (const [, audit, name] of page.matchAll(/(init audit [^`\n]*?)?--with ([\w-]+)=/g))
    expect(inputsOf(audit === undefined ? 'release' : 'audit')).toContain(name);
  const block = /```yaml\n(build-with-vercel[\s\S]*?)```/.exec(page)?.[1] ?? '';
  for (const name of Object.keys(parseDocument(block).toJS())) expect(inputsOf('release')).toContain(name);
});

test('every replacement stands in the page, and nothing is cloned', () => {
  for (const [said] of HERE) expect(page).toContain(said);
  expect(page).not.toMatch(/git clone|npm --prefix lockstep/);
});

test('what the second half tells to type needs accounts, is marked so, and names commands and options that exist', () => {
  const [, theirs = ''] = page.split('\n## On Vercel and GitHub\n');
  const commands = [...theirs.matchAll(/(<!-- needs accounts -->\n *)?```sh\n([\s\S]*?)```/g)];
  expect(commands.map(([, mark]) => mark?.trim())).toEqual(commands.map(() => '<!-- needs accounts -->'));
  const lines = page
    .replaceAll('\\\n', ' ')
    .matchAll(/(?:npx @lockstep-ci\/cli|`lockstep|rehearse lockstep) (\w+)([^`\n]*)/g);
  const called = [...lines].map(([, name = '', line = '']) => ({ name, line }));
  expect(called.map(({ name }) => name)).toEqual(expect.arrayContaining(['init', 'doctor', 'add', 'rehearse']));
  for (const { name, line } of called) {
    const known = allCommands.find((command) => command.name === name)?.options.map((option) => option.name);
    for (const [, option = ''] of line.matchAll(/ --([\w-]+)/g))
      expect({ name, known }).toEqual({ name, known: expect.arrayContaining([option]) });
    if (name === 'init') planFiles(/^ ([a-z][a-z,-]*)/.exec(line)?.[1]?.split(',') ?? []);
  }
});
