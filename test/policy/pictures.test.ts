import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'docs/pictures');
const files = readdirSync(folder);

test('every picture is small, and is there for light and dark', () => {
  const sizes = files.map((file) => ({ file, bytes: statSync(join(folder, file)).size }));
  expect(sizes.filter(({ bytes }) => bytes > 150_000)).toEqual([]);
  expect(sizes.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(1_500_000);
  const themes = (theme: string) => files.flatMap((file) => new RegExp(`^(.*)-${theme}\\.png$`).exec(file)?.[1] ?? []);
  expect(themes('light')).toEqual(themes('dark'));
  expect(themes('light')).toHaveLength(files.length / 2);
});

test('the pictures of the channels are small, shown, and count with the others', () => {
  const at = join(root, 'actions/notify/pictures');
  const bytes = (path: string) => readdirSync(path).reduce((sum, file) => sum + statSync(join(path, file)).size, 0);
  expect(bytes(at) + bytes(folder)).toBeLessThan(1_500_000);
  const readme = readFileSync(join(root, 'actions/notify/README.md'), 'utf8');
  const pictures = readdirSync(at).filter((file) => file !== 'drawn-from.json');
  expect(pictures.filter((file) => !readme.includes(`"pictures/${file}"`))).toEqual([]);
});

test('every picture is shown', () => {
  const pages = ['README.md', 'docs/gallery.md', 'docs/when-it-fails.md', 'docs/availability-and-status.md'].map(
    (page) => readFileSync(join(root, page), 'utf8'),
  );
  expect(files.filter((file) => !pages.some((page) => page.includes(`pictures/${file}`)))).toEqual([]);
});
