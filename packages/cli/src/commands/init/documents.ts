import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import {
  CONTROLS_FILE,
  DOCUMENTS_FILE,
  type KnownDocuments,
  type PlannedDocuments,
  planDocuments,
  type Sources,
  workflowFiles,
} from '@lockstep/starters';
import { readIfThere } from '../../files.ts';
import { type Given, USUAL } from './choices.ts';

const NONE: PlannedDocuments = { files: new Map(), kept: [], missing: [] };

/**
 * The documents that are to be written into a repository, next to the workflows planned for it; none where nobody asks for
 * them. Throws InputError.
 */
export async function documentsFor(
  given: Given,
  sources: Sources,
  planned: Iterable<string>,
): Promise<PlannedDocuments> {
  if (!given.documents) return NONE;
  const { environments, frameworks, into } = given;
  return planDocuments(sources, {
    ...{
      frameworks,
      environment: (environments ?? USUAL.environments).at(-1) ?? 'production',
      known: await knownIn(into),
      workflows: [...new Set([...workflowFiles(into), ...planned])],
    },
    has: (path) => isThere(join(into, path)),
  });
}

/** A link that leads nowhere is there too. What may not be looked at cannot be written either, which says why. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** What the repository's own list says. Its mistakes come first: what it means decides which files are missing. */
async function knownIn(into: string): Promise<KnownDocuments | undefined> {
  const path = join(into, DOCUMENTS_FILE);
  const text = readIfThere(path, 'remove it, and the list to begin with is written');
  if (text === undefined) return undefined;
  const { readDocumentList } = await import('./known-documents.ts');
  const { documents, leftOut } = readDocumentList(text, path);
  return {
    files: new Map(documents.map(({ file, kind }) => [kind, file])),
    leftOut: leftOut.map(({ kind }) => kind),
  };
}

/** With documents the starter `evidence` judges them, unless it is told otherwise. */
export function withDocuments(given: Given): Given {
  if (!given.documents || !given.names.some((name) => /^(lockstep-)?evidence$/.test(name))) return given;
  const judged = { 'documents-file': DOCUMENTS_FILE, 'controls-file': CONTROLS_FILE };
  return { ...given, inputs: { ...judged, ...given.inputs } };
}
