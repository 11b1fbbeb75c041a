import { resolve } from 'node:path';
import { bytesIn } from '@lockstep/action-kit/evidence/bytes-in';
import { type AnchoredTrail, readAnchored } from '@lockstep/action-kit/evidence/found-trail';
import type { Shell } from '@lockstep/action-shell';
import { InputError } from '@lockstep/base';
import { type Anchor, anchorsIn, anchorsInFile } from '@lockstep/evidence';
import type { Inputs } from './inputs.ts';
import { trailOf } from './trail.ts';

/** The whole trail, and every anchor that is known of it: those that the caller gives, and those of `anchor-to`. */
export async function anchoredTrail(values: Inputs, shell: Shell): Promise<AnchoredTrail> {
  const given = givenAnchors(values, shell.env.workspace);
  return await readAnchored(await trailOf(values, shell), given, shell);
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
