import { fits } from '@lockstep/base';
import { METHODS, type Operation } from '../contract.ts';

/**
 * Which operations a line is about: `GET /patients/*`, `/admin/*` for every method, `*` for all. `*` matches any
 * characters.
 */
export interface OperationPattern {
  readonly text: string;
  readonly covers: (operation: Pick<Operation, 'method' | 'path'>) => boolean;
}

/** Undefined for a line that can be none. */
export function readPattern(text: string): OperationPattern | undefined {
  const match = /^(?:([A-Za-z*]+)\s+)?(\/\S*|\*)$/.exec(text.trim());
  if (match === null) return undefined;
  const method = (match[1] ?? '*').toUpperCase();
  const path = match[2] ?? '*';
  if (method !== '*' && !METHODS.some((one) => one === method)) return undefined;
  return {
    text: text.trim(),
    covers: (operation) => (method === '*' || method === operation.method) && fits(path, operation.path),
  };
}

export const PATTERN_FORM = 'a path like /patients/*, with or without a method before it (GET /patients/*)';
