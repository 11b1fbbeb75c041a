import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startSite, type TestSite } from '../../packages/edge/test/site.ts';
import { readFolder } from '../../packages/migrations/src/files/folder.ts';
import { up } from '../../packages/migrations/src/up/up.ts';
import { engineOn, type Ground, startGround } from '../../packages/migrations/test/ground.ts';
import { type NextServer, passOnTo, startNext } from '../app/next-server.ts';
import { type Built, builtNow, example, isBuilt, SECRET } from './built.ts';

const judged = isBuilt ? describe : describe.skip;
const PATHS = ['/', '/prescriptions', '/no-such-page'];

type Recorded = Readonly<
  Record<string, { readonly status: number; readonly headers: Readonly<Record<string, string>> }>
>;

/** What the audit judges and no build changes. */
function headersOf(recorded: Recorded) {
  return Object.entries(recorded).map(([path, { status, headers }]) => {
    const { 'last-modified': _, ...steady } = headers;
    return [path, status, steady];
  });
}

judged('the example, built and served over TLS, before edge-audit', () => {
  let built: Built;
  let ground: Ground;
  let next: NextServer;

  beforeAll(async () => {
    built = builtNow();
    ground = await startGround();
    const database = await ground.database('example');
    const own = { directory: 'supabase/migrations', downDirectory: 'supabase/rollbacks', layout: 'auto' as const };
    const migrations = readFolder({ ...own, base: example });
    await up(engineOn(database), { folder: migrations, phase: 'expand', allowOutOfOrder: false });
    next = await startNext(built.folder, { DATABASE_URL: database.url, SUPABASE_JWT_SECRET: SECRET });
  }, 600_000);
  afterAll(async () => {
    next?.end();
    await ground?.end();
    built.remove();
  });

  async function failuresOf(
    change?: Parameters<typeof passOnTo>[1],
    paths: readonly string[] = ['/'],
    leftOut: readonly string[] = [],
  ) {
    await using site: TestSite = await startSite(passOnTo(next.url, change));
    // HTTP/2 is the platform's business, and not offered by this server in front.
    const { checks } = await site.audit({ paths, apiPaths: ['/api/v1/prescriptions'], checks: ['!http2', ...leftOut] });
    expect(checks.length).toBeGreaterThan(10);
    const bad = checks.filter(({ verdict }) => verdict === 'fail');
    return [...new Set(bad.map(({ id, reason }) => `${id}: ${reason}`))].sort();
  }

  test('is all green', async () => {
    expect(await failuresOf(undefined, PATHS)).toEqual([]);
  });

  test('is healthy, and its API wants a token', async () => {
    expect((await fetch(`${next.url}/api/health`)).status).toBe(200);
    expect((await fetch(`${next.url}/api/v1/prescriptions`)).status).toBe(401);
  });

  test('serves what mutations.test.ts mutates: node test/example/record.mjs records it again', async () => {
    const { status, stdout } = spawnSync(process.execPath, [join(import.meta.dirname, 'record.mjs'), next.url], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] },
    });
    expect(status).toBe(0);
    const now: Recorded = JSON.parse(stdout);
    const then: Recorded = JSON.parse(readFileSync(join(import.meta.dirname, 'served.json'), 'utf8'));
    expect(headersOf(now)).toEqual(headersOf(then));
  });

  test.each<[string, NonNullable<Parameters<typeof passOnTo>[1]>, RegExp]>([
    ['no policy', (headers) => delete headers['content-security-policy'], /^csp-present: csp-missing$/],
    [
      'a nonce that is another one',
      (headers) => {
        headers['content-security-policy'] = `${headers['content-security-policy']}`.replace(
          /'nonce-[^']+'/g,
          `'nonce-${randomBytes(16).toString('base64')}'`,
        );
      },
      /^csp-scripts: /,
    ],
    ['no HSTS', (headers) => delete headers['strict-transport-security'], /^hsts: /],
    [
      'a session cookie without its attributes',
      (headers) => {
        headers['set-cookie'] = ['session=1'];
      },
      /^cookies: /,
    ],
    [
      'a claim of compliance',
      (headers) => {
        headers['x-privacy-compliant'] = 'GDPR-HIPAA';
      },
      /claim/,
    ],
    [
      'any origin, with credentials',
      (headers) => {
        headers['access-control-allow-origin'] = '*';
        headers['access-control-allow-credentials'] = 'true';
      },
      /^cors-credentials: /,
    ],
  ])('with %s it is red, by that check alone', async (_what, change, finding) => {
    // The grade follows from the headers, so it moves with most of them.
    const failures = await failuresOf(change, ['/'], ['!observatory-grade']);
    expect(failures).toEqual(failures.map(() => expect.stringMatching(finding)));
    expect(failures).not.toEqual([]);
  });
});
