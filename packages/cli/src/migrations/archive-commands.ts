/** What a person does with archives, in the order in which help lists it. */
export const ARCHIVE_COMMANDS = ['list', 'restore', 'prune', 'extend', 'remove', 'erase'] as const;
export type ArchiveCommand = (typeof ARCHIVE_COMMANDS)[number];
