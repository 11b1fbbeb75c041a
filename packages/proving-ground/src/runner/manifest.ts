import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActionTemplate } from '@actions/workflow-parser/actions/index';
import { InputError } from '@lockstep/base';
import { githubParser } from './github-parser.ts';

export interface ActionManifest {
  /** The folder that action.yml stands in. */
  readonly directory: string;
  readonly template: ActionTemplate;
}

/**
 * Reads and checks the action.yml (or action.yaml) of a folder with GitHub's own parser. Throws InputError with the
 * parser's words where there is none or it is not valid.
 */
export async function readManifest(directory: string): Promise<ActionManifest> {
  const file = ['action.yml', 'action.yaml'].map((name) => join(directory, name)).find((path) => existsSync(path));
  if (file === undefined)
    throw new InputError(
      `Can't find 'action.yml' or 'action.yaml' under '${directory}'; check the \`uses\` that names it`,
    );
  const { parseAction, convertActionTemplate, trace } = await githubParser();
  const parsed = parseAction({ name: file, content: readFileSync(file, 'utf8') }, trace);
  const template = parsed.value === undefined ? undefined : convertActionTemplate(parsed.context, parsed.value);
  const errors = parsed.context.errors.getErrors().map((error) => error.message);
  if (errors.length > 0 || template === undefined)
    throw new InputError(errors.length > 0 ? errors : `${file} is empty`);
  return { directory, template };
}
