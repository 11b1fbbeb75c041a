import { Fields, InputError, isMap, readYaml } from '@lockstep/base';
import { LineCounter, parseDocument } from 'yaml';
import type { Condition } from '../conditions/condition.ts';
import { parseMeasured } from '../conditions/parse.ts';
import { ConditionError } from '../conditions/tokens.ts';
import { complainOf } from './complaints.ts';
import { type Metric, type MetricSource, subjects } from './metric.ts';
import type { MetricsSurroundings } from './provider.ts';
import { providers } from './providers.ts';

const MOST_METRICS = 20;
const QUOTES = 'put conditions and queries in quotes: "[VALUE] < 0.01"';

export interface MetricsText {
  readonly text: string;
  /** What it is called in messages: `input "metrics"`, or its file. */
  readonly name: string;
}

/**
 * Reads `metrics`: a list of metrics, or a map of `providers` (how each is reached) and `metrics`. Throws InputError with
 * everything that is wrong in it, each with its line. Values are quoted of metrics alone: secrets are among the fields of
 * providers.
 */
export function readMetrics(
  { text, name }: MetricsText,
  bakeMs: number,
  surroundings: MetricsSurroundings,
): readonly Metric[] {
  const { data, lineOf } = readYaml({ LineCounter, parseDocument }, text, name, QUOTES);
  const root = isMap(data) ? new Fields(data, name, (field) => lineOf([field])) : undefined;
  const list = root === undefined ? data : root.any('metrics');
  const connections = root?.map('providers') ?? {};
  root?.refuseOthers();
  const problems: string[] = [...(root?.problems ?? [])];
  const at = root === undefined ? [] : ['metrics'];
  if (!Array.isArray(list) || list.length === 0)
    throw new InputError([
      ...problems,
      `${name}: expected a list with at least one metric ("- name: errors")${typeof data === 'string' ? '; a text is taken for the path of a file only if it ends in .yml or .yaml' : ''}`,
    ]);
  if (list.length > MOST_METRICS)
    problems.push(`${name}: expected at most ${MOST_METRICS} metrics, got ${list.length}`);

  const readers = new Map(
    providers.map((provider) => {
      const given = connections[provider.type];
      const place = `${name}, provider ${provider.type}`;
      if (given !== undefined && given !== null && !isMap(given))
        problems.push(`${place} (line ${lineOf(['providers', provider.type])}): expected a map ("url: https://…")`);
      const fields =
        given === undefined
          ? undefined
          : new Fields(isMap(given) ? given : {}, place, (field) => lineOf(['providers', provider.type, field]));
      const read = provider.connect(fields, surroundings);
      fields?.refuseOthers();
      problems.push(...(fields?.problems ?? []));
      return [provider.type, read] as const;
    }),
  );
  const known = [...readers.keys()];
  for (const type of Object.keys(connections))
    if (!readers.has(type))
      problems.push(`${name} (line ${lineOf(['providers', type])}): no such provider; there are ${known.join(', ')}`);

  const metrics = list.map((entry: unknown, index) => {
    const place = `${name}, metric ${index + 1}`;
    if (!isMap(entry)) {
      problems.push(`${place} (line ${lineOf([...at, index])}): expected a map ("name: errors", "provider: …")`);
      return undefined;
    }
    const fields = new Fields(entry, place, (field) => lineOf([...at, index, field]) ?? lineOf([...at, index]), {
      hasSecrets: false,
    });
    const type = fields.needed('provider', known);
    const read = type === undefined ? undefined : readers.get(type);
    const metric = read === undefined ? undefined : readMetric(fields, read, bakeMs);
    // Which fields there are depends on the provider.
    if (read !== undefined) fields.refuseOthers();
    problems.push(...fields.problems);
    return metric;
  });
  const names = metrics.map((metric) => metric?.name);
  for (const twice of new Set(names.filter((one, index) => one !== undefined && names.indexOf(one) !== index)))
    problems.push(`${name}: two metrics are called "${twice}"; give them different names`);
  if (problems.length > 0) throw new InputError(problems);
  return metrics.filter((metric) => metric !== undefined);
}

function readMetric(
  fields: Fields,
  read: (metric: Fields) => MetricSource | undefined,
  bakeMs: number,
): Metric | undefined {
  const name = fields.text('name', { required: true, expected: 'a name such as errors' });
  if (name !== '' && !/^[A-Za-z0-9][A-Za-z0-9 ._-]{0,59}$/.test(name))
    fields.complain('name', 'expected at most 60 letters, digits, spaces, dots, hyphens and underscores');
  const about = fields.oneOf('for', subjects, 'window');
  const source = read(fields);
  const window = fields.text('window') || 'growing';
  const metric = {
    name,
    provider: fields.text('provider'),
    about,
    success: condition(fields, 'success'),
    failure: condition(fields, 'failure'),
    detect: fields.number('detect', { min: 1.1, max: 100 }),
    floor: fields.number('floor', { min: 0.000001, max: 1 }) ?? 0.001,
    historyMs: fields.duration('history', 3_600_000),
    baseline: fields.oneOf('baseline', ['before', 'same-time'], 'before'),
    intervalMs: fields.duration('interval', 15_000),
    delayMs: fields.duration('delay', source?.usualDelayMs ?? 0),
    windowMs: window === 'growing' ? undefined : fields.duration('window', 0),
    minSamples: fields.number('min-samples', { min: 0, max: 1e12, isWhole: true }) ?? 0,
    failureLimit: fields.number('failure-limit', { min: 0, max: 1000, isWhole: true }) ?? 0,
    errorLimit: fields.number('error-limit', { min: 0, max: 1000, isWhole: true }) ?? 4,
    critical: fields.flag('critical', true),
  };
  complainOf(fields, metric, source, bakeMs);
  return source === undefined ? undefined : { ...metric, source };
}

function condition(fields: Fields, name: string): Condition | undefined {
  const text = fields.any(name);
  if (text === undefined || text === null) return undefined;
  if (typeof text !== 'string') {
    fields.complain(name, 'expected a condition in quotes, such as "[VALUE] < 0.01"');
    return undefined;
  }
  try {
    return parseMeasured(text);
  } catch (error) {
    if (!(error instanceof ConditionError)) throw error;
    fields.complain(name, `column ${error.column}: ${error.message}`);
    return undefined;
  }
}
