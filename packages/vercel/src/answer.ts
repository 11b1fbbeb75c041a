import { at, RemoteError } from '@lockstep/base';

export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] | undefined {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : undefined;
}

/** The text members of the object behind `path`. */
export function textsAt(value: unknown, ...path: readonly string[]): Readonly<Record<string, string>> {
  const found = at(value, ...path);
  if (typeof found !== 'object' || found === null) return {};
  return Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** What an answer must have. Vercel adds members and words as it likes: nothing else of an answer is judged. */
export function needed<T>(found: T | undefined, member: string, of: string): T {
  if (found !== undefined) return found;
  throw new RemoteError(`Vercel's answer for ${of} has no "${member}"`, { service: 'Vercel', retryable: true });
}
