import { realpathSync } from 'node:fs';
import { count, diffLines, InputError, jsonText, type Verdict } from '@lockstep/base';
import {
  changesOf,
  defaultBranch,
  detect,
  type FileChange,
  type Found,
  type PlannedFiles,
  packedSources,
  planStarters,
  type Sources,
  suggestOptions,
  writeChanges,
} from '@lockstep/starters';
import type { Call } from '../../command.ts';
import { askGit, readGit } from '../../git.ts';
import { type Given, proposed, readGiven, releases, USUAL } from './choices.ts';
import { documentsFor, withDocuments } from './documents.ts';
import { askRest } from './questions.ts';

export async function runInit(call: Call, sources: Sources = packedSources): Promise<Verdict> {
  const options = withDocuments(readGiven(call));
  const branch = options.branch || (await branchOf(options.into, call));
  const found = detect(options.into);
  const person = call.json || call.flag('yes') || call.flag('dry-run') ? undefined : await call.terminal.person?.();
  const known = proposed({ ...options, apps: options.apps ?? onlyApp(found) }, found);
  const hasWorkflows = !isDocumentsAlone(options);
  const given =
    person === undefined || !hasWorkflows
      ? known
      : await askRest({ ...known, apps: options.apps }, found, { person, signal: call.signal });
  const workflows = hasWorkflows ? workflowsFor(given, sources, { branch, found }) : NO_FILES;
  const documents = await documentsFor(given, sources, workflows.files.keys());
  const changes = changesOf(given.into, new Map([...workflows.files, ...documents.files]));
  const missing = [...workflows.missing, ...documents.missing];
  const notes = hasWorkflows
    ? [...notesOf(given, found), ...suggestOptions(given.into, [...workflows.files.keys()], given.inputs)]
    : ['"lockstep init evidence --documents" also writes the workflow that judges them each month'];
  if (!call.json) call.terminal.write(changesText(changes, documents.kept, call.flag('dry-run')));
  const isWritten = await write(given, changes, call);
  report(call, {
    ...{ branch, written: isWritten ? changes : [], planned: changes, missing, notes },
    ...{ kept: documents.kept, hasWorkflows },
  });
  return 'pass';
}

const NO_FILES: PlannedFiles = { files: new Map(), missing: [] };

function isDocumentsAlone({ documents, names }: Given): boolean {
  return documents && names.length === 0;
}

function workflowsFor(
  given: Given,
  sources: Sources,
  { branch, found }: { readonly branch: string; readonly found: Found },
): PlannedFiles {
  return planStarters(given.names, sources, {
    ...given,
    ...{ branch, apps: given.apps ?? [], approvals: given.approvals ?? USUAL.approvals },
    environments: given.environments ?? USUAL.environments,
    strategy: given.strategy ?? USUAL.strategy,
    packageManager: given.packageManager ?? found.packageManager,
  });
}

/** A repository that is one app in a folder of it is released from there. */
function onlyApp({ apps }: Found): Given['apps'] {
  const [only] = apps;
  return apps.length === 1 && only !== undefined && only.directory !== '.' ? [only] : undefined;
}

/** Workflows count only at the top of a repository. */
async function branchOf(into: string, call: Call): Promise<string> {
  let top: string;
  try {
    top = (await readGit(['-C', into, 'rev-parse', '--show-toplevel'], call)).replace(/\r?\n$/, '');
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause;
    throw new InputError(`${into}: ${cause.message}; run "git init" first, or name the branch with --branch`, {
      cause,
    });
  }
  // The native one knows the case that the disk has, where a disk does not tell cases apart.
  if (realpathSync.native(top) !== realpathSync.native(into))
    throw new InputError(
      `${into}: not the top of its git repository, where GitHub reads workflows: pass --into ${top}`,
    );
  return await defaultBranch((...args) => trimmed(askGit(['-C', into, ...args], call)));
}

async function trimmed(answer: Promise<string | undefined>): Promise<string | undefined> {
  return (await answer)?.trim() || undefined;
}

async function write(given: Given, changes: readonly FileChange[], call: Call): Promise<boolean> {
  if (call.flag('dry-run') || changes.length === 0) return false;
  const person = call.json || call.flag('yes') ? undefined : await call.terminal.person?.();
  if ((await person?.confirm(`Write ${count(changes.length, 'file')}?`, call.signal)) === false) return false;
  writeChanges(given.into, changes, call.flag('force'));
  return true;
}

function changesText(changes: readonly FileChange[], kept: readonly string[], isDryRun: boolean): string {
  const yours = kept.map((path) => `kept     ${path}: it is there already, and yours`);
  if (changes.length === 0) return [...yours, 'everything is there already', ''].join('\n');
  const lines = changes.flatMap(({ path, text, before }) => {
    if (before !== undefined) return [`changed  ${path}`, ...diffLines(before, text)];
    const shown = isDryRun
      ? text
          .trimEnd()
          .split('\n')
          .map((line) => `+${line}`)
      : [];
    return [`new      ${path}`, ...shown];
  });
  return `${[...yours, ...lines].join('\n')}\n`;
}

function notesOf(given: Given, found: Found): readonly string[] {
  const { apps, inputs, strategy } = given;
  const isReleased = releases(given);
  const [first] = apps ?? [];
  const isRolling = strategy === 'rolling' || inputs['strategy'] === 'rolling';
  return [
    ...found.deploying.map(
      (path) => `${path} deploys or migrates on its own: remove it, or each push does both (docs/migrating.md)`,
    ),
    ...(isReleased && !found.supabase
      ? [
          'there is no folder supabase: migrations are read from supabase/migrations, or from --with migrations-directory=FOLDER',
        ]
      : []),
    ...(isReleased && isRolling
      ? [
          'strategy: rolling needs rolling releases switched on in the Vercel project, with stages that wait for approval (docs/rolling-releases.md)',
        ]
      : []),
    ...((apps?.length ?? 0) === 0 && found.apps.length > 1
      ? [
          `there are several Next.js apps: --apps ${shellWord(found.apps.map(({ name, directory }) => `${name}=${directory}`).join(','))} releases each on its own`,
        ]
      : []),
    ...((apps?.length ?? 0) > 1 && first !== undefined ? [`pull requests show a preview of ${first.name} alone`] : []),
  ];
}

/** As one word of a command, in all shells. */
function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `"${text.replace(/["$`\\]/g, '\\$&')}"`;
}

interface Done {
  readonly branch: string;
  readonly planned: readonly FileChange[];
  readonly written: readonly FileChange[];
  readonly missing: readonly string[];
  readonly notes: readonly string[];
  /** Documents that were there. */
  readonly kept: readonly string[];
  readonly hasWorkflows: boolean;
}

function report(call: Call, { branch, hasWorkflows, kept, planned, written, missing, notes }: Done): void {
  const { terminal } = call;
  if (call.json) {
    const files = planned.map(({ path, before }) => ({ path, change: before === undefined ? 'new' : 'changed' }));
    terminal.write(jsonText({ branch, files, kept, written: written.length > 0, missing, notes }));
    return;
  }
  const released = hasWorkflows ? `; the workflows release the branch ${branch}` : '';
  if (written.length > 0) terminal.write(`wrote ${count(written.length, 'file')}${released}\n`);
  for (const what of missing) terminal.tell(`to fill in: ${what}\n`);
  for (const what of notes) terminal.tell(`note: ${what}\n`);
  const next = hasWorkflows
    ? 'doctor shows which settings are missing'
    : 'evidence documents shows what is to be filled in';
  if (written.length > 0) terminal.tell(`next: lockstep ${next}\n`);
  else if (planned.length > 0) terminal.tell('nothing was written\n');
}
