import { artifactPlace } from '@lockstep/action-kit/evidence/artifact-place';
import { trustedBranches } from '@lockstep/action-kit/evidence/trusted-branches';
import { githubClient } from '@lockstep/action-kit/github';
import { readServices, servicesOf } from '@lockstep/action-kit/services-of';
import type { Shell } from '@lockstep/action-shell';
import { count, nameSome } from '@lockstep/base';
import {
  accessEntries,
  gatherReports,
  type IdOf,
  type Line,
  ledgerEntries,
  migrationEntries,
  reportEntries,
  soundEntries,
  type TrailEntry,
} from '@lockstep/evidence';
import {
  believeMigrated,
  type GitHub,
  type LedgerHistory,
  type LedgerKey,
  type LedgerSource,
  readHistory,
  readMigrated,
  readPerson,
  showKey,
} from '@lockstep/github';
import type { Inputs } from './inputs.ts';

/** So many releases of all services together, and reports of each audit, are read at most. */
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
  const lines = await readServices(services, MOST_RELEASES, async (service, most) => {
    const line = await lineOf(source, { environment, service }, { fromMs, most }, (problem) =>
      shell.log.warning(problem),
    );
    return { found: line, records: Math.max(line.releases.length, line.swaps.length) };
  });
  const logins = lines
    .flatMap(({ earlier, releases }) => [...releases, ...earlier])
    .flatMap(({ actor, approval }) => [actor, ...(approval === undefined ? [] : [approval.by])]);
  const idOf = await idsOf(github, logins);
  const reports = await gatherReports(artifactPlace(github), {
    branches: await trustedBranches(values, github),
    fromMs,
    most: MOST_REPORTS,
    log: shell.log,
  });
  for (const note of reports.notes) shell.log.info(note);
  if (reports.unread !== undefined) shell.log.warning(`not all reports were found: ${reports.unread}`);
  for (const { file, why } of reports.broken) shell.log.warning(`${file} is not recorded: ${why}`);
  const { entries, left } = soundEntries(
    [
      ...lines.flatMap(({ earlier, ...line }) => [
        ...ledgerEntries({ ...line, releases: [...line.releases, ...earlier] }, idOf),
        // What lies before these is not known: from one of long ago to the next, several may have come.
        ...migrationEntries(line),
      ]),
      ...reportEntries(reports.lists),
      ...accessEntries(reports.lists),
    ].sort((a, b) => Date.parse(a.happenedAt) - Date.parse(b.happenedAt)),
  );
  for (const line of left) shell.log.warning(line);
  return entries;
}

/** A line of the ledger, with the migrations that its releases themselves wrote. */
async function lineOf(
  source: LedgerSource,
  key: LedgerKey,
  span: { readonly fromMs: number; readonly most: number },
  warn: (problem: string) => void,
): Promise<Line & Pick<LedgerHistory, 'earlier'>> {
  const history = await readHistory(source, key, span);
  if (!history.isWhole) warn(`of the ledger of ${showKey(key)} only the newest ${span.most} were read`);
  const { isWhole, records } = await readMigrated(source, key, { fromMs: span.fromMs });
  if (!isWhole) warn(`only the newest ${records.length} records of migrations of ${showKey(key)} were read`);
  const { migrated, refused } = believeMigrated(records, history.releases);
  for (const why of new Set(refused.map((one) => one.why))) {
    const all = refused.filter((one) => one.why === why).map(({ record }) => String(record));
    const names = `${count(all.length, 'deployment')} ${nameSome(all, 5)}`;
    warn(`${names}, with migrations of ${showKey(key)}, not recorded: ${why}. Find out which workflow wrote that`);
  }
  return { ...key, ...history, migrated };
}

async function idsOf(github: GitHub, logins: readonly string[]): Promise<IdOf> {
  const ids = new Map<string, number | null>();
  for (const login of new Set(logins.filter((one) => one !== ''))) {
    const { id, isBot } = await readPerson(github, login);
    ids.set(login, isBot ? null : (id ?? null));
  }
  return (login) => ids.get(login) ?? null;
}
