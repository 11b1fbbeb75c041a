import { isMap } from '@lockstep/base';
import type { CodeFinding, Level } from '../finding.ts';
import { readItems } from '../json-stream.ts';
import { type ReportReading, reading, unreadable } from '../report.ts';
import {
  inRepository,
  listOf,
  mapOf,
  messageOf,
  place,
  positive,
  type ReportSource,
  textField,
  UnreadableError,
} from '../source.ts';
import { levelOf, NoSuchRule, placeOf, RuleLevels, ruleOf, type Undecided } from './sarif-levels.ts';

type Json = Readonly<Record<string, unknown>>;

/** A finding whose level its run's rules may still decide. */
interface Found extends Undecided {
  readonly finding: Omit<CodeFinding, 'level' | 'rule'>;
  readonly level: Level | undefined;
}

/** Parts of a run that may be in files of their own; without them results or their levels are not known. */
const NEEDED_PARTS = ['results', 'driver', 'extensions', 'invocations', 'policies'];

/**
 * SARIF 2.1.0. Suppressed results and those that only pass or inform are no findings. A run without `results` did not
 * get to look (section 3.14.23 of the standard), and one whose invocation failed crashed.
 */
export async function readSarif(source: ReportSource): Promise<ReportReading> {
  const found: (CodeFinding | Found)[][] = [];
  const fileOf = files({ ...source, directory: source.root });
  const rest = await readItems(source, '$.runs.*.results.*', (one, [, run]) => {
    const result = mapOf(one, 'a result');
    found[Number(run)] ??= [];
    if (isFinding(result)) found[Number(run)]?.push(foundIn(fileOf, result));
  });
  const runs = listOf(mapOf(rest, 'the log')['runs'], 'runs').map((run) => mapOf(run, 'a run'));
  if (runs.length === 0) return unreadable('nothing-checked', 'it has no run');
  const findings: CodeFinding[] = [];
  for (const [index, run] of runs.entries()) {
    if (listOf(run['invocations'] ?? [], 'invocations').some(hasCrashed))
      return unreadable('tool-crashed', `${toolName(run)} reports that it did not run to its end`);
    const elsewhere = partsElsewhere(run);
    if (elsewhere.length > 0)
      return unreadable('report-incomplete', `${elsewhere.join(', ')} of ${toolName(run)} are in other files`);
    if (!Array.isArray(run['results']))
      return unreadable('nothing-checked', `${toolName(run)} has no results, not even an empty list`);
    for (const one of decided(run, found[index] ?? [])) findings.push(one);
  }
  return reading({ checked: undefined, findings });
}

function decided(run: Json, found: readonly (CodeFinding | Found)[]): readonly CodeFinding[] {
  const levels = new RuleLevels(run);
  return found.map((one) => {
    if (!('finding' in one)) return one;
    try {
      const rule = levels.idOf(one.rule) || 'unnamed';
      const { finding } = one;
      return { ...finding, message: finding.message || rule, rule, level: one.level ?? levels.levelOf(one) };
    } catch (error) {
      if (!(error instanceof NoSuchRule)) throw error;
      const detail = `a result of ${toolName(run)} names the rule ${error.message}, which it does not define: its level is not known`;
      throw new UnreadableError('report-incomplete', detail);
    }
  });
}

/** What tools report of a failed run, also those that leave the required answer out. */
function hasCrashed(invocation: unknown): boolean {
  if (!isMap(invocation)) return false;
  if (typeof invocation['executionSuccessful'] === 'boolean') return !invocation['executionSuccessful'];
  const notifications = invocation['toolExecutionNotifications'];
  return Array.isArray(notifications) && notifications.some((one) => isMap(one) && one['level'] === 'error');
}

function partsElsewhere(run: Json): readonly string[] {
  const references = run['externalPropertyFileReferences'];
  return isMap(references) ? NEEDED_PARTS.filter((part) => references[part] !== undefined) : [];
}

/** A result that only passes or informs has no level; one that has one all the same is believed. */
function isFinding(result: Json): boolean {
  const kind = result['kind'] ?? 'fail';
  const suppressions = Array.isArray(result['suppressions']) ? result['suppressions'] : [];
  const suppressed = suppressions.some(
    (one) => isMap(one) && (one['status'] === undefined || one['status'] === 'accepted'),
  );
  const counts = kind === 'fail' || kind === 'open' || kind === 'review' || result['level'] === 'error';
  return counts && !suppressed && result['baselineState'] !== 'absent';
}

/** Most results say all themselves; of a long log nothing more of those is kept. */
function foundIn(fileOf: (uri: string) => string | undefined, result: Json): CodeFinding | Found {
  const locations = Array.isArray(result['locations']) ? result['locations'] : [];
  const physical = isMap(locations[0]) ? locations[0]['physicalLocation'] : undefined;
  const artifact = isMap(physical) ? physical['artifactLocation'] : undefined;
  const region = isMap(physical) && isMap(physical['region']) ? physical['region'] : {};
  const uri = isMap(artifact) ? textField(artifact['uri']) : '';
  const provenance = isMap(result['provenance']) ? result['provenance'] : {};
  const rule = ruleOf(result);
  const level = levelOf(result['level']) ?? levelByKind(result['kind']);
  const finding = {
    message: messageOf(isMap(result['message']) ? result['message']['text'] : ''),
    ...place(fileOf(uri), positive(region['startLine']), positive(region['startColumn'])),
  };
  if (level !== undefined && rule.id !== '')
    return { ...finding, message: finding.message || rule.id, rule: rule.id, level };
  return { finding, level, rule, invocation: placeOf(provenance['invocationIndex']) };
}

/** Only what failed takes its level from its rule (section 3.27.10): a question to a reviewer has none. */
function levelByKind(kind: unknown): Level | undefined {
  return kind === undefined || kind === 'fail' ? undefined : 'note';
}

function toolName(run: Json): string {
  const driver = isMap(run['tool']) ? run['tool']['driver'] : undefined;
  return isMap(driver) ? textField(driver['name']) || 'a tool' : 'a tool';
}

/** Paths by URI: a long report names the same few files again and again. */
function files(source: ReportSource): (uri: string) => string | undefined {
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
