#!/usr/bin/env node
/**
 * Measures an audit of ten pages with the bundle, on a site whose every answer takes as long as one from another continent.
 * Needs `node scripts/build.mjs edge-audit` before.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeCertificate } from '../../packages/proving-ground/lib/tls/index.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const PATHS = 10;
const ANSWER_MS = 100;
const MOST_SECONDS = 15;
/** An audit is no load test. */
const MOST_AT_ONCE = 8;

/** Rows of { what, measured, budget, ok }. */
export async function* bench() {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-bench-'));
  const { key, certificate } = await makeCertificate(['127.0.0.1']);
  writeFileSync(join(folder, 'ca.pem'), certificate);
  let now = 0;
  let most = 0;
  const secure = createSecureServer(
    { key, cert: certificate, ALPNProtocols: ['h2', 'http/1.1'] },
    (request, response) => {
      most = Math.max(most, ++now);
      response.on('close', () => now--);
      setTimeout(() => answer(request.url, response), ANSWER_MS);
    },
  );
  const plain = createServer((_, response) => {
    setTimeout(() => response.writeHead(308, { location: 'https://127.0.0.1/' }).end(), ANSWER_MS);
  });
  const [port, plainPort] = await Promise.all([secure, plain].map(listen));
  const report = join(folder, 'report');
  const inputs = {
    url: `https://127.0.0.1:${port}`,
    'http-url': `http://127.0.0.1:${plainPort}`,
    paths: Array.from({ length: PATHS }, (_, at) => `/page-${at}`).join('\n'),
    'report-directory': report,
    'report-only': 'true',
  };
  const started = performance.now();
  await audit(folder, inputs);
  const seconds = (performance.now() - started) / 1000;
  const { checks } = JSON.parse(readFileSync(join(report, 'checks.json'), 'utf8'));
  for (const server of [secure, plain]) server.close();
  rmSync(folder, { recursive: true });
  const judged = checks.filter(({ verdict }) => verdict !== 'unknown').length;
  yield {
    what: `audit of ${PATHS} pages, ${ANSWER_MS} ms an answer`,
    measured: `${seconds.toFixed(1)} s, ${judged} of ${checks.length} results decided`,
    budget: `≤ ${MOST_SECONDS} s`,
    ok: seconds <= MOST_SECONDS && judged > PATHS * 10,
  };
  yield {
    what: 'requests of an audit at the same time',
    measured: String(most),
    budget: `≤ ${MOST_AT_ONCE}`,
    ok: most <= MOST_AT_ONCE,
  };
}

function answer(path, response) {
  const page = path.startsWith('/page-');
  const script = path.startsWith('/_next/static/') && path.endsWith('.js');
  if (!page && !script) return response.writeHead(404).end();
  const type = page ? 'text/html' : 'text/javascript';
  response.writeHead(200, { 'content-type': type, 'x-ratelimit-remaining': '99' });
  const files = [1, 2, 3].map((at) => `<script src="/_next/static/${path.slice(1)}-${at}.js"></script>`);
  response.end(page ? files.join('') : 'start()');
}

function listen(server) {
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server.address().port)));
}

function audit(folder, inputs) {
  const files = ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_STATE', 'GITHUB_ENV'].map((name) => {
    writeFileSync(join(folder, name), '');
    return [name, join(folder, name)];
  });
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const env = { ...process.env, ...Object.fromEntries([...files, ...given]) };
  env.RUNNER_TEMP = folder;
  env.NODE_EXTRA_CA_CERTS = join(folder, 'ca.pem');
  const child = spawn(process.execPath, [join(root, 'dist/edge-audit/index.js')], { env, stdio: 'ignore' });
  return new Promise((done, broken) => {
    child.on('error', broken);
    child.on('exit', (code) => (code === 0 ? done() : broken(new Error(`edge-audit ended with ${code}`))));
  });
}
