import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { gradeOf, lowestScoreOf, MODIFIERS } from '../src/score/results.ts';
import { certificate, page, startSite, type TestSite } from './site.ts';

const CSP = [
  "default-src 'none'; form-action 'none'; frame-ancestors 'none'",
  "default-src 'self'",
  "default-src 'self'; script-src 'self' 'unsafe-inline'",
  "default-src 'self'; script-src 'nonce-abc' 'strict-dynamic' 'unsafe-inline' https:; object-src 'none'",
  "script-src 'strict-dynamic' https:",
  'default-src https:',
  "default-src 'self'; img-src http:",
  "default-src 'self'; script-src http://cdn.test",
  "default-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
  "default-src 'self'; script-src 'unsafe-eval' 'self'",
  "default-src 'self'; default-src 'none'",
  "default-src 'self'; report-uri /a; report-uri /b",
  'x',
  "img-src 'self'",
];

/** One header, its values as lines; undefined leaves it out. */
const lines = (values: readonly string[]) =>
  fc.option(fc.subarray([...values], { minLength: 1, maxLength: 2 }), { nil: undefined });
const one = (values: readonly string[]) => fc.option(fc.constantFrom(...values), { nil: undefined });

const HEADERS = fc.record({
  'content-security-policy': lines(CSP),
  'content-security-policy-report-only': one(["default-src 'self'"]),
  'strict-transport-security': lines([
    'max-age=63072000',
    'max-age=100',
    'max-age=oops',
    'includeSubDomains',
    'Max-Age=15552000; preload',
  ]),
  'x-content-type-options': lines(['nosniff', 'sniff', ' NoSniff ']),
  'x-frame-options': one(['DENY', 'sameorigin', 'allow-from https://a.test', 'never']),
  'referrer-policy': lines(['no-referrer', 'unsafe-url', 'strict-origin, origin', 'whatever']),
  'cross-origin-resource-policy': one(['same-origin', 'same-site', 'cross-origin', 'mine']),
  'set-cookie': lines([
    'theme=dark',
    'theme=dark; Secure',
    'session=1; Secure; HttpOnly; SameSite=Strict',
    'session=1; Secure',
    'session=1; HttpOnly',
    'csrf=1; Secure',
    'a=1; Secure; SameSite=Lax',
    'b=1; SameSite=None',
    'c=1; Secure; SameSite=Sometimes',
    '__Host-d=1; Secure; Path=/; SameSite=Lax',
    '__Host-e=1; Path=/',
  ]),
});

const HTML = fc.constantFrom(
  '<h1>Shop</h1>',
  '<script src="/a.js"></script>',
  '<script>start()</script>',
  '<script src="/a.js" integrity="sha256-abc"></script>',
  '<script src="https://cdn.test/a.js"></script>',
  '<script src="https://cdn.test/a.js" integrity="sha256-abc"></script>',
  '<script src="http://cdn.test/a.js"></script>',
  '<script src="//cdn.test/a.js" integrity="sha256-abc"></script>',
  `<meta http-equiv="Content-Security-Policy" content="default-src 'self'">`,
  `<meta http-equiv="Content-Security-Policy" content="frame-ancestors 'none'">`,
  '<meta name="referrer" content="no-referrer">',
);
const SHARED = fc.constantFrom('no', 'all', 'reflect');
const TYPE = fc.constantFrom('text/html; charset=utf-8', 'text/html', 'text/plain');

const judge = process.env['LOCKSTEP_OBSERVATORY'];
const describeWith = judge === undefined || judge === '' ? describe.skip : describe;

describeWith("Mozilla's own code", () => {
  test('gives 120 generated sites the same score', async () => {
    const sample = fc.sample(fc.tuple(HEADERS, HTML, SHARED, TYPE), { numRuns: 120, seed: 20261129 });
    const folder = mkdtempSync(join(tmpdir(), 'lockstep-score-'));
    writeFileSync(join(folder, 'ca.pem'), (await certificate()).certificate);
    const sites: TestSite[] = [];
    try {
      for (const [headers, html, shared, type] of sample) sites.push(await siteOf(headers, html, shared, type));
      const ours: (number | undefined)[] = [];
      for (const site of sites) ours.push((await site.audit({ checks: ['observatory-grade'] })).grade?.score);
      const ports = sites.map(({ httpUrl, url }) => [httpUrl.port, url.port]);
      const theirs = await scores(judge ?? '', ports, join(folder, 'ca.pem'));
      expect(theirs).toHaveLength(120);
      const different = sample.flatMap((given, at) =>
        theirs[at]?.score === ours[at] ? [] : [{ given, ours: ours[at], theirs: theirs[at] }],
      );
      expect(different).toEqual([]);
      expect(new Set(ours).size).toBeGreaterThan(10);
    } finally {
      for (const site of sites) await site[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true });
    }
  });
});

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

function siteOf(headers: Headers, html: string, shared: string, type: string): Promise<TestSite> {
  return startSite((request, response) => {
    const given = Object.fromEntries(
      Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, [value].flat()]])),
    );
    const { origin } = request.headers;
    const sharing: Record<string, string> =
      origin === undefined || shared === 'no'
        ? {}
        : shared === 'all'
          ? { 'access-control-allow-origin': '*' }
          : { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' };
    page({ ...given, ...sharing, 'content-type': type }, html)(request, response);
  });
}

function scores(
  folder: string,
  ports: readonly (readonly string[])[],
  ca: string,
): Promise<readonly { readonly score: number; readonly results: readonly string[] }[]> {
  return new Promise((resolve, reject) => {
    const program = join(import.meta.dirname, 'observatory-judge.mjs');
    const child = spawn(process.execPath, [program, folder], {
      env: { ...process.env, NODE_EXTRA_CA_CERTS: ca },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(JSON.parse(said)) : reject(new Error(`the judge ended with ${code}`)),
    );
    child.stdin.end(JSON.stringify(ports));
  });
}

test.each([
  [135, 'A+'],
  [100, 'A+'],
  [95, 'A'],
  [89, 'A-'],
  [80, 'B+'],
  [24, 'F'],
  [0, 'F'],
])('a score of %i is %s', (score, grade) => {
  expect(gradeOf(score).grade).toBe(grade);
  expect(lowestScoreOf(grade)).toBeLessThanOrEqual(score);
});

test('a grade that does not exist has no lowest score', () => {
  expect(lowestScoreOf('E')).toBeUndefined();
});

/** Headers of a well-known starter: Observatory's own analyzers give it 80. */
test('a policy with unsafe-inline costs 20', async () => {
  await using site = await startSite(
    page({
      'content-security-policy': "default-src 'self'; script-src 'self' 'unsafe-inline'",
      'strict-transport-security': 'max-age=31536000; includeSubDomains; preload',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'strict-origin-when-cross-origin',
    }),
  );
  expect(await site.audit({ checks: ['observatory-grade'] })).toMatchObject({ grade: { score: 80, grade: 'B+' } });
  const strict = await site.audit({ checks: ['observatory-grade'], minGrade: 'A' });
  expect(strict.checks).toMatchObject([{ verdict: 'fail', reason: 'grade-too-low' }]);
  expect(strict.checks[0]?.measured).toContain(`${MODIFIERS['csp-implemented-with-unsafe-inline']} csp-implemented`);
});
