/** What the comments before the first statement say about a file, and those before a statement about it. */
export interface Directives {
  /** Where the author said so; else the linter decides. */
  readonly phase: 'expand' | 'contract' | undefined;
  /** Why an author calls a file expand that does not look like it. */
  readonly phaseReason: string;
  /** Every statement runs alone, and is committed by itself. */
  readonly noTransaction: boolean;
}

export const noDirectives: Directives = { phase: undefined, phaseReason: '', noTransaction: false };

/** A lint rule that an author switched off for one statement. */
export interface Allowance {
  readonly rule: string;
  readonly reason: string;
}

export type Directive =
  | { readonly kind: 'phase'; readonly phase: 'expand' | 'contract'; readonly reason: string }
  | { readonly kind: 'no-transaction' }
  | { readonly kind: 'allow'; readonly allowance: Allowance }
  | { readonly kind: 'unknown'; readonly problem: string };

const LINE = /^[ \t]*--[ \t]*lockstep:[ \t]*(.*?)[ \t\r]*$/;

/**
 * The directives in the comments of `text` (white space and comments only), each with its line, counted from 0.
 * A directive inside a block comment is not one.
 */
export function findDirectives(text: string): { readonly directive: Directive; readonly line: number }[] {
  if (!/lockstep:|pg-delta:|migrate:/.test(text)) return [];
  return withoutBlocks(text)
    .split('\n')
    .flatMap((line, at) => {
      const directive = parse(line);
      return directive === undefined ? [] : [{ directive, line: at }];
    });
}

function parse(line: string): Directive | undefined {
  // The words of the Supabase CLI and of dbmate for it.
  if (/^--[ \t]*(pg-delta:[ \t]*transaction=false|migrate:(up|down)[ \t]+transaction:false)[ \t\r]*$/.test(line))
    return { kind: 'no-transaction' };
  const said = LINE.exec(line)?.[1];
  if (said === undefined) return undefined;
  if (said === 'contract') return { kind: 'phase', phase: 'contract', reason: '' };
  if (said === 'no-transaction') return { kind: 'no-transaction' };
  const expand = /^expand\s+because\s+(\S.*)$/.exec(said);
  if (expand?.[1] !== undefined) return { kind: 'phase', phase: 'expand', reason: expand[1] };
  const allow = /^allow\s+([a-z][a-z0-9-]*)\s+because\s+(\S.*)$/.exec(said);
  if (allow?.[1] !== undefined && allow[2] !== undefined) {
    return { kind: 'allow', allowance: { rule: allow[1], reason: allow[2] } };
  }
  const hint = /^(expand|allow)\b/.test(said) ? 'a reason is required' : 'no such directive';
  return {
    kind: 'unknown',
    problem: `"lockstep: ${said}": ${hint}; known are "contract", "expand because …", "no-transaction" and "allow RULE because …"`,
  };
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
