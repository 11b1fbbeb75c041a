import { xmlQuoted } from '../../xml.ts';
import { acceptedWords } from '../accept-checks.ts';
import type { CheckJudgement, JudgedCheck, JudgedGap } from '../judge-checks.ts';
import { titleAndWhat } from '../parts.ts';

/** More test cases nobody looks at, and some readers take minutes over. */
const CASES = 20_000;

interface Case {
  readonly name: string;
  readonly state: 'passed' | 'failure' | 'error' | 'skipped';
  readonly message: string;
}

/**
 * The list as JUnit XML: `unknown` and what was not verified become errors, what somebody accepted or chose to leave out
 * is skipped. A list that is empty has no test cases, which readers take for nothing checked. Of too many the worst are
 * kept, and one more case says how the others went.
 */
export function checksJunit(judgement: CheckJudgement): string {
  const { list } = judgement;
  const all = [...judgement.checks.map(caseOfCheck), ...judgement.gaps.map(caseOfGap)].sort(
    (a, b) => RANK[a.state] - RANK[b.state],
  );
  const cases = all.length <= CASES ? all : [...all.slice(0, CASES - 1), others(all.slice(CASES - 1))];
  const many = (state: Case['state']) => cases.filter((one) => one.state === state).length;
  const counts = `tests="${cases.length}" failures="${many('failure')}" errors="${many('error')}" skipped="${many('skipped')}"`;
  const suite = xmlQuoted(`${list.tool.name}: ${list.subject}`);
  const owner = xmlQuoted(list.tool.name);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}><testsuite name=${suite} ${counts} time="0" timestamp=${xmlQuoted(list.at)}>`,
    ...cases.map((one) => caseXml(one, owner)),
    '</testsuite></testsuites>',
    '',
  ].join('\n');
}

const RANK: Readonly<Record<Case['state'], number>> = { failure: 0, error: 1, skipped: 2, passed: 3 };

function caseOfCheck({ check, acceptedBy }: JudgedCheck): Case {
  const name = titleAndWhat(check);
  const place = check.where === undefined ? '' : ` (${check.where.file}:${check.where.line ?? 1})`;
  const seen = check.measured === '' ? '' : `measured ${check.measured}, `;
  const message = `${check.id} ${check.reason}: ${seen}expected ${check.expected}. ${check.remedy}${place}`;
  if (acceptedBy !== undefined) return { name, state: 'skipped', message: acceptedWords(acceptedBy) };
  if (check.verdict === 'pass') return { name, state: 'passed', message: '' };
  return { name, state: check.verdict === 'fail' ? 'failure' : 'error', message };
}

function caseOfGap({ gap, acceptedBy }: JudgedGap): Case {
  const name = `${gap.id}: ${gap.what}`;
  if (acceptedBy !== undefined) return { name, state: 'skipped', message: acceptedWords(acceptedBy) };
  if (gap.chosen) return { name, state: 'skipped', message: `left out on purpose: ${gap.because}` };
  return { name, state: 'error', message: `not verified: ${gap.because}. ${gap.remedy}` };
}

/** As bad as the worst of them. */
function others(rest: readonly Case[]): Case {
  const worst = rest.map(({ state }) => state).sort((a, b) => RANK[a] - RANK[b])[0] ?? 'passed';
  return { name: `… and ${rest.length} more`, state: worst, message: 'the JSON report has all of them' };
}

function caseXml({ name, state, message }: Case, owner: string): string {
  const inner = state === 'passed' ? '' : `<${state} message=${xmlQuoted(message)}/>`;
  return `<testcase classname=${owner} name=${xmlQuoted(name)} time="0">${inner}</testcase>`;
}
