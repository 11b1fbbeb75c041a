import type { Rule } from '../rule.ts';
import { allowsNull } from './allows-null.ts';
import { alterTableRules } from './alter-table.ts';
import { blockingRules } from './blocking.ts';
import { changesServer } from './changes-server.ts';
import { defaultRights } from './default-rights.ts';
import { destroysWhenCalled } from './destroys-when-called.ts';
import { notArchivable } from './not-archivable.ts';
import { notSql } from './not-sql.ts';
import { opensRights } from './opens-rights.ts';
import { opensRows } from './opens-rows.ts';
import { ownerChanges } from './owner-changes.ts';
import { policyAlwaysTrue } from './policy-always-true.ts';
import { policyAuthRules } from './policy-auth.ts';
import { policyWithoutIndex } from './policy-index.ts';
import { rewritesQueries } from './rewrites-queries.ts';
import { runsPrograms } from './runs-programs.ts';
import { safetyRules } from './safety.ts';
import { sequenceSetBack } from './sequence-set-back.ts';
import { supabaseRules } from './supabase.ts';
import { triggerLost } from './trigger-lost.ts';
import { triggersOff } from './triggers-off.ts';
import { unseenCode } from './unseen-code.ts';
import { vacuumOff } from './vacuum-off.ts';
import { writesCatalog } from './writes-catalog.ts';

/** Every rule about a statement. */
export const rules: readonly Rule[] = [
  notSql,
  ...alterTableRules,
  ...blockingRules,
  ...safetyRules,
  opensRights,
  opensRows,
  policyAlwaysTrue,
  ...policyAuthRules,
  policyWithoutIndex,
  ...supabaseRules,
  defaultRights,
  ownerChanges,
  allowsNull,
  triggerLost,
  triggersOff,
  rewritesQueries,
  sequenceSetBack,
  notArchivable,
  destroysWhenCalled,
  unseenCode,
  writesCatalog,
  changesServer,
  runsPrograms,
  vacuumOff,
];
