import { describe, expect, test } from '@jest/globals';
import type { Verdict } from '@lockstep/base';
import fc from 'fast-check';
import { cutMarkdown } from '../../src/comment/cut-markdown.ts';
import { renderComment } from '../../src/comment/render-comment.ts';
import { isOurs, merge, parseComment, type Row, type Section, sectionOf } from '../../src/comment/sections.ts';
import { closed, tame } from '../../src/comment/tame-markdown.ts';

const version = { run: 7, attempt: 1 };
const section = (name: string, body: string, run = 7): Section => ({ name, version: { run, attempt: 1 }, body });

const said = (markdown: string, verdict?: Verdict, rows: readonly Row[] = []) => ({
  markdown,
  verdict,
  rows,
  commit: 'x',
  run: '',
  whole: 'https://run',
});

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
    ['a fold that stands open', '<details open>a</details>', '<details open>a</details>'],
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
    ['before a fence', `${'a'.repeat(40)}\n\`\`\`\n${'x\n'.repeat(40)}\`\`\`\n`, 60, `${'a'.repeat(40)}\n\n${note}`],
    [
      'before a fold',
      `${'a'.repeat(40)}\n<details>\n${'x\n'.repeat(40)}</details>\n`,
      60,
      `${'a'.repeat(40)}\n\n${note}`,
    ],
    [
      'before the head of a table',
      `${'a'.repeat(40)}\n| a |\n|---|\n${`| ${'x'.repeat(60)} |\n`}`,
      58,
      `${'a'.repeat(40)}\n\n${note}`,
    ],
    ['a note that is longer than the limit', 'x'.repeat(200), 3, note.slice(0, 3)],
  ])('%s', (_what, markdown, limit, cut) => {
    expect(cutMarkdown(markdown, limit, note)).toBe(cut);
  });

  test.each([
    ['a fence', `head\n\n\`\`\`\n${'x\n'.repeat(9_000)}\`\`\``, /^head\n\n```\n(?:x\n)+```\n\n_cut_$/],
    ['a fold', `<details>\n\n${'x\n'.repeat(9_000)}</details>`, /^<details>\n\n(?:x\n)+\n<\/details>\n\n_cut_$/],
    ['a table', `| a |\n|---|\n${'| x |\n'.repeat(3_000)}`, /^\| a \|\n\|---\|\n(?:\| x \|\n)+\n_cut_$/],
    [
      'a fence in folds',
      `<details>\n<details>\n\n\`\`\`\n${'x\n'.repeat(9_000)}\`\`\``,
      /x\n```\n\n<\/details>\n\n<\/details>\n\n_cut_$/,
    ],
    ['one line', 'x'.repeat(20_000), /^x+\n\n_cut_$/],
    ['one line of astral characters', `a${'😀'.repeat(9_000)}`, /^a(?:😀)+\n\n_cut_$/u],
    [
      'short words, then one long block',
      `head\n\n\`\`\`\n${'x'.repeat(20_000)}\n\`\`\``,
      /^head\n\n```\nx+\n```\n\n_cut_$/,
    ],
  ])('a block that is longer than the limit is cut inside: %s', (_what, markdown, cut) => {
    const text = cutMarkdown(tame(markdown), 10_000, note);
    expect(text).toMatch(cut);
    expect(text.length).toBeGreaterThan(9_000);
    expect(text.length).toBeLessThanOrEqual(10_000);
    expect(closed(text)).toBe(text);
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
    const sections = ['a', 'b', 'c'].map((name) => sectionOf(name, version, said(long))).concat(section('d', 'short'));
    const text = renderComment({ sections, closed: true });
    expect(text.length).toBeLessThan(65_536);
    expect(text.length).toBeGreaterThan(50_000);
    const read = parseComment(text).sections;
    expect(read.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
    expect(read[0]?.body).toContain('cut here; the whole text is linked below');
    expect(read[3]?.body).toBe('short');
    const open = sectionOf('a', version, said(`<del>\n${long}\n</del>`));
    const [cut] = parseComment(renderComment({ sections: [open], closed: false })).sections;
    expect(cut?.body).toMatch(/<\/del>\n\n_… cut here.*_\n\n<sub>x · \[whole text\]\(https:\/\/run\)<\/sub>$/);
  });

  test('begins with what stops the change', () => {
    const sections = [
      sectionOf('preview', version, said('p', 'pass')),
      sectionOf('quality', version, said('q', 'fail')),
      sectionOf('health', version, said('h', 'unknown')),
      sectionOf('bundle', version, said('only informs')),
    ];
    const text = renderComment({ sections, closed: false });
    expect(text.split('\n')[1]).toBe('❌ **Quality failed** · ⚠️ **Health is inconclusive** · ✅ Preview');
    expect(parseComment(text).sections.map(({ verdict }) => verdict)).toEqual(['pass', 'fail', 'unknown', undefined]);
  });

  const rows: readonly Row[] = [
    { name: 'unit tests', verdict: 'fail', sentence: '2 of 340 failed | in cart.test.ts', time: '41 s' },
    { name: 'lint', verdict: 'pass', sentence: '', time: '3 s' },
    { name: 'audit', verdict: 'fail', sentence: '1 advisory', time: '', advisory: true },
  ];

  test('has one table for all sections, details of what failed open, of what passed folded', () => {
    const sections = [
      { ...sectionOf('quality', version, { ...said('details', 'fail', rows), run: 'https://run/1' }) },
      sectionOf('preview', version, said('## Preview\n\nmore', 'pass')),
      sectionOf('migrations', version, {
        ...said('', undefined),
        rows: [{ name: 'Migrations', sentence: 'none', time: '' }],
      }),
    ];
    const text = renderComment({ sections, closed: false });
    expect(text).toBe(
      [
        '<!-- lockstep:comment -->',
        '❌ **Quality failed: unit tests** · ✅ Preview · [run](https://run/1)',
        '',
        '| Check | Result | Time |',
        '|---|---|---|',
        '| ✅ Preview | passed |  |',
        '| ❌ unit tests | 2 of 340 failed \\| in cart.test.ts | 41 s |',
        '| ✅ lint | passed | 3 s |',
        '| ❌ audit (advisory) | 1 advisory |  |',
        '| Migrations | none |  |',
        '',
        '<details><summary>✅ <b>Preview</b></summary>',
        '',
        `<!-- lockstep:section preview 7.1 pass {"commit":"x"} -->`,
        'more',
        '',
        '<sub>x</sub>',
        '<!-- /lockstep:section -->',
        '',
        '</details>',
        '',
        '<details open><summary>❌ <b>Quality</b></summary>',
        '',
        `<!-- lockstep:section quality 7.1 fail ${JSON.stringify({ commit: 'x', run: 'https://run/1', rows: sections[0]?.rows })} -->`,
        'details',
        '',
        '<sub>x · [run](https://run/1)</sub>',
        '<!-- /lockstep:section -->',
        '',
        '</details>',
        '',
        '<!-- lockstep:section migrations 7.1 {"commit":"x","rows":[{"name":"Migrations","sentence":"none","time":""}]} -->',
        '',
        '<!-- /lockstep:section -->',
      ].join('\n'),
    );
    const again = renderComment(parseComment(text));
    expect(again).toBe(text);
  });

  test('says once that all is well', () => {
    const row: Row = { name: 'a', verdict: 'pass', sentence: '', time: '' };
    const one = sectionOf('preview', version, said('p', 'pass'));
    const two = sectionOf(
      'quality',
      version,
      said('q', 'pass', [
        { ...row, name: 'a' },
        { ...row, name: 'b' },
      ]),
    );
    const lenient = sectionOf('quality', version, said('q', 'pass', [{ ...row, verdict: 'fail', advisory: true }]));
    const first = (sections: readonly Section[]) => renderComment({ sections, closed: false }).split('\n')[1];
    expect(first([one])).toBe('✅ **Preview passed**');
    expect(first([one, two])).toBe('✅ **All 3 checks passed**');
    expect(first([one, lenient])).toBe('✅ **Preview, Quality passed**');
  });

  test('names the commit of a result that the newest push did not renew', () => {
    const old = sectionOf('preview', { run: 5, attempt: 1 }, { ...said('p', 'pass'), commit: 'aaaaaaaaaa' });
    const fresh = sectionOf('quality', { run: 6, attempt: 1 }, { ...said('q', 'pass'), commit: 'bbbbbbbbbb' });
    const text = renderComment({ sections: [old, fresh], closed: false });
    expect(text).toContain('| ✅ Preview | passed (of aaaaaaa) |');
    expect(text).toContain('| ✅ Quality | passed |');
  });

  test('nothing in a row ends the mark, the table or the line', () => {
    const words = '--> <!-- /lockstep:section --> @ada | a\n\n# b </details>';
    const given = sectionOf('a', version, {
      ...said('x', 'fail', [{ name: words, verdict: 'fail', sentence: words, time: words }]),
      title: words,
    });
    const text = renderComment({ sections: [given, section('b', 'behind')], closed: false });
    expect(parseComment(text).sections).toEqual([given, section('b', 'behind')]);
    expect(text).not.toContain('@ada');
    const row = text.split('\n').filter((line) => line.startsWith('| ❌'));
    expect(row).toHaveLength(1);
    expect(row[0]?.match(/(?<!\\)\|/g)).toHaveLength(4);
  });

  test('more rows than fit are counted', () => {
    const many = Array.from({ length: 30 }, (_, n) => ({ name: `gate ${n}`, sentence: '', time: '' }));
    const sections = ['a', 'b', 'c'].map((name) => sectionOf(name, version, said('x', 'pass', many)));
    expect(renderComment({ sections, closed: false })).toContain('| … and 30 more |');
  });

  test.each([
    ['CRLF, as GitHub stores what a browser sends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['CR', (text: string) => text.replaceAll('\n', '\r')],
    ['a line more at the end', (text: string) => `${text}\r\n`],
    ['words between the sections', (text: string) => text.replace('\n\n<!-- lock', '\r\nnote\r\n<!-- lock')],
  ])('that a person edited keeps its sections: %s', (_what, edit) => {
    const sections = [sectionOf('preview', version, said('a\n\nb', 'pass')), sectionOf('quality', version, said('q'))];
    for (const isClosed of [false, true]) {
      const text = edit(renderComment({ sections, closed: isClosed }));
      expect(isOurs(text)).toBe(true);
      expect(parseComment(text)).toEqual({ sections, closed: isClosed });
    }
  });

  test('a section whose end was removed does not swallow the next one', () => {
    const text = renderComment({ sections: [section('a', 'x'), section('b', 'y')], closed: false });
    const { sections } = parseComment(text.replace('<!-- /lockstep:section -->', ''));
    expect(sections.map(({ name, body }) => `${name} ${body}`)).toEqual(['a x', 'b y']);
  });

  test('one block that is longer than GitHub takes shows its beginning, and keeps its run', () => {
    const log = `\`\`\`\n${'x'.repeat(200_000)}\n\`\`\``;
    const text = renderComment({ sections: [sectionOf('a', version, said(log))], closed: false });
    expect(text.length).toBeGreaterThan(50_000);
    expect(text.length).toBeLessThan(65_536);
    expect(text).toContain('[whole text](https://run)');
  });

  test('any number of sections ends', () => {
    const sections = Array.from({ length: 500 }, (_, n) => sectionOf(`s${n}`, version, said('x'.repeat(900))));
    expect(parseComment(renderComment({ sections, closed: false })).sections).toHaveLength(500);
  });

  test('merging keeps of each section the newer', () => {
    const merged = merge(
      [section('a', 'old', 1), section('b', 'new', 9)],
      [section('a', 'new', 2), section('b', 'old', 3), section('c', 'only', 1)],
    );
    expect(merged.map(({ body }) => body).sort()).toEqual(['new', 'new', 'only']);
  });
});
