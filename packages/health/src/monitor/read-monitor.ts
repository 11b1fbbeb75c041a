import { Fields, InputError, isMap, readYaml } from '@lockstep/base';
import { LineCounter, parseDocument } from 'yaml';
import type { MetricsSurroundings } from '../metrics/provider.ts';
import type { Monitor } from './monitor.ts';
import { monitors } from './sources.ts';

export interface MonitorText {
  readonly text: string;
  /** What it is called in messages: `input "availability-source"`, or its file. */
  readonly name: string;
}

/** Reads `availability-source`: one map. Throws InputError with everything that is wrong in it; no message quotes a value. */
export function readMonitor({ name, text }: MonitorText, surroundings: MetricsSurroundings): Monitor {
  const { data: given } = readYaml({ LineCounter, parseDocument }, text, name, 'put queries in quotes');
  const known = monitors.map(({ type }) => type);
  if (!isMap(given)) throw new InputError(`${name}: expected a map with "provider" (${known.join(', ')})`);
  const fields = new Fields(given, name);
  const provider = fields.text('provider');
  const type = monitors.find((one) => one.type === provider);
  if (type === undefined) {
    fields.complain('provider', `required, expected one of ${known.join(', ')}`);
    throw new InputError(fields.problems);
  }
  const monitor = type.read(fields, surroundings);
  fields.refuseOthers();
  if (fields.problems.length > 0 || monitor === undefined) throw new InputError(fields.problems);
  return monitor;
}
