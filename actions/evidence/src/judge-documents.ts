import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { reportChecks } from '@lockstep/action-kit/audit';
import { artifactPlace } from '@lockstep/action-kit/evidence/artifact-place';
import { bytesIn } from '@lockstep/action-kit/evidence/bytes-in';
import { trustedBranches } from '@lockstep/action-kit/evidence/trusted-branches';
import { githubClient } from '@lockstep/action-kit/github';
import type { Outcome, Shell } from '@lockstep/action-shell';
import { describe, InputError, RemoteError } from '@lockstep/base';
import { digestOf } from '@lockstep/evidence';
import type { DocumentList, ReadDocument } from '@lockstep/evidence/documents';
import type { Inputs } from './inputs.ts';
import type { Reason } from './reasons.ts';
import { textIn } from './text-in.ts';
import { toolOf } from './tool.ts';

/** Reads the documents of the list, what drills measured and where links lead, and reports what is wrong. */
export async function runDocuments(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const { clock, env, log, signal } = shell;
  const engine = await import('@lockstep/evidence/documents');
  const name = values['documents-file'];
  const text = textIn('documents-file', name, '"lockstep init --documents" writes one', shell);
  const list = engine.readDocumentList(text, name);
  const read = readAll(list, env.workspace, engine.readDocument);
  const drills = await drillsOf(values, shell);
  const links = values['follow-links']
    ? await engine.followLinks([...read.values()], {
        ...{ fetch, clock, signal, timeoutMs: values['link-timeout'] },
        headingsIn: (file) => headingsIn(file, env.workspace, engine.readDocument),
      })
    : undefined;
  const named = [...read.values()].flatMap((document) => engine.reportFileOf(document) ?? []);
  const nowMs = clock.now();
  const report = engine.judgeDocuments(list, {
    documents: read,
    measured: engine.readMeasured(drills),
    digests: new Map(named.map((file) => [file, digestIn(file, env.workspace)])),
    links,
    nowMs,
  });
  for (const { kind } of list.leftOut) log.info(`${kind}: not needed, as the list says`);
  const run = env.runId === 0 ? null : env.runUrl;
  return reportChecks(shell, { subject: name, nowMs, run, tool: toolOf('documents'), ...report }, values);
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
async function drillsOf(values: Inputs, shell: Shell): Promise<readonly unknown[]> {
  const given = values['drill-files'];
  if (given.length > 0) return given.map((path) => drillIn(path, shell.env.workspace));
  if (values['github-token'].isEmpty) return [];
  const { gatherDrills } = await import('@lockstep/evidence/documents');
  try {
    const github = githubClient(values, shell);
    const { found, notes } = await gatherDrills(artifactPlace(github), await trustedBranches(values, github));
    for (const note of notes) shell.log.warning(note);
    return found;
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    // What drills measured is unknown then, which counts.
    shell.log.warning(`the artifacts of drills cannot be read: ${describe(error)}`);
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
