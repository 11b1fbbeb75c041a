import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { sampleOf } from '../faults/matrix.ts';

const root = join(import.meta.dirname, '..', '..');

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the demo in a temp folder of its own; `until` is given every line that it prints, and its process. */
async function demo(
  args: readonly string[],
  env: Record<string, string>,
  onLine?: (line: string, pid: number) => void,
): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, 'scripts/demo.mjs'), ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', ...env },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
    for (const line of chunk.toString().split('\n')) onLine?.(line, child.pid ?? 0);
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout, stderr };
}

let temp: string;
beforeEach(() => {
  temp = mkdtempSync(join(tmpdir(), 'demo-test-'));
  // As root, PostgreSQL runs as another user, who must get in.
  chmodSync(temp, 0o755);
});
afterEach(() => rmSync(temp, { recursive: true, force: true }));

/** Processes that still work in the demo's temp folder. */
function processesIn(folder: string): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        return '';
      }
    })
    .filter((line) => line.includes(folder));
}

test('an unknown argument is one line', async () => {
  const ended = await demo(['--kep'], {});
  expect(ended).toEqual({ code: 1, stdout: '', stderr: 'demo: unknown argument --kep; there is only --keep\n' });
});

test('a temp folder that cannot be written is one line that says what to do', async () => {
  const ended = await demo([], { TMPDIR: join(temp, 'not-there') });
  expect(ended.code).toBe(1);
  expect(ended.stderr).toMatch(/^demo: .*not-there.*TMPDIR.*\n$/);
});

test('a temp folder that PostgreSQL cannot enter is one line', async () => {
  if (process.getuid?.() !== 0) return;
  chmodSync(temp, 0o700);
  const ended = await demo([], { TMPDIR: temp });
  expect(ended.code).toBe(1);
  expect(ended.stderr).toMatch(/^demo: PostgreSQL runs as user 65534 here and cannot enter .*TMPDIR.*\n$/);
  expect(readdirSync(temp)).toEqual([]);
});

test.each(sampleOf('signals to the demo', ['SIGINT', 'SIGTERM', 'SIGKILL'] as const, 1))(
  'a demo that ends by %s in the middle of a release leaves nothing behind',
  async (signal) => {
    let sent = false;
    const ended = await demo([], { TMPDIR: temp }, (line, pid) => {
      if (sent || !line.includes('Deploy without traffic')) return;
      sent = true;
      process.kill(pid, signal);
    });
    expect(sent).toBe(true);
    expect(ended.code).not.toBe(0);
    expect(ended.stdout).not.toContain('every invariant held');
    expect(ended.stderr.trim().split('\n').length).toBeLessThanOrEqual(1);
    for (let i = 0; i < 100 && (processesIn(temp).length > 0 || readdirSync(temp).length > 0); i++)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(processesIn(temp)).toEqual([]);
    expect(existsSync(temp) ? readdirSync(temp) : []).toEqual([]);
  },
);
