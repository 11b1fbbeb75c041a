import { isPath } from '@lockstep/evidence';
import type { IncidentValues } from './incidents.ts';

const DAY_MS = 86_400_000;

/** What cannot be meant, as far as it can be seen without asking. */
export function incidentProblems(
  values: Pick<IncidentValues, 'acknowledge-within' | 'postmortem-within' | 'postmortems'>,
): readonly string[] {
  return [
    ...(values['acknowledge-within'] <= 0
      ? ['input "acknowledge-within": expected more than 0, such as 1h: no one can be that quick']
      : []),
    ...(values['postmortem-within'] < DAY_MS
      ? ['input "postmortem-within": expected a day or more, such as 14d; m is minutes']
      : []),
    ...(isPath(values.postmortems)
      ? []
      : [
          'input "postmortems": expected a folder within the repository, with / and without .., such as docs/postmortems',
        ]),
  ];
}
