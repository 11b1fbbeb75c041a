import type { FoundList } from '../controls/found.ts';
import { digestOf, type TrailEntry } from '../trail/record.ts';
import { base, codeOf, runOf } from './entries.ts';

/** Parts of a snapshot of `platform-audit` that say who may do what: environments with their reviewers, names of secrets, members. */
const ACCESS: readonly string[] = [
  ...[
    'github.environments',
    'github.secrets',
    'github.secretsOf',
    'github.rules',
    'github.rulesets',
    'github.workflow',
  ],
  ...['vercel.members', 'vercel.env', 'supabase.members', 'supabase.keys', 'supabase.network'],
];
const CHANGES: readonly string[] = ['drift.change', 'drift.pinned'];

/**
 * Changes of access that `platform-audit` found between its snapshot and what is set, each once. A record has the part
 * alone, and a digest of what changed: a path may hold the name of a person. Pure.
 */
export function accessEntries(lists: readonly FoundList[]): readonly TrailEntry[] {
  // Oldest first: the report that showed it first is its proof.
  const sorted = lists
    .filter(({ list }) => list.tool.name === 'platform-audit')
    .sort((a, b) => Date.parse(a.list.at) - Date.parse(b.list.at));
  const entries = sorted.flatMap(({ digest, file, list }) =>
    list.checks.flatMap(({ expected, id, measured, reason, verdict, what }): TrailEntry[] => {
      const area = /^[a-z]+\.[A-Za-z]+/.exec(what)?.[0] ?? '';
      if (!CHANGES.includes(id) || !ACCESS.includes(area)) return [];
      const change = digestOf(Buffer.from(JSON.stringify([what, expected, measured])));
      const entry = base({ id: `access-change/${area}/${change.slice(0, 32)}`, event: 'access-change', at: list.at });
      const files = { [codeOf(file)]: digest, change };
      return [{ ...entry, subject: area, verdict, reason, run: runOf(list.run), files }];
    }),
  );
  const first = new Map<string, TrailEntry>();
  for (const entry of entries) if (!first.has(entry.id)) first.set(entry.id, entry);
  return [...first.values()];
}
