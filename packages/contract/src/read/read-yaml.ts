import { describe, yamlReason } from '@lockstep/base';
import { parse } from 'yaml';

/** A structured input as data. Problems show nothing of it: there may be secrets in it. */
export function readYaml(
  text: string,
  where: string,
): { readonly value: unknown; readonly problems: readonly string[] } {
  try {
    return { value: parse(text, { logLevel: 'silent', prettyErrors: false }) as unknown, problems: [] };
  } catch (error) {
    return { value: undefined, problems: [`${where}: not readable as YAML: ${yamlReason(describe(error))}`] };
  }
}
