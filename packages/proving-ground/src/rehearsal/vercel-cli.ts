import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument, visit } from 'yaml';

/** What is known where a workflow that calls Vercel's CLI runs. */
export interface CliAround {
  /** Names of the dependencies of the app and of its repository. */
  readonly dependencies: ReadonlySet<string>;
  readonly isOnPath: (program: string) => boolean;
}

const CALL =
  /(?:^|[\n;&|(])[ \t]*((?:npx|bunx|pnpx|(?:npm|pnpm|yarn|bun)(?:[ \t]+(?:exec|dlx|run|x))?)[ \t]+(?:-{1,2}[\w-]*[ \t]+)*)?(?:vercel|vc)(@\S+)?[ \t]+(?:pull|build)\b/g;
const INSTALLS = /\b(?:npm|pnpm|yarn|bun)\b[^\n;&|]*[ \t](?:i|install|add)[ \t][^\n;&|]*\bvercel\b/;

/** Whether a workflow calls Vercel's CLI for a build. */
export function callsCli(workflow: string): boolean {
  return commandsIn(workflow).some((command) => command.match(CALL) !== null);
}

/**
 * What people are told who have a token that is scoped to the project: the CLI asks whose account it is, which such a
 * token may not (seen with 59.16.0).
 */
export const NEEDS_ACCOUNT =
  'it calls vercel, and gets the token of an account here: with one that is scoped to the project, Vercel\'s CLI may end with "Project not found"';

function commandsIn(workflow: string): readonly string[] {
  const found: string[] = [];
  visit(parseDocument(workflow), {
    Scalar(_key, { value }) {
      if (typeof value === 'string') found.push(value);
    },
  });
  return found;
}

/** What to do about Vercel's CLI before a workflow can call it, or calls the same one each time; undefined where nothing is. */
export function cliAdvice(workflow: string, { dependencies, isOnPath }: CliAround): string | undefined {
  let bare = false;
  let unpinned = false;
  for (const command of commandsIn(workflow).filter((each) => !INSTALLS.test(each))) {
    for (const [, runner, version] of command.matchAll(CALL)) {
      if (runner === undefined) bare = true;
      else if (version === undefined) unpinned = true;
    }
  }
  if (bare && !isOnPath('vercel'))
    return "it calls vercel, which is not installed here, nor on GitHub's runners: run `npm install --save-dev vercel` in your project, commit both files, and let the build command say `npm ci`, then `npx vercel pull …` and `npx vercel build …`";
  if (unpinned && !dependencies.has('vercel'))
    return 'it calls vercel, which is no dependency of package.json, so each run fetches the newest: run `npm install --save-dev vercel` in your project, and commit both files';
  return undefined;
}

/** What the package.json of each of these folders depends on; nothing where there is none that can be read. */
export function dependenciesIn(folders: readonly string[]): ReadonlySet<string> {
  const files = folders.map((folder) => join(folder, 'package.json')).filter(existsSync);
  return new Set(files.flatMap((file) => namesIn(readFileSync(file, 'utf8'))));
}

function namesIn(text: string): readonly string[] {
  try {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(text) as Record<string, object>;
    return Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  } catch {
    // npm says what is wrong with it, in the log of its step.
    return [];
  }
}
