import type { Handover } from '@lockstep/action-shell';
import { InputError } from '@lockstep/base';

/** Outputs of the step itself. */
const OWN = ['handover', 'verdict', 'reason'];

/** Reads lines of `NAME: JSON`, as `toJSON` writes a text. Throws InputError with all invalid ones; shows no value. */
export function readValues(lines: readonly string[]): Handover {
  const problems: string[] = [];
  const values: Record<string, string> = {};
  for (const [index, line] of lines.entries()) {
    const [, name = '', json = ''] = /^([a-z][a-z0-9]*(?:-[a-z0-9]+)*):[ \t]+(.+)$/.exec(line) ?? [];
    const value = name === '' ? undefined : textOf(json);
    if (value === undefined)
      problems.push(
        `input "values", line ${index + 1}: expected "NAME: \${{ toJSON(VALUE) }}" with a name of lower-case letters, digits and hyphens`,
      );
    else if (OWN.includes(name)) problems.push(`input "values": "${name}" is reserved for an output of this step`);
    else if (name in values) problems.push(`input "values": "${name}" is given twice`);
    else values[name] = value;
  }
  if (problems.length > 0) throw new InputError(problems);
  return values;
}

/** An output that was not set is `null` to `toJSON`, and an empty text elsewhere. */
function textOf(json: string): string | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
  } catch {
    return undefined;
  }
}
