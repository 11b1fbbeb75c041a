import { count } from '@lockstep/base';
import { compareReviews, type ReviewDiff } from '@lockstep/tenants';

/** The document of who may do what, and where the committed one is. */
export interface Reviewed {
  /** As it is written: without secrets. */
  readonly document: string;
  readonly path: string;
  /** Undefined where there is none. */
  readonly committed: string | undefined;
}

/** What a review ends with, for whoever asked for it; `diff`: undefined where there is nothing to compare with. Pure. */
export function reviewEnd({ committed, document, path }: Reviewed) {
  if (committed === undefined) {
    const message = `there is no ${path} to compare the rights with`;
    return { verdict: 'unknown', reason: 'no-review', message, diff: undefined } as const;
  }
  const diff = compareReviews(committed, document);
  if (!differs(diff)) {
    const message = `who may do what is as in ${path}`;
    return { verdict: 'pass', reason: 'rights-as-reviewed', message, diff } as const;
  }
  const lines = `${count(diff.added.length, 'line')} added, ${count(diff.removed.length, 'line')} removed`;
  const message = `who may do what is not as in ${path}: ${lines}`;
  return { verdict: 'fail', reason: 'rights-differ', message, diff } as const;
}

/** Of a review that was written in place of one that was compared. */
export function writtenEnd(path: string) {
  return { verdict: 'pass', reason: 'review-written', message: `wrote ${path}; read it and commit it` } as const;
}

function differs({ added, removed }: ReviewDiff): boolean {
  return added.length + removed.length > 0;
}
