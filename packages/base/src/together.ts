import { InputError } from './errors.ts';

type Results<T> = { readonly [K in keyof T]: T[K] extends () => infer R ? Awaited<R> : never };

/**
 * Reads several things that a caller gave, one after the other, and all of them even where one is wrong: then it throws one
 * InputError with the problems of all. What is thrown besides is thrown at once.
 */
export async function readTogether<T extends Readonly<Record<string, () => unknown>>>(readers: T): Promise<Results<T>> {
  const results: Record<string, unknown> = {};
  const problems: string[] = [];
  const causes: unknown[] = [];
  for (const [name, read] of Object.entries(readers)) {
    try {
      results[name] = await read();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
      causes.push(error);
    }
  }
  if (causes.length === 1) throw causes[0];
  if (causes.length > 1) throw new InputError([...new Set(problems)]);
  return results as Results<T>;
}
