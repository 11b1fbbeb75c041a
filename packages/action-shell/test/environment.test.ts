import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { InputError } from '@lockstep/base';
import { readEnvironment } from '../src/index.ts';

const before = { ...process.env };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'environment-'));
  for (const name of Object.keys(process.env)) if (/^(GITHUB|RUNNER)_/.test(name)) delete process.env[name];
});
afterEach(() => {
  Object.assign(process.env, before);
  rmSync(folder, { recursive: true });
});

/** What goes to standard output during the work. */
async function printedDuring(work: () => unknown): Promise<readonly string[]> {
  const printed: string[] = [];
  const { write } = process.stdout;
  process.stdout.write = ((text: unknown) => printed.push(String(text)) > 0) as typeof write;
  try {
    await work();
  } finally {
    process.stdout.write = write;
  }
  return printed;
}

function event(text: string): string {
  const path = join(folder, 'event.json');
  writeFileSync(path, text);
  process.env['GITHUB_EVENT_PATH'] = path;
  return path;
}

test('what the runner says is read, on a server of its own too', () => {
  Object.assign(process.env, {
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_SHA: 'c0ffee',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_RUN_ID: '42',
    GITHUB_RUN_ATTEMPT: '3',
    GITHUB_ACTOR: 'ada',
    GITHUB_TRIGGERING_ACTOR: 'grace',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_SERVER_URL: 'https://git.acme.example',
    GITHUB_API_URL: 'https://git.acme.example/api/v3',
    RUNNER_TEMP: folder,
  });
  event('{"after":"c0ffee"}');
  const env = readEnvironment();
  expect(env).toMatchObject({
    repository: { owner: 'acme', repo: 'shop' },
    sha: 'c0ffee',
    ref: 'refs/heads/main',
    runId: 42,
    runAttempt: 3,
    actor: 'grace',
    eventName: 'push',
    apiUrl: 'https://git.acme.example/api/v3',
    runUrl: 'https://git.acme.example/acme/shop/actions/runs/42/attempts/3',
    tempDir: folder,
  });
  expect(env.event()).toEqual({ after: 'c0ffee' });
});

test('outside of a runner everything has a value, and the event is empty', () => {
  expect(readEnvironment()).toMatchObject({
    repository: { owner: '', repo: '' },
    sha: '',
    runId: 0,
    runAttempt: 1,
    actor: '',
    apiUrl: 'https://api.github.com',
    serverUrl: 'https://github.com',
    workspace: process.cwd(),
  });
  expect(readEnvironment().event()).toEqual({});
});

test.each([
  ['broken', '{', 'not readable as JSON'],
  ['gone', undefined, 'there is no such file'],
])('an event that is %s stops only those who ask for it', async (_how, text, why) => {
  const path = text === undefined ? join(folder, 'none.json') : event(text);
  process.env['GITHUB_EVENT_PATH'] = path;
  process.env['GITHUB_REPOSITORY'] = 'acme/shop';
  const printed = await printedDuring(() => {
    const env = readEnvironment();
    expect(env.repository).toEqual({ owner: 'acme', repo: 'shop' });
    expect(() => env.event()).toThrow(InputError);
    expect(() => env.event()).toThrow(`event payload ${path}: ${why}`);
  });
  expect(process.env['GITHUB_EVENT_PATH']).toBe(path);
  expect(printed).toEqual([]);
});
