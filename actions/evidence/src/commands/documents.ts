import { readAccept } from '@lockstep/action-kit/audit';
import type { Command } from './command.ts';

/** Judges the documents that people keep, and compares what they promise with what drills measured. */
export const documents: Command = {
  problems: ({ accept }) => readAccept(accept).problems,
  run: async (values, shell) => (await import('../judge-documents.ts')).runDocuments(values, shell),
};
