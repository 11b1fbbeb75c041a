import { Fields, InputError, isDay, isMap, yamlReason } from '@lockstep/base';
import { load, YAMLException } from 'js-yaml';
import { type Budget, parseBudget } from './budget.ts';
import { ADVISORY_SEVERITIES, LEVELS } from './finding.ts';
import type { Gate, GateAcceptance } from './gate.ts';
import { idleFields } from './idle-fields.ts';
import { isAddress } from './page-url.ts';
import { FORMATS, kindOf, type ReportKind } from './readers.ts';
import { isPattern } from './report-paths.ts';

const DEFAULT_TIMEOUT_MS = 600_000;
const UNITS: Readonly<Record<string, number>> = { B: 1, kB: 1_000, MB: 1_000_000, KiB: 1_024, MiB: 1_048_576 };

/**
 * Reads gates from YAML: a list, or a map with `gates`. Throws InputError with everything that is wrong, each with
 * its gate.
 */
export function parseGates(yaml: string, where: string): readonly Gate[] {
  const given = parseYaml(yaml, where);
  const list = isMap(given) ? given['gates'] : given;
  if (!Array.isArray(list) || list.length === 0)
    throw new InputError(`${where}: expected a YAML list of gates, or "gates:" with one`);
  return gatesOf(list, where);
}

/** The same from data that is already parsed. */
export function gatesOf(list: readonly unknown[], where: string): readonly Gate[] {
  const problems: string[] = [];
  const gates = list.map((entry, index) => {
    const given = isMap(entry) ? entry : {};
    const name = typeof given['name'] === 'string' ? `gate "${given['name']}"` : `gate ${index + 1}`;
    const fields = new Fields(given, `${where}, ${name}`);
    const gate = gateOf(fields);
    for (const { name, why } of idleFields(gate, given)) fields.complain(name, why);
    problems.push(...fields.problems);
    return gate;
  });
  problems.push(...twice(gates, where), ...wrongOrder(gates, where));
  if (problems.length > 0) throw new InputError(problems);
  return gates;
}

function gateOf(fields: Fields): Gate {
  const gate: Gate = {
    name: fields.text('name', { required: true }),
    run: fields.text('run') || undefined,
    uses: wordOf(fields, 'uses', ['secrets']),
    reports: fields.list('report'),
    shards: fields.number('shards', { min: 1, max: 1_000 }),
    format: wordOf(fields, 'format', FORMATS),
    directory: fields.text('directory') || '.',
    env: textsOf(fields, 'env'),
    timeoutMs: fields.duration('timeout', DEFAULT_TIMEOUT_MS),
    maxAgeMs: fields.text('max-age') === '' ? undefined : fields.duration('max-age', 0),
    retry: fields.number('retry', { min: 0, max: 5 }) ?? 0,
    after: fields.list('after'),
    required: fields.oneOf('policy', ['required', 'advisory'], 'required') === 'required',
    onUnknown: wordOf(fields, 'on-unknown', ['fail', 'warn']),
    newOnly: fields.flag('new-only', false),
    ...failOnOf(fields),
    maxWarnings: fields.number('max-warnings', { min: 0 }),
    accept: acceptancesOf(fields),
    allow: fields.list('allow'),
    minimum: limitsOf(fields, 'minimum', percentage),
    maximum: limitsOf(fields, 'maximum', bytes),
    budgets: budgetsOf(fields),
    url: fields.text('url') || undefined,
    ratchet: fields.text('ratchet') || undefined,
    tolerance: fields.number('tolerance', { min: 0, max: 100 }) ?? 0,
  };
  complainOfContradictions(fields, gate);
  fields.refuseOthers();
  return gate;
}

/** The kinds whose numbers a gate sets limits to. */
const METRICS: readonly ReportKind[] = ['coverage', 'sizes'];

function complainOfContradictions(fields: Fields, gate: Gate): void {
  if (!/^[\w.-]+$/.test(gate.name)) fields.complain('name', 'expected letters, digits, dots, hyphens');
  if (gate.run === undefined && gate.uses === undefined && gate.reports.length === 0)
    fields.complain('run', 'required, expected a command, or "uses", or a "report" to read');
  if (gate.run !== undefined && gate.uses !== undefined) fields.complain('uses', 'a gate has either "run" or "uses"');
  if ((gate.reports.length === 0) !== (gate.format === undefined))
    fields.complain('format', '"report" and "format" go together');
  const fromStdout = gate.reports.includes('stdout');
  if (fromStdout && gate.run === undefined) fields.complain('report', '"stdout" needs a "run"');
  if (fromStdout && gate.reports.length > 1)
    fields.complain('report', '"stdout" cannot be combined with other reports');
  const isOneFolder = gate.format !== undefined && kindOf(gate.format) === 'sizes';
  if (isOneFolder && (gate.reports.length > 1 || gate.reports.some(isPattern)))
    fields.complain('report', `${gate.format} reads one folder`);
  const limits = Object.keys({ ...gate.minimum, ...gate.maximum }).length > 0 || gate.ratchet !== undefined;
  if (limits && (gate.format === undefined || !METRICS.includes(kindOf(gate.format))))
    fields.complain(
      'format',
      `"minimum", "maximum" and "ratchet" need one of ${FORMATS.filter((format) => METRICS.includes(kindOf(format))).join(', ')}`,
    );
  // k6 has thresholds of its own; these two only measure.
  if ((gate.format === 'lighthouse' || gate.format === 'autocannon') && fields.any('budgets') === undefined)
    fields.complain('budgets', 'required, expected a list of limits like "p99 <= 500ms"');
  if (gate.url !== undefined && !isAddress(gate.url))
    fields.complain('url', 'expected an address with http:// or https://, or a variable like $PREVIEW_URL');
  if (gate.format === 'licenses' && gate.allow.length === 0)
    fields.complain('allow', 'required, expected a list of SPDX ids of allowed licenses');
}

/** Either a level of findings or a severity of advisories; the words of both are different. */
function failOnOf(fields: Fields): Pick<Gate, 'failOn' | 'failOnSeverity'> {
  const word = fields.text('fail-on');
  const level = LEVELS.find((one) => one === word);
  const severity = ADVISORY_SEVERITIES.find((one) => one === word);
  if (word !== '' && level === undefined && severity === undefined)
    fields.complain('fail-on', `expected one of ${[...LEVELS, ...ADVISORY_SEVERITIES].join(', ')}`);
  return { failOn: level ?? 'error', failOnSeverity: severity ?? 'high' };
}

function wordOf<const T extends string>(fields: Fields, name: string, words: readonly T[]): T | undefined {
  const text = fields.text(name);
  const word = words.find((one) => one === text);
  if (text !== '' && word === undefined) fields.complain(name, `expected one of ${words.join(', ')}`);
  return word;
}

function acceptancesOf(fields: Fields): readonly GateAcceptance[] {
  const list = fields.any('accept') ?? [];
  if (!Array.isArray(list)) {
    fields.complain('accept', 'expected a list');
    return [];
  }
  return list.map((entry: unknown, index) => {
    const one = new Fields(isMap(entry) ? entry : {}, `accept ${index + 1}`);
    const acceptance = {
      what: one.text('what', { required: true, expected: 'a rule, an advisory or a package' }),
      upTo: one.oneOf('up-to', ADVISORY_SEVERITIES, 'critical'),
      until: one.text('until', { required: true, expected: 'a day like 2026-12-31' }),
      reason: one.text('reason', { required: true }),
    };
    if (acceptance.until !== '' && !isDay(acceptance.until)) one.complain('until', 'expected a day like 2026-12-31');
    one.refuseOthers();
    for (const problem of one.problems) fields.complain('accept', problem);
    return acceptance;
  });
}

function budgetsOf(fields: Fields): readonly Budget[] {
  return fields.list('budgets').flatMap((text) => {
    const budget = parseBudget(text);
    if (budget !== undefined) return [budget];
    fields.complain(
      'budgets',
      `"${text}": expected a limit like "p95 <= 500ms", "error-rate < 1%" or "seo-score >= 90"`,
    );
    return [];
  });
}

function textsOf(fields: Fields, name: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields.map(name) ?? {}).map(([key, value]) => [key, String(value ?? '')]));
}

function limitsOf(
  fields: Fields,
  name: string,
  parse: (value: unknown) => number | undefined,
): Readonly<Record<string, number>> {
  const limits = Object.entries(fields.map(name) ?? {}).map(([key, value]) => [key, parse(value)] as const);
  for (const [key, limit] of limits)
    if (limit === undefined) fields.complain(name, `"${key}": expected a percentage, or a size like 250kB`);
  return Object.fromEntries(limits.map(([key, limit]) => [key, limit ?? 0]));
}

function percentage(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= 100 ? value : undefined;
}

function bytes(value: unknown): number | undefined {
  const [, digits, unit = 'B'] = /^(\d+(?:\.\d+)?)\s*(B|kB|MB|KiB|MiB)?$/.exec(String(value)) ?? [];
  const factor = UNITS[unit];
  return digits === undefined || factor === undefined ? undefined : Number(digits) * factor;
}

function twice(gates: readonly Gate[], where: string): readonly string[] {
  const names = gates.map((gate) => gate.name);
  const repeated = new Set(names.filter((name, index) => name !== '' && names.indexOf(name) !== index));
  return [...repeated].map((name) => `${where}: two gates are named "${name}"`);
}

/** A gate that waits for one that is not there, or for itself, would wait forever. */
function wrongOrder(gates: readonly Gate[], where: string): readonly string[] {
  const byName = new Map(gates.map((gate) => [gate.name, gate]));
  const problems = gates.flatMap((gate) =>
    gate.after
      .filter((name) => !byName.has(name))
      .map((name) => `${where}, gate "${gate.name}": "after": there is no gate "${name}"`),
  );
  const settled = new Set<string>();
  for (let moved = true; moved; ) {
    moved = false;
    for (const gate of gates)
      if (!settled.has(gate.name) && gate.after.every((name) => settled.has(name) || !byName.has(name))) {
        settled.add(gate.name);
        moved = true;
      }
  }
  const circle = gates.filter((gate) => !settled.has(gate.name)).map((gate) => gate.name);
  return circle.length === 0 ? problems : [...problems, `${where}: ${circle.join(', ')} wait for each other`];
}

function parseYaml(yaml: string, where: string): unknown {
  try {
    return load(yaml);
  } catch (thrown) {
    if (!(thrown instanceof YAMLException)) throw thrown;
    const at = thrown.mark === undefined ? '' : ` in line ${thrown.mark.line + 1}, column ${thrown.mark.column + 1}`;
    throw new InputError(`${where}: not readable as YAML${at}: ${yamlReason(thrown.reason)}`);
  }
}
