import { type Check, isDay } from '@lockstep/base';
import type { FoundFile } from '../controls/found.ts';
import type { ReadDocument } from './document.ts';

/** Documents as evidence of controls: of each, when it was reviewed, and what of it does not pass. */
export function foundDocuments(
  documents: readonly { readonly document: ReadDocument; readonly digest: string }[],
  checks: readonly Check[],
): ReadonlyMap<string, FoundFile> {
  return new Map(
    documents.map(({ digest, document }) => {
      const { file } = document;
      const problems = checks
        .filter(({ verdict, where }) => verdict !== 'pass' && where?.file === file)
        .map(({ measured, title }) => `${title}: ${measured}`);
      return [file, { file, digest, reviewedAt: reviewedAt(document), problems }];
    }),
  );
}

function reviewedAt({ facts, runbook }: ReadDocument): number | null {
  const said = runbook === undefined ? facts['reviewed'] : runbook.reviewed;
  return typeof said === 'string' && isDay(said) ? Date.parse(said) : null;
}
