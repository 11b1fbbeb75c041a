import { pair as accessReview } from './access-review.ts';
import { pair as archive } from './archive.ts';
import { pair as backupCreate } from './backup-create.ts';
import { pair as backupDrill } from './backup-drill.ts';
import { pair as backupRestore } from './backup-restore.ts';
import { pair as backupStatus } from './backup-status.ts';
import { pair as contractCheck } from './contract-check.ts';
import { pair as databaseReport } from './database-report.ts';
import { pair as edgeAudit } from './edge-audit.ts';
import { pair as evidenceRecord } from './evidence-record.ts';
import { pair as evidenceVerify } from './evidence-verify.ts';
import type { Pair } from './pair.ts';
import { pair as platformAudit } from './platform-audit.ts';
import { pair as platformCompare } from './platform-compare.ts';
import { pair as tenantAudit } from './tenant-audit.ts';

/** Each command that does what an action does, with cases that both are asked. */
export const pairs: readonly Pair[] = [
  ...[archive, backupCreate, backupDrill, backupStatus, backupRestore],
  ...[evidenceRecord, evidenceVerify, tenantAudit, accessReview, contractCheck],
  ...[databaseReport, edgeAudit, platformAudit, platformCompare],
];

/** Those whose cases follow one another, by the test that asks both. */
export const pairedElsewhere: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['plan', 'up', 'down', 'status', 'adopt', 'repair', 'lint', 'verify'].map((name) => [
      name,
      'packages/cli/test/migrations.test.ts',
    ]),
  ),
  import: 'packages/cli/test/import.test.ts',
  'evidence collect': 'packages/cli/test/evidence-report.test.ts',
  'evidence report': 'packages/cli/test/evidence-report.test.ts',
  'evidence documents': 'packages/cli/test/evidence-same.test.ts',
  'evidence status': 'packages/cli/test/evidence-same.test.ts',
  'evidence incident': 'packages/cli/test/evidence-same.test.ts',
  'evidence error-budget': 'packages/cli/test/evidence-same.test.ts',
};

/** Those that no action does, each with the reason. */
export const alone: Readonly<Record<string, string>> = {
  init: 'it writes what workflows are made of',
  doctor: 'it looks at settings that a workflow may not read',
  rehearse: 'it runs workflows',
  releases: 'it shows the ledger, and judges nothing that a step waits for',
  new: 'it writes files',
  'down-draft': 'it writes files',
  db: 'it starts a server for a person',
  add: 'it writes files',
  'app-audit': 'no action reads the sources of an app',
  'backup runbook': 'it writes a file; the drill of the action writes the same one',
  checks: 'it shows what another one found',
  'error-drill': 'the audit of the platform looks for what came of it',
  explain: 'it shows a text',
  'platform init': 'it writes a file',
  'platform snapshot': 'it writes a file; the action writes the same one',
  'platform restore-plan': 'it shows commands; the action writes the same ones',
  help: 'it shows a text',
  version: 'it shows a text',
};
