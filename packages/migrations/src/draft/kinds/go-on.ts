import { literal } from '@lockstep/postgres';
import type { Facts } from '../item.ts';

/** The bounds that sequences have by their type. */
const USUAL = /^(-1|1|-?32767|-32768|-?2147483647|-2147483648|-?9223372036854775807|-9223372036854775808)$/;

/**
 * A sequence that was made again goes on behind the values that its column has. In a table without any, or with none
 * that it would have given, it begins where it did.
 */
export function goOn(
  { increment, max, min, name, start }: Facts,
  { column, table }: { readonly table: string; readonly column: string },
): string {
  const falls = String(increment).startsWith('-');
  const [most, further, sign, end] = falls ? ['min', 'least', '<=', min] : ['max', 'greatest', '>=', max];
  const reached = `${further}(${most}(${column}), ${start})`;
  const value = USUAL.test(String(end)) ? reached : `${falls ? 'greatest' : 'least'}(${reached}, ${end})`;
  return `select pg_catalog.setval(${literal(name)}, (${value})::bigint, ${most}(${column}) ${sign} ${start}) from ${table}`;
}
