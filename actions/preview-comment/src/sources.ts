import { lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { InputError, isMap } from '@lockstep/base';
import { SECTION_NAME } from '@lockstep/github';
import type { Inputs } from './inputs.ts';

/** A section as a job wrote it. */
export interface Draft {
  readonly name: string;
  readonly markdown: string;
}

/** An artifact of a fork that is not what our untrusted half writes: somebody made it by hand. */
export class HostileData extends Error {
  override readonly name = 'HostileData';
}

const FILES = 20;
const FILE_BYTES = 262_144;
const BODY_LENGTH = 65_536;

/** This job's own section; undefined where there is none to post. Throws InputError on a file that cannot be read. */
export function ownDraft(values: Inputs, workspace: string): Draft | undefined {
  if (values.section === '') return undefined;
  const text = values['body-path'] === '' ? values.body : readBody(resolve(workspace, values['body-path']));
  const heading = values.title === '' ? '' : `### ${values.title.replace(/\s*\n\s*/g, ' ')}\n\n`;
  return { name: values.section, markdown: `${heading}${text}` };
}

function readBody(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new InputError(`input "body-path": ${path} cannot be read; did the step before write it?`, { cause });
  }
}

/** The untrusted half: a section as data, without any number or name of a pull request in it. */
export function writeDraft(folder: string, draft: Draft): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${draft.name}.json`);
  const body = draft.markdown.slice(0, BODY_LENGTH);
  writeFileSync(path, `${JSON.stringify({ version: 1, section: draft.name, body })}\n`);
  return path;
}

/**
 * The trusted half: all sections of a folder that a stranger may have filled. Throws HostileData at the first thing
 * that `writeDraft` does not write: another file, a link, more or larger files, another field.
 */
export function readDrafts(folder: string): readonly Draft[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder).sort();
  } catch (cause) {
    throw new InputError(`input "read-from": ${folder} cannot be read; download the artifact into it first`, { cause });
  }
  if (names.length > FILES) throw new HostileData(`${names.length} files, at most ${FILES} may be`);
  return names.map((name) => readOne(folder, name));
}

function readOne(folder: string, name: string): Draft {
  const shown = JSON.stringify(name.slice(0, 80));
  const section = name.replace(/\.json$/, '');
  if (section === name || !SECTION_NAME.test(section)) throw new HostileData(`a file is named ${shown}`);
  const path = join(folder, name);
  const stats = lstatSync(path);
  if (!stats.isFile()) throw new HostileData(`${shown} is no plain file`);
  if (stats.size > FILE_BYTES) throw new HostileData(`${shown} has ${stats.size} bytes, at most ${FILE_BYTES} may be`);
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new HostileData(`${shown} is no JSON`);
  }
  if (!isMap(data) || Object.keys(data).sort().join() !== 'body,section,version')
    throw new HostileData(`${shown} does not have exactly "version", "section" and "body"`);
  const { version, section: named, body } = data;
  if (version !== 1 || named !== section || typeof body !== 'string' || body.length > BODY_LENGTH)
    throw new HostileData(`${shown} has a "version", "section" or "body" that is not ours`);
  return { name: section, markdown: body };
}
