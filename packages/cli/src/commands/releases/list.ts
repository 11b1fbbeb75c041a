import { readBlocker } from '@lockstep/action-kit/blocker';
import { InputError, jsonText, Secret, type Verdict } from '@lockstep/base';
import { openLedger, openRequests, RECORDS_READ, type ReleaseRecord } from '@lockstep/github';
import type { Call } from '../../command.ts';
import { githubOf, repositoryIn, tokenOf } from '../../github-access.ts';
import { readText } from '../../read-text.ts';
import { describeLine } from './line.ts';
import { lineText } from './show.ts';

const MOST = 200;
const LONGEST_TOKEN = 4096;

interface Question {
  readonly repository: string;
  readonly environment: string;
  readonly service: string;
  readonly most: number;
  readonly creator: string;
  readonly token: Secret;
}

export async function listReleases(call: Call): Promise<Verdict> {
  const { creator, environment, most, repository, service, token } = await questionOf(call);
  const github = githubOf(repository, call.signal, token);
  const ledger = openLedger({ github, creator });
  const key = { environment, service };
  const view = await ledger.read(key);
  const author = (await readBlocker(ledger, view))?.run;
  const requests = await openRequests(github, creator, key, Date.now());
  const line = most <= RECORDS_READ && view.releases.length >= most ? view.releases.slice(0, most) : await newest(most);
  const found = describeLine({ view, line, author, requests });
  const answer = { command: 'releases', repository, environment, service, ...found };
  call.terminal.write(call.json ? jsonText(answer) : lineText(found, { ...key, repository }, call.terminal.paint));
  return found.verdict;

  async function newest(wanted: number): Promise<readonly ReleaseRecord[]> {
    const known = new Map(view.releases.map((release) => [release.id, release]));
    const all: ReleaseRecord[] = [];
    for await (const release of ledger.releases(key)) {
      // Read with the changes of traffic, it knows its deployment in more cases.
      all.push(known.get(release.id) ?? release);
      if (all.length >= wanted) break;
    }
    return all;
  }
}

/** Throws InputError, all of it at once. Asks for a token where nobody gave one and a person is there. */
async function questionOf(call: Call): Promise<Question> {
  const problems: string[] = [];
  const repository = await repositoryIn(call.text('in') || '.', call, problems);
  const most = Number(call.text('number'));
  if (!Number.isInteger(most) || most < 1 || most > MOST)
    problems.push(`--number: expected a number from 1 to ${MOST}, got "${call.text('number')}"`);
  const [environment, creator] = [call.text('environment'), call.text('ledger-creator')];
  if (environment === '') problems.push('--environment: expected the name of an environment');
  if (creator === '') problems.push('--ledger-creator: expected a login, such as github-actions[bot]');
  if (problems.length > 0) throw new InputError(problems);
  return { repository, environment, creator, service: call.text('service'), most, token: await askToken(call) };
}

async function askToken(call: Call): Promise<Secret> {
  const file = call.text('token-file');
  if (file !== '') {
    const text = (await readText(file, LONGEST_TOKEN, call)).trim();
    if (text === '') throw new InputError(`--token-file: ${file} is empty`);
    return new Secret(text);
  }
  const token = tokenOf();
  if (!token.isEmpty) return token;
  const person = await call.terminal.person?.();
  const typed = (await person?.secret('Token for GitHub', call.signal)) ?? '';
  if (typed !== '') return new Secret(typed);
  throw new InputError(
    'GITHUB_TOKEN is not set: run it as GITHUB_TOKEN=$(gh auth token) lockstep releases, or name a file in --token-file',
  );
}
