import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { githubClient, ledgerClient } from '@lockstep/action-kit/github';
import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import { redactText } from '@lockstep/base';
import { type GitHub, liveBefore } from '@lockstep/github';
import { changeLines, headline, type Notes, readCommit, readNotes, renderNotes } from '@lockstep/release-notes';
import { type Inputs, inputs, problemsBetween } from './inputs.ts';
import { publish } from './publish.ts';
import type { Reason } from './reasons.ts';

export const action = defineAction({ name: 'release-notes', inputs, check: problemsBetween, run });

async function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const { env } = shell;
  const github = githubClient(values, shell);
  const notes = await notesFor(values, shell, github);
  const markdown = redactText(renderNotes(notes, values['max-length']));
  const path = join(env.tempDir, `release-notes-${shell.instance.replace(/\W/g, '-')}.md`);
  writeFileSync(path, markdown);
  shell.summary.add(markdown);

  const outcome =
    values.publish === 'none' ? written(notes, values) : await publish(values, shell, github, { notes, markdown });
  return { ...asFarAsRead(outcome, notes), outputs: { ...outputsOf(notes, markdown, path), ...outcome.outputs } };
}

async function notesFor(values: Inputs, shell: Shell, github: GitHub): Promise<Notes> {
  const to = values.to || shell.env.sha;
  const from = values.from || (await fromLedger(values, shell, (await readCommit(github, 'to', to)).sha));
  if (from === undefined && values.inverse)
    shell.log.warning('nothing was live before, so there are no notes of a rollback to write');
  const [first, last] = values.inverse && from !== undefined ? [to, from] : [from, to];
  const { hasDownHalf } = await import('./down-half.ts');
  return await readNotes(
    { github, hasDownHalf },
    {
      environment: values.environment,
      service: values.service,
      from: first,
      to: last,
      migrationFolders: [values['migrations-directory'], values['down-directory']],
      paths: values.paths,
      excludeLabels: values['exclude-labels'],
      config: values.config,
    },
  );
}

async function fromLedger(values: Inputs, shell: Shell, to: string): Promise<string | undefined> {
  const { environment, service } = values;
  const found = await liveBefore(ledgerClient(values, shell), { environment, service }, to);
  shell.log.info(
    found === undefined
      ? `the release ledger of ${environment} has no earlier release`
      : `live before, from the release ledger of ${environment}: ${found}`,
  );
  return found;
}

function written(notes: Notes, values: Inputs): Outcome<Reason> {
  return { verdict: 'pass', reason: values['dry-run'] ? 'dry-run' : 'written', message: headline(notes) };
}

/** Incomplete notes are still notes: a warning. */
function asFarAsRead(outcome: Outcome<Reason>, { caveats }: Notes): Outcome<Reason> {
  if (caveats.length === 0 || outcome.verdict !== 'pass') return outcome;
  return {
    ...outcome,
    verdict: 'unknown',
    reason: 'incomplete',
    message: `${outcome.message}; ${caveats.join(' ')}`,
    passes: true,
  };
}

function outputsOf(notes: Notes, markdown: string, path: string): NonNullable<Outcome['outputs']> {
  return {
    notes: markdown,
    'notes-path': path,
    headline: headline(notes),
    changes: changeLines(notes).slice(0, 100).join('\n'),
    direction: notes.direction,
    'from-commit': notes.from?.sha ?? '',
    'to-commit': notes.to.sha,
    'release-url': '',
  };
}
