import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cutMarkdown } from '../../src/comment/cut-markdown.ts';
import { isOurs, merge, parseComment, renderComment, type Section, sectionOf } from '../../src/comment/sections.ts';
import { closed, tame } from '../../src/comment/tame-markdown.ts';

const version = { run: 7, attempt: 1 };
const section = (name: string, body: string, run = 7): Section => ({ name, version: { run, attempt: 1 }, body });

describe('markdown of others', () => {
  test.each([
    ['a mention', 'thanks @ada and @acme/team', 'thanks @\u200bada and @\u200bacme/team'],
    ['a reference', 'fixes #12, GH-12, acme/shop#12', 'fixes #\u200b12, GH-\u200b12, acme/shop#\u200b12'],
    ['a mention as an entity', '&#64;ada &commat;ada &lt;', '&\u200b#\u200b64;ada &\u200bcommat;ada &lt;'],
    ['an issue', 'see http://github.com/a/b/issues/1', 'see https://redirect.github.com/a/b/issues/1'],
    ['a run', '[run](https://github.com/a/b/actions/runs/1)', '[run](https://github.com/a/b/actions/runs/1)'],
    ['an image', '![x](https://evil.example/pixel)', '!\u200b[x](https://evil.example/pixel)'],
    ['a script', '<script>alert(1)</script>', '<\u200bscript>alert(1)<\u200b/script>'],
    ['an image as a tag', '<img src=x onerror=y>', '<\u200bimg src=x onerror=y>'],
    ['an allowed tag with an attribute', '<details open onclick=x>', '<\u200bdetails open onclick=x>'],
    ['a marker', '<!-- lockstep:section preview 9.9 -->', '<\u200b!-- lockstep:section preview 9.9 -->'],
    ['an open fold', '<details><summary>a</summary>', '<details><summary>a</summary>\n\n</details>'],
    ['a fold too much', 'a</details>', 'a<\u200b/details>'],
    ['an open fence', '```\n<details>', '```\n<\u200bdetails>\n```'],
    ['a fence behind a tag', '<details>\n```\n</details>', '<details>\n\n```\n<\u200b/details>\n```\n\n</details>'],
    ['an open format', 'a <del>b', 'a <del>b\n\n</del>'],
    ['what never ends', '<pre>', '<\u200bpre>'],
    ['control characters', 'a\u0000b\u001bc', 'abc'],
    ['a heading with a number', '# 1', '# 1'],
    ['a comparison', '`a < b`', '`a <\u200b b`'],
  ])('%s', (_what, given, tamed) => {
    expect(tame(given)).toBe(tamed);
  });

  test('whatever it is, it forges no marker and leaves nothing open', () => {
    const piece = fc.constantFrom(
      '<',
      '!--',
      '-->',
      'details>',
      '</',
      '<details>',
      '</details>',
      '```',
      '~~~~',
      '\n',
      ' x ',
      '@a',
      '![',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
        (markdown) => {
          const once = tame(markdown);
          expect(closed(once)).toBe(once);
          expect(once).not.toMatch(/<!--|<(?!\/?details>|\u200b)/);
          const comment = renderComment({ sections: [section('a', once), section('b', 'behind')], closed: false });
          expect(parseComment(comment).sections).toHaveLength(2);
        },
      ),
    );
  });
});

describe('cutting', () => {
  const note = '_cut_';
  test.each([
    ['what fits stays', 'a\nb', 100, 'a\nb'],
    ['between lines', `${'a'.repeat(40)}\n${'b'.repeat(40)}\n`, 60, `${'a'.repeat(40)}\n\n${note}`],
    ['never in a fence', `head\n\`\`\`\n${'x\n'.repeat(40)}\`\`\`\n`, 60, `head\n\n${note}`],
    ['never in a fold', `head\n<details>\n${'x\n'.repeat(40)}</details>\n`, 60, `head\n\n${note}`],
    ['never behind the head of a table', `| a |\n|---|\n${`| ${'x'.repeat(60)} |\n`}`, 40, note],
    ['nothing that can be cut', 'x'.repeat(200), 60, note],
  ])('%s', (_what, markdown, limit, cut) => {
    expect(cutMarkdown(markdown, limit, note)).toBe(cut);
  });
});

describe('a comment', () => {
  test('says what it was given, people first what they look for', () => {
    const sections = [section('zebra', 'z'), section('bundle', 'b'), section('preview', 'p')];
    const text = renderComment({ sections, closed: false });
    expect(isOurs(text)).toBe(true);
    expect(parseComment(text).sections.map(({ name }) => name)).toEqual(['preview', 'bundle', 'zebra']);
    expect(parseComment(renderComment({ sections, closed: true }))).toMatchObject({
      closed: true,
      sections: [{}, {}, {}],
    });
  });

  test('of more than GitHub takes is cut, the longest section first, and keeps every section', () => {
    const long = Array.from({ length: 4_000 }, (_, n) => `line ${n} @ada <b>bold</b>`).join('\n');
    const sections = ['a', 'b', 'c'].map((name) => sectionOf(name, version, long, 'x')).concat(section('d', 'short'));
    const text = renderComment({ sections, closed: true });
    expect(text.length).toBeLessThan(65_536);
    expect(text.length).toBeGreaterThan(50_000);
    const read = parseComment(text).sections;
    expect(read.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
    expect(read[0]?.body).toContain('cut: the whole is in the summary');
    expect(read[3]?.body).toBe('short');
    const open = sectionOf('a', version, `<del>\n${long}\n</del>`, 'x');
    const [cut] = parseComment(renderComment({ sections: [open], closed: false })).sections;
    expect(cut?.body).toMatch(/cut: the whole is in the summary of the run\._\n\n<\/del>$/);
  });

  test('merging keeps of each section the newer', () => {
    const merged = merge(
      [section('a', 'old', 1), section('b', 'new', 9)],
      [section('a', 'new', 2), section('b', 'old', 3), section('c', 'only', 1)],
    );
    expect(merged.map(({ body }) => body).sort()).toEqual(['new', 'new', 'only']);
  });
});
