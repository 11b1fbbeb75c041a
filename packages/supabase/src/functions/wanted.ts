import { posix } from 'node:path';
import { describe, InputError, isMap, type Place } from '@lockstep/base';
import type { Folder } from './folder.ts';
import { isFunctionName } from './functions.ts';
import { madeOf } from './made-of.ts';

/** A function as the repository wants it. */
export interface WantedFunction {
  readonly name: string;
  /** Undefined where the configuration takes it from elsewhere, such as `env(NAME)`. */
  readonly verifyJwt: boolean | undefined;
  /** Files and folders of the repository that it is made of. Empty where it has none here. */
  readonly madeOf: readonly string[];
  /** Where the repository says most of it. */
  readonly where: Place | undefined;
}

export interface WantedPlaces {
  /** `supabase/functions` */
  readonly directory: string;
  /** The project, whose part of `[remotes]` goes before the rest. */
  readonly ref: string;
}

/**
 * What the folders and supabase/config.toml say: one folder a function, without those whose name begins with `_` or `.`;
 * `verify_jwt` is true unless the configuration says otherwise; what is not `enabled` is not deployed. As Supabase's own
 * command reads them (supabase.com/docs/guides/functions/function-configuration).
 */
export async function readWantedFunctions(
  folder: Folder,
  { directory, ref }: WantedPlaces,
): Promise<readonly WantedFunction[]> {
  const root = posix.normalize(directory).replace(/\/$/, '');
  const configPath = posix.join(posix.dirname(root), 'config.toml');
  const text = await folder.read(configPath);
  const configured = text === undefined ? {} : configuredIn(await parsed(text, configPath), ref);
  const entries = (await folder.list(root)) ?? [];
  const folders = entries.filter(
    ({ kind, name }) => kind === 'folder' && isFunctionName(name) && !name.startsWith('_'),
  );
  const names = [...new Set([...folders.map(({ name }) => name), ...Object.keys(configured).filter(isFunctionName)])];
  const wanted: WantedFunction[] = [];
  for (const name of names.sort()) {
    const settings = configured[name] ?? {};
    if (settings['enabled'] === false) continue;
    const verify = settings['verify_jwt'];
    const named = ['entrypoint', 'import_map'].flatMap((key) => {
      const value = settings[key];
      return typeof value === 'string' && value !== '' ? [posix.join(posix.dirname(configPath), value)] : [];
    });
    const has = folders.some((one) => one.name === name);
    const line = text === undefined ? undefined : lineOf(text, name);
    wanted.push({
      name,
      verifyJwt: verify === undefined ? true : typeof verify === 'boolean' ? verify : undefined,
      madeOf: await madeOf(folder, [...(has ? [posix.join(root, name)] : []), ...named]),
      where: line === undefined ? (has ? { file: posix.join(root, name) } : undefined) : { file: configPath, line },
    });
  }
  return wanted;
}

/** The parser is loaded where there is something to parse. */
async function parsed(text: string, path: string): Promise<Readonly<Record<string, unknown>>> {
  const { parse } = await import('smol-toml');
  try {
    return parse(text) as Readonly<Record<string, unknown>>;
  } catch (error) {
    throw new InputError(`${path}: it is not TOML: ${describe(error).split('\n')[0] ?? ''}`);
  }
}

type Settings = Readonly<Record<string, unknown>>;

function configuredIn(config: Readonly<Record<string, unknown>>, ref: string): Readonly<Record<string, Settings>> {
  const remotes = mapsOf(config['remotes']);
  const remote = Object.values(remotes).find((one) => one['project_id'] === ref);
  const [common, own] = [mapsOf(config['functions']), mapsOf(remote?.['functions'])];
  const merged: Record<string, Settings> = { ...common };
  for (const [name, settings] of Object.entries(own)) merged[name] = { ...merged[name], ...settings };
  return merged;
}

function mapsOf(value: unknown): Readonly<Record<string, Settings>> {
  if (!isMap(value)) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, Settings] => isMap(entry[1])));
}

function lineOf(text: string, name: string): number | undefined {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => {
    const header = /^\s*\[\s*functions\s*\.\s*(?:"([^"]+)"|'([^']+)'|([\w-]+))\s*\]/.exec(line);
    return (header?.[1] ?? header?.[2] ?? header?.[3]) === name;
  });
  return at < 0 ? undefined : at + 1;
}
