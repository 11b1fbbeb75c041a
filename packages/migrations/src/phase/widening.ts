/** A type as PostgreSQL writes it, in its parts: `timestamp(3) without time zone`. */
interface Parts {
  readonly kind: string;
  readonly sizes: readonly number[];
  readonly isArray: boolean;
}

function partsOf(words: string): Parts {
  const sizes = /\(([\d,]+)\)/.exec(words)?.[1]?.split(',').map(Number) ?? [];
  return { kind: words.replace(/\([\d,]+\)/, '').replace(/(\[\])+$/, ''), sizes, isArray: words.endsWith('[]') };
}

/** Texts of any length. */
const TEXTS = ['text', 'character varying'];
/** Of these a larger number in brackets, or none, takes all that fitted before. */
const SIZED = ['character varying', 'bit varying'];
const TIMED = /^(time|timestamp) with(out)? time zone$|^interval$/;

/**
 * Whether a column of some type takes another one without being written anew, and holds the same values then for whoever
 * reads it: PostgreSQL only changes its catalog (ALTER TABLE, the notes on changing types). Both as PostgreSQL writes them.
 */
export function isWidening(from: string, to: string): boolean {
  if (from === to) return true;
  const [old, now] = [partsOf(from), partsOf(to)];
  if (old.isArray !== now.isArray) return false;
  if (now.sizes.length === 0 && TEXTS.includes(now.kind)) return TEXTS.includes(old.kind);
  if (old.kind !== now.kind) return false;
  const [oldSize, oldScale = 0] = old.sizes;
  const [size, scale = 0] = now.sizes;
  if (SIZED.includes(now.kind)) return size === undefined || (oldSize !== undefined && size >= oldSize);
  // Six digits are what they hold without a number.
  if (TIMED.test(now.kind)) return (size ?? 6) >= (oldSize ?? 6);
  if (now.kind !== 'numeric') return false;
  if (size === undefined) return true;
  return oldSize !== undefined && scale === oldScale && size >= oldSize;
}
