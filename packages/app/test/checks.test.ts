import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { auditApp, filesOf, readApp, setNames } from '../src/index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'app-audit-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** An app with our own files, and what is changed in it; with '' a file is not there. */
function audit(changed: Readonly<Record<string, string>> = {}, next = '16.4.6', router: 'app' | 'pages' = 'app') {
  const own = Object.fromEntries(
    filesOf(setNames(), { router, src: false, middleware: Number.parseInt(next, 10) < 16 }),
  );
  write({ 'package.json': JSON.stringify({ dependencies: { next } }), ...own, ...changed });
  for (const [path, text] of Object.entries(changed)) if (text === '') rmSync(join(folder, path));
  const { facts, notVerified } = readApp(folder);
  expect(notVerified).toEqual([]);
  return auditApp(facts);
}

const failures = (...args: Parameters<typeof audit>) =>
  audit(...args)
    .filter(({ verdict }) => verdict !== 'pass')
    .map(({ id, reason, where }) => `${id}: ${reason} ${where?.file ?? ''}:${where?.line ?? ''}`);

test.each(['14.2.35', '15.5.29', '16.4.6'])('our own files are green with Next.js %s', (next) => {
  expect(failures({}, next)).toEqual([]);
});

test('our own files are green in the pages router', () => {
  expect(failures({}, '16.4.6', 'pages')).toEqual([]);
  expect(audit({}, '16.4.6', 'pages').map(({ id }) => id)).toContain('health-fresh');
});

/** As the seeds of such apps have it: the handler takes the request and never reads it. */
const FROZEN = `export async function GET(request: Request) {
  const checks = await Promise.race([run(), new Promise((_, no) => setTimeout(no, 3000))]);
  return Response.json({ status: 'healthy', checks });
}`;
const SUPABASE =
  "import { createClient } from '@supabase/supabase-js';\nexport const supabase = createClient('a', 'b');\n";

describe('each seed fault is red, by its check alone', () => {
  test('a health route that Next.js 14 prerenders', () => {
    expect(failures({ 'app/api/health/route.ts': FROZEN }, '14.2.35')).toEqual([
      'health-fresh: health-frozen app/api/health/route.ts:1',
    ]);
    // The same file is rendered for each request by later releases.
    expect(failures({ 'app/api/health/route.ts': FROZEN }, '15.5.29')).toEqual([]);
  });

  test('a health route that the last build prerendered, whatever it looks like', () => {
    const manifest = (routes: object) => ({ '.next/prerender-manifest.json': JSON.stringify({ routes }) });
    expect(failures(manifest({ '/api/health': {} }))).toEqual([
      'health-fresh: health-frozen app/api/health/route.ts:1',
    ]);
    expect(failures({ 'app/api/health/route.ts': FROZEN, ...manifest({ '/': {} }) }, '14.2.35')).toEqual([]);
  });

  test.each([
    "export const dynamic = 'force-static';\nexport function GET(request: Request) { return probe(request); }",
    'export const revalidate = 60;\nexport function GET(request: Request) { return probe(request); }',
  ])('a health route that says that it is kept: %j', (route) => {
    expect(failures({ 'app/api/health/route.ts': route })).toEqual([
      'health-fresh: health-frozen app/api/health/route.ts:1',
    ]);
  });

  test('auth.getSession() as a probe, found behind imports', () => {
    const checks = `import { supabase } from '@/lib/supabase';
import type { Checks } from './health';
export const variables = [];
// supabase.auth.getSession() asks no one
export const checks: Checks = {
  auth: { run: async () => { const { error } = await supabase
    .auth.getSession(); if (error) throw error; } },
};`;
    expect(failures({ 'lib/lockstep/checks.ts': checks, 'lib/supabase.ts': SUPABASE })).toEqual([
      expect.stringMatching(/^health-probes: probe-cannot-fail lib\/lockstep\/checks\.ts:[67]$/),
    ]);
    // Where it is the session of a page it is fine.
    expect(
      failures({ 'app/page.tsx': 'const session = await supabase.auth.getSession();', 'lib/lockstep/checks.ts': '' }),
    ).toEqual([]);
  });

  test.each([
    "export const stripe = () => fetch('https://api.stripe.com/v1/charges?limit=1');",
    "export const stripe = () => ask(process.env['STRIPE_SECRET_KEY']);",
    'export const stripe = () => ask(process.env.STRIPE_SECRET_KEY);',
    "export const stripe = () => ask('sk_live_' + rest);",
  ])("Stripe's live key in a health check: %j", (stripe) => {
    const checks = "import { stripe } from '../stripe';\nexport const checks = { payments: { run: stripe } };";
    expect(failures({ 'lib/lockstep/checks.ts': checks, 'lib/stripe.ts': stripe })).toEqual([
      'health-keys: payment-key-in-health lib/stripe.ts:1',
    ]);
    // Its name in the list of variables is none.
    const named = "export const variables = ['STRIPE_SECRET_KEY'];\nexport const checks = {};";
    expect(failures({ 'lib/lockstep/checks.ts': named })).toEqual([]);
  });

  test('a health check without an end', () => {
    const route =
      "export async function GET(request: Request) {\n  await fetch('https://db.example', { headers: request.headers });\n  return Response.json({ status: 'healthy' });\n}";
    expect(
      failures({
        'app/api/health/route.ts': route,
        'app/api/health/ready/route.ts': '',
        'app/api/health/live/route.ts': 'export const GET = (request: Request) => Response.json({ at: request.url });',
      }),
    ).toEqual(['health-deadline: no-deadline app/api/health/route.ts:2']);
  });

  test.each([
    ['middleware.ts', "response.headers.set('X-RateLimit-Remaining', '99');"],
    ['next.config.js', "headers: [{ key: 'X-RateLimit-Limit', value: '100' }],"],
    ['vercel.json', '{ "headers": [{ "key": "X-RateLimit-Remaining", "value": "99" }] }'],
    ['app/api/x/route.ts', "return Response.json({}, { headers: { 'RateLimit-Remaining': 99 } });"],
  ])('a rate limit that never counts, in %s', (path, text) => {
    expect(failures({ [path]: text })).toEqual([`rate-limit-header: limit-never-counts ${path}:1`]);
    expect(failures({ [path]: text.replace(/'?99'?|'100'|"99"/, 'String(left)') })).toEqual([]);
  });

  test.each(['getFID', 'getCLS', 'onFID'])('%s of web-vitals', (name) => {
    const text = `\nimport { ${name} } from 'web-vitals';\n${name}(send);`;
    expect(failures({ 'lib/vitals.ts': text })).toEqual(['vitals-api: removed-vitals-api lib/vitals.ts:2']);
    expect(failures({ 'lib/vitals.ts': text.replaceAll(name, 'onINP') })).toEqual([]);
    // A function of one's own may have that name.
    expect(failures({ 'lib/vitals.ts': `export const ${name} = 1;` })).toEqual([]);
  });

  test('no health route', () => {
    const gone = ['', '/live', '/ready'].map((path) => [`app/api/health${path}/route.ts`, '']);
    expect(failures(Object.fromEntries(gone))).toEqual(['health-routes: health-missing :']);
  });
});

test('what is in a comment, in a text of its own or in a package is not looked at', () => {
  const text =
    "const a = 'http://x'; /* auth.getSession() */ const b = `\n// not a comment`; const c = /['\"]/; // getFID from 'web-vitals'\n";
  write({
    'node_modules/x/index.js': "import { getFID } from 'web-vitals';",
    'tests/x.ts': "getFID from 'web-vitals'",
  });
  expect(failures({ 'lib/x.ts': text })).toEqual([]);
});

test('a file that is too long is not verified, and said so', () => {
  write({ 'package.json': '{"dependencies":{"next":"16"}}', 'lib/long.ts': ' '.repeat(1_000_001) });
  expect(readApp(folder).notVerified).toMatchObject([{ id: 'sources', what: 'lib/long.ts' }]);
});

test('the folder of no app is refused', () => {
  expect(() => readApp(folder)).toThrow(/expected the folder of a Next\.js app/);
});
