import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Outcome, Shell } from '@lockstep/action-shell';
import { count, redactText } from '@lockstep/base';
import { compareReviews, reviewDiffText } from '@lockstep/tenants';
import type { Inputs } from './inputs.ts';
import type { Reason } from './reasons.ts';

/** A comment has a limit; the document has everything. */
const SHOWN = 20_000;

/** Compares the rights in a database with the committed document. */
export function reportReview(document: string, values: Inputs, shell: Shell): Outcome<Reason> {
  const { env } = shell;
  const directory = values['report-directory'] || join(env.tempDir, `lockstep-access-review-${shell.instance}`);
  const text = redactText(document);
  mkdirSync(directory, { recursive: true });
  const [documentPath, summaryPath] = [join(directory, 'access-review.md'), join(directory, 'comment.md')];
  writeFileSync(documentPath, text);
  const path = values['review-path'];
  const committed = readCommitted(resolve(env.workspace, path));
  if (values['write-review']) {
    const target = resolve(env.workspace, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  const { outcome, section } = judge(text, committed, values);
  writeFileSync(summaryPath, section);
  shell.summary.add(`### Access review\n\n${section}`);
  const outputs = {
    'document-path': documentPath,
    'report-directory': directory,
    'summary-path': summaryPath,
    result: outcome.message,
    section,
  };
  return { ...outcome, outputs: { ...outcome.outputs, ...outputs } };
}

function judge(
  text: string,
  committed: string | undefined,
  values: Inputs,
): { readonly outcome: Outcome<Reason>; readonly section: string } {
  const path = values['review-path'];
  const passes = values['report-only'] ? { passes: true } : {};
  const diff = compareReviews(committed ?? '', text);
  const changes = { 'rights-added': diff.added.length, 'rights-removed': diff.removed.length };
  if (values['write-review']) {
    const message = `wrote ${path}; read it and commit it`;
    return { outcome: { verdict: 'pass', reason: 'review-written', message, outputs: changes }, section: message };
  }
  if (committed === undefined) {
    const message = `there is no ${path} to compare the rights with`;
    return { outcome: { verdict: 'unknown', reason: 'no-review', message, ...passes }, section: message };
  }
  if (diff.added.length + diff.removed.length === 0) {
    const message = `who may do what is as in ${path}`;
    return { outcome: { verdict: 'pass', reason: 'rights-as-reviewed', message, outputs: changes }, section: message };
  }
  const lines = `${count(diff.added.length, 'line')} added, ${count(diff.removed.length, 'line')} removed`;
  const message = `who may do what is not as in ${path}: ${lines}`;
  const outcome = { verdict: 'fail', reason: 'rights-differ', message, outputs: changes, ...passes } as const;
  return { outcome, section: `${message}\n\n${fenced(reviewDiffText(diff))}` };
}

function fenced(diff: string): string {
  const isLong = diff.length > SHOWN;
  const shown = isLong ? diff.slice(0, diff.lastIndexOf('\n', SHOWN)) : diff;
  // The document holds single backticks only, so nothing in it ends the block.
  return `\`\`\`\`diff\n${shown}\n\`\`\`\`${isLong ? '\n\nThe diff is longer: see `document-path`.' : ''}`;
}

function readCommitted(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
