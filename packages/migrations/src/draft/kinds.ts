import type { Kind } from './item.ts';
import { eventTrigger, extension, publication, published_table, schema } from './kinds/containers.ts';
import { constraint, index, policy, rule, statistics, trigger } from './kinds/on-tables.ts';
import { defaultRights, grants } from './kinds/rights.ts';
import { rare, routine } from './kinds/routines.ts';
import { comment, owner, replicaIdentity, rowSecurity } from './kinds/settings.ts';
import { column, table } from './kinds/tables.ts';
import { composite, domain, enumeration, range } from './kinds/types.ts';
import { materializedView, ownedBy, sequence, view } from './kinds/views.ts';

/** All kinds, in the order in which they are created where nothing else decides; dropped in the other order. */
export const KINDS: readonly Kind[] = [
  ...[schema, extension, enumeration, domain, range, composite, sequence],
  ...[rare, table, column, routine, constraint, index, statistics, view, materializedView],
  ...[rule, trigger, policy, publication, published_table, eventTrigger],
  // Settings.
  ...[ownedBy, owner, rowSecurity, replicaIdentity, grants, defaultRights, comment],
];
