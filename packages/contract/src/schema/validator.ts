import { describe, yamlReason } from '@lockstep/base';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Json } from '../contract.ts';
import { publicKey } from './public-key.ts';

/** What a value is, held against its schema. Problems name places and types, never a value. */
export type Validity =
  | { readonly kind: 'valid' }
  | { readonly kind: 'invalid'; readonly problems: readonly string[] }
  /** The schema itself cannot be used. */
  | { readonly kind: 'unusable'; readonly why: string };

export interface Validator {
  /** @param pointer of the schema in the document: `#/…` */
  readonly validate: (pointer: string, value: Json) => Validity;
}

const BASE = 'contract:/document';
/** More differences of one answer say nothing new. */
const MOST_PROBLEMS = 5;

/** Holds values against the schemas of one document (JSON Schema 2020-12, formats included). */
export function createValidator(document: Json): Validator {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    validateSchema: false,
    validateFormats: true,
    logger: false,
    code: { regExp: Object.assign(regExp, { code: 'new RegExp' }) },
  });
  addFormats.default(ajv);
  const compiled = new Map<string, ValidateFunction | string>();
  let added = false;
  const compile = (pointer: string): ValidateFunction | string => {
    try {
      if (!added) ajv.addSchema(document as object, BASE);
      added = true;
      return ajv.compile({ $ref: `${BASE}${pointer}` });
    } catch (error) {
      return yamlReason(describe(error));
    }
  };
  return {
    validate: (pointer, value) => {
      const known = compiled.get(pointer) ?? compile(pointer);
      compiled.set(pointer, known);
      if (typeof known === 'string') return { kind: 'unusable', why: known };
      try {
        if (known(value)) return { kind: 'valid' };
      } catch (error) {
        // A reference in a circle, or a body that is nested deeper than any judge can go.
        if (error instanceof RangeError)
          return { kind: 'unusable', why: 'the schema or the body is nested too deeply' };
        throw error;
      }
      return { kind: 'invalid', problems: problemsOf(known.errors ?? []) };
    },
  };
}

/** JSON Schema means Unicode; documents of the field have patterns that only the older way of reading understands. */
function regExp(pattern: string, flags: string): RegExp {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return new RegExp(pattern, flags.replace('u', ''));
  }
}

/** Each place once, deepest first: of a union that nothing fits, the innermost difference says most. */
function problemsOf(errors: readonly ErrorObject[]): readonly string[] {
  const depth = (error: ErrorObject) => error.instancePath.split('/').length;
  const sorted = [...errors].sort((a, b) => depth(b) - depth(a));
  const lines = new Set(sorted.map((error) => `${placeIn(error.instancePath)} ${ruleOf(error)}`));
  const all = [...lines];
  const rest = all.length - MOST_PROBLEMS;
  return rest > 0 ? [...all.slice(0, MOST_PROBLEMS), `and ${rest} more`] : all;
}

/** A place in a body: `/items/0/name`. A key that looks like data (of a map by address or id) is not shown. */
export function placeIn(instancePath: string): string {
  const parts = instancePath.split('/').slice(1);
  return parts.length === 0
    ? '/'
    : parts.map((part) => `/${publicKey(part.replaceAll('~1', '/').replaceAll('~0', '~'))}`).join('');
}

function ruleOf({ keyword, params }: ErrorObject): string {
  const given = params as Readonly<Record<string, unknown>>;
  switch (keyword) {
    case 'required':
      return `lacks the required field "${publicKey(String(given['missingProperty']))}"`;
    case 'type':
      return `is not of the type ${[given['type']].flat().join(' or ')}`;
    case 'enum':
      return 'is none of the listed values';
    case 'const':
      return 'is not the one permitted value';
    case 'format':
      return `is no ${String(given['format'])}`;
    case 'additionalProperties':
      return `has the field "${publicKey(String(given['additionalProperty']))}", which may not be there`;
    case 'unevaluatedProperties':
      return `has the field "${publicKey(String(given['unevaluatedProperty']))}", which may not be there`;
    case 'oneOf':
    case 'anyOf':
      return `fits none or too many of the alternatives (${keyword})`;
    default:
      return `breaks the rule "${keyword}"`;
  }
}
