import { parseDuration } from '@lockstep/base';

/** How far a PromQL expression itself looks back. */
export interface Reach {
  /** Of ranges and offsets that are written out, together. */
  readonly ms: number;
  /** Whether a subquery over `{{window}}` has ranges within: then it reaches back further than its window. */
  readonly exceedsWindow: boolean;
}

/** Texts and comments are no part of the expression: `"[5m]"` is a label's value. */
const OPAQUE = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|#[^\n]*/g;
const RANGE = /\[\s*([^\]:]*?)\s*(:[^\]]*)?\]/g;
const OFFSET = /\boffset\s+(-?)((?:\d+(?:ms|[dhmswy]))+)/gi;

/**
 * The longest plain range, every subquery's range and the longest offset together: at most more than it is, never less,
 * since what is refused for too long a look back can be rewritten and what is missed cannot be seen.
 */
export function reachOf(query: string): Reach {
  const bare = query.replace(OPAQUE, '""');
  let range = 0;
  let subqueries = 0;
  let windowed = false;
  for (const [, length = '', step] of bare.matchAll(RANGE)) {
    const own = /\{\{\s*window\s*\}\}/.test(length);
    const ms = own ? 0 : (promDuration(length) ?? 0);
    if (step === undefined) range = Math.max(range, ms);
    else {
      subqueries += ms;
      windowed ||= own;
    }
  }
  const offsets = [...bare.matchAll(OFFSET)].map(([, minus, text = '']) =>
    minus === '-' ? 0 : (promDuration(text) ?? 0),
  );
  const ms = range + subqueries + Math.max(0, ...offsets);
  return { ms, exceedsWindow: windowed && ms > 0 };
}

/** `1h30m`, as PromQL writes it; `w` and `y` are of seven and 365 days. Undefined for what is none. */
function promDuration(text: string): number | undefined {
  if (!/^(?:\d+(?:ms|[dhmswy]))+$/.test(text)) return undefined;
  let total = 0;
  for (const [, number = '', unit = ''] of text.matchAll(/(\d+)(ms|[dhmswy])/g)) {
    const days = { w: 7, y: 365 }[unit];
    total += parseDuration(days === undefined ? `${number}${unit}` : `${Number(number) * days}d`) ?? 0;
  }
  return total;
}
