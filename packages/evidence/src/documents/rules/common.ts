import { count, isDay, nameSome, sinceDay } from '@lockstep/base';
import { sameName } from '../document.ts';
import type { DocumentKind } from '../kind.ts';
import { DAY_MS } from '../names.ts';
import { bad, good, type PlainRule, type Rule } from '../rule.ts';

/** The first lines of the document, in the words that people need to correct them. */
const FRONT = 'the lines between --- at the top';

export const owner: PlainRule = {
  id: 'owner',
  title: 'The document has an owner',
  judge: ({ facts, factsLine, factsProblem }) => {
    const expected = 'a person or a role that keeps it true';
    const remedy = `write "owner:" into ${FRONT}`;
    if (factsProblem !== '')
      return bad('facts-unreadable', {
        ...{ measured: factsProblem, expected, line: factsLine },
        remedy: `correct ${FRONT}; put texts with a colon, a # or another mark of YAML into quotes`,
      });
    const said = facts['owner'];
    const isThere = (typeof said === 'string' && said.trim() !== '') || typeof said === 'number';
    return isThere
      ? good('owned', 'it has one', expected)
      : bad('no-owner', { measured: 'none', expected, remedy, line: 1 });
  },
};

/** A file that was copied, or listed at the wrong kind. */
export const ofKind: Rule = {
  id: 'kind',
  title: 'The document is of the kind that the list says',
  judge: ({ facts }, { settings: { kind: expected } }) => {
    const said = facts['kind'];
    if (said === expected) return good('of-kind', expected, expected);
    if (said === undefined || said === null) return good('of-kind', 'it does not say', expected);
    const given = typeof said === 'string' && /^[a-z-]{1,40}$/.test(said) ? said : 'another word';
    const remedy = `correct "kind:" in ${FRONT}, or the file in the list of documents`;
    return bad('other-kind', { measured: given, expected, remedy, line: 1 });
  },
};

/** `reviewed` is a day: of the document's own first lines, or of what generated it. */
export function reviewRule({ reviewedWithinMs }: Pick<DocumentKind, 'reviewedWithinMs'>): Rule {
  return {
    id: 'reviewed',
    title: 'The document was reviewed',
    judge: ({ facts, runbook }, { nowMs, settings }) => {
      const withinMs = settings.reviewedWithinMs ?? reviewedWithinMs;
      const expected = `within ${days(withinMs)}`;
      const said = runbook === undefined ? facts['reviewed'] : runbook.reviewed;
      const remedy = 'read it, correct it, and write the day into "reviewed:"';
      if (typeof said !== 'string' || !isDay(said)) {
        const given = typeof said === 'string' || typeof said === 'number' ? `${said}`.slice(0, 20) : '';
        const measured = given === '' ? 'no day like 2026-11-30' : `${given}, which is no day like 2026-11-30`;
        return bad('no-review', { measured, expected, remedy, line: 1 });
      }
      const ageMs = sinceDay(Date.parse(said), nowMs);
      if (ageMs === undefined) return bad('review-in-future', { measured: said, expected, remedy, line: 1 });
      // The day itself counts until it ends, wherever it was.
      if (ageMs <= withinMs + DAY_MS) return good('reviewed', said, expected);
      return bad('review-overdue', { measured: `${said}, ${days(ageMs)} ago`, expected, remedy, line: 1 });
    },
  };
}

export const filled: PlainRule = {
  id: 'filled',
  title: 'No text of the template is left',
  judge: ({ unfilled }) => {
    const [line] = unfilled;
    const expected = 'every place of the template filled in';
    if (line === undefined) return good('filled', 'none is left', expected);
    const measured = `${count(unfilled.length, 'line')}: ${nameSome(unfilled.map(String), 5)}`;
    return bad('template-text', { measured, expected, remedy: 'write what is true for your team', line });
  },
};

export function headingsRule(headings: readonly string[]): PlainRule {
  return {
    id: 'headings',
    title: 'The document has the sections of its kind',
    judge: ({ sections }) => {
      const found = headings.map((heading) => ({
        heading,
        section: sections.find((one) => sameName(one.heading, heading)),
      }));
      const missing = found.flatMap(({ heading, section }) => (section === undefined ? [heading] : []));
      const empty = found.flatMap(({ section }) => (section?.hasText === false ? [section] : []));
      const expected = headings.join(', ');
      const remedy = 'write the section, or why there is nothing to write';
      if (missing.length > 0)
        return bad('sections-missing', { measured: `missing: ${missing.join(', ')}`, expected, remedy });
      const [first] = empty;
      if (first === undefined) return good('sections-there', 'all of them, with text', expected);
      const measured = `empty: ${empty.map(({ heading }) => heading).join(', ')}`;
      return bad('sections-empty', { measured, expected, remedy, line: first.line });
    },
  };
}

export function days(ms: number): string {
  return count(Math.round(ms / DAY_MS), 'day');
}
