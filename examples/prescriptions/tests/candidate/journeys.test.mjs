// Asks a deployment that has no traffic yet, in release.yml and preview.yml: node --test, nothing to install.
// It only reads: what a test writes on a candidate of production is a row of production.
import assert from 'node:assert/strict';
import { test } from 'node:test';

const { BASE_URL, VERCEL_AUTOMATION_BYPASS_SECRET: bypass, PAGE_LIMIT_MS = '3000' } = process.env;
const headers = bypass ? { 'x-vercel-protection-bypass': bypass } : {};

/** A page as a visitor gets it, and how long that took. */
async function visit(path) {
  const began = performance.now();
  const answer = await fetch(new URL(path, BASE_URL), {
    headers,
    redirect: 'manual',
    signal: AbortSignal.timeout(60_000),
  });
  const text = await answer.text();
  return { answer, text, ms: performance.now() - began };
}

for (const [path, words] of [
  ['/', 'Those of your clinics'],
  ['/prescriptions', 'Please sign in'],
])
  test(`${path} is there within ${PAGE_LIMIT_MS} ms`, async () => {
    await visit(path); // the first one may start the function
    const { answer, text, ms } = await visit(path);
    assert.equal(answer.status, 200);
    assert.match(text, new RegExp(words));
    assert.ok(ms < Number(PAGE_LIMIT_MS), `it took ${Math.round(ms)} ms`);
  });

test('scripts of a page carry the nonce of its policy', async () => {
  const { answer, text } = await visit('/');
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1];
  assert.ok(nonce, 'there is no nonce');
  assert.ok(text.includes(`nonce="${nonce}"`));
});

test('who is not signed in gets nothing of the API, and what they get is in no cache', async () => {
  const { answer } = await visit('/api/v1/prescriptions');
  assert.equal(answer.status, 401);
  assert.equal(answer.headers.get('cache-control'), 'no-store');
});
