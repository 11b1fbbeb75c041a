import { isMap } from '@lockstep/base';
import type { Finding, Level } from '../finding.ts';
import { readItems } from '../json-stream.ts';
import { type Reading, reading, unreadable } from '../report.ts';
import { inRepository, listOf, mapOf, place, positive, type Source, textField } from '../source.ts';

type Json = Readonly<Record<string, unknown>>;

/** A finding whose level its run's rules may still decide. */
type Undecided = Omit<Finding, 'level'> & { level: Level | undefined };

/**
 * SARIF 2.1.0. Suppressed results and those that only pass or inform are no findings. A run without `results` did not
 * get to look (section 3.14.23 of the standard), and one whose invocation failed crashed.
 */
export async function readSarif(source: Source): Promise<Reading> {
  const undecided: Undecided[][] = [];
  const fileOf = files({ ...source, directory: source.root });
  const rest = await readItems(source, '$.runs.*.results.*', (one, [, run]) => {
    const result = mapOf(one, 'a result');
    undecided[Number(run)] ??= [];
    if (isFinding(result)) undecided[Number(run)]?.push(findingOf(fileOf, result));
  });
  const runs = listOf(mapOf(rest, 'the log')['runs'], 'runs').map((run) => mapOf(run, 'a run'));
  if (runs.length === 0) return unreadable('nothing-checked', 'it has no run');
  const findings: Finding[] = [];
  for (const [index, run] of runs.entries()) {
    const failed = listOf(run['invocations'] ?? [], 'invocations').find(
      (one) => isMap(one) && one['executionSuccessful'] === false,
    );
    if (failed !== undefined) return unreadable('tool-crashed', `${toolName(run)} says that it did not run to its end`);
    if (!Array.isArray(run['results']))
      return unreadable('nothing-checked', `${toolName(run)} has no results, not even an empty list`);
    const levels = defaultLevels(run);
    for (const one of undecided[index] ?? [])
      findings.push(Object.assign(one, { level: one.level ?? levels.get(one.rule) ?? 'warning' }));
  }
  return reading({ checked: undefined, findings });
}

function isFinding(result: Json): boolean {
  const kind = result['kind'] ?? 'fail';
  const suppressions = Array.isArray(result['suppressions']) ? result['suppressions'] : [];
  const suppressed = suppressions.some(
    (one) => isMap(one) && (one['status'] === undefined || one['status'] === 'accepted'),
  );
  return (
    (kind === 'fail' || kind === 'open' || kind === 'review') && !suppressed && result['baselineState'] !== 'absent'
  );
}

function findingOf(fileOf: (uri: string) => string | undefined, result: Json): Undecided {
  const rule = ruleOf(result);
  const message = isMap(result['message']) ? textField(result['message']['text']) : '';
  const locations = Array.isArray(result['locations']) ? result['locations'] : [];
  const physical = isMap(locations[0]) ? locations[0]['physicalLocation'] : undefined;
  const artifact = isMap(physical) ? physical['artifactLocation'] : undefined;
  const region = isMap(physical) && isMap(physical['region']) ? physical['region'] : {};
  const uri = isMap(artifact) ? textField(artifact['uri']) : '';
  return {
    rule,
    level: levelOf(result['level']),
    message: message === '' ? rule : message,
    ...place(fileOf(uri), positive(region['startLine']), positive(region['startColumn'])),
  };
}

/** A result may name its rule by id, or by a reference. */
function ruleOf(result: Json): string {
  const byReference = isMap(result['rule']) ? textField(result['rule']['id']) : '';
  return textField(result['ruleId']) || byReference || 'unnamed';
}

/** SARIF's `none` is a finding without a level of its own, and shown as a note. */
function levelOf(value: unknown): Level | undefined {
  return value === 'error' || value === 'warning' || value === 'note' ? value : value === 'none' ? 'note' : undefined;
}

function defaultLevels(run: Json): ReadonlyMap<string, Level> {
  const driver = isMap(run['tool']) && isMap(run['tool']['driver']) ? run['tool']['driver'] : {};
  const rules = Array.isArray(driver['rules']) ? driver['rules'].filter(isMap) : [];
  return new Map(
    rules.flatMap((rule) => {
      const level = isMap(rule['defaultConfiguration']) ? levelOf(rule['defaultConfiguration']['level']) : undefined;
      return level === undefined ? [] : [[textField(rule['id']), level] as const];
    }),
  );
}

function toolName(run: Json): string {
  const driver = isMap(run['tool']) ? run['tool']['driver'] : undefined;
  return isMap(driver) ? textField(driver['name']) || 'a tool' : 'a tool';
}

/** Paths by URI: a long report names the same few files again and again. */
function files(source: Source): (uri: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (uri) => {
    if (!known.has(uri)) known.set(uri, inRepository(source, decode(uri)));
    return known.get(uri);
  };
}

function decode(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
