export type Files = Readonly<Record<string, string>>;

export const notes = {
  'supabase/migrations/20240101000000_notes.sql': 'create table notes (id int primary key, body text);',
  'supabase/rollbacks/20240101000000_notes.sql': 'drop table notes;',
};
export const two = {
  ...notes,
  'supabase/migrations/20240102000000_more.sql': 'alter table notes add column more text;',
  'supabase/rollbacks/20240102000000_more.sql': 'alter table notes drop column more;',
};

export interface Step {
  /** Of the action, and of the command line. */
  readonly inputs: Files;
  readonly args: readonly string[];
  readonly sql?: string;
  readonly files?: Files;
}

const up: Step = { inputs: {}, args: ['up'] };

/** Each case, step by step, by the action on one database and by the command line on another. */
export const cases: Readonly<Record<string, { readonly files: Files; readonly steps: readonly Step[] }>> = {
  'applies, and has nothing more to do': { files: notes, steps: [up, up] },
  'shows a plan': { files: two, steps: [{ inputs: { command: 'plan' }, args: ['plan'] }] },
  'shows what up would do': { files: notes, steps: [{ inputs: { 'dry-run': 'true' }, args: ['up', '--dry-run'] }] },
  'one after the other': {
    files: two,
    steps: [
      { inputs: { steps: '1' }, args: ['up', '--steps', '1'] },
      { inputs: { to: '20240102000000' }, args: ['up', '--to', '20240102000000'] },
      { inputs: { command: 'status' }, args: ['status'] },
      { inputs: { command: 'down', 'dry-run': 'true' }, args: ['down', '--dry-run'] },
      { inputs: { command: 'down', to: '0' }, args: ['down', '--to', '0'] },
      { inputs: { command: 'down' }, args: ['down'] },
    ],
  },
  'user data in the way of a rollback': {
    files: notes,
    steps: [
      up,
      { inputs: { command: 'down' }, args: ['down'], sql: "insert into notes values (1, 'x')" },
      { inputs: { command: 'down', 'on-data-loss': 'keep' }, args: ['down', '--on-data-loss', 'keep'] },
      { inputs: { command: 'down', 'on-data-loss': 'archive' }, args: ['down', '--on-data-loss', 'archive'] },
    ],
  },
  'a statement that fails': {
    files: { ...notes, 'supabase/migrations/20240102000000_bad.sql': 'alter table nowhere add column a int;' },
    steps: [up],
  },
  'a held contract migration': {
    files: {
      ...notes,
      'supabase/migrations/20240102000000_c.sql': '-- lockstep: contract\nalter table notes drop column body;',
    },
    steps: [{ inputs: { phase: 'expand' }, args: ['up', '--phase', 'expand'] }],
  },
  'another plan than the expected one': {
    files: notes,
    steps: [{ inputs: { 'expect-plan': 'a'.repeat(64) }, args: ['up', '--expect-plan', 'a'.repeat(64)] }],
  },
  'a file that was edited, and is accepted': {
    files: notes,
    steps: [
      up,
      {
        inputs: {},
        args: ['up'],
        files: { 'supabase/migrations/20240101000000_notes.sql': 'create table notes (id int);' },
      },
      {
        inputs: { command: 'repair', version: '20240101000000', because: 'a typo' },
        args: ['repair', '20240101000000', '--because', 'a typo'],
      },
      up,
    ],
  },
  'a schema that is there already': {
    files: notes,
    steps: [{ inputs: { command: 'adopt', to: '20240101000000' }, args: ['adopt', '20240101000000'] }, up],
  },
  'an older migration': {
    files: { 'supabase/migrations/20240105000000_later.sql': 'create table later (id int);' },
    steps: [up, { inputs: {}, args: ['up'], files: notes }],
  },
  findings: { files: two, steps: [{ inputs: { command: 'lint' }, args: ['lint'] }] },
  verified: { files: notes, steps: [{ inputs: { command: 'verify' }, args: ['verify'] }] },
  'not verified': {
    files: { ...notes, 'supabase/rollbacks/20240101000000_notes.sql': 'select 1;' },
    steps: [{ inputs: { command: 'verify' }, args: ['verify'] }],
  },
  'an archive of what up deletes': {
    files: two,
    steps: [
      up,
      {
        inputs: {},
        args: ['up'],
        sql: "insert into notes values (1, 'x', 'y')",
        files: {
          'supabase/migrations/20240103000000_c.sql': '-- lockstep: contract\nalter table notes drop column body;',
        },
      },
    ],
  },
};
