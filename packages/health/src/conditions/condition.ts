/** What a condition on an answer may look at. */
export const places = ['STATUS', 'RESPONSE_TIME', 'CERTIFICATE_EXPIRATION', 'BODY', 'HEADER'] as const;
/** What a condition on a metric may look at: the value, its ratio to the baseline's, how many samples it is of. */
export const measuredPlaces = ['VALUE', 'RATIO', 'SAMPLES'] as const;
export type MeasuredPlace = (typeof measuredPlaces)[number];
export type ConditionPlace = (typeof places)[number] | MeasuredPlace;

/** Something that has a value once there is an answer. */
export interface Reference {
  readonly kind: 'place' | 'len' | 'has';
  readonly place: ConditionPlace;
  /** Keys and indexes below the place, outermost first. */
  readonly path: readonly string[];
}

export type Literal =
  | { readonly kind: 'value'; readonly value: number | string | boolean | null }
  /** Text with `*` for any run of characters. */
  | { readonly kind: 'pattern'; readonly pattern: string };

export type Operator = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** One line of the caller's: `left operator right`, where one of several rights is enough. */
export interface Condition {
  /** As it was written. */
  readonly source: string;
  readonly left: Reference;
  readonly operator: Operator;
  readonly right: readonly Literal[];
}
