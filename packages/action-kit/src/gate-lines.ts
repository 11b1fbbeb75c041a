import { SITE_PATH } from '@lockstep/base';
import { type Condition, ConditionError, type FormatName, formatNames, parseCondition } from '@lockstep/health';

export interface PathLine {
  readonly path: string;
  readonly format: FormatName | 'auto' | undefined;
}

/** A line of `paths`: a path and, where it needs another than the common one, its format. */
export function pathLine(line: string): PathLine | undefined {
  const [path = '', format, ...rest] = line.split(/[ \t]+/);
  if (!SITE_PATH.test(path) || path.includes('#') || rest.length > 0) return undefined;
  if (format === undefined) return { path, format: undefined };
  return isFormat(format) ? { path, format } : undefined;
}

function isFormat(value: string): value is FormatName | 'auto' {
  return value === 'auto' || (formatNames as readonly string[]).includes(value);
}

export interface ConditionLine {
  /** The path it is for; undefined for all. */
  readonly path: string | undefined;
  readonly condition: Condition;
}

/** A line of `conditions`: a condition, or a path and a condition for it alone. Throws ConditionError. */
export function conditionLine(line: string): ConditionLine {
  const [, path, rest = ''] = /^(\/[^ \t]*)[ \t]+(.*)$/.exec(line) ?? [undefined, undefined, line];
  try {
    return { path, condition: parseCondition(rest) };
  } catch (error) {
    if (error instanceof ConditionError)
      throw new ConditionError(error.message, error.column + line.length - rest.length);
    throw error;
  }
}
