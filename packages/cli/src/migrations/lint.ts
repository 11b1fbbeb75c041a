import { type FailOn, lintEnd, lintedAlone } from '@lockstep/action-kit/migrate/check-end';
import { InputError, jsonText } from '@lockstep/base';
import { type Finding, isSupabaseFolder, lintFolder, lintPending, usesSupabase } from '@lockstep/migrations';
import type { Call } from '../command.ts';
import type { Database } from '../database.ts';
import type { Answer } from './answer.ts';
import { engineOf } from './engine.ts';
import { findingLines, githubLines } from './findings.ts';
import { findingsSarif } from './findings-sarif.ts';
import { folderOf } from './folder.ts';
import { numberOf, placeOf, schemasOf } from './options.ts';
import { type Changed, changedSince, withStaged } from './staged.ts';

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
  const alone = (changed: Changed) => lintAlone(call, changed);
  if (call.flag('staged')) return await withStaged(call, placeOf(call), alone);
  const since = call.text('since');
  if (since !== '') return await alone(await changedSince(call, placeOf(call), since));
  const folder = folderOf(placeOf(call));
  const steps = numberOf(call, 'steps');
  const newest = steps === undefined ? undefined : folder.migrations.slice(-steps).map(({ version }) => version);
  return await alone({ folder, pending: newest && new Set(newest) });
}

async function lintAlone(call: Call, { folder, pending }: Changed): Promise<Judged> {
  const asked = schemasOf(call);
  const isSupabase = usesSupabase(folder) || isSupabaseFolder(placeOf(call).directory, undefined);
  const exposedSchemas = asked !== 'auto' ? asked : isSupabase ? ['public'] : [];
  const findings = await lintFolder({ folder, exposedSchemas, pending });
  const said = lintedAlone(pending?.size, folder.migrations.length, 'give --since, --staged or --steps');
  return { end: lintEnd(findings, call.text('fail-on') as FailOn, said), findings };
}
