import { Fields, InputError, isMap, yamlReason } from '@lockstep/base';
import { isScalar, isSeq, isMap as isYamlMap, LineCounter, type Node, parseDocument } from 'yaml';
import type { Condition } from '../conditions/condition.ts';
import { parseMeasured } from '../conditions/parse.ts';
import { ConditionError } from '../conditions/tokens.ts';
import { type Metric, type MetricSource, subjects, usesRatio } from './metric.ts';
import type { MetricsSurroundings } from './provider.ts';
import { providers } from './providers.ts';

const MOST_METRICS = 20;

export interface MetricsText {
  readonly text: string;
  /** What it is called in messages: `input "metrics"`, or its file. */
  readonly name: string;
}

/**
 * Reads `metrics`: a list of metrics, or a map of `providers` (how each is reached) and `metrics`. Throws InputError with
 * everything that is wrong in it, each with its line. No message quotes a value.
 */
export function readMetrics(
  { text, name }: MetricsText,
  bakeMs: number,
  surroundings: MetricsSurroundings,
): readonly Metric[] {
  const { data, lineOf } = parsed(text, name);
  const root = isMap(data) ? new Fields(data, name, (field) => lineOf([field])) : undefined;
  const list = root === undefined ? data : root.any('metrics');
  const connections = root?.map('providers') ?? {};
  root?.refuseOthers();
  const problems: string[] = [...(root?.problems ?? [])];
  const at = root === undefined ? [] : ['metrics'];
  if (!Array.isArray(list) || list.length === 0)
    throw new InputError([...problems, `${name}: expected a list with at least one metric ("- name: errors")`]);
  if (list.length > MOST_METRICS)
    problems.push(`${name}: expected at most ${MOST_METRICS} metrics, got ${list.length}`);

  const readers = new Map(
    providers.map((provider) => {
      const given = connections[provider.type];
      const fields =
        given === undefined
          ? undefined
          : fieldsOf(given, `${name}, provider ${provider.type}`, (field) =>
              lineOf(['providers', provider.type, field]),
            );
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
    const fields = fieldsOf(
      entry,
      `${name}, metric ${index + 1}`,
      (field) => lineOf([...at, index, field]) ?? lineOf([...at, index]),
    );
    const read = readers.get(fields.text('provider'));
    const metric = readMetric(fields, read, bakeMs);
    fields.refuseOthers();
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
  read: ((metric: Fields) => MetricSource | undefined) | undefined,
  bakeMs: number,
): Metric | undefined {
  const name = fields.text('name', { required: true, expected: 'a name such as errors' });
  if (name !== '' && !/^[A-Za-z0-9][A-Za-z0-9 ._-]{0,59}$/.test(name))
    fields.complain('name', 'expected at most 60 letters, digits, spaces, dots, hyphens and underscores');
  if (read === undefined) {
    fields.complain('provider', `required, expected one of ${providers.map(({ type }) => type).join(', ')}`);
    return undefined;
  }
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
    floor: fields.number('floor', { min: 0, max: 1 }) ?? 0.001,
    historyMs: fields.duration('history', 3_600_000),
    baseline: fields.oneOf('baseline', ['before', 'same-time'], 'before'),
    intervalMs: fields.duration('interval', 15_000),
    delayMs: fields.duration('delay', source?.usualDelayMs ?? 0),
    windowMs: window === 'growing' ? undefined : fields.duration('window', 0),
    minSamples: fields.number('min-samples', { min: 0, max: 1e12 }) ?? 0,
    failureLimit: fields.number('failure-limit', { min: 0, max: 1000 }) ?? 0,
    errorLimit: fields.number('error-limit', { min: 0, max: 1000 }) ?? 4,
    critical: fields.flag('critical', true),
  };
  if (source === undefined) return undefined;
  const whole: Metric = { ...metric, source };
  complainOf(fields, whole, bakeMs);
  return whole;
}

/** What is wrong between the fields of one metric. */
function complainOf(fields: Fields, metric: Metric, bakeMs: number): void {
  const { about, detect, source, windowMs } = metric;
  if (['success', 'failure', 'detect'].every((field) => (fields.any(field) ?? null) === null))
    fields.complain(
      'success',
      'needs a condition (success, failure) or a test (detect): without one nothing is judged',
    );
  if (about !== 'window' && source.names.length === 0)
    fields.complain(
      'for',
      `nothing in the query names a build ({{deployment}}, {{commit}}), so it is not about the ${about}; use window`,
    );
  if (about === 'window' && source.names.length > 0)
    fields.complain('for', 'the query names a build ({{deployment}}, {{commit}}); use candidate or baseline');
  if (detect !== undefined && !source.counts)
    fields.complain('detect', 'needs counts: "query" for the bad events and "of" for all events');
  if (detect !== undefined && about === 'baseline') fields.complain('detect', 'expected candidate or window in "for"');
  if (detect !== undefined && windowMs !== undefined)
    fields.complain('window', 'expected growing with "detect": the test is of all events since the swap');
  if (detect !== undefined && source.reachMs > 0)
    fields.complain(
      'query',
      'with "detect" the range has to be [{{window}}]: the test is of all events since the swap',
    );
  if ((usesRatio(metric) || detect !== undefined) && !source.looksBack && !source.ownBaseline)
    fields.complain(
      usesRatio(metric) ? 'success' : 'detect',
      'needs a baseline, and this query can only be asked about the present; use [VALUE], or a query with {{start}} and {{end}}',
    );
  if (metric.intervalMs < 1000) fields.complain('interval', 'expected at least 1s');
  const [reach, field] = source.reachMs > (windowMs ?? 0) ? [source.reachMs, 'query'] : [windowMs ?? 0, 'window'];
  if (about !== 'baseline' && reach > bakeMs)
    fields.complain(
      field,
      `looks back ${reach / 1000} s and the bake lasts ${bakeMs / 1000} s, so that each of its windows began before the swap; use [{{window}}] or a shorter range, or raise bake-time`,
    );
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

function fieldsOf(entry: unknown, where: string, lineOf: (field: string) => number | undefined): Fields {
  return new Fields(isMap(entry) ? entry : {}, where, lineOf);
}

/** The data of the text, and the line on which what is at a path begins. */
function parsed(text: string, name: string) {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent', prettyErrors: false });
  if (document.errors.length > 0)
    throw new InputError(
      document.errors.map(({ message, pos }) => {
        const { line, col } = lines.linePos(pos[0]);
        return `${name} (line ${line}, column ${col}): not readable as YAML: ${yamlReason(message)}; put conditions and queries in quotes: "[VALUE] < 0.01"`;
      }),
    );
  const lineOf = (path: readonly (string | number)[]): number | undefined => {
    let node: Node | null | undefined = document.contents;
    let line: number | undefined;
    for (const step of path) {
      let found: Node | null | undefined;
      if (isSeq(node)) node = found = node.items[Number(step)] as Node | undefined;
      else {
        const pair = isYamlMap(node) ? node.items.find(({ key }) => isScalar(key) && key.value === step) : undefined;
        found = pair?.key as Node | undefined;
        node = pair?.value as Node | null | undefined;
      }
      if (!found?.range) return line;
      line = lines.linePos(found.range[0]).line;
    }
    return line;
  };
  return { data: document.toJS() as unknown, lineOf };
}
