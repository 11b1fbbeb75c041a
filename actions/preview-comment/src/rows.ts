import { isMap, type Verdict } from '@lockstep/base';
import type { Row } from '@lockstep/github';

const VERDICTS: readonly Verdict[] = ['pass', 'fail', 'unknown'];
const MOST = 100;
const LONGEST = 2_000;

/** Lines of the comment's table, as a JSON file or an artifact has them; undefined where they are anything else. */
export function readRows(value: unknown): readonly Row[] | undefined {
  if (!Array.isArray(value) || value.length > MOST) return undefined;
  const rows = value.map(readRow);
  return rows.every((row) => row !== undefined) ? rows : undefined;
}

function readRow(value: unknown): Row | undefined {
  if (!isMap(value)) return undefined;
  const { name, sentence = '', time = '', verdict: word, advisory, ...others } = value;
  const verdict = VERDICTS.find((one) => one === word);
  if (Object.keys(others).length > 0 || (word !== undefined && verdict === undefined)) return undefined;
  if (advisory !== undefined && typeof advisory !== 'boolean') return undefined;
  if (!isText(name) || !isText(sentence) || !isText(time) || name === '') return undefined;
  return {
    name,
    ...(verdict === undefined ? {} : { verdict }),
    sentence,
    time,
    ...(advisory === undefined ? {} : { advisory }),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST;
}
