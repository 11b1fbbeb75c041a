import { InputError, redactText, silent, systemClock, type Verdict } from '@lockstep/base';
import type { Call, Command } from '../command.ts';
import { assertWritable, readIfThere, write } from '../files.ts';
import { OwnWords } from '../own-words.ts';
import { tellEnd } from '../tell-end.ts';

const VARIABLE = 'LOCKSTEP_SCRATCH_URL';
const DEFAULT = '.lockstep/access-review.md';
const WORDS = new OwnWords({ 'database-url': VARIABLE });

export const accessReview: Command = {
  name: 'access-review',
  summary: 'compares who may do what in the database with the committed document',
  details: `
FILE is the committed document, ${DEFAULT} if it is left out. ${VARIABLE} is the URL of a
database with the schema; it is only read. Prints the lines that differ, as a diff. Ends with 0 where nothing differs, 1
where a right differs, 2 where there is no document yet.

  ${VARIABLE}=postgresql://postgres:postgres@localhost:5432/postgres lockstep access-review --write`,
  arguments: [{ name: 'FILE', meaning: 'the committed document', required: false }],
  options: [
    { name: 'schemas', value: 'NAMES', meaning: 'schemas to look at, with commas between them', absent: 'public' },
    { name: 'write', meaning: 'write the document instead of comparing it' },
  ],
  run,
};

async function run(call: Call): Promise<Verdict> {
  const { flag, signal, terminal, text } = call;
  const url = process.env[VARIABLE] ?? '';
  if (url === '') throw new InputError(`${VARIABLE} is not set: it must be the URL of a database with the schema`);
  const path = text('FILE') || DEFAULT;
  const schemas = (text('schemas') || 'public').split(',').map((name) => name.trim());
  // Before the database is asked.
  const committed = flag('write') ? undefined : readIfThere(path, 'name the committed document');
  if (flag('write')) assertWritable(path);
  const [{ reviewDatabase, reviewDiffText }, { reviewEnd, writtenEnd }] = await Promise.all([
    import('@lockstep/tenants'),
    import('@lockstep/action-kit/tenants/review-end'),
  ]);
  const document = await WORDS.wait(() => reviewDatabase(url, schemas, { log: silent, clock: systemClock, signal }));
  if (flag('write')) {
    write(path, document);
    return tellEnd(call, 'access-review', writtenEnd(path), { data: { written: path } });
  }
  const { diff, ...end } = reviewEnd({ document: redactText(document), path, committed });
  if (diff === undefined) terminal.tell('write it with --write, read it, and commit it\n');
  return tellEnd(call, 'access-review', end, {
    data: diff,
    text: end.verdict === 'fail' && diff !== undefined ? `${reviewDiffText(diff)}\n` : '',
  });
}
