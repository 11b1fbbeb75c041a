import type { Change } from './compare.ts';
import type { State } from './plain.ts';

/** One step that brings a setting back. */
export interface RestoreStep {
  readonly service: string;
  readonly what: string;
  readonly how: RestoreRequest | { readonly kind: 'manual'; readonly setting: string };
  /** Paths of the snapshot that it brings back. */
  readonly paths: readonly string[];
}

export interface RestoreRequest {
  readonly kind: 'request';
  readonly method: 'POST' | 'PUT' | 'PATCH';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Values that no snapshot holds: a person puts them in the place of `$NAME`. */
  readonly values: readonly string[];
}

export interface RestorePlace {
  /** Id or name of the project at Vercel. */
  readonly vercelProject: string;
  readonly vercelTeam: string;
  readonly supabaseRef: string;
  /** `owner/name` */
  readonly repository: string;
}

/** The parts of a service that differ, and what the snapshot has of them. */
export interface Wanted {
  readonly changes: readonly Change[];
  readonly parts: Readonly<Record<string, State>>;
  readonly place: RestorePlace;
}
