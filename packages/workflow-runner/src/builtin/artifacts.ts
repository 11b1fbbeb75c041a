import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { parseList } from '@lockstep/base';
import type { ArtifactStore } from './artifact-store.ts';
import type { BuiltinContext } from './builtin-action.ts';

/** actions/upload-artifact: named files and folders, no glob patterns. */
export async function uploadArtifact(context: BuiltinContext): Promise<void> {
  const name = context.input('name') || 'artifact';
  const paths = parseList(context.input('path') ?? '');
  const pattern = paths.find((path) => /[*?[\]!]/.test(path));
  if (pattern !== undefined)
    throw new Error(`upload-artifact is modelled here without patterns; name the files of ${pattern}`);
  const roots = paths.map((path) => resolve(context.workspace, path)).filter((path) => existsSync(path));
  const files = roots.flatMap((root) => (statSync(root).isDirectory() ? filesBelow(root) : [root]));
  if (files.length === 0) return nothingFound(context, paths);
  if (context.input('overwrite') !== 'true' && context.artifacts.has(name))
    throw new Error(
      `Failed to CreateArtifact: Received non-retryable error: Failed request: (409) Conflict: an artifact with this name already exists on the workflow run`,
    );
  const base =
    roots.length === 1 ? (statSync(roots[0] ?? '').isDirectory() ? (roots[0] ?? '') : undefined) : commonFolder(roots);
  context.artifacts.save(
    name,
    new Map(files.map((file) => [base === undefined ? basename(file) : relative(base, file), file])),
  );
  context.setOutput('artifact-id', String(context.artifacts.list().indexOf(name) + 1));
  context.log(`Artifact ${name} has been successfully uploaded with ${files.length} file(s)`);
}

/**
 * actions/download-artifact: one by name, or those that match a pattern, or all; each into a folder of its name
 * unless `merge-multiple`. Of another run with `run-id` and a token.
 */
export async function downloadArtifact(context: BuiltinContext): Promise<void> {
  const into = resolve(context.workspace, context.input('path') || '.');
  const name = context.input('name') ?? '';
  const artifacts = sourceOf(context);
  if (name !== '' && !artifacts.has(name))
    throw new Error(`Unable to download artifact(s): Artifact not found for name: ${name}`);
  if (name !== '') artifacts.load(name, into);
  else {
    const matches = matcherOf(context.input('pattern') || '*');
    const merged = context.input('merge-multiple') === 'true';
    for (const each of artifacts.list().filter(matches)) artifacts.load(each, merged ? into : join(into, each));
  }
  context.setOutput('download-path', into);
}

/** Without a token `run-id` is not looked at (actions/download-artifact, src/download-artifact.ts). */
function sourceOf(context: BuiltinContext): ArtifactStore {
  const run = context.input('run-id') ?? '';
  if (run === '' || (context.input('github-token') ?? '') === '') return context.artifacts;
  const found = context.artifactsOf(run);
  if (found === undefined) throw new Error(`Unable to download artifact(s): no run ${run}`);
  return found;
}

function matcherOf(pattern: string): (name: string) => boolean {
  if (/[?[\]{}!+@]/.test(pattern)) throw new Error(`download-artifact is modelled here for * in patterns: ${pattern}`);
  const parts = pattern.split('*').map((part) => part.replace(/[.^$()|\\]/g, '\\$&'));
  const whole = new RegExp(`^${parts.join('.*')}$`);
  return (name) => whole.test(name);
}

function nothingFound(context: BuiltinContext, paths: readonly string[]): void {
  const message = `No files were found with the provided path: ${paths.join('\n')}. No artifacts will be uploaded.`;
  if (context.input('if-no-files-found') === 'error') throw new Error(message);
  context.log(message);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile());
}

function commonFolder(paths: readonly string[]): string {
  const split = paths.map((path) => path.split(sep).slice(0, -1));
  const [first = []] = split;
  const end = first.findIndex((part, index) => split.some((other) => other[index] !== part));
  return first.slice(0, end < 0 ? first.length : end).join(sep) || sep;
}
