import type { RoleFacts, Routine, Table, View } from './catalog/types.ts';
import type { Extra } from './extras/finding.ts';
import type { Cell } from './probe/probe-table.ts';
import type { Refusal } from './refuse.ts';
import type { Kinship } from './seed/kinship.ts';

/** What was found about a view, in the eyes of somebody. */
export interface ViewFinding {
  readonly view: View;
  readonly actor: string;
  readonly role: string;
  readonly verb: 'read' | 'change';
  readonly kind: 'leak' | 'apart' | 'failed';
  readonly evidence: string;
}

export interface FunctionFinding {
  readonly routine: Routine;
  readonly actor: string;
  readonly role: string;
  readonly kind: 'leak' | 'apart' | 'failed' | 'not-called' | 'not-callable-here';
  readonly evidence: string;
}

/** An audit table that its own tenant could change. */
export interface AuditTableFinding {
  readonly table: Table;
  readonly actor: string;
  readonly kind: 'leak' | 'kept';
  readonly evidence: string;
}

export interface Audited {
  readonly kind: 'audited';
  readonly cells: readonly Cell[];
  /** Cells of rows of another user in the same tenant. */
  readonly within: readonly Cell[];
  readonly views: readonly ViewFinding[];
  readonly functions: readonly FunctionFinding[];
  readonly auditTables: readonly AuditTableFinding[];
  readonly extras: readonly Extra[];
  readonly notSeeded: readonly { readonly table: Table; readonly why: string }[];
  /** Roles that row-level security does not hold for at all. */
  readonly bypass: readonly { readonly role: string; readonly why: string }[];
  readonly tables: readonly Table[];
  readonly ofNoTenant: readonly string[];
  /** Whether there are policies of private channels that nothing of the intent asks for. */
  readonly messagePolicies: boolean;
  readonly roles: readonly RoleFacts[];
  readonly kinship: Kinship;
}

/** What would be audited; nothing was inserted. */
export interface Planned {
  readonly kind: 'planned';
  readonly tables: readonly string[];
  readonly identities: readonly string[];
}

export type AuditResult =
  | Audited
  | Planned
  | { readonly kind: 'refused'; readonly why: Refusal }
  | { readonly kind: 'locked'; readonly message: string }
  | { readonly kind: 'not-seeded'; readonly table: string; readonly message: string };
