import { describe, expect, test } from '@jest/globals';
import { listed, pagesThatCannotRun } from '../../app/files/lib/lockstep/check-pages.mjs';
import { answerFor, type Security } from '../../app/files/lib/lockstep/security-headers.ts';

const security: Security = { allowed: {}, staticPages: ['/about', '/blog/*'] };
const asked = { path: '/patients', isHttps: true, isDevelopment: false };
const directive = (policy: string, name: string) =>
  policy
    .split('; ')
    .find((line) => line.startsWith(`${name} `))
    ?.slice(name.length + 1);

describe('the policy of a page', () => {
  test('has a nonce of its own for each request, of 128 bits', () => {
    const nonces = Array.from({ length: 50 }, () => answerFor(security, asked).nonce ?? '');
    expect(new Set(nonces).size).toBe(50);
    for (const nonce of nonces) expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
  });

  test('runs scripts by the nonce and what they load, and nothing else', () => {
    const { policy, nonce, headers } = answerFor(security, asked);
    expect(directive(policy, 'script-src')).toBe(`'self' 'nonce-${nonce}' 'strict-dynamic'`);
    expect(directive(policy, 'default-src')).toBe("'none'");
    expect(headers['content-security-policy']).toBe(policy);
    expect(policy).not.toContain('unsafe-eval');
  });

  test('that is prerendered has no nonce, so that its scripts run', () => {
    for (const path of ['/about', '/about/', '/blog/1', '/blog/2/3']) {
      const { policy, nonce } = answerFor(security, { ...asked, path });
      expect(nonce).toBeUndefined();
      expect(directive(policy, 'script-src')).toBe("'self' 'unsafe-inline'");
    }
    for (const path of ['/', '/aboutus', '/blog', '/about/team'])
      expect(answerFor(security, { ...asked, path }).nonce).toBeDefined();
  });

  test('takes more places by directive', () => {
    const allowed = { 'img-src': ['https://images.example.com'], 'frame-src': ['https://js.stripe.com'] };
    const { policy } = answerFor({ ...security, allowed }, asked);
    expect(directive(policy, 'img-src')).toBe("'self' data: blob: https://images.example.com");
    expect(directive(policy, 'frame-src')).toBe('https://js.stripe.com');
    expect(directive(answerFor(security, asked).policy, 'frame-src')).toBe("'none'");
  });

  test('reports where it is told to, and only then', () => {
    expect(answerFor(security, asked).headers).not.toHaveProperty('reporting-endpoints');
    const { policy, headers } = answerFor({ ...security, reportTo: '/api/csp' }, asked);
    expect(headers['reporting-endpoints']).toBe('csp="/api/csp"');
    expect(policy).toMatch(/report-uri \/api\/csp; report-to csp$/);
  });
});

test('what depends on https is only said over https', () => {
  const plain = answerFor(security, { ...asked, isHttps: false });
  expect(plain.headers).not.toHaveProperty('strict-transport-security');
  expect(plain.policy).not.toContain('upgrade-insecure-requests');
  const { headers, policy } = answerFor(security, asked);
  expect(headers['strict-transport-security']).toMatch(/^max-age=\d{8}; includeSubDomains$/);
  expect(policy).toContain('upgrade-insecure-requests');
});

test('an answer of the API loads nothing', () => {
  const { policy, nonce } = answerFor(security, { ...asked, path: '/api/health' });
  expect({ policy, nonce }).toEqual({ policy: "default-src 'none'; frame-ancestors 'none'", nonce: undefined });
  expect(answerFor(security, { ...asked, path: '/apiary' }).nonce).toBeDefined();
});

describe('after a build', () => {
  // As Next.js 16.4.6 writes it: route handlers have no dataRoute.
  const manifest = {
    routes: {
      '/': { dataRoute: '/index.rsc', initialRevalidateSeconds: false },
      '/_global-error': { dataRoute: '/_global-error.rsc', initialRevalidateSeconds: false },
      '/robots.txt': { dataRoute: null },
      '/blog/1': { dataRoute: '/blog/1.rsc' },
    },
    dynamicRoutes: { '/docs/[slug]': { dataRoute: '/docs/[slug].rsc' } },
  };

  test('prerendered pages that are not listed are found, be it by a pattern', () => {
    expect(pagesThatCannotRun(manifest, [])).toEqual(['/', '/blog/1', '/docs/[slug]']);
    expect(pagesThatCannotRun(manifest, ['/', '/blog/*', '/docs/*'])).toEqual([]);
  });

  test('so are pages of the pages router that became files', () => {
    const files = {
      '/': 'pages/index.html',
      '/about': 'pages/about.js',
      '/404': 'pages/404.html',
      '/_app': 'pages/_app.js',
    };
    expect(pagesThatCannotRun({}, [], files)).toEqual(['/']);
    expect(pagesThatCannotRun({}, ['/'], files)).toEqual([]);
  });

  test('the list is read from security.ts, comments aside', () => {
    const text =
      "// staticPages: ['/no'],\nexport const security = {\n  staticPages: [\n    '/about', // it\n    \"/blog/*\",\n  ],\n};";
    expect(listed(text)).toEqual(['/about', '/blog/*']);
    expect(() => listed('export const security = { staticPages: pages };')).toThrow(/staticPages/);
  });
});
