import { BACKUP_ID, EXPECTED_ID } from '@lockstep/action-kit/backup/id';
import { type BackupTarget, openPlace, readIdentities } from '@lockstep/backup';
import { InputError, parseDuration, Secret, systemClock } from '@lockstep/base';
import type { Call } from '../../command.ts';
import { read } from '../../files.ts';
import { logOf } from '../../log.ts';

/** What every engine of backups is given here. */
export function toolsOf({ terminal, signal }: Call) {
  return { clock: systemClock, log: logOf(terminal), signal };
}

export async function placeOf(call: Call): Promise<BackupTarget> {
  if (call.text('to') === '') throw new InputError('--to: required: s3://BUCKET/PREFIX or a directory');
  const { clock, log } = toolsOf(call);
  const unsaid = { region: '', endpoint: '', accessKeyId: '', secretAccessKey: new Secret('') };
  return openPlace({ to: call.text('to'), ...unsaid }, { clock, log, fetch, env: process.env });
}

/** A URL with a password: from the environment, as secrets are for `lockstep`. */
export function urlFrom(variable: string): string {
  const url = process.env[variable] ?? '';
  if (url === '') throw new InputError(`${variable}: required in the environment, a postgresql:// URL`);
  return new Secret(url).reveal();
}

export async function identitiesOf(call: Call): Promise<readonly string[]> {
  const path = call.text('key-file');
  return path === '' ? [] : readIdentities(readFile(path, '--key-file'));
}

export function readFile(path: string, option: string): string {
  return read(path, `name another with ${option}`);
}

export function listOf(call: Call, name: string): readonly string[] {
  return call
    .text(name)
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** Undefined where it is absent. */
export function durationOf(call: Call, name: string): number | undefined {
  const text = call.text(name);
  if (text === '') return undefined;
  const ms = parseDuration(text);
  if (ms === undefined) throw new InputError(`--${name}: expected a duration like 90s, 2h or 35d, got "${text}"`);
  return ms;
}

export function numberOf(call: Call, name: string, most: number): number {
  const text = call.text(name);
  if (!/^[1-9]\d{0,3}$/.test(text) || Number(text) > most)
    throw new InputError(`--${name}: expected a whole number from 1 to ${most}, got "${text}"`);
  return Number(text);
}

/** Which backup is meant. Throws InputError for what is no id of one. */
export function wantedOf(call: Call): string {
  const wanted = call.text('backup');
  if (!BACKUP_ID.test(wanted)) throw new InputError(`--backup: expected ${EXPECTED_ID}, got "${wanted}"`);
  return wanted;
}
