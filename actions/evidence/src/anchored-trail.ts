import { resolve } from 'node:path';
import type { Shell } from '@lockstep/action-shell';
import { InputError } from '@lockstep/base';
import { type Anchor, anchorsIn, anchorsInFile, readAnchors, readTrail } from '@lockstep/evidence';
import { bytesIn } from './files.ts';
import type { Inputs } from './inputs.ts';
import { trailOf } from './trail.ts';

/** The whole trail, and every anchor that is known of it: those that the caller gives, and those of `anchor-to`. */
export async function anchoredTrail(values: Inputs, shell: Shell) {
  const { clock, env, signal } = shell;
  const given = givenAnchors(values, env.workspace);
  const { anchors: place, trail } = await trailOf(values, shell);
  const kept = place === undefined ? undefined : await readAnchors(place, { signal });
  const objects = await readTrail(trail, { signal });
  const anchors = [...given, ...(kept?.anchors ?? [])];
  return { name: trail.name, objects, anchors, mayHide: kept?.mayHide, nowMs: clock.now() };
}

/** As text and in files. Throws InputError with all that is wrong. */
function givenAnchors(values: Inputs, workspace: string): readonly Anchor[] {
  const problems: string[] = [];
  const inText = values.anchors.flatMap((line) => {
    const found = anchorsIn(line, 'the input anchors');
    if (found.length === 0)
      problems.push(`input "anchors": no anchor in "${line}", expected lockstep-anchor NUMBER DIGEST`);
    return found;
  });
  const inFiles = values['anchor-files'].flatMap((path) => {
    const text = bytesIn(resolve(workspace, path), workspace, 'anywhere')?.toString('utf8');
    if (text === undefined) problems.push(`input "anchor-files": ${path} cannot be read`);
    const found = anchorsInFile(text ?? '', path);
    if (text !== undefined && found.length === 0) problems.push(`input "anchor-files": no anchor in ${path}`);
    return found;
  });
  if (problems.length > 0) throw new InputError(problems);
  return [...inText, ...inFiles];
}
