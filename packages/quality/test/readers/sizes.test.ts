import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Repository } from '../repository.ts';

let repo: Repository;
beforeEach(() => {
  repo = new Repository();
});
afterEach(() => repo.remove());

describe('sizes', () => {
  test('a folder of bundles is measured gzipped', async () => {
    repo.write('dist/a.js', 'x'.repeat(100_000));
    repo.write('dist/css/a.css', 'y'.repeat(1_000));
    repo.write('dist/a.js.map', 'z'.repeat(100_000));
    const { metrics } = await repo.report('bundle', `${repo.root}/dist`);
    expect(metrics?.['js']).toBeLessThan(500);
    expect(metrics?.['total']).toBe((metrics?.['js'] ?? 0) + (metrics?.['css'] ?? 0));
  });

  test('Next.js: what each route of either router loads first', async () => {
    const manifest = {
      polyfillFiles: ['static/chunks/polyfills.js'],
      rootMainFiles: ['static/chunks/main-app.js'],
      pages: { '/_app': ['static/chunks/app.js'], '/old': ['static/chunks/old.js'] },
    };
    repo.write('.next/BUILD_ID', 'abc');
    repo.write('.next/build-manifest.json', JSON.stringify(manifest));
    const app = { pages: { '/layout': [], '/(shop)/cart/page': ['static/chunks/cart.js'], '/page': [] } };
    repo.write('.next/app-build-manifest.json', JSON.stringify(app));
    for (const name of ['polyfills', 'main-app', 'app', 'old', 'cart'])
      repo.write(`.next/static/chunks/${name}.js`, `console.log("${name}")`);
    const { metrics } = await repo.report('next-build', `${repo.root}/.next`);
    expect(Object.keys(metrics ?? {}).sort()).toEqual(['/', '/cart', '/old', 'total']);
    expect(metrics?.['/cart']).toBeGreaterThan(metrics?.['/'] ?? 0);
  });
});

test('Next.js 16: as it counts its routes itself', async () => {
  const chunk = (name: string) => `.next/static/chunks/${name}.js`;
  const stats = [
    { route: '/', firstLoadUncompressedJsBytes: 1, firstLoadChunkPaths: [chunk('main')] },
    { route: '/cart', firstLoadUncompressedJsBytes: 1, firstLoadChunkPaths: [chunk('main'), chunk('cart')] },
  ];
  repo.write('.next/BUILD_ID', 'abc');
  repo.write('.next/build-manifest.json', JSON.stringify({ pages: { '/_app': [] }, rootMainFiles: ['x.js'] }));
  repo.write('.next/diagnostics/route-bundle-stats.json', JSON.stringify(stats));
  for (const name of ['main', 'cart']) repo.write(chunk(name), `console.log("${name}")`);
  const { metrics } = await repo.report('next-build', `${repo.root}/.next`);
  expect(Object.keys(metrics ?? {}).sort()).toEqual(['/', '/cart', 'total']);
  expect(metrics?.['/cart']).toBe(metrics?.['total']);
});
