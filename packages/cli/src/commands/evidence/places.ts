import { openTrail } from '@lockstep/action-kit/trail';
import { type Clock, InputError, Secret } from '@lockstep/base';
import { type Anchor, anchorsIn, anchorsInFile } from '@lockstep/evidence';
import type { Call } from '../../command.ts';
import { readBytes } from '../../files.ts';
import { patientGithubOf, repositoryIn, tokenOf } from '../../github-access.ts';
import { logOf } from '../../log.ts';

/** As text and in files. Throws InputError with all that is wrong. */
export function givenAnchors(call: Call): readonly Anchor[] {
  const problems: string[] = [];
  const inText = call.texts('anchor').flatMap((line) => {
    const found = anchorsIn(line, '--anchor');
    if (found.length === 0) problems.push(`--anchor: expected lockstep-anchor NUMBER DIGEST, got "${line}"`);
    return found;
  });
  const inFiles = call.texts('anchor-file').flatMap((path) => {
    const bytes = bytesOf('anchor-file', path, problems);
    const found = anchorsInFile(bytes?.toString('utf8') ?? '', path);
    if (bytes !== undefined && found.length === 0) problems.push(`--anchor-file: ${path} has no anchor`);
    return found;
  });
  if (problems.length > 0) throw new InputError(problems);
  return [...inText, ...inFiles];
}

/** Where the trail and its anchors are, by the options and the environment. Throws InputError. */
export async function placesOf(call: Call, clock: Clock) {
  const { signal, terminal } = call;
  const to = call.text('to');
  const problems: string[] = [];
  const isBranch = to.startsWith('branch:');
  const repository = isBranch ? await repositoryIn('.', call, problems) : '';
  if (isBranch && tokenOf().isEmpty) problems.push('GITHUB_TOKEN: required in the environment for a trail on a branch');
  if (problems.length > 0) throw new InputError(problems);
  const store = { region: '', endpoint: '', accessKeyId: '', secretAccessKey: new Secret('') };
  return openTrail(
    { to, anchorTo: call.text('anchor-to'), store },
    {
      clock,
      log: logOf(terminal),
      fetch,
      env: process.env,
      github: () => patientGithubOf(repository, signal, tokenOf()),
    },
  );
}

/** Undefined where it cannot be read, which is then a problem. */
function bytesOf(option: string, path: string, problems: string[]): Buffer | undefined {
  try {
    return readBytes(path, 'name another');
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.problems.map((problem) => `--${option}: ${problem}`));
    return undefined;
  }
}
