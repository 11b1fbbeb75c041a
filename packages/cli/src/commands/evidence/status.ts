import { statusPages, statusProblems } from '@lockstep/action-kit/evidence/status';
import { InputError, jsonText, readTogether, type Verdict } from '@lockstep/base';
import type { Call } from '../../command.ts';
import { assertFolder, writeAll } from './controls.ts';
import { availabilityOf, connected } from './given.ts';
import { WORDS } from './words.ts';

/** Writes the status page, as the action does. */
export async function status(call: Call): Promise<Verdict> {
  const { signal, terminal } = call;
  const { folder, values, world } = await readTogether({
    folder: () => assertFolder(call, 'status-directory', 'index.html'),
    values: () => valuesOf(call),
    world: () => connected(call),
  });
  const tools = { ...world, signal, mask: () => undefined, env: { workspace: process.cwd() } };
  const { files, gaps, outcome } = await statusPages(values, tools, folder);
  const { reason, verdict } = outcome;
  const message = WORDS.text(outcome.message);
  const paths = writeAll(folder, files);
  for (const gap of gaps) terminal.tell(`warning: not on the page: ${WORDS.text(gap)}\n`);
  const words = [
    `${terminal.paint(verdict, verdict)} (${reason}): ${message}`,
    ...paths.map((path) => `wrote ${path}`),
  ];
  terminal.write(call.json ? jsonText({ verdict, reason, message, files: paths }) : `${words.join('\n')}\n`);
  return verdict;
}

function valuesOf(call: Call) {
  const problems: string[] = [];
  const values = {
    ...{ environment: call.text('environment'), service: call.text('service') },
    'ledger-creator': call.text('ledger-creator'),
    'trusted-branches': call.texts('trusted-branch'),
    'status-title': call.text('status-title'),
    'status-lines': call.texts('status-line'),
    'incidents-report': call.text('incidents-report'),
    'controls-report': call.text('controls-report'),
    ...availabilityOf(call, problems),
  };
  const all = problems.length > 0 ? problems : statusProblems(values);
  if (all.length > 0) throw new InputError(all);
  return values;
}
