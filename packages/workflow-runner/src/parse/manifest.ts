import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActionTemplate } from '@actions/workflow-parser/actions/index';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import { isSequence } from '@actions/workflow-parser/templates/tokens/type-guards';
import { InputError } from '@lockstep/base';
import { parseDocument } from 'yaml';
import { member } from '../expressions/tokens.ts';
import { githubParser } from './github-parser.ts';
import type { Step } from './workflow.ts';
import { convertSteps } from './workflow-file.ts';

export interface ActionManifest {
  /** The folder that action.yml stands in. */
  readonly directory: string;
  readonly template: ActionTemplate;
  /** Of a composite action; empty for others. */
  readonly steps: readonly Step[];
  /** `path:line` of a token of action.yml. */
  where(token: TemplateToken | undefined): string;
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
  const content = readFileSync(file, 'utf8');
  const { template, steps } = known.get(content) ?? (await parse(file, content));
  return {
    directory,
    template,
    steps,
    where: (token) => (token?.line === undefined ? file : `${file}:${token.line}`),
  };
}

/** Of valid files, by their text: each step of each run reads its action's, and parsing takes longer than many a step. */
const known = new Map<string, Pick<ActionManifest, 'template' | 'steps'>>();

async function parse(file: string, content: string): Promise<Pick<ActionManifest, 'template' | 'steps'>> {
  const { parseAction, convertActionTemplate, trace } = await githubParser();
  const parsed = parseAction({ name: file, content: named(content) }, trace);
  const template = parsed.value === undefined ? undefined : convertActionTemplate(parsed.context, parsed.value);
  const errors = parsed.context.errors.getErrors().map((error) => error.message);
  if (errors.length > 0 || template === undefined)
    throw new InputError(errors.length > 0 ? errors : `${file} is empty`);
  const { runs } = template;
  const tokens = member(member(parsed.value, 'runs'), 'steps');
  const made = {
    template,
    steps:
      runs.using === 'composite'
        ? convertSteps(runs.steps, tokens !== undefined && isSequence(tokens) ? [...tokens] : [])
        : [],
  };
  known.set(content, made);
  return made;
}

/** GitHub's parser is made for editors, and asks for a name and a description; its runner asks for neither. */
function named(text: string): string {
  const root: unknown = parseDocument(text).toJS();
  if (typeof root !== 'object' || root === null) return text;
  const missing = ['name', 'description'].filter((key) => !(key in root));
  return missing.length === 0 ? text : `${text}\n${missing.map((key) => `${key}: ${key}`).join('\n')}\n`;
}
