/** What the comments before the first statement say about a file, and those before a statement about it. */
export interface Directives {
  /** Where the author said so; else the linter decides. */
  readonly phase: 'expand' | 'contract' | undefined;
  /** Why an author calls a file expand that does not look like it. */
  readonly phaseReason: string;
  /** Every statement runs alone, and is committed by itself. */
  readonly noTransaction: boolean;
  /** Why what the file deletes must not be archived: the deletion is what it is for. */
  readonly noArchive?: string;
  /** What a draft leaves to a person. */
  readonly unfinished?: readonly string[];
}

export const noDirectives: Directives = { phase: undefined, phaseReason: '', noTransaction: false };

/** A lint rule that an author switched off for one statement. */
export interface Allowance {
  readonly rule: string;
  readonly reason: string;
}

export type Directive =
  | { readonly kind: 'phase'; readonly phase: 'expand' | 'contract'; readonly reason: string }
  /** `onTopOnly`: further down its words are anybody's. */
  | { readonly kind: 'no-transaction'; readonly onTopOnly?: boolean }
  | { readonly kind: 'no-archive'; readonly reason: string }
  | { readonly kind: 'allow'; readonly allowance: Allowance }
  /** Of a draft: what a person has to write or to accept in place of this line. */
  | { readonly kind: 'unfinished'; readonly what: string }
  | { readonly kind: 'unknown'; readonly problem: string };

const LINE = /^-{2,}[ \t]*lockstep[ \t]*:(.*)$/i;
/** What was meant for one, and would be passed over: no colon, or no comment of its own. */
const ALMOST =
  /^[\s*/]*(?:-{2,}[ \t]*)?lockstep(?:[ \t]*[-=:.][ \t]*|[ \t]+)(contract|no-transaction|(?:expand|no-archive|allow\s+\S+)\s+because\s.*)[\s*/.;]*$/i;

/** How other tools write that every statement is committed by itself. */
const NO_TRANSACTION: readonly RegExp[] = [
  /^--\s*pg-delta:\s*transaction=false$/i, // Supabase CLI
  /^--\s*migrate:\s*(up|down)\b.*\stransaction:\s*false\b/i, // dbmate
  /^--\s*\+\s*goose\s+no\s+transaction$/i,
  /^--\s*\+\s*migrate\s+(up|down)\b.*\bnotransaction\b/i, // sql-migrate
  /^--!\s*no-transaction\b/i, // graphile-migrate
  /^--\s*atlas:txmode\s+none$/i,
  /^--\s*postgres-migrations\s+disable-transaction$/i,
  /^--\s*morph:\s*nontransactional$/i,
  /^--\s*sem\.attribute\.transaction\s*=\s*none$/i, // schema-evolution-manager
];
/** Of sqlx and yoyo, which look for them before the first statement. */
const ON_TOP = /^--\s*(no-transaction|transactional:\s*false)$/i;
/** A word of each of them, so that most comments need no closer look. */
const ANY = /lockstep|transaction|txmode/i;

/**
 * The directives in the comments of `text` (white space and comments only), each with its line, counted from 0.
 * A directive inside a block comment is not one, and said to be none.
 */
export function findDirectives(text: string): { readonly directive: Directive; readonly line: number }[] {
  if (!ANY.test(text)) return [];
  const lines = text.split('\n');
  return withoutBlocks(text)
    .split('\n')
    .flatMap((line, at) => {
      const directive = parse(line) ?? almost(lines[at] ?? '');
      return directive === undefined ? [] : [{ directive, line: at }];
    });
}

function parse(line: string): Directive | undefined {
  const comment = line.trim();
  if (NO_TRANSACTION.some((pattern) => pattern.test(comment))) return { kind: 'no-transaction' };
  if (ON_TOP.test(comment)) return { kind: 'no-transaction', onTopOnly: true };
  const said = LINE.exec(comment)?.[1]?.trim();
  if (said === undefined) return undefined;
  if (/^contract$/i.test(said)) return { kind: 'phase', phase: 'contract', reason: '' };
  if (/^no-transaction$/i.test(said)) return { kind: 'no-transaction' };
  const expand = /^expand\s+because\s+(\S.*)$/i.exec(said);
  if (expand?.[1] !== undefined) return { kind: 'phase', phase: 'expand', reason: expand[1] };
  const erasure = /^no-archive\s+because\s+(\S.*)$/i.exec(said);
  if (erasure?.[1] !== undefined) return { kind: 'no-archive', reason: erasure[1] };
  const allow = /^allow\s+([a-z][a-z0-9-]*)\s+because\s+(\S.*)$/i.exec(said);
  if (allow?.[1] !== undefined && allow[2] !== undefined) {
    return { kind: 'allow', allowance: { rule: allow[1].toLowerCase(), reason: allow[2] } };
  }
  const unfinished = /^unfinished\b\s*(.*)$/i.exec(said);
  if (unfinished?.[1] !== undefined) return { kind: 'unfinished', what: unfinished[1] };
  const hint = /^(expand|allow|no-archive)\b/i.test(said) ? 'a reason is required' : 'no such directive';
  return {
    kind: 'unknown',
    problem: `"lockstep: ${said}": ${hint}; known are "contract", "expand because …", "no-transaction", "no-archive because …" and "allow RULE because …"`,
  };
}

function almost(line: string): Directive | undefined {
  const said = ALMOST.exec(line)?.[1];
  if (said === undefined) return undefined;
  return { kind: 'unknown', problem: `this is no directive; write it on a line of its own as "-- lockstep: ${said}"` };
}

/** Block comments turned into blanks; their line breaks stay. */
function withoutBlocks(text: string): string {
  let depth = 0;
  let inLine = false;
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    const two = c + (text[i + 1] ?? '');
    if (c === '\n') inLine = false;
    if (!inLine && depth === 0 && two === '--') inLine = true;
    if (!inLine && (two === '/*' || (depth > 0 && two === '*/'))) {
      depth += two === '/*' ? 1 : -1;
      out += '  ';
      i++;
    } else out += depth > 0 && c !== '\n' ? ' ' : c;
  }
  return out;
}
