import { createEnd, secondsOf, storedBytes } from '@lockstep/action-kit/backup/create-end';
import type { Outcome, Shell } from '@lockstep/action-shell';
import {
  type Created,
  type CreateOptions,
  createBackup,
  type Encryption,
  type FileOptions,
  listBackups,
  type Manifest,
  openFileSource,
  planBackup,
  readDatabaseUrl,
  recipientProblems,
  tierFor,
} from '@lockstep/backup';
import { count, InputError, inlineText, markdownTable, nameSome, readTogether } from '@lockstep/base';
import type { Inputs } from './inputs.ts';
import { placeOf } from './place.ts';
import type { Reason } from './reasons.ts';
import { toolOf } from './tool.ts';

/** Makes a backup. */
export async function create(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const { clock, log, signal } = shell;
  const whatAndHow = {
    target: () => readDatabaseUrl(values['database-url'].reveal()),
    encryption: () => encryptionOf(values['encrypt-to']),
  };
  const selection = {
    withoutSchemas: values['exclude-schemas'],
    withoutRows: values['exclude-rows'],
    withArchives: values['include-archives'],
  };
  if (values['dry-run']) {
    const { target } = await readTogether(whatAndHow);
    return plan(await planBackup({ target, selection, log, signal }), shell);
  }
  const { target, encryption, place, files } = await readTogether({
    ...whatAndHow,
    place: () => placeOf(values, shell),
    files: () => filesOption(values, shell),
  });
  const tier = values.tier === 'auto' ? tierFor(clock.now(), await listBackups(place, { signal })) : values.tier;
  const options: CreateOptions = {
    target,
    place,
    tier,
    encryption,
    selection,
    parallel: values.parallel,
    lockTimeoutMs: values['lock-timeout'],
    maxDurationMs: values['max-duration'],
    pgDumpPath: values['pg-dump-path'] === '' ? undefined : values['pg-dump-path'],
    ...files,
    release: values['release-id'] || (shell.journal?.read().release.id ?? null),
    tool: toolOf(),
    clock,
    log,
    signal,
  };
  return outcomeOf(await createBackup(options), place.name, shell);
}

async function filesOption(values: Inputs, { clock, log }: Shell): Promise<{ readonly files?: FileOptions }> {
  const asked = values['storage-files'];
  const maxDurationMs = values['max-files-duration'];
  if (asked === 'none') return {};
  if (asked !== 'copy') return { files: { mode: 'list', source: undefined, maxDurationMs } };
  const settings = {
    endpoint: values['storage-s3-endpoint'],
    region: values['storage-s3-region'],
    accessKeyId: values['storage-s3-access-key-id'],
    secretAccessKey: values['storage-s3-secret-access-key'],
  };
  return { files: { mode: 'copy', source: await openFileSource(settings, { clock, log }), maxDurationMs } };
}

async function encryptionOf(recipients: readonly string[]): Promise<Encryption> {
  if (recipients.length === 1 && recipients[0] === 'none') return { kind: 'none' };
  const problems = await recipientProblems(recipients);
  if (problems.length > 0) throw new InputError(problems);
  return { kind: 'age', recipients };
}

function plan(inventory: Awaited<ReturnType<typeof planBackup>>, { log }: Shell): Outcome<Reason> {
  const { tables, sequences, notContained, hidden, unreadable } = inventory;
  for (const { name } of tables) log.info(`contained: ${name}`);
  for (const { what, why } of notContained) log.info(`not contained: ${what}: ${why}`);
  const refused = hidden.length + unreadable.length;
  const warning =
    refused === 0 ? '' : `; it would be refused: ${nameSome([...hidden, ...unreadable], 5)} cannot be read`;
  const message = `would back up ${count(tables.length, 'table')} and ${count(sequences.length, 'sequence')}${warning}`;
  return { verdict: 'pass', reason: 'dry-run', message };
}

function outcomeOf(created: Created, place: string, shell: Shell): Outcome<Reason> {
  const end = createEnd(created, place);
  if (created.kind !== 'backed-up') return end;
  tell(created, shell);
  const { manifest } = created;
  return {
    ...end,
    outputs: {
      'backup-id': manifest.id,
      tier: manifest.tier,
      tables: manifest.totals.tables,
      rows: manifest.totals.rows,
      bytes: storedBytes(manifest),
      files: manifest.files?.files ?? 0,
    },
  };
}

/** By number: names of files may be about people. */
function filesSummary({ files }: Manifest, { log, summary }: Shell): void {
  if (files === undefined) return;
  const { mode, copied, reused, gone, changed, left } = files;
  const head = [
    'Files of Storage',
    'Bytes',
    'Copied now',
    'Copied before',
    'Without bytes',
    'Changed meanwhile',
    'Left',
  ];
  const cells = [files.files, files.bytes, copied, reused, gone, changed, left].map(String);
  summary.add(markdownTable(head, [cells]));
  if (mode === 'list') log.info(`${count(files.files, 'file')} of Storage are listed, not copied: storage-files: copy`);
  const lacking = gone + changed + left;
  if (lacking > 0)
    log.warning(
      `${count(lacking, 'file')} of Storage are not contained as their rows say: ${gone} without bytes, ${changed} changed, ${left} left for the next backup`,
    );
}

function tell({ manifest, notContained }: Extract<Created, { readonly kind: 'backed-up' }>, shell: Shell): void {
  const { id, tier, totals, encryption } = manifest;
  shell.summary.add(
    `### Backup ${tier}/${id}\n\n${markdownTable(
      ['Tables', 'Rows', 'Stored', 'Encrypted', 'Took'],
      [
        [
          String(totals.tables),
          String(totals.rows),
          `${(storedBytes(manifest) / 1e6).toFixed(1)} MB`,
          encryption.kind === 'age' ? `to ${count(encryption.recipients.length, 'recipient')}` : 'no',
          `${secondsOf(manifest).toFixed(1)} s`,
        ],
      ],
    )}`,
  );
  if (notContained.length > 0) {
    const rows = notContained.slice(0, 200).map(({ what, why }) => [inlineText(what), inlineText(why)]);
    shell.summary.add(`Not contained:\n\n${markdownTable(['What', 'Why'], rows)}`);
  }
  for (const { what, why } of notContained) shell.log.info(`not contained: ${what}: ${why}`);
  filesSummary(manifest, shell);
}
