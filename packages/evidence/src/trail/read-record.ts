import { isMap } from '@lockstep/base';
import { bytesOf, EVENTS, RECORD_KIND, type TrailEntry, type TrailRecord } from './record.ts';

/** What is in the texts of a record: no blanks and no @, so that no name, address or sentence fits in. */
const CODE = /^[A-Za-z0-9][A-Za-z0-9._:/+-]{0,199}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const DIGEST = /^[0-9a-f]{64}$/;
const MOST_FILES = 50;

type Field = readonly [expected: string, isRight: (value: unknown) => boolean];

const code: Field = [
  'at most 200 letters, digits and . _ : / + -',
  (value) => typeof value === 'string' && CODE.test(value),
];
const whole = (value: unknown, least: number) => Number.isSafeInteger(value) && (value as number) >= least;
const time: Field = ['a time like 2026-11-30T07:20:05.000Z', (value) => typeof value === 'string' && isTime(value)];

const ENTRY: Readonly<Record<keyof TrailEntry, Field>> = {
  id: code,
  event: [`one of ${EVENTS.join(', ')}`, (value) => EVENTS.some((one) => one === value)],
  subject: code,
  verdict: ['pass, fail or unknown', (value) => ['pass', 'fail', 'unknown'].includes(value as string)],
  reason: ['a code like rolled-back', (value) => typeof value === 'string' && /^[a-z0-9][a-z0-9-]{0,99}$/.test(value)],
  actor: ['the numeric id of a person, or null', (value) => value === null || whole(value, 1)],
  run: ['id and attempt of a run, or null', (value) => value === null || isRun(value)],
  happenedAt: time,
  files: [`at most ${MOST_FILES} names with a SHA-256 in hex`, isFiles],
};

const RECORD: Readonly<Record<keyof TrailRecord, Field>> = {
  ...ENTRY,
  kind: [RECORD_KIND, (value) => value === RECORD_KIND],
  number: ['a number from 1', (value) => whole(value, 1)],
  previous: ['the digest of the record before it, or null', (value) => value === null || isDigest(value)],
  recordedAt: time,
};

/** Whether a file can be recorded under a name. */
export function isFileName(name: string): boolean {
  return CODE.test(name);
}

/** What is wrong with an entry, field by field; nothing is shown of its values. */
export function entryProblems(entry: unknown): readonly string[] {
  return problemsOf(entry, ENTRY);
}

export type ReadRecord =
  | { readonly kind: 'record'; readonly record: TrailRecord }
  | { readonly kind: 'none'; readonly problems: readonly string[] };

/** A record in its very bytes: the same content written in another way is none, since its digest is another one. */
export function readRecord(bytes: Uint8Array): ReadRecord {
  const text = Buffer.from(bytes).toString('utf8');
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { kind: 'none', problems: ['not JSON'] };
  }
  const problems = problemsOf(data, RECORD);
  if (problems.length > 0) return { kind: 'none', problems };
  const record = data as TrailRecord;
  return bytesOf(record).equals(bytes)
    ? { kind: 'record', record }
    : { kind: 'none', problems: ['not written as this tool writes it'] };
}

function problemsOf(data: unknown, fields: Readonly<Record<string, Field>>): readonly string[] {
  if (!isMap(data)) return ['not a map'];
  const wrong = Object.entries(fields).filter(([name, [, isRight]]) => !isRight(data[name]));
  const more = Object.keys(data).filter((name) => !Object.hasOwn(fields, name));
  return [
    ...wrong.map(([name, [expected]]) => `${name}: expected ${expected}`),
    ...(more.length === 0 ? [] : [`${more.length} more than a record has`]),
  ];
}

function isTime(value: string): boolean {
  return TIME.test(value) && !Number.isNaN(Date.parse(value)) && new Date(Date.parse(value)).toISOString() === value;
}

function isDigest(value: unknown): boolean {
  return typeof value === 'string' && DIGEST.test(value);
}

function isRun(value: unknown): boolean {
  return isMap(value) && Object.keys(value).length === 2 && whole(value['id'], 1) && whole(value['attempt'], 1);
}

function isFiles(value: unknown): boolean {
  if (!isMap(value) || Object.keys(value).length > MOST_FILES) return false;
  return Object.entries(value).every(([name, digest]) => CODE.test(name) && isDigest(digest));
}
