import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Ground, startGround } from '../../packages/postgres/test/ground.ts';
import { startNext } from './next-server.ts';

const root = join(import.meta.dirname, '..', '..');
const LAYOUT_16 = `import { connection } from 'next/server';
import { WebVitals } from '../lib/lockstep/web-vitals';
export default async function Layout({ children }: { children: React.ReactNode }) {
  await connection();
  return <html lang="en"><body>{children}<WebVitals /></body></html>;
}
`;
const LAYOUT_14 = LAYOUT_16.replace("{ connection } from 'next/server'", "{ headers } from 'next/headers'").replace(
  'await connection()',
  'headers()',
);
const PAGE = 'export default function Page() {\n  return <h1>Clinic</h1>;\n}\n';
/** Each page is rendered for its request: the pages router otherwise makes files of them. */
const PAGES_APP = `import App, { type AppContext, type AppProps } from 'next/app';
import { WebVitals } from '../lib/lockstep/web-vitals';
export default function Clinic({ Component, pageProps }: AppProps) {
  return <><Component {...pageProps} /><WebVitals /></>;
}
Clinic.getInitialProps = (context: AppContext) => App.getInitialProps(context);
`;
const TYPES = 'typescript@5.9.3 @types/node@20 pg@8.23.1 @types/pg@8.23.1';

/** Next.js is no dependency of ours: `LOCKSTEP_NEXT_APP=1` installs it from the registry. */
const judged = process.env['LOCKSTEP_NEXT_APP'] === '1' ? describe : describe.skip;

let folder: string;
let ground: Ground | undefined;
const ends: (() => void)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'next-app-'));
});
afterEach(async () => {
  for (const end of ends.splice(0)) end();
  await ground?.end();
  ground = undefined;
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Ends with the status; throws with all that was said where that is not the expected one. */
function run(command: string, expected = 0): string {
  const { NODE_OPTIONS: _jests, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync('bash', ['-euo', 'pipefail', '-c', command], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (status !== expected) throw new Error(`${command} ended with ${status}:\n${stdout}${stderr}`);
  return stdout + stderr;
}

/** The entry is app/layout.tsx, or pages/_app.tsx for the pages router. */
function haveApp(packages: string, entry: string, router: 'app' | 'pages' = 'app'): void {
  write('package.json', JSON.stringify({ name: 'clinic', private: true }));
  write(router === 'app' ? 'app/page.tsx' : 'pages/index.tsx', PAGE);
  run(`npm install --no-audit --no-fund --include=dev --save-exact ${packages} ${TYPES}`);
  const lockstep = join(root, 'packages/cli/lib/main.js');
  if (!existsSync(lockstep)) throw new Error('compile it before: node_modules/.bin/tsc -b');
  run(`node ${JSON.stringify(lockstep)} add app`);
  run(`node ${JSON.stringify(lockstep)} app-audit`);
  write(router === 'app' ? 'app/layout.tsx' : 'pages/_app.tsx', entry);
  write('next.config.mjs', 'export default { experimental: {} };\n');
}

async function start(databaseUrl: string): Promise<string> {
  const server = await startNext(folder, { DATABASE_URL: databaseUrl, VERCEL_DEPLOYMENT_ID: 'dpl_of_the_test' });
  ends.push(server.end);
  return server.url;
}

interface Page {
  readonly nonce: string | undefined;
  /** The nonces of all its scripts; '' for one without. */
  readonly scripts: readonly string[];
}

async function read(url: string): Promise<Page> {
  const answer = await fetch(url);
  const html = await answer.text();
  const [, nonce] = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '') ?? [];
  const scripts = [...html.matchAll(/<script\b([^>]*)>/g)].map(
    ([, all = '']) => /nonce="([^"]*)"/.exec(all)?.[1] ?? '',
  );
  return { nonce, scripts };
}

judged('the files in an app of', () => {
  test.each([
    ['Next.js 14', 'next@14.2.35 react@18.3.1 react-dom@18.3.1 @types/react@18', 'app', LAYOUT_14],
    ['Next.js 15', 'next@15.5.29 react@19.3.1 react-dom@19.3.1 @types/react@19', 'app', LAYOUT_16],
    ['Next.js 16', 'next@16.4.6 react@19.3.1 react-dom@19.3.1 @types/react@19', 'app', LAYOUT_16],
    ['Next.js 14', 'next@14.2.35 react@18.3.1 react-dom@18.3.1 @types/react@18', 'pages', PAGES_APP],
    ['Next.js 15', 'next@15.5.29 react@19.3.1 react-dom@19.3.1 @types/react@19', 'pages', PAGES_APP],
    ['Next.js 16', 'next@16.4.6 react@19.3.1 react-dom@19.3.1 @types/react@19', 'pages', PAGES_APP],
  ] as const)(
    '%s (%s; router: %s) are built, and do what they say',
    async (_version, packages, router, entry) => {
      haveApp(packages, entry, router);
      run('npx next build && node lib/lockstep/check-pages.mjs');
      ground = await startGround();
      const database = await ground.database('app');
      const url = await start(database.url);

      // Every script of the page has the nonce of its policy, and no nonce is used twice.
      const [first, second, missing] = [await read(`${url}/`), await read(`${url}/`), await read(`${url}/none`)];
      expect(first.scripts.length).toBeGreaterThan(3);
      // The page for "not found" of the pages router is a file, if App.getInitialProps does not make it one for a request.
      for (const page of [first, second, missing]) {
        expect(page.nonce).toMatch(/^[\w+/]{22}==$/);
        expect(page.scripts.filter((nonce) => nonce !== page.nonce)).toEqual([]);
      }
      expect(second.nonce).not.toBe(first.nonce);

      const health = async () => {
        const answer = await fetch(`${url}/api/health`);
        return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
      };
      const well = await health();
      expect(well).toMatchObject({ status: 200, body: { metadata: { deployment_id: 'dpl_of_the_test' } } });
      expect((await health()).body['timestamp']).not.toBe(well.body['timestamp']);
      expect((await fetch(`${url}/api/health/ready`)).status).toBe(200);
      const vital = JSON.stringify({ name: 'LCP', value: 1200, rating: 'good', route: '/' });
      expect((await fetch(`${url}/api/vitals`, { method: 'POST', body: vital })).status).toBe(204);
      const long = JSON.stringify({ name: 'x'.repeat(5_000) });
      expect((await fetch(`${url}/api/vitals`, { method: 'POST', body: long })).status).toBe(400);
      expect((await fetch(`${url}/api/vitals`)).status).toBe(405);
      expect((await fetch(`${url}/api/error-drill`, { method: 'POST' })).status).toBe(404);

      // Without its database it is unhealthy at once, and still alive.
      await ground.end();
      ground = undefined;
      expect(await health()).toMatchObject({ status: 503, body: { status: 'unhealthy' } });
      expect((await fetch(`${url}/api/health/live`)).status).toBe(200);
    },
    600_000,
  );

  test('Next.js 16 with a page that is prerendered: the build is refused until the page is listed', async () => {
    haveApp(
      'next@16.4.6 react@19.3.1 react-dom@19.3.1 @types/react@19',
      LAYOUT_16.replace('  await connection();\n', ''),
    );
    run('npx next build');
    expect(run('node lib/lockstep/check-pages.mjs', 1)).toMatch(/^check-pages: \/ is prerendered/m);
    const broken = await read(`${await start('postgres://127.0.0.1:9/none')}/`);
    expect([broken.nonce === undefined, new Set(broken.scripts)]).toEqual([false, new Set([''])]);
    const security =
      "import type { Security } from './security-headers';\nexport const security: Security = { allowed: {}, staticPages: ['/', '/_not-found'] };\n";
    write('lib/lockstep/security.ts', security);
    // It passes, and says what the policy of these pages cannot do.
    expect(run('npx next build && node lib/lockstep/check-pages.mjs')).toMatch(
      /^check-pages: \/, \/_not-found: without a nonce;.* does not stop/m,
    );
    const listed = await read(`${await start('postgres://127.0.0.1:9/none')}/`);
    expect(listed.nonce).toBeUndefined();
  }, 600_000);
});
