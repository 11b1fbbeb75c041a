import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { verify } from '../../supabase/functions/verify/handler';

/** Stands in for the Data API: what it answers, and what it was asked. */
let status = 200;
let rows: unknown = [];
let silent = false;
const asked: { url: string | undefined; authorization: string | undefined }[] = [];
const server = createServer((request, response) => {
  asked.push({ url: request.url, authorization: request.headers.authorization });
  if (!silent) response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(rows));
});
let url = '';
before(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

const id = '00000000-0000-4000-8000-0000000000cc';
async function ask(path = `?id=${id}`, headers: Record<string, string> = { authorization: 'Bearer a.b.c' }) {
  const request = new Request(`http://function/${path}`, { headers });
  const answered = await verify(request, { url, key: 'publishable', timeoutMs: 500 });
  return { status: answered.status, body: await answered.json() };
}

test('a prescription that the caller may see is valid', async () => {
  rows = [{ id, issued_at: '2026-02-01T00:00:00Z' }];
  assert.deepEqual(await ask(), { status: 200, body: { valid: true, issuedAt: '2026-02-01T00:00:00Z' } });
  // The policies decide, so the token of the caller is what asks.
  assert.equal(asked.at(-1)?.authorization, 'Bearer a.b.c');
});

test('one that is not there, or not to be seen, is not', async () => {
  rows = [];
  assert.deepEqual(await ask(), { status: 200, body: { valid: false } });
});

test('not known is not "not valid"', async () => {
  status = 500;
  assert.equal((await ask()).status, 503);
  status = 200;
  silent = true;
  assert.equal((await ask()).status, 503);
  silent = false;
});

test('who is not signed in, or asks for nothing, gets nothing', async () => {
  const before = asked.length;
  assert.equal((await ask(undefined, {})).status, 401);
  assert.equal((await ask(`?id=eq.1&select=*`)).status, 400);
  assert.equal(asked.length, before);
});
