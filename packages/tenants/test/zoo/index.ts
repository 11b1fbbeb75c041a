import type { Animal } from './animal.ts';
import { auditTableCleaned } from './audit-table-cleaned.ts';
import { auditTableTruncated } from './audit-table-truncated.ts';
import { childUnderForeignParent } from './child-under-foreign-parent.ts';
import { columnGrants } from './column-grants.ts';
import { deleteBehindReference } from './delete-behind-reference.ts';
import { deleteTrue } from './delete-true.ts';
import { functionById } from './function-by-id.ts';
import { functionByNumber } from './function-by-number.ts';
import { functionCounts } from './function-counts.ts';
import { functionExistence } from './function-existence.ts';
import { functionTakesTenant } from './function-takes-tenant.ts';
import { grandchild } from './grandchild.ts';
import { inheritance } from './inheritance.ts';
import { insertTrue } from './insert-true.ts';
import { joinAnyTenant } from './join-any-tenant.ts';
import { materializedView } from './materialized-view.ts';
import { memberList } from './member-list.ts';
import { notDeclaredPublic } from './not-declared-public.ts';
import { ownerWithoutForce } from './owner-without-force.ts';
import { partitionAddressed } from './partition-addressed.ts';
import { policyComparesItself } from './policy-compares-itself.ts';
import { policyForAll } from './policy-for-all.ts';
import { policyOfAParentRole } from './policy-of-a-parent-role.ts';
import { publicButWritable } from './public-but-writable.ts';
import { restrictiveAlone } from './restrictive-alone.ts';
import { rowsOfAColleague } from './rows-of-a-colleague.ts';
import { settingEmpty } from './setting-empty.ts';
import { tenantRenamed } from './tenant-renamed.ts';
import { triggerCopies } from './trigger-copies.ts';
import { updateTrue } from './update-true.ts';
import { viewOfACount } from './view-of-a-count.ts';
import { viewOnView } from './view-on-view.ts';
import { viewWritable } from './view-writable.ts';

export const zoo: readonly Animal[] = [
  auditTableCleaned,
  auditTableTruncated,
  childUnderForeignParent,
  columnGrants,
  deleteBehindReference,
  deleteTrue,
  functionById,
  functionByNumber,
  functionCounts,
  functionExistence,
  functionTakesTenant,
  grandchild,
  inheritance,
  insertTrue,
  joinAnyTenant,
  materializedView,
  memberList,
  notDeclaredPublic,
  ownerWithoutForce,
  partitionAddressed,
  policyComparesItself,
  policyForAll,
  policyOfAParentRole,
  publicButWritable,
  restrictiveAlone,
  rowsOfAColleague,
  settingEmpty,
  tenantRenamed,
  triggerCopies,
  updateTrue,
  viewOfACount,
  viewOnView,
  viewWritable,
];
