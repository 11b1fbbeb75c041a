import { InputError } from '@lockstep/base';

/** What a person does with archives, in the order in which help lists it. */
export const ARCHIVE_COMMANDS = ['list', 'restore', 'prune', 'extend', 'remove', 'erase'] as const;
export type ArchiveCommand = (typeof ARCHIVE_COMMANDS)[number];

export function archiveCommandOf(text: string): ArchiveCommand {
  const command = ARCHIVE_COMMANDS.find((one) => one === text);
  if (command !== undefined) return command;
  throw new InputError(`COMMAND: expected one of ${ARCHIVE_COMMANDS.join(', ')}, got "${text}"`);
}
