import type { CheckList } from '@lockstep/base';
import { parseDocument } from 'yaml';
import type { EvidenceSource } from '../controls/control.ts';
import type { FoundFile, JudgedFile } from '../controls/found.ts';
import { digestOf } from '../trail/record.ts';
import { DOCUMENTS } from './report-artifacts.ts';

/** The files of the repository that controls name. */
export function filesOf(sources: readonly EvidenceSource[]): readonly string[] {
  return [
    ...new Set(
      sources.flatMap((source) => (source.kind === 'document' || source.kind === 'attestation' ? [source.file] : [])),
    ),
  ];
}

/**
 * A file as it was found. When it was reviewed it says itself, in its first lines; what is wrong with it as a document of
 * its kind, the newest report of the command `documents` says. Pure.
 */
export function foundFile(file: string, bytes: Buffer, lists: readonly CheckList[]): FoundFile {
  const text = bytes.toString('utf8');
  return { file, digest: digestOf(bytes), reviewedAt: reviewedIn(text), judged: judgedBy(lists, file) };
}

function judgedBy(lists: readonly CheckList[], file: string): JudgedFile | null {
  const [newest] = lists
    .filter(({ checks, tool }) => tool.name === DOCUMENTS && checks.some(isOf(file)))
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  if (newest === undefined) return null;
  const problems = newest.checks
    .filter(isOf(file))
    .filter(({ verdict }) => verdict !== 'pass')
    .map(({ measured, title }) => (measured === '' ? `not so: ${title}` : `not so: ${title} (${measured})`));
  return { atMs: Date.parse(newest.at), problems };
}

const isOf =
  (file: string) =>
  ({ where }: CheckList['checks'][number]): boolean =>
    where?.file === file;

/** `reviewed: 2026-11-30` between the first two lines of `---`. */
function reviewedIn(text: string): number | null {
  const [, front] = /^\uFEFF?---\r?\n([\s\S]{0,20000}?)\r?\n---/.exec(text) ?? [];
  if (front === undefined) return null;
  const day: unknown = parseDocument(front, { logLevel: 'silent', schema: 'failsafe' }).get('reviewed');
  if (typeof day !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(day)) return null;
  const time = Date.parse(day);
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(day) ? null : time;
}
