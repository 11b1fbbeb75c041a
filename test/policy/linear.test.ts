import { describe, expect, test } from '@jest/globals';
import {
  describe as describeError,
  gitPath,
  inlineText,
  parseList,
  redactText,
  secretForms,
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
import { readConventional } from '../../packages/release-notes/src/conventional.ts';
import { coAuthors } from '../../packages/release-notes/src/people.ts';
import { schemaHint } from '../../packages/vercel/src/deploy/build-trouble.ts';
import { overgrowth } from './growth.ts';
import { expectLinear } from './linear.ts';

const source = { path: '/repository', root: '/repository', directory: '/repository', exitCode: 1 };

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

function ignoring(work: () => unknown): unknown {
  try {
    return work();
  } catch {
    return undefined;
  }
}
