import { describe, RemoteError } from '@lockstep/base';
import type { AskLedger, LedgerAnswer, LedgerPlace } from '@lockstep/contract';
import {
  blockingRecord,
  compareCommits,
  createGitHubClient,
  lastReleased,
  openLedger,
  unsettledRelease,
} from '@lockstep/github';
import type { Host } from './host.ts';
import type { Inputs } from './inputs.ts';

/** Asks the ledger of another service; undefined where no token was given for it. */
export function ledgerOf(values: Inputs, shell: Host): AskLedger | undefined {
  if (values['ledger-token'].isEmpty) return undefined;
  return async (place) => {
    try {
      return await ask(place, values, shell);
    } catch (error) {
      if (!(error instanceof RemoteError)) throw error;
      const remedy =
        error.hint ?? 'give a "ledger-token" that may read deployments, actions and contents of that repository';
      return { kind: 'unanswered', because: describe(error), remedy };
    }
  };
}

async function ask(place: LedgerPlace, values: Inputs, { clock, env, log, signal }: Host): Promise<LedgerAnswer> {
  const { contains, creator, environment, repository, service } = place;
  const token = values['ledger-token'];
  const github = createGitHubClient({
    ...{ token, apiUrl: env.apiUrl, repository, clock, log, signal },
    requestTimeoutMs: values['request-timeout'],
    redirects: 'refused',
  });
  const view = await openLedger({ github, creator }).read({ environment, service });
  const open = unsettledRelease(view) ?? blockingRecord(view);
  if (open !== undefined) return { kind: 'open', what: `${open.id} is ${open.state}: ${open.author.url}` };
  const release = lastReleased(view);
  if (release === undefined) return { kind: 'none', what: 'no committed release' };
  const { commit } = release.candidate;
  const what = `release ${release.id} of ${commit === null ? 'an unrecorded commit' : `commit ${commit.slice(0, 12)}`}`;
  if (contains === '') return { kind: 'released', release: release.id, contains: true, what };
  const order = commit === null ? 'unknown' : await compareCommits(github, contains, commit);
  return {
    kind: 'released',
    release: release.id,
    contains: order === 'unknown' ? undefined : order === 'ahead' || order === 'identical',
    what,
  };
}
