import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findBinaries, platformName } from '@lockstep/action-kit/local-server/binaries';
import { CancelledError, InputError, jsonText, type Verdict } from '@lockstep/base';
import type { RehearsalOptions } from '@lockstep-ci/rehearse';
import type { Call } from '../../command.ts';
import { missingPostgres } from '../../local-database.ts';
import type { OwnReason } from '../../own-reasons.ts';
import { hasProgram } from '../../programs.ts';
import { findRehearse } from './find.ts';
import { rehearsalOf } from './options.ts';

export async function runRehearsal(call: Call): Promise<Verdict> {
  const wish = rehearsalOf(call);
  if (process.platform === 'win32')
    throw new InputError('a rehearsal runs steps with bash, as a runner does: start it in the Linux subsystem (wsl)');
  assertPrograms();
  const { folder, module } = await findRehearse(process.cwd());
  const postgres = postgresHome(call, folder);
  const { terminal } = call;
  const print = (line: string) => (call.json ? terminal.tell(`${line}\n`) : terminal.write(`${line}\n`));
  const isGood = await module.rehearse({ ...wish, postgres, print }).catch((error: unknown) => {
    throw error instanceof module.InputError ? new InputError(error.problems, { cause: error }) : error;
  });
  if (call.signal.aborted) throw new CancelledError('interrupted');
  const verdict = isGood ? 'pass' : 'fail';
  const reason: OwnReason<'rehearse'> = isGood ? 'rehearsed' : 'rehearsal-failed';
  const message = isGood ? 'the last run succeeded' : 'the last run did not succeed';
  if (call.json) terminal.write(jsonText({ command: 'rehearse', verdict, reason, message }));
  else terminal.write(`\n${terminal.paint(verdict, verdict)} rehearse (${reason}): ${message}\n`);
  return verdict;
}

/** What a step is run by, and what a repository is read with. Throws InputError for each that is not there. */
function assertPrograms(): void {
  const missing = Object.entries(PROGRAMS).filter(([name]) => !hasProgram(name));
  if (missing.length > 0) throw new InputError(missing.map(([name, why]) => `${name} is not on the PATH: ${why}`));
}

const PROGRAMS = {
  bash: 'a rehearsal runs the steps of your workflow with it, as a runner does; install it (apt-get install bash, brew install bash)',
  git: 'a rehearsal reads the commits of your repository with it; install it',
};

/** As other commands find it: in the project, else on the machine. */
function postgresHome(call: Call, folder: string): NonNullable<RehearsalOptions['postgres']> {
  const asked = call.text('postgres');
  const major = asked === '' ? {} : { major: Number(asked) };
  const places = [process.cwd(), folder];
  const found = places.map((workspace) => findBinaries({ workspace, ...major })).find((one) => one !== undefined);
  if (found === undefined) throw new InputError(missingPostgres(asked, platformName()));
  const home = dirname(found.bin);
  // npm keeps no links, and the server's user may not come into the folder of a project.
  return { from: existsSync(join(home, 'pg-symlinks.json')) ? 'npm' : 'system', folder: home };
}
