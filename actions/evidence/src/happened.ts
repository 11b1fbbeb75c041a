import { artifactPlace } from '@lockstep/action-kit/evidence/artifact-place';
import { trustedBranches } from '@lockstep/action-kit/evidence/trusted-branches';
import { githubClient } from '@lockstep/action-kit/github';
import { servicesOf } from '@lockstep/action-kit/services-of';
import type { Shell } from '@lockstep/action-shell';
import {
  accessEntries,
  gatherReports,
  type IdOf,
  type Line,
  ledgerEntries,
  migrationEntries,
  reportEntries,
  type TrailEntry,
} from '@lockstep/evidence';
import { type GitHub, readHistory, readMigrated, readPerson, showKey } from '@lockstep/github';
import type { Inputs } from './inputs.ts';

/** So many releases, and reports of each audit, are read at most. */
const MOST_RELEASES = 300;
const MOST_REPORTS = 10;

/** What happened lately, by the ledger and by the reports that runs kept. */
export async function happenedLately(values: Inputs, shell: Shell): Promise<readonly TrailEntry[]> {
  const github = githubClient(values, shell);
  const nowMs = shell.clock.now();
  const fromMs = nowMs - values['look-back'];
  const source = { github, creator: values['ledger-creator'] };
  const { environment } = values;
  const services = await servicesOf(github, { ...source, environment, service: values.service, fromMs });
  const lines: Line[] = [];
  for (const service of services) {
    const history = await readHistory(source, { environment, service }, { fromMs, most: MOST_RELEASES });
    if (!history.isWhole)
      shell.log.warning(
        `only the newest ${MOST_RELEASES} records of the ledger of ${showKey({ environment, service })} were read`,
      );
    const migrated = await readMigrated(source, { environment, service }, { fromMs, most: MOST_RELEASES });
    lines.push({ environment, service, ...history, migrated });
  }
  const logins = lines
    .flatMap(({ releases }) => releases)
    .flatMap(({ actor, approval }) => [actor, ...(approval === undefined ? [] : [approval.by])]);
  const idOf = await idsOf(github, logins);
  const reports = await gatherReports(artifactPlace(github), {
    branches: await trustedBranches(values, github),
    fromMs,
    most: MOST_REPORTS,
    log: shell.log,
  });
  for (const note of reports.notes) shell.log.info(note);
  for (const { file, why } of reports.broken) shell.log.warning(`${file} is not recorded: ${why}`);
  return [
    ...lines.flatMap((line) => [...ledgerEntries(line, idOf), ...migrationEntries(line)]),
    ...reportEntries(reports.lists),
    ...accessEntries(reports.lists),
  ].sort((a, b) => Date.parse(a.happenedAt) - Date.parse(b.happenedAt));
}

async function idsOf(github: GitHub, logins: readonly string[]): Promise<IdOf> {
  const ids = new Map<string, number | null>();
  for (const login of new Set(logins.filter((one) => one !== ''))) {
    const { id, isBot } = await readPerson(github, login);
    ids.set(login, isBot ? null : (id ?? null));
  }
  return (login) => ids.get(login) ?? null;
}
