import { expect, test } from '@jest/globals';
import { edgeChecks } from '../../packages/edge/src/index.ts';
import { sampleOf } from '../faults/matrix.ts';
import { A, auditWith, CAA, HOST, type Mutation, type Served } from './served-site.ts';

async function redOf(mutation: Mutation): Promise<readonly string[]> {
  const { checks } = await auditWith(mutation);
  return [...new Set(checks.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id))].sort();
}

test('the example is all green: every check has something to look at, and passes', async () => {
  const { checks, gaps, grade } = await auditWith({ plan: { minGrade: 'A+' } });
  expect(checks.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
  // Its policy sends no reports, names no host, and its pages have no header of a rate limit.
  expect([...new Set(gaps.map(({ id }) => id))].sort()).toEqual([
    'csp-reports',
    'csp-unused-hosts',
    'rate-limit-claim',
  ]);
  expect(gaps.every(({ chosen }) => chosen)).toBe(true);
  expect(new Set(checks.map(({ id }) => id)).size).toBe(33);
  expect(grade?.grade).toBe('A+');
});

const isPage = (path: string) => path === '/' || path === '/prescriptions';
const onPages = (change: (served: Served) => void): Mutation => ({
  answer: (served, path) => {
    if (isPage(path)) change(served);
  },
});
const set = (name: string, value: string | string[]): Mutation =>
  onPages(({ headers }) => {
    headers[name] = value;
  });
const unset = (name: string): Mutation => onPages(({ headers }) => void delete headers[name]);
const policy = (change: (text: string) => string | string[]): Mutation =>
  onPages(({ headers }) => {
    headers['content-security-policy'] = change(String(headers['content-security-policy']));
  });
const html = (change: (text: string) => string): Mutation =>
  onPages((served) => {
    served.body = change(String(served.body));
  });
const at = (path: string | RegExp, served: Partial<Served>): Mutation => ({
  answer: (one, asked) => {
    if (typeof path === 'string' ? path === asked : path.test(asked)) Object.assign(one, served);
  },
});
const header = (path: RegExp, name: string, value: string): Mutation => ({
  answer: ({ headers }, asked) => {
    if (path.test(asked)) headers[name] = value;
  },
});
const BUILT = /^\/_next\/static\/.*[^/]$/;
const OLD = { minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
const DAY_MS = 86_400_000;
const days = (from: number, to: number) => ({
  validity: { from: new Date(Date.now() + from * DAY_MS), to: new Date(Date.now() + to * DAY_MS) },
});
const CERTIFIED = CAA('letsencrypt.org');
const allowing = (fits: (origin: string) => boolean): Mutation => ({
  answer: ({ headers }, _, request) => {
    const { origin = '' } = request.headers;
    if (!fits(origin)) return;
    headers['access-control-allow-origin'] = origin;
    headers['access-control-allow-credentials'] = 'true';
  },
});

const MUTATIONS: Readonly<Record<string, readonly (readonly [what: string, mutation: Mutation])[]>> = {
  'https-redirect': [
    ['plain HTTP serves the page', { plain: (_, response) => void response.end('<h1>Prescriptions</h1>') }],
    [
      'plain HTTP leads to plain HTTP',
      { plain: (_, response) => void response.writeHead(301, { location: '/en' }).end() },
    ],
    [
      'plain HTTP leads to another host first',
      { plain: (_, response) => void response.writeHead(301, { location: `https://www.${HOST}/` }).end() },
    ],
  ],
  hsts: [
    ['no HSTS', unset('strict-transport-security')],
    ['HSTS for a day', set('strict-transport-security', 'max-age=86400')],
    ['HSTS twice', set('strict-transport-security', ['max-age=63072000', 'max-age=0'])],
  ],
  'hsts-preload': [['preload without the names below', set('strict-transport-security', 'max-age=63072000; preload')]],
  'tls-expiry': [
    ['a certificate that has ended', days(-90, -1)],
    ['a certificate that is not valid yet', days(1, 90)],
    ['a certificate that ends soon', days(-80, 5)],
  ],
  'tls-name': [['a certificate for another name', { names: ['other.example'] }]],
  'tls-trust': [['a chain that no one trusts', { untrusted: true }]],
  'tls-versions': [
    ['TLS 1.0 as well', { tls: OLD }],
    ['TLS 1.2 where 1.3 is asked for', { plan: { minTls: 'TLSv1.3' } }],
  ],
  http2: [['HTTP/1.1 alone', { tls: { ALPNProtocols: ['http/1.1'] } }]],
  'observatory-grade': [
    [
      'a script of others over plain HTTP, without integrity',
      {
        ...html((text) => text.replace('</head>', '<script nonce="NONCE" src="http://cdn.test/a.js"></script></head>')),
        plan: { minGrade: 'B+' },
      },
    ],
  ],
  'csp-present': [
    ['no policy', { ...unset('content-security-policy') }],
    [
      'a policy that only reports',
      onPages(({ headers }) => {
        headers['content-security-policy-report-only'] = headers['content-security-policy'] ?? '';
        delete headers['content-security-policy'];
      }),
    ],
  ],
  'csp-scripts': [
    ['a script without a nonce', html((text) => text.replace('</body>', '<script>track()</script></body>'))],
    ['nonces of another answer', html((text) => text.replaceAll('NONCE', 'b3RoZXI='))],
    [
      'a page that was rendered before',
      onPages((served) => {
        served.body = String(served.body).replaceAll(' nonce="NONCE"', '');
        served.headers['x-nextjs-cache'] = 'HIT';
      }),
    ],
    ['a second policy from next.config', policy((text) => [text, "script-src 'self'"])],
    ['a handler in an attribute', html((text) => text.replace('<main', '<main onclick="buy()"'))],
  ],
  'csp-styles': [['a style without a nonce', html((text) => text.replace('</head>', '<style>p{}</style></head>'))]],
  'csp-nonce-fresh': [
    [
      'the same nonce in every answer',
      onPages((served) => {
        const fixed = (text: unknown) => String(text).replaceAll('NONCE', 'Zml4ZWQgYW5kIGtub3du');
        served.body = fixed(served.body);
        served.headers['content-security-policy'] = fixed(served.headers['content-security-policy']);
      }),
    ],
  ],
  'csp-weaknesses': [['no base-uri', policy((text) => text.replace("base-uri 'none'; ", ''))]],
  'csp-unused-hosts': [
    [
      'a host that no page uses',
      {
        ...policy((text) => text.replace("font-src 'self'", 'font-src https://fonts.example')),
        plan: { csp: 'strict' },
      },
    ],
  ],
  'csp-reports': [['reports to an endpoint that is not defined', policy((text) => `${text}; report-to csp`)]],
  cookies: [
    ['a cookie that travels without TLS', set('set-cookie', ['theme=dark'])],
    ['a session that scripts can read', set('set-cookie', ['session=1; Secure; SameSite=Lax'])],
    ['a session for other sites', set('set-cookie', ['session=1; Secure; HttpOnly; SameSite=None'])],
  ],
  'cors-credentials': [
    ['every origin, with credentials', allowing((origin) => origin !== '')],
    ['origins that begin like ours', allowing((origin) => origin.startsWith(`https://${HOST}`))],
    ['the origin null', allowing((origin) => origin === 'null')],
  ],
  'cors-origins': [
    [
      'our own app is not allowed',
      {
        answer: (served, path) => {
          if (path === '/api/v1/prescriptions') Object.assign(served, { status: 200, headers: {} });
        },
      },
    ],
  ],
  'header-claims': [['a claim of compliance', set('x-privacy-compliant', 'GDPR-HIPAA')]],
  'rate-limit-claim': [['a limit that never counts', set('x-ratelimit-remaining', '99')]],
  'source-maps': [['a map next to a script', at(/\.js\.map$/, { status: 200, body: '{"version":3,"mappings":"AA"}' })]],
  'exposed-files': [
    ['settings', at('/.env.production', { status: 200, body: 'DATABASE_URL=postgresql://' })],
    ['git', at('/.git/HEAD', { status: 200, body: 'ref: refs/heads/main' })],
  ],
  'directory-listing': [['a list of files', at('/_next/static/', { status: 200, body: '<title>Index of /</title>' })]],
  compression: [['text as it is', { uncompressed: true }]],
  'image-formats': [['a picture as PNG', header(/^\/logo$/, 'content-type', 'image/png')]],
  'asset-caching': [['built files for an hour', header(BUILT, 'cache-control', 'public, max-age=3600')]],
  'cdn-hit': [['a cache that never has it', header(BUILT, 'x-vercel-cache', 'MISS')]],
  'private-pages': [
    [
      'a cookie in a shared cache',
      onPages(({ headers }) => {
        headers['set-cookie'] = ['__Host-id=1; Secure; HttpOnly; SameSite=Lax; Path=/'];
        headers['cache-control'] = 'public, s-maxage=60';
      }),
    ],
  ],
  telemetry: [
    ['no analytics in the page', html((text) => text.replace('/_vercel/insights/script.js', '/_next/static/other.js'))],
    ['analytics that are not served', at('/_vercel/insights/script.js', { status: 404 })],
    ['analytics that may not send', policy((text) => text.replace("connect-src 'self'", "connect-src 'none'"))],
  ],
  'dns-records': [['an address that one resolver does not know', { zones: [[A(), CERTIFIED], []] }]],
  'dns-dangling': [
    [
      'a name that points at nothing',
      {
        zones: [
          [{ type: 'CNAME', name: HOST, data: 'gone.example', ttl: 300 }, CERTIFIED],
          [{ type: 'CNAME', name: HOST, data: 'gone.example', ttl: 300 }, CERTIFIED],
        ],
      },
    ],
  ],
  'dns-ttl': [
    [
      'an address for a day',
      {
        zones: [
          [A(86_400), CERTIFIED],
          [A(), CERTIFIED],
        ],
      },
    ],
  ],
  'dns-caa': [
    ['no CAA', { zones: [[A()], [A()]] }],
    [
      'another authority in CAA',
      {
        zones: [
          [A(), CAA('digicert.com')],
          [A(), CERTIFIED],
        ],
      },
    ],
  ],
  csrf: [['forms of other sites are taken', at('/api/profile', { status: 204 })]],
  'rate-limit': [
    ['no limit', at('/api/login', { status: 200 })],
    ['a limit without a time', { answer: ({ headers }) => void delete headers['retry-after'] }],
    [
      'a limit for all together',
      {
        answer: (served, path, request) => {
          if (path === '/api/login' && request.headers.authorization !== undefined)
            Object.assign(served, { status: 429, headers: { 'retry-after': '30' } });
        },
      },
    ],
  ],
};

const all = Object.entries(MUTATIONS).flatMap(([id, some]) => some.map(([what, mutation]) => ({ id, what, mutation })));

test.each(sampleOf('mutations of the example', all, all.length))(
  '$id is red, and no other check: $what',
  async ({ id, mutation }) => {
    expect(await redOf(mutation)).toEqual([id]);
  },
);

test('every check has a mutation', () => {
  expect(Object.keys(MUTATIONS).sort()).toEqual(edgeChecks.map(({ id }) => id).sort());
});
