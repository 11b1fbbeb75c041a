import { type FailOn, lintEnd, lintedAlone } from '@lockstep/action-kit/migrate/check-end';
import { InputError, jsonText } from '@lockstep/base';
import {
  type Finding,
  type Folder,
  isSupabaseFolder,
  lintFolder,
  lintPending,
  usesSupabase,
} from '@lockstep/migrations';
import type { Call } from '../command.ts';
import type { Database } from '../database.ts';
import type { Answer } from './answer.ts';
import { engineOf } from './engine.ts';
import { findingLines, githubLines } from './findings.ts';
import { findingsSarif } from './findings-sarif.ts';
import { folderOf } from './folder.ts';
import { numberOf, placeOf, schemasOf } from './options.ts';
import { changedSince, withStaged } from './staged.ts';

export async function lint(call: Call, database: Database | undefined): Promise<Answer> {
  const asked = ['staged', 'since', 'steps'].filter((name) => call.flag(name) || call.text(name) !== '');
  if (asked.length > 1) throw new InputError(`${asked.map((name) => `--${name}`).join(' and ')}: give one of them`);
  const { end, findings } = await judge(call, asked.length > 0 ? undefined : database);
  const written = formats[call.text('format')]?.(findings);
  const answer = { end, text: findingLines(findings), data: { findings } };
  return written === undefined ? answer : { ...answer, written };
}

/** For other programs than those that read `--json`. */
const formats: Readonly<Record<string, (findings: readonly Finding[]) => string>> = {
  sarif: (findings) => jsonText(findingsSarif(findings)),
  github: githubLines,
};

interface Judged {
  readonly end: Answer['end'];
  readonly findings: readonly Finding[];
}

async function judge(call: Call, database: Database | undefined): Promise<Judged> {
  const failOn = call.text('fail-on') as FailOn;
  if (database !== undefined) {
    const engine = await engineOf(call, database);
    const folder = folderOf(placeOf(call));
    const findings = await lintPending(engine, { folder, exposedSchemas: schemasOf(call) });
    return { end: lintEnd(findings, failOn), findings };
  }
  if (call.flag('staged'))
    return await withStaged(call, placeOf(call), (folder, pending) => lintAlone(call, folder, pending));
  const folder = folderOf(placeOf(call));
  return await lintAlone(call, folder, await pendingOf(call, folder));
}

async function lintAlone(call: Call, folder: Folder, pending: ReadonlySet<string> | undefined): Promise<Judged> {
  const asked = schemasOf(call);
  const isSupabase = usesSupabase(folder) || isSupabaseFolder(placeOf(call).directory, undefined);
  const exposedSchemas = asked !== 'auto' ? asked : isSupabase ? ['public'] : [];
  const findings = await lintFolder({ folder, exposedSchemas, pending });
  const said = lintedAlone(pending?.size, folder.migrations.length, 'give --since, --staged or --steps');
  return { end: lintEnd(findings, call.text('fail-on') as FailOn, said), findings };
}

/** The versions that are to be judged; undefined where no one said which. */
async function pendingOf(call: Call, folder: Folder): Promise<ReadonlySet<string> | undefined> {
  const steps = numberOf(call, 'steps');
  if (steps !== undefined) return new Set(folder.migrations.slice(-steps).map(({ version }) => version));
  const since = call.text('since');
  return since === '' ? undefined : await changedSince(call, folder, since);
}
