import { readAccept } from '@lockstep/action-kit/audit';
import { isPath } from '@lockstep/evidence';
import type { Command } from './command.ts';

const DAY_MS = 86_400_000;

/** Opens an issue for each incident of a release line, and follows those that are there. */
export const incident: Command = {
  problems: ({ accept, 'acknowledge-within': within, postmortems, 'postmortem-within': writtenWithin }) => [
    ...(within <= 0 ? ['input "acknowledge-within": expected more than 0, such as 1h: no one can be that quick'] : []),
    ...(writtenWithin < DAY_MS ? ['input "postmortem-within": expected a day or more, such as 14d; m is minutes'] : []),
    ...(isPath(postmortems)
      ? []
      : ['input "postmortems": expected a folder within the repository, with / and without .., such as docs/postmortems']),
    ...readAccept(accept).problems,
  ],
  run: async (values, shell) => (await import('../follow-incidents.ts')).runIncidents(values, shell),
};
