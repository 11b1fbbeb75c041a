import { createServer } from 'node:http';
import { expect, test } from '@jest/globals';
import { closeServer, listen } from '@lockstep/proving-ground/net';
import { type Handler, outcomes, page, startSite } from '../site.ts';

async function seen(id: string, handler: Handler, plan = {}): Promise<readonly string[]> {
  await using site = await startSite(handler);
  return outcomes(await site.audit({ checks: [id], ...plan }), id);
}

const csp = (...policies: readonly string[]) => ({ 'content-security-policy': [...policies] });
const STRICT = "script-src 'nonce-abc' 'strict-dynamic'; object-src 'none'; base-uri 'none'";
const inline = (nonce?: string) => `<script${nonce === undefined ? '' : ` nonce="${nonce}"`}>start()</script>`;

test.each([
  ['a policy', csp(STRICT), 'pass as-expected'],
  ['none', {}, 'fail csp-missing'],
  ['one that only reports', { 'content-security-policy-report-only': STRICT }, 'fail csp-report-only'],
  ['one that allows all scripts', csp("frame-ancestors 'none'"), 'fail csp-without-scripts'],
])('csp-present: %s', async (_, headers, expected) => {
  expect(await seen('csp-present', page(headers))).toEqual([expected]);
});

test.each<[string, Record<string, string | string[]>, string, string]>([
  ['every script has the nonce', csp(STRICT), inline('abc'), 'pass as-expected'],
  ['no script has it', csp(STRICT), inline(), 'fail script-without-nonce'],
  ['nor has one of two', csp(STRICT), inline('abc') + inline(), 'fail script-without-nonce'],
  ['a page from the cache', { ...csp(STRICT), 'x-nextjs-cache': 'HIT' }, inline(), 'fail prerendered-under-nonce'],
  ['another nonce', csp(STRICT), inline('xyz'), 'fail nonce-differs'],
  [
    'a script of a host that is not allowed',
    csp("script-src 'self'"),
    '<script src="https://cdn.test/a.js"></script>',
    'fail script-blocked',
  ],
  ['a script of the page itself', csp("script-src 'self'"), '<script src="/a.js"></script>', 'pass as-expected'],
  [
    'the hash of it',
    csp("script-src 'sha256-DIm7WJS6ZKDYe5qFLPy+h4JFI9Bol5QmYC57mt3Fb00='"),
    inline(),
    'pass as-expected',
  ],
  [
    'another hash',
    csp("script-src 'sha256-P0cYqMpaR6W8u6vVyIc9uSxgOUH6iBHFJz7yOjxyKqM='"),
    inline(),
    'fail script-blocked',
  ],
  ['inline scripts allowed', csp("script-src 'unsafe-inline'"), inline(), 'pass as-expected'],
  [
    'inline scripts no longer allowed by a nonce',
    csp("script-src 'unsafe-inline' 'nonce-abc'"),
    inline(),
    'fail script-without-nonce',
  ],
  ['data is no script', csp(STRICT), '<script type="application/json">{}</script>', 'pass as-expected'],
  ['nor is what is in a comment', csp(STRICT), `<!-- ${inline()} -->`, 'pass as-expected'],
  ['two policies of which one blocks', csp(STRICT, "script-src 'self'"), inline('abc'), 'fail policies-intersect'],
  ['two that both allow', csp(STRICT, "script-src 'nonce-abc'"), inline('abc'), 'pass as-expected'],
  [
    'one in the page besides',
    csp(STRICT),
    `<meta http-equiv="Content-Security-Policy" content="script-src 'none'">${inline('abc')}`,
    'fail policies-intersect',
  ],
  ['a handler in an attribute', csp(STRICT), '<button onclick="buy()">Buy</button>', 'fail handler-blocked'],
  ['a page without a policy', {}, inline(), 'left out'],
])('csp-scripts: %s', async (_, headers, html, expected) => {
  expect(await seen('csp-scripts', page(headers, html))).toEqual([expected]);
});

test('a page behind a wall is unknown to every check of the policy', async () => {
  await using site = await startSite((_, response) => void response.writeHead(401).end(inline()));
  const audited = await site.audit({ checks: ['csp-*', 'cookies', 'header-claims', 'rate-limit-claim'] });
  expect(audited.checks.map(({ verdict }) => verdict)).toEqual(audited.checks.map(() => 'unknown'));
  expect(audited.checks).toHaveLength(10);
});

test('a nonce is of one answer alone', async () => {
  let turn = 0;
  const fresh: Handler = (request, response) => page(csp(`script-src 'nonce-n${turn++}'`))(request, response);
  expect(await seen('csp-nonce-fresh', fresh)).toEqual(['pass as-expected']);
  expect(await seen('csp-nonce-fresh', page(csp(STRICT)))).toEqual(['fail nonce-reused']);
  expect(await seen('csp-nonce-fresh', page(csp("script-src 'self'")))).toEqual(['left out']);
});

test.each([
  ["style-src 'self'", '<link rel="stylesheet" href="/a.css">', 'pass as-expected'],
  ["style-src 'self'", '<style>p{}</style>', 'fail style-blocked'],
  ["style-src 'nonce-abc'", '<style nonce="abc">p{}</style>', 'pass as-expected'],
  ["style-src 'self'", '<link rel="stylesheet" href="https://cdn.test/a.css">', 'fail style-blocked'],
])('csp-styles: %s with %s', async (policy, html, expected) => {
  expect(await seen('csp-styles', page(csp(policy), html))).toEqual([expected]);
});

test.each([
  [STRICT.replace('abc', 'MTIzNDU2Nzg5MDEyMzQ1Ng=='), 'strict', 'pass as-expected'],
  [STRICT, 'strict', 'fail csp-weak'],
  ["script-src 'unsafe-inline'; object-src 'none'; base-uri 'none'", 'balanced', 'fail csp-weak'],
  ["script-src 'unsafe-inline'; object-src 'none'; base-uri 'none'", 'report', 'pass as-expected'],
  ["script-src 'self'; object-src 'none'; base-uri 'none'", 'balanced', 'pass as-expected'],
])('csp-weaknesses: %s under %s', async (policy, level, expected) => {
  expect(await seen('csp-weaknesses', page(csp(policy)), { csp: level })).toEqual([expected]);
});

test('what one policy allows and another forbids is no weakness', async () => {
  const wide = "script-src 'unsafe-inline' 'self'; object-src 'none'; base-uri 'none'";
  const narrow = "script-src 'self'; object-src 'none'; base-uri 'none'";
  expect(await seen('csp-weaknesses', page(csp(wide, narrow)))).toEqual(['pass as-expected']);
});

test('a host that is allowed and never used', async () => {
  const used = '<script src="https://cdn.test/a.js"></script>';
  const policy = csp('script-src https://cdn.test');
  expect(await seen('csp-unused-hosts', page(policy, used), { csp: 'strict' })).toEqual(['pass as-expected']);
  expect(await seen('csp-unused-hosts', page(policy), { csp: 'strict' })).toEqual(['fail host-never-used']);
  expect(await seen('csp-unused-hosts', page(policy), { csp: 'balanced' })).toEqual(['pass as-expected']);
});

test('a host that a script sends to, or that an image or a font comes from, is used', async () => {
  const policy = csp(
    "default-src 'self'; connect-src https://api.test; img-src https://*.img.test; font-src https://f.test",
  );
  const files: Readonly<Record<string, string | number>> = {
    '/a.js': 'fetch("https://api.test/v1")',
    '/a.css': '@font-face{src:url(https://f.test/a.woff2)}',
  };
  const html =
    '<script src="/a.js"></script><link rel="stylesheet" href="/a.css"><img src="https://cdn.img.test/a.webp">';
  const shop =
    (all: Readonly<Record<string, string | number>>): Handler =>
    (request, response) => {
      const file = all[request.url ?? ''];
      if (file === undefined) page(policy, html)(request, response);
      else response.writeHead(typeof file === 'string' ? 200 : file).end(typeof file === 'string' ? file : '');
    };
  expect(await seen('csp-unused-hosts', shop(files), { csp: 'strict' })).toEqual(['pass as-expected']);
  expect(await seen('csp-unused-hosts', shop({ ...files, '/a.js': '' }), { csp: 'strict' })).toEqual([
    'fail host-never-used',
  ]);
  expect(await seen('csp-unused-hosts', shop({ ...files, '/a.js': 503 }), { csp: 'strict' })).toEqual([
    'unknown file-not-read',
  ]);
});

test('reports go to an endpoint that is there', async () => {
  const reports = createServer((request, response) => {
    response.writeHead(request.url === '/csp' ? 405 : 404).end();
  });
  const host = `127.0.0.1:${await listen(reports)}`;
  const to = (path: string) => csp(`script-src 'self'; report-uri http://${host}${path}`);
  const ask = (headers: Record<string, string | string[]>, hosts = [host]) =>
    seen('csp-reports', page(headers), { hosts });
  expect(await ask(to('/csp'))).toEqual(['pass as-expected']);
  expect(await ask(to('/gone'))).toEqual(['fail endpoint-missing']);
  const group = csp("script-src 'self'; report-to csp");
  expect(await ask(group)).toEqual(['fail endpoint-not-defined']);
  expect(await ask({ ...group, 'reporting-endpoints': `csp="http://${host}/csp"` })).toEqual(['pass as-expected']);
  expect(await ask(csp("script-src 'self'; report-uri https://other.test/"), [])).toEqual(['left out']);
  await closeServer(reports);
  expect(await ask(to('/csp'))).toEqual(['unknown no-answer']);
});
