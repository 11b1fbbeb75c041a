import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { actionNames } from '../../scripts/build.mjs';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const pages = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: root,
  encoding: 'utf8',
})
  .trim()
  .split('\n')
  .filter((path) => existsSync(join(root, path)));

/** As GitHub makes them of headings: small letters, no signs, hyphens for spaces, a number where one is there already.
 * And those that a page sets itself, as docs/reasons.md does for each code. */
function anchors(markdown: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, heading = ''] of withoutCode(markdown).matchAll(/^#{1,6} +(.+?) *$/gm)) {
    const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const plain = words.replace(/[^\p{L}\p{N}\s_-]/gu, '').replaceAll(' ', '-');
    let anchor = plain;
    for (let again = 1; found.has(anchor); again++) anchor = `${plain}-${again}`;
    found.add(anchor);
  }
  for (const [, id = ''] of withoutCode(markdown).matchAll(/<a id="([^"]+)"><\/a>/g)) found.add(id);
  return found;
}

/** What looks like a link in a sample is none. Headings keep the words in their backticks. */
function withoutCode(markdown: string): string {
  return markdown.replace(/^( *)(`{3,})[\s\S]*?^\1\2$/gm, '');
}

function brokenLinks(path: string, markdown: string): readonly string[] {
  const text = withoutCode(markdown).replace(/`[^`\n]*`/g, '');
  const inline = [...text.matchAll(/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/g)].map(([, to = '']) => to);
  const defined = [...text.matchAll(/^\[[^\]]+\]: +(\S+)/gm)].map(([, to = '']) => to);
  return [...inline, ...defined].filter((to) => !/^[a-z][a-z+.-]*:/.test(to) && !leadsSomewhere(path, markdown, to));
}

function leadsSomewhere(path: string, markdown: string, to: string): boolean {
  const [file = '', anchor] = to.split('#');
  const target = file === '' ? path : normalize(join(dirname(path), decodeURIComponent(file)));
  if (file !== '' && (target.startsWith('..') || !existsSync(join(root, target)))) return false;
  if (anchor === undefined) return true;
  if (file === '') return anchors(markdown).has(anchor);
  const page = statSync(join(root, target)).isDirectory() ? join(target, 'README.md') : target;
  return anchors(read(page)).has(anchor);
}

test('there are pages to look at, and none of the documentation is unreachable', () => {
  expect(pages).toEqual(expect.arrayContaining(['README.md', 'docs/first-release.md', 'actions/migrate/README.md']));
  const index = read('docs/README.md');
  const unlisted = pages.filter((path) => /^docs\/(?!README)/.test(path) && !index.includes(`(${path.slice(5)})`));
  expect(unlisted).toEqual([]);
  for (const path of ['docs/README.md', 'docs/first-release.md', 'docs/reasons.md'])
    expect(read('README.md')).toContain(`(${path})`);
});

test.each(pages)('%s: every link and anchor leads somewhere', (path) => {
  expect(brokenLinks(path, read(path))).toEqual([]);
});

test.each([
  ['a file that is not there', '[x](nowhere.md)', ['nowhere.md']],
  ['an anchor that is not there', '[x](#nowhere)', ['#nowhere']],
  ['an anchor of another page that is not there', '[x](docs/README.md#nowhere)', ['docs/README.md#nowhere']],
  ['a definition', '[x]: nowhere.md', ['nowhere.md']],
  ['a way out of the repository', '[x](../nowhere.md)', ['../nowhere.md']],
  ['one in a sample', '```\n[x](nowhere.md)\n```\n`[x](nowhere.md)`', []],
  ['an address', '[x](https://nowhere.example)', []],
  ['a heading with signs', '# A `b`, [c](LICENSE): d\n[x](#a-b-c-d)', []],
  ['the second of two headings', '# A\n# A\n[x](#a-1) [x](#a-2)', ['#a-2']],
  ['an anchor that a page sets itself', '<a id="one"></a>\n[x](#one) [y](#two)', ['#two']],
  ['the README of a folder', '[x](docs#documentation) [y](docs)', []],
])('%s', (_what, text, broken) => {
  expect(brokenLinks('PAGE.md', text)).toEqual(broken);
});

test('the link of a red step leads to its reason, whichever action says it', async () => {
  const { commonReasons, undoReasons } = await import('../../packages/action-shell/src/common-reasons.ts');
  const own = await Promise.all(actionNames().map((name: string) => import(`../../actions/${name}/src/reasons.ts`)));
  const codes = [commonReasons, undoReasons, ...own.map(({ reasons }) => reasons)].flatMap((one) => Object.keys(one));
  expect(codes.length).toBeGreaterThan(150);
  const there = anchors(read('docs/reasons.md'));
  expect(codes.filter((code) => !there.has(code))).toEqual([]);
});

describe('the table for those who come from vercel-action', () => {
  const { inputs } = parse(read('actions/vercel-deploy/action.yml'));
  const outputs = parse(read('actions/vercel-deploy/action.yml')).outputs;
  const [, section = ''] = read('docs/migrating.md').split(/^## From vercel-action$/m);
  const rows = [...section.matchAll(/^\| (.*?) \| (.*?) \| .*\|$/gm)].slice(2);

  test('names inputs and outputs of vercel-deploy that exist', () => {
    const named = rows.flatMap(([, from = '', here = '']) =>
      [...here.matchAll(/`([a-z-]+)(?:: [^`]*)?`/g)].map(([, name = '']) => ({
        name,
        known: from.startsWith('output') ? outputs : inputs,
      })),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter(({ name, known }) => !(name in known)).map(({ name }) => name)).toEqual([]);
  });
});

test('no page holds both sides of a merge', () => {
  const marks = /^(?:<{7}|>{7}) /m;
  expect(marks.test('a\n<<<<<<< HEAD\nb')).toBe(true);
  expect(pages.filter((path) => marks.test(read(path)))).toEqual([]);
});
