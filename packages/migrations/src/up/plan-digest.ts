import { createHash } from 'node:crypto';
import { canonicalJson } from '@lockstep/base';
import { compareVersions, type Migration, type Order } from '../files/migration.ts';
import type { HistoryRecord } from '../history/record.ts';
import { digestOf, downText } from '../history/write.ts';
import type { PhaseDecision } from '../phase/phase.ts';

/** A pending migration and what becomes of it. */
export interface Step {
  readonly migration: Migration;
  readonly decision: PhaseDecision;
}

/** What a digest is made of, for each migration: text up, text down, phase, and whether it is applied or held. */
interface Link {
  readonly version: string;
  readonly up: string;
  readonly down: string | null;
  readonly phase: PhaseDecision['phase'];
  readonly does: 'apply' | 'hold';
}

/**
 * The digest of a plan, and after it those of the plans that it is the rest of: what was planned before it is applied
 * by now, in that order and with the very same texts. Each is SHA-256 in hex over the first migration and the digest of
 * what follows it, so that an approval of the whole is one of its rest, and of nothing else.
 */
export function planDigests(
  apply: readonly Step[],
  hold: readonly Step[],
  history: readonly HistoryRecord[],
  order: Order = 'number',
): readonly string[] {
  const pending = [...apply.map(link('apply')), ...hold.map(link('hold'))];
  const own = pending.reduceRight(chain, chainEnd);
  const first = pending[0]?.version;
  const before = history.filter(
    ({ applied, version }) => applied && (first === undefined || compareVersions(version, first, order) < 0),
  );
  const digests = [own];
  for (const { version, side } of before.toReversed()) {
    // What others applied could have had any text.
    if (side?.state !== 'applied') break;
    const done: Link = {
      version,
      up: side.checksum,
      down: side.downDigest ?? null,
      phase: side.phase,
      does: 'apply',
    };
    digests.push(chain(digests.at(-1) ?? own, done));
  }
  return digests;
}

/**
 * SHA-256 in hex over the whole folder: each version with its texts up and down, whatever a database has of them. The
 * plans of two databases differ wherever the databases do; their folder does not.
 */
export function folderDigest(migrations: readonly Migration[]): string {
  return createHash('sha256')
    .update(canonicalJson(migrations.map(digestsOf)))
    .digest('hex');
}

/** A migration by its texts up and down, each as SHA-256 in hex. */
export function digestsOf({ down, up, version }: Migration) {
  const text = downText(down);
  return { version, up: up.checksum, down: text === undefined ? null : digestOf(text) };
}

/** The digest of a plan of nothing. */
const chainEnd = digestOf('');

function chain(following: string, migration: Link): string {
  return createHash('sha256')
    .update(canonicalJson({ ...migration, following }))
    .digest('hex');
}

function link(does: Link['does']) {
  return ({ migration, decision }: Step): Link => {
    const down = downText(migration.down);
    return {
      version: migration.version,
      up: migration.up.checksum,
      down: down === undefined ? null : digestOf(down),
      phase: decision.phase,
      does,
    };
  };
}
