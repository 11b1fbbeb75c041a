import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '@lockstep/base';
import type { ReadDocument } from '../../src/documents/document.ts';
import { judgeDocuments } from '../../src/documents/judge-documents.ts';
import type { LinkAnswer } from '../../src/documents/links/link-answer.ts';
import { readMeasured } from '../../src/documents/measured.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { readDocumentList } from '../../src/documents/settings.ts';

export const ROOT = join(import.meta.dirname, '..', '..', '..', '..');
export const EXAMPLE = join(ROOT, 'examples', 'prescriptions');
export const nowMs = Date.parse('2026-11-30T12:00:00Z');
export const DAY = 86_400_000;

export const drills: readonly object[] = [
  {
    ...{ kind: 'lockstep-drill/1', backup: 'daily/20261105T022300Z-0a1b2c3d', verdict: 'pass', run: null },
    ...{ at: '2026-11-05T04:50:00.000Z', restoreMs: 11 * 60_000, dataAgeMs: 9 * 3_600_000 },
  },
  {
    ...{ kind: 'lockstep-alert-drill/1', verdict: 'pass', at: '2026-11-12T09:00:00.000Z', run: null },
    ...{ acknowledgedMs: 184_000, withinMs: 600_000 },
  },
];

export const list = readDocumentList(readFileSync(join(EXAMPLE, '.lockstep/documents.yml'), 'utf8'), 'documents.yml');

/** The documents of the example, changed as a test says: the text of a file, or undefined where it is deleted. */
export interface World {
  readonly change?: Readonly<Record<string, (text: string) => string | undefined>>;
  readonly drills?: readonly object[];
  readonly links?: ReadonlyMap<string, LinkAnswer>;
  readonly digests?: ReadonlyMap<string, string | null>;
  readonly nowMs?: number;
  readonly list?: typeof list;
}

export function texts({ change = {}, list: wanted = list }: World): ReadonlyMap<string, string> {
  const found = wanted.documents.flatMap(({ file, kind }): [string, string][] => {
    const path = join(EXAMPLE, file);
    const text = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    const changed = text === undefined ? undefined : (change[kind] ?? ((one: string) => one))(text);
    return changed === undefined ? [] : [[file, changed]];
  });
  return new Map(found);
}

const parsed = new Map<string, ReadDocument>();

/** Most documents of a test are as they were in the one before. */
function parse(file: string, text: string): ReadDocument {
  const known = parsed.get(text) ?? readDocument(file, text);
  parsed.set(text, known);
  return known;
}

export function judged(world: World = {}): ReturnType<typeof judgeDocuments> {
  const documents = new Map([...texts(world)].map(([file, text]) => [file, parse(file, text)]));
  return judgeDocuments(world.list ?? list, {
    documents,
    measured: readMeasured(world.drills ?? drills),
    digests: world.digests ?? new Map(),
    links: world.links,
    nowMs: world.nowMs ?? nowMs,
  });
}

/** `incident-response headings fail sections-missing`, of whatever does not pass. */
export function reds(world: World): readonly string[] {
  return judged(world).checks.flatMap(short);
}

function short({ id, reason, verdict, what }: Check): readonly string[] {
  return verdict === 'pass' ? [] : [`${what.split(':')[0]} ${id.replace('document/', '')} ${verdict} ${reason}`];
}

export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
