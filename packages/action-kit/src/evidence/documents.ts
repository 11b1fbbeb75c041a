import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type CheckListFacts, type Clock, describe, InputError, type Logger, RemoteError } from '@lockstep/base';
import { digestOf, gatherDrills } from '@lockstep/evidence';
import type { DocumentList, ReadDocument } from '@lockstep/evidence/documents';
import type { GitHub } from '@lockstep/github';
import { artifactPlace } from './artifact-place.ts';
import { bytesIn } from './bytes-in.ts';
import { textIn } from './text-in.ts';
import { type TrustValues, trustedBranches } from './trusted-branches.ts';

export interface DocumentValues extends TrustValues {
  readonly 'documents-file': string;
  readonly 'drill-files': readonly string[];
  readonly 'follow-links': boolean;
  /** In ms. */
  readonly 'link-timeout': number;
}

export interface DocumentTools {
  readonly clock: Clock;
  readonly log: Logger;
  readonly signal: AbortSignal;
  /** The folder of the repository. */
  readonly workspace: string;
  /** Whose drills are read where no files are given; undefined where no one may ask. */
  readonly github: GitHub | undefined;
}

/** What is said where there is no list: how to begin, and what a job needs. */
const NO_LIST = '"lockstep init --documents" writes one, and a job needs actions/checkout';

/** Judges the documents of the list by what is in them, what drills measured and where links lead. Throws InputError. */
export async function documentChecks(
  values: DocumentValues,
  tools: DocumentTools,
): Promise<Pick<CheckListFacts, 'subject' | 'nowMs' | 'checks' | 'notVerified'>> {
  const { clock, log, signal, workspace } = tools;
  const engine = await import('@lockstep/evidence/documents');
  const name = values['documents-file'];
  const list = engine.readDocumentList(textIn('documents-file', name, NO_LIST, workspace), name);
  const read = readAll(list, workspace, engine.readDocument);
  const drills = await drillsOf(values, tools);
  const links = values['follow-links']
    ? await engine.followLinks([...read.values()], {
        ...{ fetch, clock, signal, timeoutMs: values['link-timeout'] },
        headingsIn: (file) => headingsIn(file, workspace, engine.readDocument),
      })
    : undefined;
  const named = [...read.values()].flatMap((document) => engine.reportFileOf(document) ?? []);
  const nowMs = clock.now();
  const report = engine.judgeDocuments(list, {
    documents: read,
    measured: engine.readMeasured(drills),
    digests: new Map(named.map((file) => [file, digestIn(file, workspace)])),
    links,
    nowMs,
  });
  for (const { kind } of list.leftOut) log.info(`${kind}: not needed, as the list says`);
  return { subject: name, nowMs, ...report };
}

function readAll(
  { documents: wanted }: DocumentList,
  workspace: string,
  readDocument: (file: string, text: string) => ReadDocument,
): ReadonlyMap<string, ReadDocument> {
  return new Map(
    wanted.flatMap(({ file }): [string, ReadDocument][] => {
      const text = bytesIn(file, workspace)?.toString('utf8');
      return text === undefined ? [] : [[file, readDocument(file, text)]];
    }),
  );
}

/** Files that the caller gives; otherwise what runs of the drills kept. */
async function drillsOf(values: DocumentValues, tools: DocumentTools): Promise<readonly unknown[]> {
  const { github, log, workspace } = tools;
  const given = values['drill-files'];
  if (given.length > 0) return given.map((path) => drillIn(path, workspace));
  if (github === undefined) return [];
  try {
    const { found, notes } = await gatherDrills(artifactPlace(github), await trustedBranches(values, github));
    for (const note of notes) log.warning(note);
    return found;
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    // What drills measured is unknown then, which counts.
    log.warning(`the artifacts of drills cannot be read: ${describe(error)}`);
    return [];
  }
}

function drillIn(path: string, workspace: string): unknown {
  try {
    return JSON.parse(readFileSync(resolve(workspace, path), 'utf8'));
  } catch (cause) {
    throw new InputError(`input "drill-files": ${path} cannot be read as JSON`, { cause });
  }
}

function digestIn(file: string, workspace: string): string | null {
  const bytes = bytesIn(file, workspace);
  return bytes === undefined ? null : digestOf(bytes);
}

/** Folders are there too: links may lead to them. */
function headingsIn(
  file: string,
  workspace: string,
  readDocument: (file: string, text: string) => ReadDocument,
): readonly string[] | undefined {
  const bytes = bytesIn(file, workspace);
  if (bytes !== undefined)
    return /\.md$/i.test(file) ? readDocument(file, bytes.toString('utf8')).sections.map(({ heading }) => heading) : [];
  try {
    return statSync(resolve(workspace, file)).isDirectory() ? [] : undefined;
  } catch {
    return undefined;
  }
}
