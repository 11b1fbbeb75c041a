import type { Verdict } from '@lockstep/base';
import type { TrailEvent } from '../trail/record.ts';

/** Something that can show that a control works. */
export type EvidenceSource =
  /** Checks of a report (`checks.json`) by a tool of ours; `ids` with `*` for anything. */
  | { readonly kind: 'checks'; readonly tool: string; readonly ids: readonly string[]; readonly maxAgeMs: number }
  /** A record of the audit trail. */
  | { readonly kind: 'record'; readonly event: TrailEvent; readonly subject: string; readonly maxAgeMs: number }
  /** The newest run of a workflow that ended, by the name of its file: it has to have succeeded. */
  | { readonly kind: 'workflow'; readonly workflow: string; readonly maxAgeMs: number }
  /** A file that a person wrote and somebody reviewed. */
  | { readonly kind: 'document'; readonly file: string; readonly maxAgeMs: number }
  /** Somebody else's word, with its end: a certificate, an agreement. */
  | { readonly kind: 'attestation'; readonly file: string; readonly until: string };

export interface Control {
  /** `hipaa-164.308-a-7-ii-a`. */
  readonly id: string;
  readonly framework: string;
  readonly title: string;
  /** All of them are needed. */
  readonly evidence: readonly EvidenceSource[];
  /** Why nothing is collected for it; '' where something is. */
  readonly notCollected: string;
}

/** A person's decision that a control may be without current evidence for a time. */
export interface ControlException {
  readonly control: string;
  readonly reason: string;
  /** The numeric id of the person. */
  readonly owner: number;
  /** ISO 8601 day; it ends at the end of that day in UTC. */
  readonly until: string;
  /** Of the file with the map. */
  readonly line: number;
}

export interface ControlMap {
  readonly controls: readonly Control[];
  readonly exceptions: readonly ControlException[];
}

/** How the evidence of a control stands. */
export type RowState =
  /** All of it is there, young enough, and says pass. */
  | 'current'
  /** Some of it says fail or unknown. */
  | 'failing'
  /** Some of it is too old, or its time is over. */
  | 'stale'
  /** Some of it is not there. */
  | 'missing'
  /** The map says why nothing is collected. */
  | 'not-collected';

/** One source of one control, as it was found. */
export interface EvidenceRow {
  readonly source: EvidenceSource;
  readonly state: Exclude<RowState, 'not-collected'>;
  readonly verdict: Verdict | null;
  /** Where it is; '' where it is not there. */
  readonly file: string;
  /** SHA-256 in hex of that file; '' where it is not there. */
  readonly digest: string;
  readonly ageMs: number | null;
  /** The address of the run that made it. */
  readonly run: string | null;
  /** In one line, why it has this state. */
  readonly because: string;
}

export interface ControlRow {
  readonly control: Control;
  readonly state: RowState;
  readonly rows: readonly EvidenceRow[];
  readonly exception: ControlException | undefined;
}

export interface ControlReport {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly rows: readonly ControlRow[];
  /** Controls with current evidence, of all. */
  readonly current: number;
  /** Exceptions that excuse nothing. */
  readonly idle: readonly IdleException[];
}

export interface IdleException extends ControlException {
  /** Its end is over, or its control has current evidence. */
  readonly why: 'over' | 'not-needed';
}
