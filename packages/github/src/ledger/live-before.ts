import type { Ledger } from './ledger.ts';
import type { LedgerKey } from './payload.ts';

/**
 * The commit that users had before `commit`, by the ledger: what was released last, or, where that is `commit` itself,
 * what was live when its release began. Undefined where the ledger knows of none. Throws RemoteError.
 */
export async function liveBefore(ledger: Ledger, key: LedgerKey, commit: string): Promise<string | undefined> {
  for await (const release of ledger.releases(key)) {
    if (release.state !== 'released') continue;
    const live = release.candidate.commit === commit ? release.before.commit : release.candidate.commit;
    if (live !== null && live !== commit) return live;
  }
  return undefined;
}
