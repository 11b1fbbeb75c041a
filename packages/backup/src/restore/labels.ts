import type { Session } from '@lockstep/postgres';
import { attempt, type Refusal } from './run-script.ts';
import { type Entry, entriesOf } from './script-entries.ts';

/**
 * Security labels belong to a provider, which a server loads or does not have. They are restored one by one behind all else,
 * so that a server without the provider has everything but them.
 */
export function withoutLabels(script: string): { readonly script: string; readonly labels: readonly Entry[] } {
  if (!script.includes('\nSECURITY LABEL ')) return { script, labels: [] };
  const { prelude, entries } = entriesOf(script);
  const labels = entries.filter(({ type }) => type === 'SECURITY LABEL');
  const others = entries.filter(({ type }) => type !== 'SECURITY LABEL');
  return { script: prelude + others.map(({ sql }) => sql).join(''), labels };
}

/** Gives those that the server refused. Throws ConnectionLost. */
export async function restoreLabels(session: Session, labels: readonly Entry[]): Promise<readonly Refusal[]> {
  if (labels.length === 0) return [];
  const refused: Refusal[] = [];
  await session.rows('begin');
  for (const { name, schema, sql } of labels) {
    const object = `security label of ${name}${schema === '-' ? '' : ` in ${schema}`}`;
    const refusal = await attempt(session, object, sql);
    if (refusal !== undefined) refused.push(refusal);
  }
  await session.rows('commit');
  return refused;
}

type Schema = readonly (readonly [string, readonly string[]])[];

/** The schema as a server has it that refused labels: without those of providers of which it has none. */
export function withoutRefusedLabels(schema: Schema, restored: Iterable<readonly [string, readonly string[]]>): Schema {
  const there = new Set([...restored].flatMap(([, lines]) => lines.flatMap((line) => providerOf(line) ?? [])));
  return schema.flatMap(([object, lines]): Schema => {
    const kept = lines.filter((line) => {
      const provider = providerOf(line);
      return provider === undefined || there.has(provider);
    });
    return kept.length === 0 && lines.length > 0 ? [] : [[object, kept]];
  });
}

function providerOf(line: string): string | undefined {
  return /^security label (\S+) '/.exec(line)?.[1];
}
