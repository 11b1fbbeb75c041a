import {
  CHECK_LIMITS,
  type CheckJudgement,
  checksComment,
  checksJson,
  checksJunit,
  checksSarif,
  checksSummary,
  checksText,
  judgeChecks,
  readCheckList,
} from '@lockstep/base';
import type { Command } from '../command.ts';
import { readText } from '../read-text.ts';

const RENDERERS: Readonly<Record<string, (judgement: CheckJudgement) => string>> = {
  summary: checksSummary,
  comment: (judgement) => checksComment(judgement).markdown,
  sarif: checksSarif,
  junit: checksJunit,
  json: checksJson,
};

export const checks: Command = {
  name: 'checks',
  summary: 'shows a list of checks that an audit wrote, in another form',
  details: `
Judges the list again, by its acceptances and today's date, and ends with what it says: 0 where it passes, 1 where a check
failed, 2 where something is unknown, was not verified, or nothing was looked at.

Forms: text for a terminal (the default), summary (Markdown for a step's summary), comment (a section of the comment on a
pull request), sarif (2.1.0: what has a place in a file), junit (XML), json (the list with what it was judged to).

  lockstep checks edge-audit.json --format junit > edge-audit.xml`,
  arguments: [{ name: 'FILE', meaning: 'the list as JSON; - reads standard input', required: true }],
  options: [
    {
      name: 'format',
      value: 'FORMAT',
      meaning: 'the form',
      choices: ['text', ...Object.keys(RENDERERS)],
      absent: 'text',
    },
  ],
  run: async ({ text, json, terminal, signal }) => {
    const path = text('FILE');
    const list = readCheckList(
      await readText(path, CHECK_LIMITS.file, { terminal, signal }),
      path === '-' ? 'standard input' : path,
    );
    const judgement = judgeChecks(list, { onUnknown: 'fail', reportOnly: false }, Date.now());
    const render = RENDERERS[json ? 'json' : text('format')] ?? ((one) => checksText(one, terminal.paint));
    const answer = render(judgement);
    terminal.write(answer.endsWith('\n') ? answer : `${answer}\n`);
    return judgement.verdict;
  },
};
