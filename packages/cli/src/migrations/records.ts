import { adoptEnd, repairEnd } from '@lockstep/action-kit/migrate/records-end';
import { InputError, plainLine } from '@lockstep/base';
import { adopt as adoptAll, readAdoptPlan, readRepairPlan, repair as repairOne } from '@lockstep/migrations';
import type { Call } from '../command.ts';
import type { Database } from '../database.ts';
import type { Answer } from './answer.ts';
import { engineOf } from './engine.ts';
import { folderOf } from './folder.ts';
import { placeOf, versionOf } from './options.ts';

export async function adopt(call: Call, database: Database): Promise<Answer> {
  const to = versionOf(call, 'VERSION');
  if (to === '') throw new InputError('VERSION: expected the last version that the database already has');
  const dryRun = call.flag('dry-run');
  const options = { folder: folderOf(placeOf(call)), to };
  const engine = await engineOf(call, database);
  const report = await (dryRun ? readAdoptPlan : adoptAll)(engine, options);
  const lines = report.adopted.map(
    ({ file, records }) => `${plainLine(file)}: ${records === 'both' ? 'recorded' : 'down migration stored'}\n`,
  );
  return { end: adoptEnd(report, dryRun), text: lines.join(''), data: report };
}

export async function repair(call: Call, database: Database): Promise<Answer> {
  const version = versionOf(call, 'VERSION');
  const because = call.text('because');
  if (because === '') throw new InputError('--because: a repair needs a reason; it is stored with your user name');
  const does = call.flag('drop') ? 'drop' : 'accept';
  const folder = does === 'accept' ? folderOf(placeOf(call)) : undefined;
  const options = { version, does, because, folder } as const;
  const engine = await engineOf(call, database);
  const dryRun = call.flag('dry-run');
  const done = await (dryRun ? readRepairPlan : repairOne)(engine, options);
  return { end: repairEnd(done, does, dryRun), data: { ...done, does } };
}
