import type { Condition, MeasuredPlace } from '../conditions/condition.ts';

/** Which build a metric is about; `window` where its source cannot tell builds apart. */
export const subjects = ['candidate', 'baseline', 'window'] as const;
export type MetricSubject = (typeof subjects)[number];

/** Part of time, in milliseconds since the epoch. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const buildNames = ['deployment', 'commit'] as const;
export type BuildName = (typeof buildNames)[number];

/** What a build is called in the labels of a source. */
export type BuildNames = Readonly<Record<BuildName, string | undefined>>;

/** What a source answered. Holds numbers and our own words, never a text of the source. */
export type Measurement =
  | {
      readonly kind: 'value';
      readonly value: number;
      /** How many events it is of, where the source says so. */
      readonly samples?: number | undefined;
      /** When the newest data in it is from, where the source says so. */
      readonly newestAt?: number | undefined;
      /** When its window began, where the source says so. */
      readonly from?: number | undefined;
      /** The same value before the swap, where the source knows it itself. */
      readonly baseline?: number | undefined;
      /** What the number stands for: `statement 42: 3 ms, was 1 ms`. */
      readonly detail?: string | undefined;
    }
  | {
      readonly kind: 'counts';
      readonly bad: number;
      readonly all: number;
      readonly newestAt?: number | undefined;
    }
  | { readonly kind: 'empty'; readonly what: string }
  /** Something that no later reading changes: a plan, a permission, an extension. */
  | { readonly kind: 'not-available'; readonly what: string }
  | { readonly kind: 'error'; readonly what: string };

/** One query of one metric, ready to be asked. */
export interface MetricSource {
  /** Asks once. Never throws for what the source does; throws the signal's reason. */
  measure(span: Span, build: BuildNames, signal: AbortSignal): Promise<Measurement>;
  /** By what the query names the build it is about; nothing where it does not. */
  readonly names: readonly BuildName[];
  /** Whether it can be asked about a time before the swap. */
  readonly looksBack: boolean;
  /** Whether its answers bring a baseline of their own. */
  readonly ownBaseline: boolean;
  /** Whether it counts bad events of all events, so that a test of counts can judge it. */
  readonly counts: boolean;
  /** Whether its answers say of how many events they are. */
  readonly countsSamples: boolean;
  /** Whether its value is a share, from 0 to 1. */
  readonly isShare: boolean;
  /** Whether what is asked depends on the window: where nothing names it, a length of it has no effect. */
  readonly asksWindow: boolean;
  /** The shortest time about which it has an answer for certain. */
  readonly leastMs: number;
  /** The longest time that the query itself reaches back, whatever it is asked about: `[5m]`. */
  readonly reachMs: number;
  /** How long data takes until it can be read, unless the caller says otherwise. */
  readonly usualDelayMs: number;
  /** Reads what has to be read when the watch begins. */
  begin?(signal: AbortSignal): Promise<void>;
  close?(): Promise<void>;
}

export interface Metric {
  readonly name: string;
  readonly provider: string;
  readonly about: MetricSubject;
  readonly source: MetricSource;
  /** What a reading has to meet to pass. */
  readonly success: Condition | undefined;
  /** What a reading that is met by fails. */
  readonly failure: Condition | undefined;
  /** How many times the baseline's rate of bad events has to be found; undefined where no test is asked for. */
  readonly detect: number | undefined;
  /** Rates below it are not worth a test. */
  readonly floor: number;
  /** How far back the test looks for the usual rate. */
  readonly historyMs: number;
  /** What the baseline of a candidate is: the same minutes of the other build, or the time before the swap. */
  readonly baseline: 'before' | 'same-time';
  readonly intervalMs: number;
  readonly delayMs: number;
  /** Length of the window; undefined where it grows from the swap on. */
  readonly windowMs: number | undefined;
  readonly minSamples: number;
  /** Failed readings in a row that are tolerated. */
  readonly failureLimit: number;
  /** Measurement errors in a row that are tolerated. */
  readonly errorLimit: number;
  /** Whether it decides; else it is advisory. */
  readonly critical: boolean;
}

export function usesRatio(metric: Pick<Metric, 'success' | 'failure'>): boolean {
  return uses(metric, 'RATIO');
}

/** Whether a condition of the metric is on that place. */
export function uses({ success, failure }: Pick<Metric, 'success' | 'failure'>, place: MeasuredPlace): boolean {
  return [success, failure].some((condition) => condition?.left.place === place);
}
