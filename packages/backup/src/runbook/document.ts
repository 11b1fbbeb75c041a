import { formatDuration, isMap } from '@lockstep/base';
import type { Recovery } from '../policy/recovery.ts';
import { ageWords } from '../status/age-words.ts';
import type { DrillRecord } from '../status/drill-record.ts';
import { peopleIn, type Runbook, runbookDigest } from './settings.ts';

/** What the document was written from, kept in its last line. */
export interface RunbookMark {
  /** Of the settings. */
  readonly settings: string;
  /** The drill whose times it shows; null where none had passed. */
  readonly drill: Pick<DrillRecord, 'backup' | 'at' | 'restoreMs' | 'dataAgeMs'> | null;
  /** For whoever judges documents and has the page alone; absent in pages of earlier versions. */
  readonly recovery?: { readonly maxRestoreMs: number | null; readonly maxDataAgeMs: number | null };
  readonly reviewed?: string;
  /** How many may restore. */
  readonly people?: number;
}

const MARK = /<!-- lockstep-runbook: (\{.*\}) -->\s*$/;

/** What the document says it was written from; undefined where it does not say so. */
export function runbookMark(document: string): RunbookMark | undefined {
  const [, text = ''] = MARK.exec(document) ?? [];
  try {
    const data: unknown = JSON.parse(text);
    return isMap(data) && typeof data['settings'] === 'string' ? (data as unknown as RunbookMark) : undefined;
  } catch {
    return undefined;
  }
}

export interface RunbookFacts {
  readonly runbook: Runbook;
  readonly recovery: Recovery;
  /** The newest drill that passed. */
  readonly drill: DrillRecord | undefined;
  /** The policy file, as it is called in the repository. */
  readonly policy: string;
}

/** The document: who, where, which command, and how long it took when it was last tried. */
export function renderRunbook({ runbook, recovery, drill, policy }: RunbookFacts): string {
  const { owner, restorers, key, store, target, everyMs, reviewed, reviewEveryMs } = runbook;
  const promise = (ms: number | undefined) => (ms === undefined ? 'not promised' : `at most ${formatDuration(ms)}`);
  const rows: readonly (readonly [string, string])[] = [
    ['Owner of this page', owner],
    ['Who may restore', restorers.join('; ')],
    ['Where the backups are', store],
    ['Where the key is that decrypts', key],
    ['What is restored into', target],
    ['A backup is made every', formatDuration(everyMs)],
    ['Age of the data that comes back', promise(recovery.maxDataAgeMs)],
    ['Time that the restore takes', promise(recovery.maxRestoreMs)],
    ['Measured by the last drill that passed', measured(drill)],
    ['Last reviewed', `${reviewed}; again every ${ageWords(reviewEveryMs)}`],
  ];
  const mark: RunbookMark = {
    settings: runbookDigest(runbook, recovery),
    drill:
      drill === undefined
        ? null
        : { backup: drill.backup, at: drill.at, restoreMs: drill.restoreMs, dataAgeMs: drill.dataAgeMs },
    recovery: { maxRestoreMs: recovery.maxRestoreMs ?? null, maxDataAgeMs: recovery.maxDataAgeMs ?? null },
    reviewed,
    people: peopleIn(restorers),
  };
  return `# Runbook: restore the database

<!-- Written by \`lockstep backup runbook\` from ${policy}: change that file, not this one. -->

| | |
|---|---|
${rows.map(([label, value]) => `| ${label} | ${cell(value)} |`).join('\n')}

Every command runs on any machine with \`lockstep\`, the key in \`key.txt\`, and the store's credentials in \`AWS_REGION\`,
\`AWS_ACCESS_KEY_ID\` and \`AWS_SECRET_ACCESS_KEY\`.

## Before anything else

1. Stop what writes wrong data: roll the release back, or take the app offline.
2. Write down the time and who decides, and notify the owner of this page.
3. Look at what there is:

   \`\`\`sh
   lockstep backup status --to ${store}
   \`\`\`

## The whole database is lost

1. Create it new and empty: ${sentence(target)}
2. Restore the newest backup, or the one named by \`--backup ID\`. Type the target's host and database to confirm:

   \`\`\`sh
   TARGET_DATABASE_URL=postgresql://USER:PASSWORD@HOST:5432/DATABASE \\
     lockstep backup restore --to ${store} --key-file key.txt --confirm-target HOST/DATABASE
   \`\`\`

3. Give the roles their passwords, and point the app to the new database.
4. Repeat erasures that came after the backup, check the app, then let users back in.

## A table was dropped, or its rows are wrong

Create the table empty, as it was. Then bring its rows back:

\`\`\`sh
TARGET_DATABASE_URL=postgresql://USER:PASSWORD@HOST:5432/DATABASE \\
  lockstep backup restore --to ${store} --key-file key.txt --tables public.TABLE --confirm-target HOST/DATABASE
\`\`\`

## Without Lockstep

Each backup has a script that needs \`psql\`, \`gzip\`, \`sha256sum\` and \`age\` only:

\`\`\`sh
aws s3 cp --recursive ${store}/TIER/ID backup
bash backup/restore.sh postgresql://USER:PASSWORD@HOST:5432/DATABASE key.txt
\`\`\`

<!-- lockstep-runbook: ${JSON.stringify(mark)} -->
`;
}

function measured(drill: DrillRecord | undefined): string {
  if (drill === undefined) return 'no drill has passed yet';
  const { at, backup, dataAgeMs, restoreMs, run } = drill;
  const restored = restoreMs === null ? 'restored' : `restored in ${formatDuration(restoreMs)}`;
  const age = dataAgeMs === null ? '' : `, its data ${ageWords(dataAgeMs)} old`;
  return `${at.slice(0, 10)}: ${backup} ${restored}${age}${run === null ? '' : ` (${run})`}`;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('|', '\\|');
}
