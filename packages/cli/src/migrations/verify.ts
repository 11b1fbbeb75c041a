import { verifyEnd } from '@lockstep/action-kit/migrate/check-end';
import { formatDuration, plainLine, Secret } from '@lockstep/base';
import { type VerifyProblem, type VerifyReport, verify as verifyAll } from '@lockstep/migrations';
import { columns } from '../columns.ts';
import type { Call } from '../command.ts';
import type { Database } from '../database.ts';
import { withLocalServer } from '../local-database.ts';
import type { Answer } from './answer.ts';
import { engineOf } from './engine.ts';
import { folderOf } from './folder.ts';
import { numberOf, placeOf } from './options.ts';

export async function verify(call: Call, named: Database | undefined): Promise<Answer> {
  const folder = folderOf(placeOf(call));
  const [steps, data] = [numberOf(call, 'steps'), !call.flag('no-data')];
  if (named !== undefined && !call.flag('local')) {
    const shadow = process.env['LOCKSTEP_SHADOW_URL'] ?? '';
    const shadowUrl = shadow === '' ? undefined : new Secret(shadow);
    return answerOf(await verifyAll(await engineOf(call, named), { folder, shadowUrl, steps, data }));
  }
  return await withLocalServer(call, async ({ createDatabase, url }) => {
    const engine = await engineOf(call, { url, source: 'the throw-away database' });
    const shadowUrl = await createDatabase('shadow');
    return answerOf(await verifyAll(engine, { folder, shadowUrl, newest: steps, data }));
  });
}

export function answerOf(report: VerifyReport): Answer {
  const rows = report.files.map((each) => [
    each.problems.length === 0 ? 'verified' : 'wrong',
    each.file,
    each.data === undefined ? 'schema only' : each.data.kind,
    formatDuration(each.durationMs),
  ]);
  const table = rows.length === 0 ? '' : columns(['result', 'migration', 'rows', 'time'], rows);
  const details = report.files.flatMap(({ problems }) => problems.flatMap(differencesOf));
  return { end: verifyEnd(report), text: table + details.join(''), data: report };
}

function differencesOf(problem: VerifyProblem): readonly string[] {
  if (!('differences' in problem)) return [];
  return problem.differences.flatMap(({ kind, lines, object }) => [
    `${plainLine(object)} (${kind})\n`,
    ...lines.map((line) => `    ${line}\n`),
  ]);
}
