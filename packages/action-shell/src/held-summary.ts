import { appendFileSync, existsSync, readFileSync, renameSync } from 'node:fs';
import { redactText } from '@lockstep/base';

/** What a step of a release would have shown on the run page. */
export interface HeldSummary {
  /** The first heading, without its marks; the action's name where it has none. */
  readonly title: string;
  readonly markdown: string;
}

/** The name of the page's material beside a journal, and what it is called once the page is written. */
const materialOf = (journal: string) => `${journal}.summary`;
const usedOf = (journal: string) => `${materialOf(journal)}.used`;

/**
 * Keeps what a step of a release would show for the page that its last step writes: GitHub shows summaries in the order of
 * the steps, so that a page which begins with what users have now can only be written as a whole. False where there is no
 * such page to come, so that the step shows it itself. Throws where it cannot be written.
 */
export function holdSummary(journal: string, action: string, markdown: string): boolean {
  if (!existsSync(journal) || existsSync(usedOf(journal))) return false;
  appendFileSync(materialOf(journal), `${JSON.stringify({ action, markdown: redactText(markdown) })}\n`, {
    mode: 0o600,
  });
  return true;
}

/**
 * What the steps of a release have held back, in their order. From now on steps show theirs themselves. Never throws: a step
 * of the job may have removed it all, and the end of the release is told in any case.
 */
export function takeSummaries(journal: string): readonly HeldSummary[] {
  return takeMaterial(journal).flatMap((line) => {
    try {
      return line === '' ? [] : [titled(JSON.parse(line))];
    } catch {
      // Its writer was killed.
      return [];
    }
  });
}

function takeMaterial(journal: string): readonly string[] {
  const material = materialOf(journal);
  try {
    appendFileSync(material, '', { mode: 0o600 });
    renameSync(material, usedOf(journal));
    return readFileSync(usedOf(journal), 'utf8').split('\n');
  } catch {
    return [];
  }
}

function titled({ action, markdown }: { readonly action: string; readonly markdown: string }): HeldSummary {
  const heading = /^\s*#+ (.+)\n/.exec(markdown);
  if (heading === null) return { title: action, markdown: markdown.trim() };
  return { title: heading[1] ?? action, markdown: markdown.slice(heading[0].length).trim() };
}
