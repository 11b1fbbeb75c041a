import type { Command } from './command.ts';

/** Opens an issue for each incident of a release line, and follows those that are there. */
export const incident: Command = {
  problems: () => [],
  run: async (values, shell) => (await import('../follow-incidents.ts')).runIncidents(values, shell),
};
