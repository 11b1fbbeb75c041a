import type { CommandOption } from '../command.ts';

/** What is applied; the same for a plan and for what carries it out. */
export const planOptions: readonly CommandOption[] = [
  { name: 'to', value: 'VERSION', meaning: 'the last version to apply' },
  { name: 'steps', value: 'NUMBER', meaning: 'how many migrations to apply' },
  {
    name: 'phase',
    value: 'PHASE',
    meaning: 'expand: up to the first contract migration; contract: those that were held; or all',
    choices: ['expand', 'contract', 'all'],
    absent: 'all',
  },
  {
    name: 'archive',
    value: 'WHEN',
    meaning: 'whether a contract migration archives what it deletes; always refuses where that is not possible',
    choices: ['auto', 'always', 'never'],
    absent: 'auto',
  },
  { name: 'allow-out-of-order', meaning: 'allows migrations that are older than the newest applied one' },
  { name: 'expect-plan', value: 'DIGEST', meaning: 'the digest of a plan; any other plan is refused' },
];
