import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, jest } from '@jest/globals';
import { borrowPostgres } from '@lockstep/proving-ground/postgres';
import { type Site, seat } from './consumers.ts';
import { rare } from './sampled.ts';
import { useStage } from './stage.ts';
import { checks, logs, runWorkflowOf } from './team.ts';

jest.setTimeout(240_000);
const stage = useStage();

/** Copies the artifact of the report to a folder of the test. */
const take = (folder: string) => `
  take:
    needs: audit
    if: always()
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions: {}
    steps:
      - uses: actions/download-artifact@37930b1c2abaa49bbe596cd826c3c89aef350131 # v7.0.0
        with: { name: lockstep-database-report, path: got }
      - run: rm -rf ${folder} && cp -r got ${folder}
`;

/** Runs the workflow of the schedule; gives what ended how, the issues, and the verdict of each check. */
async function scheduled(shop: Site, url: string, inputs: Readonly<Record<string, string>> = {}) {
  const { github, root } = shop.consumer;
  const folder = join(stage.ground.scope.folder('database-report-'), 'got');
  seat(shop, { expect: 'any', checks: 'header-claims', 'database-report': 'require', ...inputs });
  const workflow = '.github/workflows/lockstep-audit.yml';
  appendFileSync(join(root, workflow), take(folder));
  const sha = shop.consumer.commit('Audit');
  const run = await runWorkflowOf(shop, { sha, workflow, secrets: { ...shop.secrets, DATABASE_URL: url } });
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const verdicts = () =>
    (JSON.parse(read('checks.json')).checks as { id: string; verdict: string }[]).map(
      ({ id, verdict }) => `${id} ${verdict}`,
    );
  const issues = github.state.issues.map(({ state, title }) => `${state}: ${title}`);
  return { run, checks: checks(run), issues, read, verdicts };
}

rare('the scheduled report compares with the snapshot that the run before kept', async () => {
  const { shop } = await stage.liveTeam('full');
  const postgres = await borrowPostgres(stage.ground.scope, {
    settings: { shared_preload_libraries: 'pg_stat_statements' },
  });
  const url = await postgres.createDatabase('reported');
  await postgres.query('create extension pg_stat_statements', [], 'reported');

  const first = await scheduled(shop, url);
  expect(first.checks).toEqual(expect.arrayContaining(['Audit / Database: success', 'take: success']));
  expect(logs(first.run)).toContain('left no snapshot, so nothing is compared');
  expect(first.verdicts()).not.toContain('new-statements pass');
  expect(first.issues).toEqual([]);

  // Something new takes most of the time.
  for (let turn = 0; turn < 60; turn++) await postgres.query("select pg_sleep(0.01), 'Ann'", [], 'reported');
  const second = await scheduled(shop, url);
  expect(second.checks).toContain('Audit / Database: failure');
  expect(second.verdicts()).toContain('new-statements fail');
  expect(second.issues).toHaveLength(1);
  expect(second.issues[0]).toMatch(/^open: .*database report/i);
  // No text of a statement leaves the database, and no connection string.
  const kept = second.read('checks.json') + second.read('statements.json') + logs(second.run);
  expect(kept).not.toMatch(/pg_sleep|Ann\b/);
  expect(kept).not.toContain(url);

  // The run that failed left a snapshot too, in which the statement is known.
  const third = await scheduled(shop, url);
  expect(third.checks).toContain('Audit / Database: success');
  expect(third.verdicts()).toContain('new-statements pass');
  expect(third.issues[0]).toMatch(/^closed: /);

  // A database that does not count statements is not a pass, and leaves nothing to compare with.
  const blind = await scheduled(shop, await postgres.createDatabase('blind'));
  expect(blind.checks).toContain('Audit / Database: failure');
  expect(blind.issues.at(-1)).toMatch(/^open: /);
  const reported = await scheduled(shop, url, { 'database-report': 'report', 'slow-statement': '1ms' });
  expect(reported.checks).toContain('Audit / Database: success');
  expect(reported.verdicts()).toContain('slow-statements fail');
  expect(reported.issues.at(-1)).toMatch(/^open: /);
});
