import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from '@jest/globals';
import { onePlatformOnly } from './any-platform-rules.ts';

const root = join(import.meta.dirname, '..', '..');
/** `lockstep`, and what of the packages reads files and starts programs for it. */
const PARTS = [
  ...['cli/src', 'starters/src', 'app/src', 'migrations/src', 'tenants/src', 'platform/src', 'action-kit/src'],
  ...['backup/src/targets', 'backup/src/drill'],
];

/** Where it is right: the system is asked before, or the text is for people, or a remote machine reads it. */
const RIGHT: Readonly<Record<string, readonly string[]>> = {
  // `lockstep backup drill` says before it restores that it needs bash.
  'packages/backup/src/drill/check-command.ts': ["spawn('bash"],
  // Asks who it is, and only root gives files away; npm keeps no links, and Windows' package has none.
  'packages/action-kit/src/local-server/binaries.ts': ['symlinkSync(', "'/usr/"],
  'packages/action-kit/src/local-server/local-server.ts': ['chownSync('],
  // Windows has the other start.
  'packages/action-kit/src/local-server/starts/direct.ts': ["'SIGQUIT'"],
};

const sources = PARTS.flatMap((part) =>
  readdirSync(join(root, 'packages', part), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.generated.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name))),
);

test('the command line runs on Linux, macOS and Windows', () => {
  expect(sources.length).toBeGreaterThan(400);
  const found = sources.flatMap((file) =>
    onePlatformOnly(readFileSync(join(root, file), 'utf8'))
      .filter((one) => !(RIGHT[file] ?? []).some((right) => one.startsWith(right)))
      .map((one) => `${file}: ${one}`),
  );
  expect(found).toEqual([]);
});

test('every exception is one', () => {
  const idle = Object.entries(RIGHT).flatMap(([file, rights]) => {
    const found = onePlatformOnly(readFileSync(join(root, file), 'utf8'));
    return rights.filter((right) => !found.some((one) => one.startsWith(right)));
  });
  expect(idle).toEqual([]);
});

test.each([
  "readFileSync('/dev/stdin')",
  "join('/tmp', name)",
  "spawn('bash', ['-c', line])",
  "execFileSync('sh', [])",
  "spawnSync(\n  'sh', [])",
  'process.getuid() === 0',
  'new URL(import.meta.url).pathname',
  'const url = `file://${path}`',
  "path.startsWith('/')",
  "process.env['HOME']",
  'const home = process.env.HOME;',
  "child.kill('SIGQUIT')",
  "filePath.split('/')",
  "folder.lastIndexOf('/')",
  'chmodSync(file, 0o755)',
])('%s is found', (source) => {
  expect(onePlatformOnly(source)).toHaveLength(1);
});

test.each([
  'process.getuid?.() === 0',
  "repository.split('/')",
  "child.kill('SIGTERM')",
  '// read from /dev/stdin',
  "/** spawn('bash') */ const a = 1;",
  'spawn(command, { shell: true })',
  'fileURLToPath(import.meta.url)',
])('%s is none', (source) => {
  expect(onePlatformOnly(source)).toEqual([]);
});
