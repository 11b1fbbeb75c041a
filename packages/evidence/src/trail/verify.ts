import type { Anchor } from './anchor.ts';
import { datedFindings, STORED_WITHIN_MS } from './dated.ts';
import type { Tampering, TrailFinding } from './finding.ts';
import { pastFindings, sinceWhen } from './past.ts';
import { withProof } from './proof.ts';
import { readRecord } from './read-record.ts';
import { digestOf, keyOf, MOST_RECORD_BYTES, numberOf, RECORDS, type TrailHead, type TrailRecord } from './record.ts';
import { type NotShown, type Past, readAll, type StoreOptions, type TrailStore } from './store.ts';

export interface StoredRecord {
  readonly key: string;
  readonly bytes: Uint8Array;
  /** By the clock of the store; undefined where that is only the time of a copy. */
  readonly modifiedMs: number | undefined;
}

export interface TrailFacts {
  readonly objects: readonly StoredRecord[];
  readonly anchors: readonly Anchor[];
  /** The place of the anchors, where it does not show to this key what was deleted there. */
  readonly mayHide?: string | undefined;
  /** What the store ever had, where it is one that shows that. */
  readonly past?: Past | NotShown | undefined;
  readonly nowMs: number;
}

export interface TrailReport {
  readonly findings: readonly TrailFinding[];
  readonly head: TrailHead | undefined;
  /** Records up to here are proven by an anchor; later ones could still be replaced all together. */
  readonly anchored: number;
  /** Up to here by anchors that somebody could take away as well. */
  readonly looselyAnchored: number;
}

/** Clocks of runners and stores differ by so much. */
const CLOCKS_MS = 5 * 60_000;

/** So many records are read at the same time. */
const AT_ONCE = 8;

/** Everything in the store, in full. */
export async function readTrail(store: TrailStore, options: StoreOptions): Promise<readonly StoredRecord[]> {
  const listed: Omit<StoredRecord, 'bytes'>[] = [];
  for await (const { key, modifiedMs } of store.list(RECORDS, options)) listed.push({ key, modifiedMs });
  const objects: StoredRecord[] = [];
  for (let from = 0; from < listed.length; from += AT_ONCE) {
    const reads = listed.slice(from, from + AT_ONCE).map(async (one) => ({
      ...one,
      // What is no record is told by its key, however large it is; and so is what is larger than a record can be.
      bytes:
        numberOf(one.key) === undefined
          ? Buffer.alloc(0)
          : await readAll(await store.get(one.key, options), MOST_RECORD_BYTES),
    }));
    objects.push(...(await Promise.all(reads)));
  }
  return objects;
}

interface Link {
  readonly key: string;
  readonly record: TrailRecord;
  readonly digest: string;
  readonly modifiedMs: number | undefined;
}

/** Judges a whole trail: the chain by itself, and against what is kept elsewhere. Pure. */
export function judgeTrail({ anchors, nowMs, objects, past }: TrailFacts): TrailReport {
  const findings: TrailFinding[] = [];
  const links = new Map<number, Link>();
  const digests = new Map<number, string>();
  const everStored = typeof past === 'object' ? past.keys : [];
  const since = sinceWhen(everStored, objects);
  for (const { bytes, key } of objects) {
    const number = numberOf(key);
    if (number === undefined) {
      findings.push(found('foreign-object', key, 'no record has such a name'));
      continue;
    }
    const digest = digestOf(bytes);
    digests.set(number, digest);
    const read = readRecord(bytes);
    if (read.kind === 'none') findings.push(found('not-a-record', key, read.problems.join('; ')));
    else if (read.record.number !== number)
      findings.push(found('wrong-number', key, `it says that it is number ${read.record.number}`));
    else links.set(number, { key, record: read.record, digest, modifiedMs: since.get(key) });
  }
  // By what is there, not by what could be: anyone can write a key with the highest number.
  const numbers = [...digests.keys()].sort((a, b) => a - b);
  const last = numbers.at(-1) ?? 0;
  for (const [from, upTo] of gaps(numbers)) findings.push(found('missing', placeOf(from, upTo), 'not in the store'));
  const seen = new Map<string, number>();
  for (const number of numbers) {
    const link = links.get(number);
    if (link === undefined) continue;
    findings.push(...linkFindings(link, digests.get(number - 1), links.get(number - 1), nowMs));
    const before = seen.get(link.record.id);
    if (before !== undefined) findings.push(found('repeated', link.key, `its id is that of record ${before} too`));
    seen.set(link.record.id, before ?? number);
  }
  findings.push(...anchorFindings(anchors, digests, last));
  findings.push(
    ...datedFindings(
      anchors,
      [...links.values()].sort((a, b) => a.record.number - b.record.number),
    ),
  );
  findings.push(...pastFindings(everStored, objects));
  const held = anchors.filter(({ digest, number }) => digests.get(number) === digest);
  const upTo = (some: readonly Anchor[]) => some.reduce((most, { number }) => Math.max(most, number), 0);
  const digest = digests.get(last);
  return {
    findings: withProof(findings, anchors),
    head: digest === undefined ? undefined : { number: last, digest },
    anchored: upTo(held.filter(({ isLoose }) => isLoose !== true)),
    looselyAnchored: upTo(held),
  };
}

function found(what: Tampering, where: string, message: string, anchor?: string): TrailFinding {
  return { what, where, message, anchor };
}

/** Between sorted numbers, from 1. */
function gaps(numbers: readonly number[]): readonly (readonly [number, number])[] {
  return numbers.flatMap((number, nth) => {
    const before = numbers[nth - 1] ?? 0;
    return number === before + 1 ? [] : [[before + 1, number - 1] as const];
  });
}

function placeOf(from: number, upTo: number): string {
  return from === upTo ? keyOf(from) : `${keyOf(from)} to ${keyOf(upTo)}`;
}

function linkFindings(
  { key, modifiedMs, record }: Link,
  digestBefore: string | undefined,
  before: Link | undefined,
  nowMs: number,
): readonly TrailFinding[] {
  const findings: TrailFinding[] = [];
  const recorded = Date.parse(record.recordedAt);
  const isFirst = record.number === 1;
  if (isFirst ? record.previous !== null : digestBefore !== undefined && record.previous !== digestBefore)
    findings.push(
      found('chain-broken', key, isFirst ? 'the first record follows no other' : 'it follows another record'),
    );
  if (before !== undefined && recorded < Date.parse(before.record.recordedAt) - CLOCKS_MS)
    findings.push(found('back-dated', key, `recorded at ${record.recordedAt}, before the record that it follows`));
  if (recorded > nowMs + CLOCKS_MS) findings.push(found('future-dated', key, `recorded at ${record.recordedAt}`));
  if (Date.parse(record.happenedAt) > recorded + CLOCKS_MS)
    findings.push(found('recorded-before', key, `recorded at ${record.recordedAt}, happened at ${record.happenedAt}`));
  if (modifiedMs !== undefined && modifiedMs > recorded + STORED_WITHIN_MS)
    findings.push(
      found('stored-later', key, `recorded at ${record.recordedAt}, stored at ${new Date(modifiedMs).toISOString()}`),
    );
  // Written in advance, to be there when its time has come.
  if (modifiedMs !== undefined && modifiedMs < recorded - STORED_WITHIN_MS)
    findings.push(
      found('post-dated', key, `recorded at ${record.recordedAt}, stored at ${new Date(modifiedMs).toISOString()}`),
    );
  return findings;
}

function anchorFindings(
  anchors: readonly Anchor[],
  digests: ReadonlyMap<number, string>,
  last: number,
): readonly TrailFinding[] {
  const findings: TrailFinding[] = [];
  const first = new Map<number, Anchor>();
  for (const anchor of anchors) {
    const { digest, number, source } = anchor;
    const other = first.get(number);
    first.set(number, other ?? anchor);
    const there = digests.get(number);
    if (number > last)
      findings.push(
        found(
          'cut-off',
          keyOf(number),
          `the trail ends at ${last}, ${source} knows record ${number}, unless it is of another trail`,
          source,
        ),
      );
    else if (there !== undefined && there !== digest)
      findings.push(
        found(
          'rewritten',
          keyOf(number),
          `${source} knows another record ${number}, unless it is of another trail`,
          source,
        ),
      );
    if (other !== undefined && other.digest !== digest)
      findings.push(
        found('anchors-disagree', keyOf(number), `${other.source} and ${source} know different ones`, source),
      );
  }
  return findings;
}
