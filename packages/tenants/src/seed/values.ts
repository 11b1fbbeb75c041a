import { randomUUID } from 'node:crypto';
import type { Column } from '../catalog/types.ts';
import { samplePattern } from './sample-pattern.ts';
import { inUseFirst } from './states.ts';

/** What values of a row are made from. */
export interface Salt {
  /** Nowhere else in the database: who sees it has seen this tenant's row. */
  readonly mark: string;
  /** Another one for every row. */
  readonly number: number;
}

/**
 * Texts of values that a column could take, the best first: without a doubt of its type, then those that the constants
 * of its constraints suggest. null is NULL. Which of them satisfy the constraints is the server's to say.
 */
export function candidates(column: Column, expressions: readonly string[], salt: Salt): readonly (string | null)[] {
  const found = [...ofType(column, expressions, salt)];
  const hasLabels = column.labels.length > 0 || column.category === 'B';
  const values = GRANTS.test(column.name) ? humbleFirst(found) : hasLabels ? rotated(found, salt.number) : found;
  return [...new Set(inUseFirst(column, [...values, ...(column.notNull ? [] : [null])]))];
}

/** Columns by which applications say what somebody may do. */
const GRANTS = /(^|_)(roles?|permissions?|privileges?|access_level|(is_)?(admin|super\w*|staff|moderator|owner))$/i;
const MIGHTY = /admin|owner|super|root|staff|moderator|manager|editor|service|agent|write|full|^true$/i;

/** A user of the audit is one like any other: an identity that may do more is the intent's to say. */
function humbleFirst(values: readonly string[]): readonly string[] {
  return [...values.filter((one) => !MIGHTY.test(one)), ...values.filter((one) => MIGHTY.test(one))];
}

function rotated<T>(list: readonly T[], by: number): T[] {
  const cut = list.length === 0 ? 0 : by % list.length;
  return [...list.slice(cut), ...list.slice(0, cut)];
}

function ofType(column: Column, expressions: readonly string[], salt: Salt): readonly string[] {
  const { category, labels, type } = column;
  if (labels.length > 0) return labels;
  if (/^uuid$/.test(type)) return [randomUUID()];
  if (/^jsonb?$/.test(type)) return [JSON.stringify({ mark: salt.mark }), '[]', '{}', JSON.stringify(salt.mark), '1'];
  if (category === 'S') return texts(type, expressions, salt);
  if (category === 'N') return numbers(type, expressions, salt);
  if (category === 'B') return ['true', 'false'];
  if (category === 'D') return moments(type, expressions, salt);
  if (category === 'T') return ['01:00:00', '24:00:00', '-01:00:00', ...constants(expressions)];
  if (category === 'I') return [`10.${salt.number % 250}.0.${(salt.number % 250) + 1}`];
  if (category === 'R') return ranges(type, salt);
  if (category === 'A') return ['{}', ...constants(expressions)];
  return others(type, salt, expressions);
}

function texts(type: string, expressions: readonly string[], { mark, number }: Salt): readonly string[] {
  const most = Number(/\((\d+)\)/.exec(type)?.[1] ?? (type === '"char"' ? 1 : 10_000));
  const short = number.toString(36);
  const patterns = constants(expressions)
    .flatMap((text) => [samplePattern(text, number), samplePattern(text, number + 7)])
    .filter((text) => text !== undefined);
  const lengths = integers(expressions)
    .filter((size) => size > 0 && size <= 5_000)
    .flatMap((size) => [`${mark}${'x'.repeat(5_000)}`.slice(0, size), `${'0'.repeat(size)}${number}`.slice(-size)]);
  const all = [
    mark,
    ...constants(expressions),
    ...patterns,
    ...lengths,
    `${mark}@example.test`,
    `https://${mark}.example.test/`,
    mark.toUpperCase(),
    `+49151${1_000_000 + number}`,
    `${1_000_000 + number}`,
    short,
    `/${mark}`,
    'de',
    'EUR',
  ];
  const fitting = all.filter((text) => text.length <= most);
  return fitting.length > 0 ? fitting : [short.slice(-most)];
}

function numbers(type: string, expressions: readonly string[], { number }: Salt): readonly string[] {
  const near = decimals(expressions).flatMap((one) => [one + 1, one - 1, one]);
  const precise = /\((\d+),(\d+)\)/.exec(type);
  const most =
    precise !== null
      ? 10 ** (Number(precise[1]) - Number(precise[2])) - 1
      : type === 'smallint'
        ? 32_000
        : 2_000_000_000;
  const whole = /^(small|big)?int/.test(type);
  return [1_000 + number, number + 1, number % 100, ...near, 1, 0, -1, ...(whole ? [] : [0.5])]
    .filter((one) => Math.abs(one) <= most && !(whole && !Number.isInteger(one)))
    .map(String);
}

function moments(type: string, expressions: readonly string[], { number }: Salt): readonly string[] {
  if (/^time /.test(type)) return ['12:00:00', '08:00:00', '18:00:00'];
  const day = (days: number) => new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
  return [
    day(number % 300),
    day(400 + (number % 300)),
    day(-12_000 + number),
    '2090-01-01',
    ...constants(expressions).filter(isMoment),
  ];
}

function isMoment(text: string): boolean {
  return /^\d{4}-\d\d-\d\d/.test(text);
}

function ranges(type: string, { number }: Salt): readonly string[] {
  if (type.includes('multi')) return ['{}'];
  const day = (days: number) => new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
  return /date|ts/.test(type)
    ? [`[${day(number * 3)},${day(number * 3 + 1)})`]
    : [`[${number * 10},${number * 10 + 5})`];
}

/** By the name of the type, without its schema: extensions are installed anywhere. */
function others(type: string, { mark, number }: Salt, expressions: readonly string[]): readonly string[] {
  const name = type.replace(/^.*\./, '').replace(/"/g, '');
  const size = Number(/\((\d+)/.exec(type)?.[1] ?? 1);
  const known: Readonly<Record<string, string>> = {
    bytea: `\\x${Buffer.from(mark).toString('hex')}`,
    xml: `<m>${mark}</m>`,
    tsvector: mark,
    tsquery: mark,
    point: `(${number},1)`,
    line: '{1,1,1}',
    lseg: '[(0,0),(1,1)]',
    box: '(1,1),(0,0)',
    path: '((0,0),(1,1))',
    polygon: '((0,0),(1,1),(1,0))',
    circle: '<(0,0),1>',
    macaddr: '08:00:2b:01:02:03',
    macaddr8: '08:00:2b:01:02:03:04:05',
    pg_lsn: '0/1',
    ltree: mark,
    hstore: `mark=>${mark}`,
    jsonpath: '$',
    geometry: 'POINT(1 1)',
    geography: 'POINT(1 1)',
    vector: `[${Array.from({ length: size }, () => 0).join(',')}]`,
    halfvec: `[${Array.from({ length: size }, () => 0).join(',')}]`,
  };
  if (/^bit/.test(name)) return ['1'.padStart(size, '0')];
  const value = known[name.replace(/\(.*$/, '')];
  return [...(value === undefined ? [] : [value]), ...constants(expressions), mark];
}

/** The texts in quotes of an expression that the server wrote. */
function constants(expressions: readonly string[]): readonly string[] {
  return expressions.flatMap((text) =>
    [...text.matchAll(/E?'((?:[^']|'')*)'/g)].map((found) => {
      const inside = (found[1] ?? '').replaceAll("''", "'");
      return found[0].startsWith('E') ? inside.replaceAll('\\\\', '\\') : inside;
    }),
  );
}

function decimals(expressions: readonly string[]): readonly number[] {
  return expressions.flatMap((text) => [...text.matchAll(/-?\b\d+(?:\.\d+)?\b/g)].map(([digits]) => Number(digits)));
}

function integers(expressions: readonly string[]): readonly number[] {
  return decimals(expressions).filter((one) => Number.isInteger(one));
}
