import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { reviewEnd, writtenEnd } from '@lockstep/action-kit/tenants/review-end';
import type { Outcome, Shell } from '@lockstep/action-shell';
import { redactText } from '@lockstep/base';
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
  document: string,
  committed: string | undefined,
  values: Inputs,
): { readonly outcome: Outcome<Reason>; readonly section: string } {
  const path = values['review-path'];
  const { diff, ...ended } = reviewEnd({ document, path, committed });
  const compared = diff ?? compareReviews('', document);
  const changes = { 'rights-added': compared.added.length, 'rights-removed': compared.removed.length };
  if (values['write-review']) {
    const written = writtenEnd(path);
    return { outcome: { ...written, outputs: changes }, section: written.message };
  }
  const passes = values['report-only'] ? { passes: true } : {};
  const outcome = { ...ended, ...(diff === undefined ? {} : { outputs: changes }), ...passes };
  const shown = ended.verdict === 'fail' ? `\n\n${fenced(reviewDiffText(compared))}` : '';
  return { outcome, section: `${ended.message}${shown}` };
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
