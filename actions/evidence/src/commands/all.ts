import type { Inputs } from '../inputs.ts';
import type { Command } from './command.ts';

/** Every command, by what the input `command` calls it. A command, and what it needs, is loaded where it is asked for. */
export const commands: Readonly<Record<Inputs['command'], () => Promise<Command>>> = {
  record: async () => (await import('./record.ts')).record,
  verify: async () => (await import('./verify.ts')).verify,
  'error-budget': async () => (await import('./error-budget.ts')).errorBudget,
  documents: async () => (await import('./documents.ts')).documents,
  incident: async () => (await import('./incident.ts')).incident,
  collect: async () => (await import('./collect.ts')).collect,
  report: async () => (await import('./report.ts')).report,
  status: async () => (await import('./status.ts')).status,
};
