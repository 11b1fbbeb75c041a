import { count } from '../../lists.ts';
import { plainLine } from '../../plain-line.ts';
import type { Verdict } from '../../verdict.ts';
import { acceptedWords } from '../accept-checks.ts';
import type { CheckJudgement } from '../judge-checks.ts';
import { acceptedParts, badChecks, type GapGroup, groupGaps, openGaps, titleAndWhat } from '../parts.ts';

/** More lines of one kind nobody reads on a terminal. */
const LINES = 200;
const LONGEST = 400;
/** Of a list of names, which nobody reads as one sentence. */
const MANY = 4_000;

/** Gives a word the colour of a verdict; without colours it gives the word. */
export type Paint = (verdict: Verdict, word: string) => string;

/** The list for a terminal or a log: what did not pass with what to do, the rest counted, and the outcome last. */
export function checksText(judgement: CheckJudgement, paint: Paint = (_verdict, word) => word): string {
  const bad = badChecks(judgement).map((check) => {
    const { expected, id, measured, remedy, verdict, where } = check;
    const place = where === undefined ? '' : ` (${where.file}${where.line === undefined ? '' : `:${where.line}`})`;
    const facts = [
      measured === '' ? '' : `measured ${measured}`,
      expected === '' ? '' : `expected ${expected}`,
      remedy === '' ? '' : `to do: ${remedy}`,
    ];
    const details = facts.filter((one) => one !== '').map((one) => `    ${line(one)}`);
    return [`${paint(verdict, verdict)} ${line(`${id}: ${titleAndWhat(check)}${place}`)}`, ...details].join('\n');
  });
  const gaps = groupGaps(openGaps(judgement)).map((group) => gapText(group, paint));
  const accepted = acceptedParts(judgement).map(({ id, what, by }) => line(`${id}: ${what}: ${acceptedWords(by)}`));
  const { verdict, message, list, notes } = judgement;
  const blocks = [bad, gaps, accepted, notes.map((note) => `note ${line(note)}`)].flatMap(cut);
  return `${[...blocks, `${paint(verdict, verdict)} ${line(`${list.tool.name}: ${message} (${list.subject})`)}`].join('\n')}\n`;
}

/** One line where there is one of a kind; of many for one reason the reason once, and which they are. */
function gapText({ because, chosen, gaps, remedy }: GapGroup, paint: Paint): string {
  const word = chosen ? 'left out' : paint('unknown', 'not verified');
  const [first] = gaps;
  const ids = [...new Set(gaps.map(({ id }) => id))];
  const todo = remedy === '' ? [] : [`    ${line(`to do: ${remedy}`)}`];
  if (gaps.length === 1) return [`${word} ${line(`${first?.id}: ${first?.what}: ${because}`)}`, ...todo].join('\n');
  const which = ids.length === 1 ? gaps.map(({ what }) => what) : ids;
  const head = `${ids.length === 1 ? `${ids[0]}: ` : ''}${count(gaps.length, 'check')}: ${because}`;
  return [`${word} ${line(head)}`, `    ${line(which.join(', '), MANY)}`, ...todo].join('\n');
}

function cut(lines: readonly string[]): readonly string[] {
  return lines.length <= LINES
    ? lines
    : [...lines.slice(0, LINES), `… and ${count(lines.length - LINES, 'more line')}; the JSON report has them`];
}

/** Nothing in it is a command to a terminal or to the runner. */
function line(text: string, most = LONGEST): string {
  return plainLine(text, most).replaceAll('##[', '#\u200b#[');
}
