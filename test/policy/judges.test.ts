import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { planFiles } from '../starters.ts';

const root = join(import.meta.dirname, '..', '..');

/** Judges that are no npm packages. Where one is not installed, its tests are shown as skipped and say how to get it. */
const JUDGES = {
  actionlint: 'go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.12',
  zizmor: 'pipx install zizmor==1.32.0',
};

function judge(name: keyof typeof JUDGES, args: readonly string[], cwd: string) {
  const { status, stdout, stderr, error } = spawnSync(name, args, { cwd, encoding: 'utf8' });
  if (error !== undefined) throw error;
  return { status, said: `${stdout}${stderr}` };
}

function isInstalled(name: keyof typeof JUDGES): boolean {
  return spawnSync(name, ['--version']).error === undefined;
}

/** Every YAML file below a folder of the repository whose path matches. */
function files(folder: string, path: RegExp): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => path.test(file))
    .sort();
}

const workflows = [
  ...files('.github/workflows', /\.yml$/),
  ...files('workflows-templates', /\.yml$/),
  ...files('test/fixtures', /\.github\/workflows\/[^/]+\.yml$/),
  'test/fixtures/policy/sound.yml',
];
const actions = [...files('actions', /^actions\/[\w-]+\/action\.yml$/), ...files('test/conformance', /\/action\.yml$/)];

/** What the installer makes, with much that the defaults leave out. */
const INPUTS = {
  'vercel-project': 'shop',
  'production-url': 'https://shop.example',
  'approval-environment': 'production-approval',
  'build-command': 'npm run build',
  database: 'own',
  undo: 'all',
};

let installed: string;
beforeAll(() => {
  installed = mkdtempSync(join(tmpdir(), 'judged-'));
  mkdirSync(join(installed, '.git'));
  for (const config of ['actionlint.yaml', 'zizmor.yml'])
    cpSync(join(root, '.github', config), join(installed, '.github', config));
  for (const plain of [false, true])
    for (const [path, text] of planFiles([], { inputs: INPUTS, plain, named: plain ? 'plain' : '' }).files) {
      mkdirSync(dirname(join(installed, path)), { recursive: true });
      writeFileSync(join(installed, path), text);
    }
});
afterAll(() => rmSync(installed, { recursive: true, force: true }));

test('there is something to judge', () => {
  expect(workflows).toEqual(expect.arrayContaining(['.github/workflows/release.yml']));
  expect(workflows.filter((path) => path.startsWith('workflows-templates/plain-steps/'))).not.toEqual([]);
  expect(workflows.filter((path) => path.startsWith('test/fixtures/'))).not.toHaveLength(1);
  expect(actions).toContain('actions/migrate/action.yml');
  expect(existsSync(join(root, 'actions/migrate/action.yml'))).toBe(true);
});

describe.each(Object.entries(JUDGES) as [keyof typeof JUDGES, string][])('%s', (name, how) => {
  const known = isInstalled(name);
  const seen = known ? test : test.skip;
  const args =
    name === 'actionlint'
      ? [...workflows]
      : ['--quiet', '--offline', '--persona=pedantic', '--no-progress', ...workflows, ...actions];
  const all = readable(name);

  seen(`finds nothing in any file${known ? '' : ` (not installed: ${how})`}`, () => {
    const { status, said } = judge(name, args, root);
    expect(status === 0 ? '' : said).toBe('');
  });

  seen(`finds nothing in what the installer makes${known ? '' : ` (not installed: ${how})`}`, () => {
    const { status, said } = judge(name, all, installed);
    expect(status === 0 ? '' : said).toBe('');
  });

  seen(`is seen red${known ? '' : ` (not installed: ${how})`}`, () => {
    const path = join(installed, '.github/workflows/red.yml');
    writeFileSync(
      path,
      'name: Red\non: [pull_request]\njobs:\n  red:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo ${{ github.event.pull_request.title }}\n',
    );
    const { status, said } = judge(name, all, installed);
    rmSync(path);
    expect(status).not.toBe(0);
    expect(said).toMatch(/red\.yml/);
    expect(said).toMatch(/pull_request\.title|template-injection/);
  });
});

/** Its arguments for whatever lies in a repository. */
function readable(name: keyof typeof JUDGES): readonly string[] {
  return name === 'actionlint' ? [] : ['--quiet', '--offline', '--persona=pedantic', '--no-progress', '.'];
}
