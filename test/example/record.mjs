#!/usr/bin/env node
/**
 * Records what the example serves, for the mutations of mutations.test.ts: headers and HTML, with NONCE in place of the nonce.
 * Files that were built are recorded by their headers alone.
 *
 *   node test/example/record.mjs http://127.0.0.1:3000 > test/example/served.json
 */
const [origin] = process.argv.slice(2);
const VOLATILE = [
  'date',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'content-encoding',
  'etag',
];

async function record(path) {
  const answer = await fetch(new URL(path, origin), { headers: { 'x-forwarded-proto': 'https' } });
  const body = await answer.text();
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1];
  const clean = (text) => (nonce === undefined ? text : text.replaceAll(nonce, 'NONCE'));
  const headers = [...answer.headers]
    .filter(([name]) => !VOLATILE.includes(name))
    .map(([name, value]) => [name, clean(value)]);
  return { status: answer.status, headers: Object.fromEntries(headers), body: clean(body) };
}

const paths = ['/', '/prescriptions', '/no-such-page', '/api/v1/prescriptions', '/api/health/live'];
const served = Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await record(path)])));
const [, built] = /src="(\/_next\/static\/[^"]+\.js)"/.exec(served['/'].body) ?? [];
served['/_next/static/'] = { ...(await record(built)), body: '' };
console.log(JSON.stringify(served, null, 2));
