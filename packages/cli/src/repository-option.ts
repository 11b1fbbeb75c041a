import type { CommandOption } from './command.ts';

/** The option by which a command is given the repository, where git does not know it. */
export const repositoryOption: CommandOption = {
  name: 'repository',
  value: 'OWNER/NAME',
  meaning: 'the repository, instead of asking git; or GITHUB_REPOSITORY',
};
