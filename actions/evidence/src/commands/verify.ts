import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { reportChecks } from '@lockstep/action-kit/audit';
import type { Outcome, Shell } from '@lockstep/action-shell';
import { InputError } from '@lockstep/base';
import {
  type Anchor,
  anchorLine,
  anchorsAt,
  anchorsIn,
  anchorsInFile,
  judgeTrail,
  readTrail,
  trailChecks,
} from '@lockstep/evidence';
import type { Inputs } from '../inputs.ts';
import type { Reason } from '../reasons.ts';
import { toolOf } from '../tool.ts';
import { trailOf } from '../trail.ts';
import type { Command } from './command.ts';

/** Reads the whole trail, and says what was changed in it and which anchor proves that. */
export const verify: Command = { problems: () => [], run };

async function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const { clock, env, log, signal } = shell;
  const given = givenAnchors(values, env.workspace);
  const places = await trailOf(values, shell);
  const kept = places.anchors === undefined ? [] : await anchorsAt(places.anchors, { signal });
  const objects = await readTrail(places.trail, { signal });
  const anchors = [...given, ...kept];
  log.info(`${places.trail.name}: ${objects.length} records, ${anchors.length} anchors`);
  const facts = { objects, anchors, nowMs: clock.now() };
  const report = judgeTrail(facts);
  const policy = { name: places.trail.name, maxUnanchoredMs: values['max-unanchored'] };
  const outcome = reportChecks(
    shell,
    {
      subject: places.trail.name,
      nowMs: facts.nowMs,
      run: env.runId === 0 ? null : env.runUrl,
      tool: toolOf(),
      ...trailChecks(facts, report, policy),
    },
    values,
  );
  const head = report.head === undefined ? {} : { digest: report.head.digest, anchor: anchorLine(report.head) };
  return { ...outcome, outputs: { ...outcome.outputs, records: objects.length, anchored: report.anchored, ...head } };
}

/** Those that the caller gives, as text and in files. Throws InputError with all that is wrong. */
function givenAnchors(values: Inputs, workspace: string): readonly Anchor[] {
  const problems: string[] = [];
  const inText = values.anchors.flatMap((line) => {
    const found = anchorsIn(line, 'the input anchors');
    if (found.length === 0)
      problems.push(`input "anchors": no anchor in "${line}", expected lockstep-anchor NUMBER DIGEST`);
    return found;
  });
  const inFiles = values['anchor-files'].flatMap((path) => {
    const text = textOf(resolve(workspace, path));
    if (text === undefined) problems.push(`input "anchor-files": ${path} cannot be read`);
    const found = anchorsInFile(text ?? '', path);
    if (text !== undefined && found.length === 0) problems.push(`input "anchor-files": no anchor in ${path}`);
    return found;
  });
  if (problems.length > 0) throw new InputError(problems);
  return [...inText, ...inFiles];
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
