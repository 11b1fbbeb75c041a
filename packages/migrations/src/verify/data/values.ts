import type { FillableColumn } from './fillable.ts';

/**
 * Texts of values for a column, the best first: of its type, of no other row (`number`), and then what the constants of
 * its check constraints suggest. None where nothing is known of the type. Which of them the constraints take is the
 * server's to say.
 */
export function valuesFor(column: FillableColumn, checks: readonly string[], number: number): readonly string[] {
  const texts = checks.join(' ');
  const constants = [...texts.matchAll(/'((?:[^']|'')*)'/g)].map(([, text]) => (text ?? '').replaceAll("''", "'"));
  const numbers = [...texts.matchAll(/(?<![\w'.])-?\d+(?:\.\d+)?(?![\w'])/g)].map(([text]) => Number(text));
  const found = [...ofType(column, constants, numbers, number)];
  // As many rows as there are choices show more of them.
  const isChoice = column.labels.length > 0 || column.category === 'B';
  const from = isChoice ? number % Math.max(1, found.length) : 0;
  return [...new Set([...found.slice(from), ...found.slice(0, from)])];
}

function ofType(
  { base, category, labels }: FillableColumn,
  constants: readonly string[],
  numbers: readonly number[],
  number: number,
): readonly string[] {
  if (labels.length > 0) return labels;
  switch (category) {
    case 'B':
      return ['true', 'false'];
    case 'S':
      return texts(base, constants, numbers, number);
    case 'N':
      return amounts(base, numbers, number);
    case 'D':
      return /^time /.test(base) ? [`0${number % 10}:00:00`] : [day(number), day(number - 12_000), '2090-01-01'];
    case 'T':
      return [`0${1 + (number % 9)}:00:00`];
    case 'I':
      return [`10.0.0.${number % 250}`];
    case 'A':
      return ['{}'];
    case 'R':
      return base.includes('multi')
        ? ['{}']
        : /date|ts/.test(base)
          ? [`[${day(number * 3)},${day(number * 3 + 1)})`]
          : [`[${number * 10},${number * 10 + 5})`];
    default:
      return others(base, number);
  }
}

const day = (days: number) => new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);

function texts(base: string, constants: readonly string[], numbers: readonly number[], number: number) {
  const most = Number(/\((\d+)\)/.exec(base)?.[1] ?? (base === '"char"' || base === 'character' ? 1 : 10_000));
  const long = numbers.filter((size) => size > 0 && size <= 5_000).map((size) => 'x'.repeat(size - 1) + (number % 10));
  const all = [`row ${number}`, ...constants, `row${number}`, `ROW${number}`, `row${number}@example.test`]
    .concat([`https://row${number}.example.test/`, `+491510000${number}`, String(1_000_000 + number)])
    .concat(long, String(number % 10));
  return all.filter((text) => text.length <= most);
}

function amounts(base: string, near: readonly number[], number: number): readonly string[] {
  if (base === 'oid' || base.startsWith('reg')) return ['0'];
  const precise = /\((\d+),(-?\d+)\)/.exec(base);
  const most =
    precise === null ? (base === 'smallint' ? 32_000 : 2e9) : 10 ** (Number(precise[1]) - Number(precise[2]));
  const isWhole = /^(small|big)?int/.test(base);
  const close = near.flatMap((one) => [one + (number % 10), one - (number % 10), one]);
  return [100 + number, number, number / 10, ...close, 1, 0, -1]
    .filter((one) => Math.abs(one) < most && !(isWhole && !Number.isInteger(one)))
    .map(String);
}

/** By the name of the type, without its schema: extensions are installed anywhere. */
function others(base: string, number: number): readonly string[] {
  const name = base.replace(/^.*\./, '').replaceAll('"', '').toLowerCase();
  const size = Number(/\((\d+)/.exec(name)?.[1] ?? 1);
  const known: Readonly<Record<string, string>> = {
    uuid: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    json: `{"row": ${number}}`,
    jsonb: `{"row": ${number}}`,
    bytea: `\\x${String(number).padStart(8, '0')}`,
    xml: `<row>${number}</row>`,
    tsvector: `row${number}`,
    tsquery: `row${number}`,
    point: `(${number},1)`,
    line: '{1,1,1}',
    lseg: '[(0,0),(1,1)]',
    box: '(1,1),(0,0)',
    path: '((0,0),(1,1))',
    polygon: '((0,0),(1,1),(1,0))',
    circle: `<(0,0),${1 + number}>`,
    macaddr: '08:00:2b:01:02:03',
    macaddr8: '08:00:2b:01:02:03:04:05',
    pg_lsn: `0/${number}`,
    ltree: `row${number}`,
    hstore: `row=>${number}`,
    jsonpath: '$',
    vector: `[${Array.from({ length: size }, () => number % 10).join(',')}]`,
  };
  const value = /^bit/.test(name) ? '1'.padStart(size, '0') : known[name.replace(/\(.*$/, '')];
  return value === undefined ? [] : [value];
}
