import type { Command } from './command.ts';
import { accessReview } from './commands/access-review.ts';
import { add } from './commands/add.ts';
import { adopt } from './commands/adopt.ts';
import { appAudit } from './commands/app-audit.ts';
import { archive } from './commands/archive.ts';
import { backup } from './commands/backup.ts';
import { checks } from './commands/checks.ts';
import { contractCheck } from './commands/contract-check.ts';
import { databaseReport } from './commands/database-report.ts';
import { db } from './commands/db.ts';
import { doctor } from './commands/doctor.ts';
import { down } from './commands/down.ts';
import { downDraft } from './commands/down-draft.ts';
import { edgeAudit } from './commands/edge-audit.ts';
import { errorDrill } from './commands/error-drill.ts';
import { evidence } from './commands/evidence.ts';
import { explain } from './commands/explain.ts';
import { help } from './commands/help.ts';
import { importHistory } from './commands/import.ts';
import { init } from './commands/init.ts';
import { lint } from './commands/lint.ts';
import { newMigration } from './commands/new.ts';
import { plan } from './commands/plan.ts';
import { platform } from './commands/platform.ts';
import { rehearse } from './commands/rehearse.ts';
import { releases } from './commands/releases.ts';
import { repair } from './commands/repair.ts';
import { status } from './commands/status.ts';
import { tenantAudit } from './commands/tenant-audit.ts';
import { up } from './commands/up.ts';
import { verify } from './commands/verify.ts';
import { version } from './commands/version.ts';

/** In the order in which people read of them. */
export const commands: readonly Command[] = [
  init,
  doctor,
  rehearse,
  releases,
  newMigration,
  downDraft,
  lint,
  plan,
  up,
  down,
  status,
  adopt,
  importHistory,
  repair,
  archive,
  verify,
  db,
  accessReview,
  add,
  appAudit,
  backup,
  checks,
  contractCheck,
  databaseReport,
  edgeAudit,
  errorDrill,
  evidence,
  explain,
  platform,
  tenantAudit,
  help,
  version,
];
