import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { InputError, isMap, redactData, type Verdict, withoutMark } from '@lockstep/base';
import { cutMarkdown, type Row, SECTION_NAME, tame } from '@lockstep/github';
import type { Inputs } from './inputs.ts';
import { readRows } from './rows.ts';

/** A section as a job wrote it. */
export interface Draft {
  readonly name: string;
  readonly markdown: string;
  readonly verdict: Verdict | undefined;
  readonly title: string;
  /** Its lines of the comment's table. */
  readonly rows: readonly Row[];
}

/** An artifact that `write-to` did not write: it was made or changed by hand. */
export class InvalidArtifact extends Error {
  override readonly name = 'InvalidArtifact';
}

const FILES = 20;
const FILE_BYTES = 262_144;
const BODY_LENGTH = 65_536;
const TITLE_LENGTH = 1_000;
const NEEDED = ['version', 'section', 'body'];
const OPTIONAL = ['verdict', 'title', 'rows'];
const FIELDS = [...NEEDED, ...OPTIONAL];
/** A step's summary takes no more, and nobody reads more. */
const READ_BYTES = 1_048_576;
const VERDICTS = ['pass', 'fail', 'unknown'] as const;

/** This job's own section; undefined where there is none to post. Throws InputError on a file that cannot be read. */
export function ownDraft(values: Inputs, workspace: string): Draft | undefined {
  if (values.section === '') return undefined;
  const markdown =
    values['body-path'] === '' ? values.body : readText('body-path', resolve(workspace, values['body-path']));
  const name = values.section;
  const rows = values['rows-path'] === '' ? [] : readRowsFile(resolve(workspace, values['rows-path']));
  // A file, and nothing in it: the job looked, and has nothing to say (any more).
  if (markdown.trim() === '' && values.result === '' && rows.length === 0)
    return { name, markdown: '', verdict: undefined, title: '', rows };
  const verdict = values.verdict === '' ? undefined : values.verdict;
  const title = values.title.replace(/\s+/g, ' ').trim();
  return { name, markdown, verdict, title, rows: rows.length > 0 ? rows : ownRow(values, title || name, verdict) };
}

/** A section that only informs has a line of the table where it says what to write there. */
function ownRow({ duration, result }: Inputs, name: string, verdict: Verdict | undefined): readonly Row[] {
  if (verdict === undefined && result === '') return [];
  const row = { name: `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`, sentence: result, time: duration };
  return [verdict === undefined ? row : { ...row, verdict }];
}

/** Empty where the step that makes the rows left an empty file. */
function readRowsFile(path: string): readonly Row[] {
  const text = readText('rows-path', path);
  if (text.trim() === '') return [];
  let rows: readonly Row[] | undefined;
  try {
    rows = readRows(JSON.parse(text));
  } catch {
    rows = undefined;
  }
  if (rows !== undefined) return rows;
  throw new InputError(
    `input "rows-path": ${path} is not a JSON list of rows with "name", "verdict", "sentence" and "time"`,
  );
}

/** The beginning of a file that may be of any length. A pipe or a device would be read forever. */
function readText(input: string, path: string): string {
  try {
    if (!statSync(path).isFile()) throw new InputError(`input "${input}": ${path} is not a regular file`);
    const file = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(READ_BYTES);
      const length = readSync(file, bytes, 0, READ_BYTES, 0);
      const text = withoutMark(bytes.toString('utf8', 0, length));
      return length < READ_BYTES
        ? text
        : `${text.slice(0, text.lastIndexOf('\n') + 1) || text}\n\n_… cut here; the file is longer._`;
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw new InputError(`input "${input}": ${path} cannot be read; check that an earlier step writes it`, { cause });
  }
}

const CUT_NOTE = '_… cut here; the summary of the run has the whole text._';

/** Whether a draft is cut when it is written down. */
export function isTooLong(draft: Draft): boolean {
  return draft.markdown.length > BODY_LENGTH;
}

/** The untrusted half: a section as data, without any number or name of a pull request in it. */
export function writeDraft(folder: string, draft: Draft): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${draft.name}.json`);
  const body = isTooLong(draft) ? cutMarkdown(tame(draft.markdown), BODY_LENGTH, CUT_NOTE) : draft.markdown;
  const { name: section, rows, title, verdict } = draft;
  const said = {
    ...(verdict === undefined ? {} : { verdict }),
    ...(title === '' ? {} : { title }),
    ...(rows.length === 0 ? {} : { rows }),
  };
  writeFileSync(path, `${JSON.stringify(redactData({ version: 1, section, ...said, body }))}\n`);
  return path;
}

/**
 * The trusted half: all sections of a folder that an untrusted run has filled. Throws InvalidArtifact at the first thing
 * that `writeDraft` does not write: another file, a link, more or larger files, another field.
 */
export function readDrafts(folder: string): readonly Draft[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder).sort();
  } catch (cause) {
    throw new InputError(`input "read-from": ${folder} cannot be read; download the artifact into it first`, { cause });
  }
  if (names.length > FILES) throw new InvalidArtifact(`it has ${names.length} files, at most ${FILES} are allowed`);
  return names.map((name) => readOne(folder, name));
}

function readOne(folder: string, name: string): Draft {
  const shown = JSON.stringify(name.slice(0, 80));
  const section = name.replace(/\.json$/, '');
  if (section === name || !SECTION_NAME.test(section)) throw new InvalidArtifact(`it has a file ${shown}`);
  const path = join(folder, name);
  const stats = lstatSync(path);
  if (!stats.isFile()) throw new InvalidArtifact(`${shown} is not a regular file`);
  if (stats.size > FILE_BYTES)
    throw new InvalidArtifact(`${shown} has ${stats.size} bytes, at most ${FILE_BYTES} are allowed`);
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new InvalidArtifact(`${shown} is not JSON`);
  }
  const given = isMap(data) ? Object.keys(data) : [];
  if (
    !isMap(data) ||
    !NEEDED.every((field) => given.includes(field)) ||
    !given.every((field) => FIELDS.includes(field))
  )
    throw new InvalidArtifact(
      `${shown} must have ${NEEDED.join(', ')}, and may have ${OPTIONAL.join(', ')}, nothing else`,
    );
  const { version, section: named, verdict: word, title = '', rows: lines = [], body } = data;
  const verdict = VERDICTS.find((one) => one === word);
  const rows = readRows(lines);
  if (version !== 1 || named !== section || typeof body !== 'string' || body.length > BODY_LENGTH)
    throw new InvalidArtifact(`${shown} has an invalid "version", "section" or "body"`);
  if (verdict === undefined && word !== undefined) throw new InvalidArtifact(`${shown} has an invalid "verdict"`);
  if (typeof title !== 'string' || title.length > TITLE_LENGTH || rows === undefined)
    throw new InvalidArtifact(`${shown} has an invalid "title" or "rows"`);
  return { name: section, markdown: body, verdict, title, rows };
}
