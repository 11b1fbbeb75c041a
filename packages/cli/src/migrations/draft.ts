import { count, InputError, jsonText, plainLine, type Verdict } from '@lockstep/base';
import { type Draft, draftDown, type Folder, type VerifyReport, verify, withDown } from '@lockstep/migrations';
import type { Call } from '../command.ts';
import { withLocalServer } from '../local-database.ts';
import type { OwnReason } from '../own-reasons.ts';
import { engineOf } from './engine.ts';
import { answerOf } from './verify.ts';

export interface ProvenDraft {
  readonly draft: Draft;
  readonly text: string;
  readonly proof: VerifyReport;
}

export interface DownTarget {
  readonly file: string;
  /** The down migration as it is read from that file once this text is in it. */
  readonly asWritten: (text: string) => string | undefined;
}

/**
 * Drafts the down migration of the newest file of the folder and verifies it as it will be written, on a server that is thrown away. Throws
 * InputError where the migrations cannot be applied to it.
 */
export async function draftAndVerify(
  call: Call,
  folder: Folder,
  { asWritten, file }: DownTarget,
): Promise<ProvenDraft> {
  return await withLocalServer(call, async ({ createDatabase, url }) => {
    const quiet = { ...call, terminal: { ...call.terminal, tell: () => undefined } };
    const engine = await engineOf(quiet, { url, source: 'the throw-away database' });
    const drafted = await draftDown(engine, { folder, shadowUrl: await createDatabase('draft') });
    if (drafted.kind === 'not-applied') throw new InputError(drafted.message);
    const { draft, text } = drafted;
    const shadowUrl = await createDatabase('proof');
    const proof = await verify(engine, { folder: withDown(folder, file, asWritten(text) ?? ''), shadowUrl, newest: 1 });
    return { draft, text, proof };
  });
}

/** Says what the draft is worth, and gives its verdict. */
export function reportDraft(
  call: Call,
  command: string,
  { draft, proof }: ProvenDraft,
  files: readonly string[],
): Verdict {
  const { end, text } = answerOf(proof);
  const unfinished = [...draft.lost, ...draft.remains];
  const isProven = end.verdict === 'pass';
  const verdict = unfinished.length > 0 ? 'unknown' : isProven ? 'pass' : 'fail';
  const reason: OwnReason<'down-draft'> =
    unfinished.length > 0 ? 'draft-unfinished' : isProven ? 'drafted' : 'draft-wrong';
  const message = {
    'draft-unfinished': `${count(unfinished.length, 'line is', 'lines are')} left to a person, and lint fails until they are replaced; ${isProven ? 'the schema is restored (verified: up, down and up again)' : 'the schema is not restored without them'}`,
    drafted: 'the draft restores the schema: verified by up, down and up again',
    'draft-wrong': `the draft does not restore the schema: ${end.message}`,
  }[reason];
  const { terminal } = call;
  const statements = draft.statements.length;
  if (call.json) terminal.write(jsonText({ command, verdict, reason, message, files, statements, unfinished, proof }));
  else {
    const wrote = files.map((file) => `wrote ${plainLine(file)}\n`).join('');
    const todo = unfinished.map((line) => `unfinished: ${plainLine(line)}\n`).join('');
    terminal.tell(
      `${wrote}${todo}${isProven ? '' : text}${terminal.paint(verdict, verdict)} ${command} (${reason}): ${plainLine(message)}\n`,
    );
  }
  return verdict;
}
