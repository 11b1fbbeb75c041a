#!/usr/bin/env node
/**
 * Makes the skeleton of an action, with all that the repository asks of one, and enters it where actions are listed:
 *
 *   npm run new-action -- NAME "what it does, in one line"
 *
 * What it makes passes every policy test; what it does is left to write, from action.yml downwards.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMain } from './is-main.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What is wrong with the words it was called with; '' where nothing is. */
export function complaint(name, does) {
  if (name === undefined || does === undefined) return 'usage: npm run new-action -- NAME "what it does, in one line"';
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    return `the name "${name}" is not kebab-case: small letters and digits, with single hyphens between`;
  if (does.trim() === '' || does.includes('\n') || does.includes('|'))
    return 'say what it does in one line, without a vertical bar: it goes into a table';
  if (existsSync(join(root, 'actions', name))) return `actions/${name} exists; choose another name`;
  return '';
}

/** The files of a new action, by path. It asks nobody and changes nothing yet. */
export function skeleton(name, does) {
  const files = {
    'action.yml': `name: Lockstep ${name.replaceAll('-', ' ')}
description: ${JSON.stringify(`${capital(does)}.`)}
author: Lockstep
branding:
  icon: check-circle
  color: green
inputs:
  # Needed
  # Example: shop
  subject:
    description: What to look at.
    required: true
  # Common
  dry-run:
    description: Show what would be done, and change nothing.
    default: 'false'
outputs:
  verdict:
    description: pass, fail or unknown.
  reason:
    description: A stable code; see the table in the README.
runs:
  using: node24
  main: ../../dist/${name}/index.js
`,
    'package.json': `${JSON.stringify(
      {
        name: `@lockstep/action-${name}`,
        version: '0.0.0',
        private: true,
        license: 'MIT',
        type: 'module',
        minify: true,
        dependencies: { '@lockstep/action-shell': 'workspace:*', '@lockstep/base': 'workspace:*' },
      },
      null,
      2,
    )}\n`,
    'tsconfig.json': `{
  "extends": "../../tsconfig.base.json",
  "compilerOptions": { "rootDir": "src", "outDir": "lib", "tsBuildInfoFile": "lib/.tsbuildinfo" },
  "include": ["src"],
  "references": [{ "path": "../../packages/action-shell" }, { "path": "../../packages/base" }]
}
`,
    'src/main.ts': `import { runAction } from '@lockstep/action-shell';
import { action } from './run.ts';

await runAction(action);
`,
    'src/inputs.ts': `import { flag, type Shape, text, type Values } from '@lockstep/action-shell';

export const inputs = {
  subject: text(undefined, { required: true }),
  'dry-run': flag(false),
} satisfies Shape;

export type Inputs = Values<typeof inputs>;
`,
    'src/reasons.ts': `import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with. */
export const reasons = defineReasons({
  'not-checked': {
    verdict: 'unknown',
    meaning: 'The subject was not checked: this action has no check yet.',
    remedy: 'Write the check.',
  },
});

export type Reason = keyof typeof reasons;
`,
    'src/run.ts': `import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import { type Inputs, inputs } from './inputs.ts';
import type { Reason } from './reasons.ts';

export const action = defineAction({ name: '${name}', inputs, run });

async function run(values: Inputs, _shell: Shell): Promise<Outcome<Reason>> {
  // Decide first, in a pure function; then do, and read back.
  return { verdict: 'unknown', reason: 'not-checked', message: \`\${values.subject}: it was not checked\` };
}
`,
    [`test/${name}.test.ts`]: `import { expect, test } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';

test('what was not checked is unknown, and unknown is not pass', async () => {
  const step = await spawnAction('${name}', { subject: 'shop' });
  expect(step).toMatchObject({ status: 1, outputs: { verdict: 'unknown', reason: 'not-checked' } });
});

test('without its subject it says which input is missing', async () => {
  const step = await spawnAction('${name}', {});
  expect(step).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
  expect(step.annotations[0]?.message).toContain('subject');
});
`,
  };
  const readme = `# ${name}

${capital(does)}.

## Usage

\`\`\`yaml
- uses: lockstep-ci/lockstep/actions/${name}@v1
  with:
    subject: shop
\`\`\`

## Permissions

None, and no token.

## Inputs and outputs

<!-- contract:start -->
<!-- contract:end -->

## Reasons

<!-- reasons:start -->
<!-- reasons:end -->
`;
  return { ...files, 'README.md': readme };
}

/** Where actions are listed, each with how its text becomes the one that lists this action too. */
export const LISTS = {
  'tsconfig.json': (text, name) => {
    const lines = text.split('\n');
    const own = `    { "path": "./actions/${name}" },`;
    const isAction = (line) => line.startsWith('    { "path": "./actions/');
    const at = lines.findIndex((line) => isAction(line) && line > own);
    return lines.toSpliced(at < 0 ? lines.findLastIndex(isAction) + 1 : at, 0, own).join('\n');
  },
  'README.md': (text, name, does) => {
    const last = [...text.matchAll(/^\| \[`[\w-]+`\]\(actions\/[\w-]+\) \|.*$/gm)].at(-1);
    if (last === undefined) throw new Error('README.md: has no table of actions');
    const behind = last.index + last[0].length;
    return `${text.slice(0, behind)}\n| [\`${name}\`](actions/${name}) | ${does} | changes nothing |${text.slice(behind)}`;
  },
  'test/bench/cold-start.mjs': (text, name) => {
    const key = /-/.test(name) ? `'${name}'` : name;
    return text.replace(/(const BUDGETS = \{\n)/, `$1  ${key}: NO_CLIENT,\n`);
  },
};

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1).replace(/\.$/, '');
}

function make(name, does) {
  const folder = join(root, 'actions', name);
  for (const [path, text] of Object.entries(skeleton(name, does))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const [path, listed] of Object.entries(LISTS)) {
    writeFileSync(join(root, path), listed(readFileSync(join(root, path), 'utf8'), name, does));
  }
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const isFormatted = (path) => !path.endsWith('.md');
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const steps = [
    ['npx', '--yes', packageManager, 'install', '--no-frozen-lockfile', '--reporter=silent'],
    [process.execPath, biome, 'check', '--write', `actions/${name}`, ...Object.keys(LISTS).filter(isFormatted)],
    [process.execPath, join(root, 'scripts/build.mjs'), name],
    // The documentation is written from what all actions say once they are compiled; in a fresh checkout none is.
    [process.execPath, join(root, 'node_modules/typescript/bin/tsc'), '-b'],
    [process.execPath, join(root, 'scripts/docs.mjs')],
  ];
  for (const [command, ...args] of steps) {
    const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
    if (status !== 0) throw new Error(`"${[command, ...args].join(' ')}" ended with ${status}`);
  }
  console.log(`
actions/${name} is created, with its bundle. Now, in this order: inputs and outputs in action.yml, the same in
src/inputs.ts, the codes in src/reasons.ts, the work in src/run.ts, then README.md and CHANGELOG.md. "npm test -- test/policy actions/${name}"
says what is missing.`);
}

if (isMain(import.meta.url)) {
  const [name, does] = process.argv.slice(2);
  const wrong = complaint(name, does);
  if (wrong !== '') {
    console.error(wrong);
    process.exitCode = 1;
  } else make(name, does);
}
