import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { inlineText, linkTarget } from '../src/inline-text.ts';

/** What a Markdown reader makes of it, with GitHub's extensions and raw HTML let through. */
const html = (markdown: string) =>
  micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
const decoded = (text: string) =>
  text.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name] ?? '');

test.each([
  ['a mention', 'thanks @octocat and @acme/team'],
  ['a reference', 'see #12, acme/shop#3 and GH-4'],
  ['a link', 'look at https://evil.example, www.evil.example or mail a@evil.example'],
  ['an image', '![x](https://evil.example/x.png)'],
  ['a link with text', '[click](javascript:alert(1)) and [ref][1]'],
  ['HTML', '<img src=x onerror=alert(1)> <b>bold</b> &lt;i&gt;'],
  ['a comment that forges a marker', '<!-- lockstep:release-notes -->'],
  ['emphasis and code', '*a* _b_ **c** `d` ~~e~~ $f$'],
  ['a table cell', 'a | b'],
  ['a heading', '# Title'],
  ['a list', '- item'],
  ['a numbered list', '1. item'],
  ['a rule', '---'],
])('%s is shown, and does nothing', (_what, text) => {
  const shown = html(inlineText(text));
  expect(shown).toMatch(/^<p>[^<]*<\/p>$/);
  expect(decoded(shown.slice(3, -4)).replaceAll('\u200b', '')).toBe(text);
});

test('whatever the text, a list item shows it as plain text and calls nobody', () => {
  const hostile = fc.string({ unit: fc.constantFrom(...'ab1@#*_`[]()<>!|\\~&-+. \n/:$=w'.split('')), maxLength: 40 });
  fc.assert(
    fc.property(hostile, (text) => {
      const line = inlineText(text);
      const shown = html(`- **scope:** ${line} ([#1](https://github.example/1))`);
      const inner =
        /^<ul>\n<li><strong>scope:<\/strong> ?([^<]*)\(<a href="https:\/\/github.example\/1">#1<\/a>\)<\/li>\n<\/ul>$/;
      expect(shown).toMatch(inner);
      expect(html(line)).toMatch(/^(<p>[^<]*<\/p>)?$/);
      expect(decoded(inner.exec(shown)?.[1] ?? '')).not.toMatch(/@[\w-]|#\d|:\/\/|\bGH-\d/i);
    }),
    { numRuns: 2_000 },
  );
});

test('line breaks, control characters and turned directions are gone, and what is too long is cut', () => {
  expect(inlineText('one\r\n\u0000two\u202e three\u2028four')).toBe('one two three four');
  expect(inlineText('x'.repeat(300), 20)).toBe(`${'x'.repeat(19)}…`);
  expect([...inlineText('😀'.repeat(300), 20)]).toHaveLength(20);
});

test('an address cannot end its link', () => {
  expect(html(`[a](${linkTarget('https://github.example/a b)<c>|d')})`)).toBe(
    '<p><a href="https://github.example/a%20b%29%3Cc%3E%7Cd">a</a></p>',
  );
});
