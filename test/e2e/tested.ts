import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { systemClock } from '@lockstep/base';

/** What the tests of the team told us, each time that they ran: their environment, their process, what the app answered. */
export interface Told {
  readonly env: Readonly<Record<string, string>>;
  readonly pid: number;
  readonly build: string | undefined;
}

let told: Told[] = [];
/** Since the last `tested`. */
export const wasTold = (): readonly Told[] => told;

const sink = createServer((request, response) => {
  const pieces: Buffer[] = [];
  request.on('data', (piece: Buffer) => pieces.push(piece));
  request.on('end', () => {
    told.push(JSON.parse(Buffer.concat(pieces).toString()) as Told);
    response.end();
  });
});
beforeAll(async () => await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', resolve)));
afterAll(() => void sink.close());

/**
 * A test run of a team: asks the app, tells the sink, and writes a report. `hang` never ends, in a session of its own; `silent`
 * writes no report; `none` one without tests.
 */
const SCRIPT = `
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
const [sink, how] = process.argv.slice(2);
const get = async (url, init) => await fetch(url, init);
const app = await get(process.env.BASE_URL + '/api/health/live');
const child = how === 'hang' ? spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'inherit' }) : undefined;
const build = app.headers.get('x-app-version');
await get('http://127.0.0.1:' + sink, { method: 'POST', body: JSON.stringify({ env: process.env, pid: child?.pid ?? 0, build }) });
if (how === 'hang') await new Promise(() => {});
if (how === 'silent') process.exit(0);
const test = '<testcase name="answers">' + (how === 'fail' ? '<failure message="no"/>' : '') + '</testcase>';
writeFileSync(process.env.LOCKSTEP_REPORTS + '/tests.xml', '<testsuites><testsuite name="s">' + (how === 'none' ? '' : test) + '</testsuite></testsuites>');
process.exitCode = how === 'fail' ? 1 : 0;
`;

export function tested(how: string, more: Readonly<Record<string, string>> = {}) {
  told = [];
  return {
    version: 2,
    files: { 'tests/candidate.mjs': SCRIPT },
    with: {
      'test-command': `node tests/candidate.mjs ${(sink.address() as AddressInfo).port} ${how}`,
      'test-report': '$LOCKSTEP_REPORTS/tests.xml',
      'test-format': 'junit',
      ...more,
    },
  } as const;
}

/** Environments' secrets, and whatever else opens a door. */
export function secretsSeen({
  secrets,
  databaseUrl,
}: {
  secrets: Readonly<Record<string, string>>;
  databaseUrl: string;
}): string[] {
  const mine = Object.entries({ ...secrets, databaseUrl }).filter(([name]) => name !== 'PROTECTION_BYPASS');
  const seen = JSON.stringify(told.map(({ env }) => env));
  const ours = told.flatMap(({ env }) => Object.keys(env)).filter((name) => /TOKEN|^INPUT_|^STATE_/.test(name));
  return [...mine.filter(([, value]) => value.length > 3 && seen.includes(value)).map(([name]) => name), ...ours];
}

/** What went into a session of its own is gone too. */
export async function expectNothingLeft(): Promise<void> {
  for (const { pid } of told.filter((one) => one.pid > 0)) {
    for (let look = 0; look < 100 && isAlive(pid); look++) await systemClock.sleep(50);
    expect(isAlive(pid)).toBe(false);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
