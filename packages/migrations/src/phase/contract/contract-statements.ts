import type { Statement } from '../../parse/statements.ts';
import type { Picture } from '../../picture/picture.ts';
import { indexFile } from './around.ts';
import { contractReasons } from './contract.ts';

/** The statements of one script that break code written for the schema before it; goes on to what is behind them. */
export function contractStatements(
  statements: readonly Statement[],
  picture: Picture,
  transactions: readonly number[],
): { readonly line: number; readonly what: string }[] {
  const file = indexFile(statements, transactions);
  return statements.flatMap(({ line, parsed }, nth) => {
    if (parsed === undefined) return [];
    const reasons = contractReasons(parsed, { picture, file, nth });
    picture.take(parsed);
    return reasons.map((what) => ({ line, what }));
  });
}
