import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { InputError, redactData } from '@lockstep/base';
import { giveRunner } from './file-command.ts';

const PREFIX = 'lockstep-';

/**
 * The runner hands each state to the post step as one variable of its environment, and Linux starts no process with one
 * over 131,071 bytes: the undo would not even begin. This is far below it, for all states of a step together.
 */
export const STATE_LIMIT_BYTES = 16_000;
/** What is larger than this goes to a file; several of them still fit into the state. */
const SMALL_BYTES = 4_000;

/** What main leaves for post, by GITHUB_STATE: written at once, kept by the runner also when main is killed. */
export interface StateStore {
  /** Keeps a small JSON value, never a secret. Throws where the states of the step together are over their limit. */
  save(key: string, value: unknown): void;
  /**
   * Keeps a value that grows with the world (a plan with all its hosts): in the state itself while it is small, else in
   * a file beside the journal, with its digest in the state.
   */
  keep(key: string, value: unknown): void;
  /**
   * What was kept last under the key, in main or, from post, by main; undefined when nothing was. Throws InputError where
   * it lay in a file that is gone or was changed.
   */
  get(key: string): unknown;
}

interface InFile {
  readonly lockstepFile: string;
  readonly digest: string;
}

/** @param fileOf where a kept value lies that is too large for the state; the same in main and post */
export function runnerState(
  env: Readonly<Record<string, string | undefined>>,
  fileOf: (key: string) => string,
): StateStore {
  const own = new Map<string, string>();
  const put = (key: string, text: string) => {
    const others = [...own]
      .filter(([other]) => other !== key)
      .reduce((sum, [, one]) => sum + Buffer.byteLength(one), 0);
    const bytes = others + Buffer.byteLength(text);
    if (bytes > STATE_LIMIT_BYTES)
      throw new Error(`state "${key}": ${bytes} bytes with the others, the limit is ${STATE_LIMIT_BYTES}; keep() it`);
    own.set(key, text);
    giveRunner('state', `${PREFIX}${key}`, text);
  };
  return {
    save: (key, value) => put(key, JSON.stringify(redactData(value))),
    keep: (key, value) => {
      const text = JSON.stringify(redactData(value));
      if (Buffer.byteLength(text) <= SMALL_BYTES) return put(key, text);
      const path = fileOf(key);
      writeWhole(path, text);
      put(key, JSON.stringify({ lockstepFile: path, digest: digestOf(text) } satisfies InFile));
    },
    get: (key) => {
      const text = own.get(key) ?? env[`STATE_${PREFIX}${key}`];
      if (text === undefined || text === '') return undefined;
      const value = JSON.parse(text) as unknown;
      return isInFile(value) ? readWhole(key, value) : value;
    },
  };
}

/** There is no moment at which the file has half of it. */
function writeWhole(path: string, text: string): void {
  if (!existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.draft`, text, { mode: 0o600, flush: true });
  renameSync(`${path}.draft`, path);
}

function readWhole(key: string, { lockstepFile, digest }: InFile): unknown {
  const changed = `what this step kept for its post step (${key}, ${lockstepFile})`;
  let text: string;
  try {
    text = readFileSync(lockstepFile, 'utf8');
  } catch (cause) {
    throw new InputError(`${changed} is gone: no step of the job may remove files of RUNNER_TEMP`, { cause });
  }
  if (digestOf(text) !== digest)
    throw new InputError(`${changed} was changed: no step of the job may write to files of RUNNER_TEMP`);
  return JSON.parse(text);
}

function isInFile(value: unknown): value is InFile {
  return typeof value === 'object' && value !== null && typeof (value as Partial<InFile>).lockstepFile === 'string';
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
