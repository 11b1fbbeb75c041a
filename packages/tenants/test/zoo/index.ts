import type { Animal } from './animal.ts';
import { anonReads } from './anon-reads.ts';
import { auditTableCleaned } from './audit-table-cleaned.ts';
import { auditTableTruncated } from './audit-table-truncated.ts';
import { bypassrlsRole } from './bypassrls-role.ts';
import { cascadeAcross } from './cascade-across.ts';
import { childUnderForeignParent } from './child-under-foreign-parent.ts';
import { columnGrants } from './column-grants.ts';
import { computedField } from './computed-field.ts';
import { defaultOfAnother } from './default-of-another.ts';
import { defaultPrivileges } from './default-privileges.ts';
import { definerTrigger } from './definer-trigger.ts';
import { deleteBehindReference } from './delete-behind-reference.ts';
import { deleteTrue } from './delete-true.ts';
import { functionById } from './function-by-id.ts';
import { functionByNumber } from './function-by-number.ts';
import { functionCounts } from './function-counts.ts';
import { functionExistence } from './function-existence.ts';
import { functionOverPrivateSchema } from './function-over-private-schema.ts';
import { functionSearchPath } from './function-search-path.ts';
import { functionTakesTenant } from './function-takes-tenant.ts';
import { generatedColumn } from './generated-column.ts';
import { grandchild } from './grandchild.ts';
import { inheritance } from './inheritance.ts';
import { insertTrue } from './insert-true.ts';
import { joinAnyTenant } from './join-any-tenant.ts';
import { materializedView } from './materialized-view.ts';
import { memberList } from './member-list.ts';
import { membershipEnded } from './membership-ended.ts';
import { membershipPending } from './membership-pending.ts';
import { missingClaim } from './missing-claim.ts';
import { moveWithWhereHidden } from './move-with-where-hidden.ts';
import { notDeclaredPublic } from './not-declared-public.ts';
import { ownRole } from './own-role.ts';
import { ownerWithoutForce } from './owner-without-force.ts';
import { partitionAddressed } from './partition-addressed.ts';
import { partitionInserted } from './partition-inserted.ts';
import { partitionWithoutPolicies } from './partition-without-policies.ts';
import { patientBecomesAdmin } from './patient-becomes-admin.ts';
import { patientSeesOthers } from './patient-sees-others.ts';
import { patientWritesForOthers } from './patient-writes-for-others.ts';
import { policyComparesItself } from './policy-compares-itself.ts';
import { policyForAll } from './policy-for-all.ts';
import { policyOfAParentRole } from './policy-of-a-parent-role.ts';
import { policyOfTheWrongRole } from './policy-of-the-wrong-role.ts';
import { privateChannel } from './private-channel.ts';
import { publicButWritable } from './public-but-writable.ts';
import { realtimeDeletes } from './realtime-deletes.ts';
import { realtimeWithoutPolicies } from './realtime-without-policies.ts';
import { resolvesLikeGraphql } from './resolves-like-graphql.ts';
import { restrictiveAlone } from './restrictive-alone.ts';
import { rowsOfAColleague } from './rows-of-a-colleague.ts';
import { rowsShownWhenPublished } from './rows-shown-when-published.ts';
import { ruleDeletes } from './rule-deletes.ts';
import { runsAnyQuery } from './runs-any-query.ts';
import { schemaCreate } from './schema-create.ts';
import { sequenceShared } from './sequence-shared.ts';
import { settingEmpty } from './setting-empty.ts';
import { storageFolderOfAUser } from './storage-folder-of-a-user.ts';
import { storageOneBucketOpen } from './storage-one-bucket-open.ts';
import { tenantRenamed } from './tenant-renamed.ts';
import { triggerAndMoveAtOnce } from './trigger-and-move-at-once.ts';
import { triggerCopies } from './trigger-copies.ts';
import { triggerCopiesAcross } from './trigger-copies-across.ts';
import { twoPoliciesAtOnce } from './two-policies-at-once.ts';
import { uniqueOracle } from './unique-oracle.ts';
import { updateTrue } from './update-true.ts';
import { upsert } from './upsert.ts';
import { userMetadataClaim } from './user-metadata-claim.ts';
import { userMetadataRole } from './user-metadata-role.ts';
import { viewAndFunctionAtOnce } from './view-and-function-at-once.ts';
import { viewInsert } from './view-insert.ts';
import { viewOfACount } from './view-of-a-count.ts';
import { viewOfASequence } from './view-of-a-sequence.ts';
import { viewOnView } from './view-on-view.ts';
import { viewOverUsers } from './view-over-users.ts';
import { viewWritable } from './view-writable.ts';
import { withoutAToken } from './without-a-token.ts';

export const zoo: readonly Animal[] = [
  anonReads,
  auditTableCleaned,
  auditTableTruncated,
  bypassrlsRole,
  cascadeAcross,
  childUnderForeignParent,
  columnGrants,
  computedField,
  defaultPrivileges,
  definerTrigger,
  deleteBehindReference,
  deleteTrue,
  functionById,
  functionByNumber,
  functionCounts,
  functionExistence,
  functionSearchPath,
  functionTakesTenant,
  generatedColumn,
  grandchild,
  inheritance,
  insertTrue,
  joinAnyTenant,
  materializedView,
  memberList,
  moveWithWhereHidden,
  notDeclaredPublic,
  ownerWithoutForce,
  partitionAddressed,
  partitionInserted,
  partitionWithoutPolicies,
  patientBecomesAdmin,
  patientSeesOthers,
  patientWritesForOthers,
  policyComparesItself,
  policyForAll,
  policyOfAParentRole,
  policyOfTheWrongRole,
  publicButWritable,
  realtimeDeletes,
  realtimeWithoutPolicies,
  resolvesLikeGraphql,
  restrictiveAlone,
  rowsOfAColleague,
  runsAnyQuery,
  sequenceShared,
  settingEmpty,
  storageOneBucketOpen,
  tenantRenamed,
  triggerAndMoveAtOnce,
  triggerCopies,
  triggerCopiesAcross,
  twoPoliciesAtOnce,
  uniqueOracle,
  updateTrue,
  upsert,
  userMetadataClaim,
  userMetadataRole,
  viewAndFunctionAtOnce,
  viewInsert,
  viewOfACount,
  viewOfASequence,
  viewOnView,
  viewOverUsers,
  viewWritable,
  functionOverPrivateSchema,
  membershipEnded,
  membershipPending,
  missingClaim,
  ownRole,
  privateChannel,
  ruleDeletes,
  storageFolderOfAUser,
  rowsShownWhenPublished,
  schemaCreate,
  defaultOfAnother,
  withoutAToken,
];
