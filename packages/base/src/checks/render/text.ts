import { count } from '../../lists.ts';
import { plainLine } from '../../plain-line.ts';
import type { Verdict } from '../../verdict.ts';
import { acceptedWords } from '../accept-checks.ts';
import type { CheckJudgement } from '../judge-checks.ts';
import { acceptedParts, badChecks, openGaps } from '../parts.ts';

/** More lines of one kind nobody reads on a terminal. */
const LINES = 200;
const LONGEST = 400;

/** Gives a word the colour of a verdict; without colours it gives the word. */
export type Paint = (verdict: Verdict, word: string) => string;

/** The list for a terminal or a log: what did not pass with what to do, the rest counted, and the outcome last. */
export function checksText(judgement: CheckJudgement, paint: Paint = (_verdict, word) => word): string {
  const bad = badChecks(judgement).map(({ verdict, id, title, what, where, measured, expected, remedy }) => {
    const place = where === undefined ? '' : ` (${where.file}${where.line === undefined ? '' : `:${where.line}`})`;
    const facts = [
      measured === '' ? '' : `measured ${measured}`,
      expected === '' ? '' : `expected ${expected}`,
      remedy === '' ? '' : `to do: ${remedy}`,
    ];
    const details = facts.filter((one) => one !== '').map((one) => `    ${line(one)}`);
    return [`${paint(verdict, verdict)} ${line(`${id}: ${title}: ${what}${place}`)}`, ...details].join('\n');
  });
  const gaps = openGaps(judgement).map(({ id, what, because, chosen }) => {
    const word = chosen ? 'left out' : paint('unknown', 'not verified');
    return `${word} ${line(`${id}: ${what}: ${because}`)}`;
  });
  const accepted = acceptedParts(judgement).map(({ id, what, by }) => line(`${id}: ${what}: ${acceptedWords(by)}`));
  const { verdict, message, list, notes } = judgement;
  const blocks = [bad, gaps, accepted, notes.map((note) => `note ${line(note)}`)].flatMap(cut);
  return `${[...blocks, `${paint(verdict, verdict)} ${line(`${list.tool.name}: ${message} (${list.subject})`)}`].join('\n')}\n`;
}

function cut(lines: readonly string[]): readonly string[] {
  return lines.length <= LINES
    ? lines
    : [...lines.slice(0, LINES), `… and ${count(lines.length - LINES, 'more line')}; the JSON report has them`];
}

/** Nothing in it is a command to a terminal or to the runner. */
function line(text: string): string {
  return plainLine(text, LONGEST).replaceAll('##[', '#\u200b#[');
}
