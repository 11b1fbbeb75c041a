import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DRILL_SECRET } from '../../packages/platform/test/world/drill.ts';
import { goodWorld, type World } from '../../packages/platform/test/world.ts';
import { type NextServer, startNext } from './next-server.ts';

const root = join(import.meta.dirname, '..', '..');
const lockstep = join(root, 'packages/cli/lib/main.js');
const RELEASE = 'clinic@1.2.3';

/** Next.js and Sentry's SDK for it are no dependencies of ours: `LOCKSTEP_NEXT_APP=1` installs them from the registry. */
const judged = process.env['LOCKSTEP_NEXT_APP'] === '1' ? describe : describe.skip;
const PACKAGES =
  'next@16.4.6 react@19.3.1 react-dom@19.3.1 @types/react@19 @sentry/nextjs@11.0.0 typescript@5.9.3 @types/node@20 pg@8.23.1 @types/pg@8.23.1';

const LAYOUT = `import { connection } from 'next/server';
import { WebVitals } from '../lib/lockstep/web-vitals';
export default async function Layout({ children }: { children: React.ReactNode }) {
  await connection();
  return <html lang="en"><body>{children}<WebVitals /></body></html>;
}
`;
const PAGE = 'export default function Page() {\n  return <h1>Clinic</h1>;\n}\n';

/** The file that Lockstep adds, with the lines that app/README.md has for Sentry. */
function withSentry(text: string): string {
  const changes: readonly (readonly [string, string])[] = [
    [
      "import { errorRecord } from './lib/lockstep/scrub';",
      "import * as Sentry from '@sentry/nextjs';\nimport { errorRecord, scrubEvent } from './lib/lockstep/scrub';",
    ],
    [
      'export function register(): void {\n',
      `export function register(): void {
  const { SENTRY_DSN: dsn, SENTRY_RELEASE: release } = process.env;
  Sentry.init({ dsn, release, traceLifecycle: 'static', beforeSend: scrubEvent, beforeSendTransaction: scrubEvent });
`,
    ],
    ['request: { readonly method: string },', 'request: Parameters<typeof Sentry.captureRequestError>[1],'],
    ['context: { readonly routePath: string },', 'context: Parameters<typeof Sentry.captureRequestError>[2],'],
    [
      'route: context.routePath })));\n',
      'route: context.routePath })));\n  Sentry.captureRequestError(error, request, context);\n',
    ],
  ];
  return changes.reduce((file, [from, to]) => {
    if (!file.includes(from)) throw new Error(`instrumentation.ts has no ${from}`);
    return file.replace(from, to);
  }, text);
}

judged("the signed error drill in Next.js 16 with Sentry's own SDK", () => {
  let folder: string;
  let world: World;
  let app: NextServer | undefined;

  beforeAll(() => {
    if (!existsSync(lockstep)) throw new Error('compile it before: node_modules/.bin/tsc -b');
    folder = mkdtempSync(join(tmpdir(), 'next-drill-'));
    mkdirSync(join(folder, 'app'));
    const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
    write('package.json', JSON.stringify({ name: 'clinic', private: true }));
    write('app/page.tsx', PAGE);
    write('next.config.mjs', 'export default {};\n');
    run(`npm install --no-audit --no-fund --ignore-scripts --include=dev --save-exact ${PACKAGES}`);
    run(`node ${JSON.stringify(lockstep)} add app`);
    write('app/layout.tsx', LAYOUT);
    write('instrumentation.ts', withSentry(readFileSync(join(folder, 'instrumentation.ts'), 'utf8')));
    run('npx next build');
  }, 900_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach(async () => {
    world = await goodWorld();
    world.sentry.events.splice(0);
  });
  afterEach(async () => {
    app?.end();
    app = undefined;
    await world[Symbol.asyncDispose]();
  });

  function run(command: string): void {
    const { NODE_OPTIONS: _jests, ...env } = process.env;
    const { status, stderr, stdout } = spawnSync('bash', ['-euo', 'pipefail', '-c', command], {
      ...{ cwd: folder, encoding: 'utf8', env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } },
    });
    if (status !== 0) throw new Error(`${command} ended with ${status}:\n${stdout}${stderr}`);
  }

  async function startApp(secret = DRILL_SECRET): Promise<string> {
    const variables = { LOCKSTEP_DRILL_SECRET: secret, SENTRY_DSN: world.sentry.dsn, SENTRY_RELEASE: RELEASE };
    app = await startNext(folder, variables);
    return app.url;
  }

  /** The program, as a person or a job calls it: it asks the app and Sentry, which are in this process or beside it. */
  function cli(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string }> {
    const { NODE_OPTIONS: _jests, ...env } = process.env;
    const own = {
      LOCKSTEP_DRILL_SECRET: DRILL_SECRET,
      SENTRY_AUTH_TOKEN: world.sentry.token,
      SENTRY_URL: world.sentry.url,
      SENTRY_ORG: 'acme',
      SENTRY_PROJECT: 'shop',
    };
    return new Promise((resolve) => {
      const options = { cwd: folder, env: { ...env, ...own } };
      const child = execFile(process.execPath, [lockstep, ...args], options, (_error, out) => {
        resolve({ code: child.exitCode ?? -1, out });
      });
    });
  }

  function audit(): Promise<{ readonly code: number; readonly out: string }> {
    writeFileSync(join(folder, 'platform.yml'), 'sentry: { drill-event: true }\n');
    return cli('platform', 'audit', '--policy', 'platform.yml', '--sentry-release', RELEASE);
  }

  /** Sentry's SDK sends when it has time; only for what never comes. */
  async function eventsAfter(url: string): Promise<number> {
    for (let tries = 0; tries < 300 && world.sentry.events.length === 0; tries++) await wait(100);
    expect((await fetch(`${url}/api/health/live`)).status).toBe(200);
    return world.sentry.events.length;
  }

  test('is thrown by the served build, sent by the SDK, and found by platform-audit', async () => {
    const url = await startApp();
    expect((await fetch(`${url}/api/error-drill`, { method: 'POST' })).status).toBe(404);
    expect(await audit()).toMatchObject({ code: 1, out: expect.stringContaining('sentry.drill-event') });
    expect(await cli('error-drill', '--url', url, '--release', RELEASE)).toMatchObject({
      ...{ code: 0, out: expect.stringContaining('answered 500: the app threw the error') },
    });
    expect(await eventsAfter(url)).toBe(1);
    expect(world.sentry.events).toMatchObject([{ release: RELEASE, type: 'ErrorDrill', message: '[removed]' }]);
    expect(JSON.stringify(world.sentry.events)).not.toContain(DRILL_SECRET);
    expect(await audit()).toMatchObject({ code: 0 });
  });

  test('of an app with another secret is refused, and nothing reaches Sentry', async () => {
    const url = await startApp('another secret that is also 32 characters long');
    expect((await cli('error-drill', '--url', url, '--release', RELEASE)).code).toBe(1);
    expect(world.sentry.events).toEqual([]);
    expect((await audit()).code).toBe(1);
  });
});
