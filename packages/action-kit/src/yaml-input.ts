import { InputError, readYaml } from '@lockstep/base';
import { LineCounter, parseDocument } from 'yaml';

export interface YamlInput {
  /** Undefined where it is no YAML. */
  readonly value: unknown;
  readonly problems: readonly string[];
}

/**
 * A structured input, or a file that one names, as data; `where` is how messages call it. Problems show nothing of it: there
 * may be secrets in it.
 */
export function readYamlInput(text: string, where: string): YamlInput {
  try {
    return { value: readYaml({ LineCounter, parseDocument }, text, where).data, problems: [] };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { value: undefined, problems: error.problems };
  }
}
