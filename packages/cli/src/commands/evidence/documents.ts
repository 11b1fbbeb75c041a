import { documentChecks } from '@lockstep/action-kit/evidence/documents';
import { InputError, systemClock, type Verdict } from '@lockstep/base';
import type { Call } from '../../command.ts';
import { githubWithArtifacts, repositoryIfAny, tokenOf } from '../../github-access.ts';
import { logOf } from '../../log.ts';
import { answered, durationOf } from './given.ts';

/** Judges the documents of this folder, as the action does. */
export async function documents(call: Call): Promise<Verdict> {
  const { signal, terminal } = call;
  const problems: string[] = [];
  const timeoutMs = durationOf(call, 'link-timeout', problems);
  const given = call.texts('drill-file');
  const hasToken = !tokenOf().isEmpty;
  const repository = given.length === 0 && hasToken ? await repositoryIfAny(call, problems) : undefined;
  if (problems.length > 0) throw new InputError(problems);
  if (repository === undefined && given.length === 0)
    terminal.tell(
      `note: without ${hasToken ? 'a repository on GitHub (--repository)' : 'GITHUB_TOKEN'} no drill is read, and what drills measured is unknown; --drill-file names one\n`,
    );
  const found = await documentChecks(
    {
      'documents-file': call.text('documents-file'),
      'drill-files': given,
      'follow-links': !call.flag('skip-links'),
      'link-timeout': timeoutMs,
      'trusted-branches': call.texts('trusted-branch'),
    },
    {
      ...{ clock: systemClock, log: logOf(terminal), signal, workspace: process.cwd() },
      github: repository === undefined ? undefined : githubWithArtifacts(repository, signal, tokenOf()),
    },
  );
  return answered(call, found, 'documents');
}
