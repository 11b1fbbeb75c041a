import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, jest, test } from '@jest/globals';
import {
  describe as describeError,
  gitPath,
  inlineText,
  parseList,
  redactText,
  secretForms,
  systemClock,
  xmlQuoted,
} from '../../packages/base/src/index.ts';
import { cutMarkdown } from '../../packages/github/src/comment/cut-markdown.ts';
import { linkPlaces } from '../../packages/github/src/comment/link-places.ts';
import { readable } from '../../packages/github/src/comment/readable.ts';
import { renderComment } from '../../packages/github/src/comment/render-comment.ts';
import { parseComment, sectionOf } from '../../packages/github/src/comment/sections.ts';
import { tame } from '../../packages/github/src/comment/tame-markdown.ts';
import { unmet } from '../../packages/health/src/conditions/evaluate.ts';
import { parseCondition } from '../../packages/health/src/conditions/parse.ts';
import type { HttpResponse } from '../../packages/health/src/exchange.ts';
import { judgeAnswer } from '../../packages/health/src/judgement.ts';
import { cutSections } from '../../packages/migrations/src/files/sections.ts';
import { findDirectives } from '../../packages/migrations/src/sql/directives.ts';
import { inspect } from '../../packages/migrations/src/sql/inspect.ts';
import { textSource } from '../../packages/migrations/src/sql/source.ts';
import { lineComments, tokens } from '../../packages/migrations/src/sql/tokens.ts';
import { slackContent, slackDetail } from '../../packages/notify/src/channels/slack-blocks.ts';
import { plainText } from '../../packages/notify/src/words.ts';
import { message as sample } from '../../packages/notify/test/samples.ts';
import { parseDiff } from '../../packages/quality/src/diff.ts';
import { parsePolicy } from '../../packages/quality/src/needs.ts';
import { firstWords, placeInStack } from '../../packages/quality/src/readers/stack.ts';
import { type ReportFormat, readReport } from '../../packages/quality/src/readers.ts';
import { readConventional } from '../../packages/release-notes/src/conventional.ts';
import { coAuthors } from '../../packages/release-notes/src/people.ts';
import { schemaHint } from '../../packages/vercel/src/deploy/build-trouble.ts';
import { isItsTurn } from '../faults/matrix.ts';
import { overgrowth } from './growth.ts';

jest.setTimeout(120_000);
const root = mkdtempSync(join(tmpdir(), 'linear-'));
afterAll(() => rmSync(root, { recursive: true }));
const source = { path: root, root, directory: root, exitCode: 1 };

/** What patterns and loops stumble over: runs of one thing, and beginnings that never end. */
const PIECES = [
  ' ',
  '\n',
  '\r',
  '\t',
  '\r\n',
  'a',
  'A',
  '1',
  '=',
  '-',
  '/',
  '\\',
  '"',
  "'",
  '`',
  '~',
  '<',
  '>',
  '&',
  '#',
  '@',
  '|',
  '(',
  '[',
  '{',
  '* ',
  ' \n',
  '\n ',
  'a ',
  '\u001b[',
  '\u200b',
  'é',
  '😀',
  '<b>',
  '</b>',
  '<details>',
  '<!--',
  '<!-- lockstep:section a 1.1 -->\n',
  '![',
  '&a',
  '```\n',
  '| a ',
  '|---|\n',
  'https://github.com/a',
  'a.ts:',
  'a.ts:1:1 ',
  '`a.ts:1',
  '\n   at a:1',
  '/_work/a/a/',
  '<!-- lockstep:section a 1.1 {',
  '/a',
  '::',
  '\n::',
  '##[',
  'eyJaaaaaaaaaa-',
  'column ',
  '<input ',
  '<title>',
  '--',
  '-- migrate:up\n',
  '-- Down\n',
  '-- lockstep: ',
  '/*',
  '*/',
  '$a$',
  ';',
  "E'",
  "''",
  'begin atomic ',
  'COPY a from stdin;\n',
  'Co-authored-by: ',
  'Co-authored-by: a <',
  'BREAKING CHANGE: ',
  '@@ -1 +1 @@\n',
  '+++ b/',
  'a: ',
  'on ',
] as const;
const AROUND: readonly (readonly [string, string])[] = [
  ['', ''],
  ['x', 'x'],
  ['<', ''],
  ['Co-authored-by:', ''],
  ['-- lockstep:', '\n'],
  ['{"status":"', '"}'],
];

/** In CI each piece alone; with LOCKSTEP_FAULTS=deep also after each beginning. A person's run takes a sample of them. */
const ALL = process.env['LOCKSTEP_FAULTS'] === 'deep';
const EVERYWHERE = ALL ? AROUND : AROUND.slice(0, 1);

/** Another sample of the pieces for each text. */
let turns = 0;

async function expectLinear(
  run: (text: string) => unknown,
  around = EVERYWHERE,
  pieces: readonly string[] = PIECES,
): Promise<void> {
  const found: string[] = [];
  turns++;
  for (const [index, piece] of pieces.entries()) {
    if (!isItsTurn(index + turns, 1)) continue;
    for (const [before, after] of around) {
      const make = (length: number) => before + piece.repeat(Math.ceil(length / piece.length)) + after;
      const growth = await overgrowth(make, run);
      if (growth !== undefined)
        found.push(
          `${JSON.stringify(before)} + ${JSON.stringify(piece)} × n: ${growth.map(({ ms }) => ms.toFixed(1)).join(', ')} ms`,
        );
    }
  }
  expect(found).toEqual([]);
}

const answer = (body: string): HttpResponse => ({
  kind: 'answer',
  path: '/',
  landed: '/',
  redirects: 0,
  status: 200,
  headers: { 'content-type': 'text/html' },
  body,
  truncated: false,
  at: 0,
  ms: 1,
  certificateEnds: undefined,
  credentialed: false,
});
const expectations = {
  format: 'auto',
  identity: {},
  identityHeader: undefined,
  conditions: [],
  criticality: { critical: ['*'], advisory: [] },
  maxAgeMs: 1,
  allowed: [],
} as unknown as Parameters<typeof judgeAnswer>[1];
const version = { run: 1, attempt: 1 };
const section = (markdown: string) =>
  sectionOf('a', version, {
    markdown,
    verdict: 'pass',
    title: markdown,
    rows: [{ name: markdown, sentence: markdown, time: '' }],
    commit: 'x',
    run: '',
    whole: 'https://run',
  });
const condition = parseCondition('[BODY] != pat(*a*b*c*)');

describe('text of others is read and rewritten in proportion to its length', () => {
  test.each<[string, (text: string) => unknown]>([
    ['tamed Markdown', tame],
    ['text without stack traces', readable],
    ['linked places', (text) => linkPlaces(text, { pullUrl: 'https://p', fileUrl: 'https://f', changed: new Set() })],
    ['cut Markdown', (text) => cutMarkdown(text, 6_000, 'note')],
    ['a section', section],
    ['a comment', (text) => renderComment({ sections: [section(text), section(text)], closed: false })],
    ['a comment that is read', parseComment],
    ['one line of Markdown', (text) => inlineText(text, 700)],
    ['an attribute of XML', xmlQuoted],
    ['an error', (text) => describeError(new Error(text, { cause: new Error(`${text}x`) }))],
    ['redacted text', redactText],
    ['a list', parseList],
    ['a secret', secretForms],
    ['a stack trace', (text) => placeInStack(source, text)],
    ['a failure', firstWords],
    ['a commit message', (text) => readConventional(`feat: x\n\n${text}`)],
    ['a trailer', (text) => coAuthors(`x\n\nCo-authored-by:${text}\n${text}`)],
    ['a build log', (text) => schemaHint([text])],
    ['a diff', parseDiff],
    ['a path of git', (text) => gitPath(`"${text}"`)],
    ['a policy', (text) => ignoring(() => parsePolicy([text, `a: ${text}`]))],
    ['a health answer', (text) => judgeAnswer(answer(text), expectations, undefined)],
    ['a page', (text) => judgeAnswer(answer(text), { ...expectations, format: 'plain' }, undefined)],
    ['a condition', (text) => unmet(condition, answer(text))],
    [
      'a message',
      (text) => [
        plainText({ ...sample, failure: text }),
        slackContent({ ...sample, next: text }),
        slackDetail({ ...sample, failure: text }),
      ],
    ],
    ['SQL', (text) => inspect(textSource('a.sql', text), [])],
    ['SQL in sections', (text) => cutSections(textSource('a.sql', text), [])],
    ['the words of a statement', (text) => tokens(Buffer.from(text))],
    ['the comments of a statement', (text) => lineComments(Buffer.from(text))],
    ['directives', (text) => findDirectives(`-- lockstep:${text}`)],
  ])('%s', async (_what, run) => {
    await expectLinear(run);
  });
});

describe('reports are read in proportion to their length', () => {
  const reports: Readonly<Record<string, readonly [ReportFormat, (text: string) => string]>> = {
    'an ESLint message': [
      'eslint',
      (text) => JSON.stringify([{ filePath: 'a', messages: [{ severity: 2, message: text }] }]),
    ],
    'a Jest failure': [
      'jest',
      (text) =>
        JSON.stringify({
          numTotalTests: 1,
          testResults: [{ name: text, assertionResults: [{ status: 'failed', failureMessages: [text] }] }],
        }),
    ],
    'a JUnit failure': [
      'junit',
      (text) => `<testsuite><testcase classname="${xml(text)}"><failure>${xml(text)}</failure></testcase></testsuite>`,
    ],
    'what TypeScript prints': ['typescript', (text) => `a.ts(1,1): error TS1: ${text}\n ${text}`],
    'a SARIF rule': [
      'sarif',
      (text) =>
        JSON.stringify({
          runs: [{ tool: { driver: { rules: [{ id: text }] } }, results: [{ ruleId: `${text}/${text}` }] }],
        }),
    ],
    'an advisory': ['bun-audit', (text) => JSON.stringify({ [text]: [{ title: text, url: text }] })],
    'a tracefile': ['lcov', (text) => `SF:${text}\nDA:1,1\nFN:1,${text}\nBRDA:${text},1\nend_of_record\n`],
    'a license': ['licenses', (text) => JSON.stringify({ [text]: [{ name: text }] })],
    'an advisory of OSV': [
      'osv',
      (text) =>
        JSON.stringify({
          results: [
            {
              source: { path: text },
              packages: [
                {
                  package: { name: text, version: text },
                  vulnerabilities: [{ id: text, summary: text }],
                  groups: [{ ids: [text], max_severity: text }],
                },
              ],
            },
          ],
        }),
    ],
    'an alert of ZAP': [
      'zap',
      (text) =>
        JSON.stringify({
          site: [
            { '@name': text, alerts: [{ pluginid: text, alert: text, instances: [{ uri: `https://a/${text}` }] }] },
          ],
        }),
    ],
    'a metric of k6': [
      'k6',
      (text) =>
        JSON.stringify({
          metrics: { iterations: { count: 1 }, [text]: { [text]: 1, thresholds: { [text]: true } } },
          root_group: { checks: [{ name: text, passes: 0, fails: 1 }] },
        }),
    ],
    'a page of Lighthouse': [
      'lighthouse',
      (text) =>
        JSON.stringify({
          lighthouseVersion: text,
          requestedUrl: `https://a/${text}`,
          finalDisplayedUrl: `https://a/${text}`,
          audits: { [text]: { numericValue: 1 } },
        }),
    ],
    'something else': ['junit', (text) => text],
    'no JSON': ['npm-audit', (text) => text],
  };
  test.each(Object.keys(reports))('%s', async (name) => {
    const [format, make] = reports[name] ?? ['junit', String];
    await expectLinear(
      async (text) => {
        const path = join(root, 'report');
        writeFileSync(path, make(text));
        return await readReport(format, [{ ...source, path }], ['MIT'], { clock: systemClock });
      },
      [['', '']],
      PIECES.filter((_piece, nth) => ALL || nth % 3 === 0),
    );
  });

  /** Many of a thing, where each might look at all the others. */
  test.each<[string, ReportFormat, (count: number) => string]>([
    [
      'results and rules',
      'sarif',
      (n) =>
        JSON.stringify({
          runs: [
            {
              tool: { driver: { rules: Array.from({ length: n }, (_, i) => ({ id: `r${i}` })) } },
              results: Array.from({ length: n }, (_, i) => ({ ruleId: `r${i}/1`, ruleIndex: i })),
            },
          ],
        }),
    ],
    [
      'suites and tests',
      'junit',
      (n) => `<testsuites>${'<testsuite tests="1"><testcase/></testsuite>'.repeat(n)}</testsuites>`,
    ],
    [
      'lines of one file',
      'lcov',
      (n) => `SF:a\n${Array.from({ length: n }, (_, i) => `DA:${i},1`).join('\n')}\nend_of_record\n`.repeat(2),
    ],
    [
      'files',
      'eslint',
      (n) => JSON.stringify(Array(n).fill({ filePath: 'a', messages: [{ severity: 2, message: 'm' }] })),
    ],
    [
      'advisories of one package',
      'osv',
      (n) => {
        const ids = Array.from({ length: n }, (_, i) => `OSV-${i}`);
        const vulnerabilities = ids.map((id) => ({ id }));
        const groups = ids.map((id) => ({ ids: [id], max_severity: '5.0' }));
        return JSON.stringify({ results: [{ packages: [{ package: { name: 'a' }, vulnerabilities, groups }] }] });
      },
    ],
    ['continuations', 'typescript', (n) => `a.ts(1,1): error TS1: a\n${' b\n'.repeat(n)}`],
  ])('many %s', async (_what, format, make) => {
    const growth = await overgrowth(
      (length) => make(Math.ceil(length / 8)),
      async (text: string) => {
        const path = join(root, 'report');
        writeFileSync(path, text);
        return await readReport(format, [{ ...source, path }], [], { clock: systemClock });
      },
    );
    expect(growth).toBeUndefined();
  });
});

test('what is quadratic is seen', async () => {
  // By its steps, and not by the time of a machine that may be busy.
  const steps = (work: () => unknown) => Number(work()) / 100_000;
  const grows = (power: number) =>
    overgrowth(
      (length) => length,
      (length: number) => length ** power,
      steps,
    );
  expect(await grows(2)).toHaveLength(2);
  expect(await grows(1)).toBeUndefined();
  expect(
    await overgrowth(
      (length) => length,
      (length: number) => length * 1_000,
      steps,
    ),
  ).toBeUndefined();
});

function xml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has none of them
  return text.replace(/[\u0000-\u0008\u000b-\u001f]/g, '').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function ignoring(work: () => unknown): unknown {
  try {
    return work();
  } catch {
    return undefined;
  }
}
