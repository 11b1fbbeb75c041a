import { readAccept } from '@lockstep/action-kit/audit';
import type { Command } from './command.ts';

/** Opens an issue for each incident of a release line, and follows those that are there. */
export const incident: Command = {
  problems: ({ accept, 'acknowledge-within': within }) => [
    ...(within <= 0 ? ['input "acknowledge-within": expected more than 0, such as 1h: no one can be that quick'] : []),
    ...readAccept(accept).problems,
  ],
  run: async (values, shell) => (await import('../follow-incidents.ts')).runIncidents(values, shell),
};
