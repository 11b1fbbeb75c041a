import { isMap } from '@lockstep/base';

/** Gives the path of what is not as it should be, from the value on; undefined where all of it is. */
type Shape = (value: unknown) => string | undefined;

const is =
  (isRight: (value: unknown) => boolean): Shape =>
  (value) =>
    isRight(value) ? undefined : '';

const text = is((value) => typeof value === 'string');
const number = is(Number.isFinite);
/** What a Date can hold. */
const MOST_MS = 8.64e15;
const time = is((value) => Number.isFinite(value) && Math.abs(value as number) <= MOST_MS);
const oneOf = (...names: readonly string[]) => is((value) => names.includes(value as string));
const verdict = oneOf('pass', 'fail', 'unknown');

const orNull =
  (shape: Shape): Shape =>
  (value) =>
    value === null ? undefined : shape(value);

const optional =
  (shape: Shape): Shape =>
  (value) =>
    value === undefined ? undefined : shape(value);

const listOf =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) ? first(value.map((one, nth) => [`[${nth}]`, shape(one)])) : '';

const mapOf =
  (shape: Shape): Shape =>
  (value) =>
    isMap(value) ? first(Object.entries(value).map(([name, one]) => [`[${JSON.stringify(name)}]`, shape(one)])) : '';

/** Fields that it does not name may be there. */
const fields =
  (shapes: Readonly<Record<string, Shape>>): Shape =>
  (value) =>
    isMap(value) ? first(Object.entries(shapes).map(([name, shape]) => [`.${name}`, shape(value[name])])) : '';

function first(all: readonly (readonly [at: string, wrong: string | undefined])[]): string | undefined {
  for (const [at, wrong] of all) if (wrong !== undefined) return `${at}${wrong}`;
  return undefined;
}

const found = { file: text, digest: text };

const release = fields({
  ...{ id: text, service: text, begunAt: time },
  commits: listOf(fields({ sha: text, committedAt: time, mergedAt: time })),
  ...{ startedAt: orNull(time), preparedAt: orNull(time), approvedAt: orNull(time), trafficAt: orNull(time) },
  end: oneOf('released', 'rolled-back', 'partly-rolled-back', 'failed', 'held', 'closed', 'unresolved', 'open'),
  ...{ endedAt: orNull(time), goneAt: orNull(time) },
});

/** What a list of checks and a record hold, their own readers look at. */
const COLLECTED = fields({
  at: is((value) => typeof value === 'string' && !Number.isNaN(Date.parse(value))),
  found: fields({
    lists: listOf(fields({ ...found, list: fields({}) })),
    broken: listOf(fields({ ...found, tool: text, atMs: time, run: orNull(text), why: text })),
    records: listOf(fields({ ...found, record: fields({}), run: optional(text) })),
    runs: listOf(fields({ workflow: text, conclusion: text, endedMs: time, url: text })),
    files: mapOf(
      fields({
        ...{ ...found, reviewedAt: orNull(time) },
        judged: orNull(fields({ atMs: time, problems: listOf(text) })),
      }),
    ),
    unread: mapOf(text),
  }),
  numbers: orNull(
    fields({
      ...{ environment: text, service: text, window: fields({ fromMs: time, toMs: time }) },
      releases: listOf(release),
      sizes: listOf(fields({ release: text, commits: orNull(number), files: orNull(number), lines: orNull(number) })),
      gates: listOf(fields({ gate: text, commit: text, service: optional(text), verdict, atMs: time, run: text })),
      gaps: listOf(text),
    }),
  ),
  notes: listOf(text),
});

/** Where it is not as `collect` writes it: `found.runs[0].endedMs`; undefined where it is. Pure. */
export function misshapenAt(collected: unknown): string | undefined {
  const at = COLLECTED(collected);
  return at === undefined ? undefined : at.replace(/^\./, '').slice(0, 200);
}
