/**
 * The old dialect of this repository, and what the field says instead (docs/glossary.md). What users read is held to it:
 * contracts of actions, READMEs, pages, workflows, starters, reasons, messages, log lines.
 */
export interface Avoided {
  /** As it is found, in any capitals, across a line break. */
  readonly old: RegExp;
  /** What to write instead. */
  readonly use: string;
}

export const AVOIDED: readonly Avoided[] = [
  { old: /\bways? down\b/, use: 'down migration' },
  { old: /\bways? (?:back|up|home)\b/, use: 'rollback; up migration' },
  {
    old: /\b(?:take|takes|taken|took|taking)[ -](?:it |them |this |that |everything )?(?:back|down|away)\b/,
    use: 'roll back; remove; delete',
  },
  { old: /\b(?:go|goes|gone|went|going)[ -]back\b/, use: 'roll back' },
  { old: /\bput(?:s|ting)?[ -](?:it |them |this |that )?back\b/, use: 'restore' },
  { old: /\b(?:tell|tells|told|telling|untold)\b/, use: 'report; notify; say; show' },
  { old: /\b(?:nobody|nobody's)\b/, use: 'no one' },
  { old: /\b(?:somebody|somebody's|anybody|anybody's|everybody|everybody's)\b/, use: 'another user; anyone; everyone' },
  { old: /\bby (?:itself|themselves)\b/, use: 'automatically; alone' },
  { old: /\banew\b/, use: 'again' },
  { old: /\bbeside\b/, use: 'next to; diverged' },
  { old: /\bfor ever\b/, use: 'forever; indefinitely' },
  { old: /\bwish(?:es|ed)?\b/, use: 'request; options; want' },
  { old: /\bstrangers?\b/, use: 'unknown record; other' },
  { old: /\b(?:lets?|letting) (?:it |them |him )?through\b/, use: 'approves; accepts' },
  { old: /\b(?:one|each) a (?:line|file|migration|row|job|name)\b/, use: 'one per line' },
  { old: /\bstands\b(?! for\b)|\bstood\b(?! for\b)/, use: 'is; is in; remains' },
  { old: /\bstand (?:in(?! for\b)|on|at|above|below|behind|there|here|open|ready|still|for it)\b/, use: 'is in' },
  { old: /\b(?:lies|lay|lain) (?:in|on|at|above|below|behind|there|here|next)\b/, use: 'is in' },
  { old: /\blie (?:in|on|at|above|below|behind|there|here|next)\b/, use: 'are in' },
  { old: /\bto be had\b/, use: 'available' },
  { old: /\bwhat (?:goes|comes|came|went)\b(?! wrong\b)/, use: 'name what it is' },
  {
    old: /\b(?:databases?|deployments?|tables?|comments?|releases?|records?|previews?) (?:is|are|was|were) made\b/,
    use: 'created',
  },
  { old: /\bfour eyes\b/, use: 'two-person approval' },
  { old: /\b(?:your|their) word\b/, use: 'confirmation' },
  { old: /\bwithout a word\b/, use: 'without a result; by default' },
  { old: /\bin trouble\b/, use: 'returned a server error' },
  { old: /\bwhat is said\b/, use: 'name what it is' },
  { old: /\b(?:true|real) end\b/, use: 'final state; outcome' },
  { old: /\bin sight\b/, use: 'visible' },
  { old: /\bsee above\b|(?:^|\| )the same, (?:and|where|but)\b/, use: 'the whole sentence again' },
  { old: /\b(?:is|are|was|were) over (?:there|here)\b/, use: 'is in' },
  { old: /\blook(?:s|ed|ing)? whether\b/, use: 'check whether' },
  { old: /\bhas to look\b/, use: 'must check' },
  { old: /\bmend(?:s|ed|ing)?\b/, use: 'fix' },
  { old: /\bkept? (?:it )?back\b|\bheld against\b/, use: 'blocked; counted as a finding' },
  // American spelling, as in GitHub's own pages ("cancelled" is GitHub's word for the status of a job).
  { old: /\blicen[c]es?\b/, use: 'license' },
  {
    old: /\b(?:organisation|recognis|normalis|summaris|serialis|authoris|initialis|optimis|analys(?:e|ed|ing)\b)/,
    use: '-ize, -yze',
  },
  { old: /\b(?:colour|behaviour|favour|honour|neighbour|labour)/, use: '-or' },
  {
    old: /\b(?:grey|centre|catalogue|artefact|whilst)s?\b/,
    use: 'gray; center; catalog; artifact; while',
  },
];

export interface Avoidance {
  readonly line: number;
  readonly found: string;
  readonly use: string;
}

/** Where a text speaks the dialect. Words may be parted by a line break, with the sign that begins a comment or quote. */
export function dialectIn(text: string): Avoidance[] {
  // As long as before, so that a place in it is a place in the text.
  const flat = text.replace(/\n[ \t]*(?:(?:\/\/|[*>#])[ \t]?)*/g, (gap) => `${' '.repeat(gap.length)}`);
  const found: (Avoidance & { readonly at: number })[] = [];
  for (const { old, use } of AVOIDED) {
    const anyGap = new RegExp(
      old.source.replace(/\[ -\]| /g, (gap) => (gap === ' ' ? ' +' : '(?: +|-)')),
      'gi',
    );
    for (const match of flat.matchAll(anyGap)) {
      found.push({
        at: match.index,
        line: text.slice(0, match.index).split('\n').length,
        found: match[0].replace(/\s+/g, ' '),
        use,
      });
    }
  }
  return found.sort((a, b) => a.at - b.at).map(({ line, found: word, use }) => ({ line, found: word, use }));
}

/** Codes that differ by fewer than three letters are read as one another in a log. */
export function codesTooAlike(codes: readonly string[]): readonly (readonly [string, string])[] {
  return codes.flatMap((one, index) =>
    codes
      .slice(index + 1)
      .filter((other) => one !== other && distance(one, other) < 3)
      .map((other) => [one, other] as const),
  );
}

/** How many letters have to be put in, left out or replaced to make one word of another (Levenshtein). */
function distance(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...one].entries()) {
    const now = [row + 1];
    for (const [column, against] of [...other].entries()) {
      const replaced = (before[column] ?? 0) + (letter === against ? 0 : 1);
      now.push(Math.min(replaced, (before[column + 1] ?? 0) + 1, (now[column] ?? 0) + 1));
    }
    before = now;
  }
  return before.at(-1) ?? 0;
}
