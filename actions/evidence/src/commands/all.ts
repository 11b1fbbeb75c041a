import type { Inputs } from '../inputs.ts';
import type { Command } from './command.ts';
import { documents } from './documents.ts';
import { errorBudget } from './error-budget.ts';
import { incident } from './incident.ts';
import { record } from './record.ts';
import { status } from './status.ts';
import { verify } from './verify.ts';

/** Every command, by what the input `command` calls it. */
export const commands: Readonly<Record<Inputs['command'], Command>> = {
  record,
  verify,
  documents,
  status,
  'error-budget': errorBudget,
  incident,
  // Loaded where they run: they know every form of report.
  collect: { problems: () => [], run: async (...all) => await (await import('./collect.ts')).collect(...all) },
  report: { problems: () => [], run: async (...all) => await (await import('./report.ts')).report(...all) },
};
