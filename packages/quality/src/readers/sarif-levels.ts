import { isMap } from '@lockstep/base';
import { LEVELS, type Level } from '../finding.ts';
import { textField, UnreadableError } from '../source.ts';

type Json = Readonly<Record<string, unknown>>;

/** How a result, or an override, names a rule (SARIF 2.1.0, section 3.52): by place, by guid, by id, or several of them. */
export interface RuleReference {
  readonly id: string;
  readonly index: number | undefined;
  readonly guid: string;
  /** The component that holds the rule; undefined for the driver. */
  readonly component: { readonly index: number | undefined; readonly guid: string; readonly name: string } | undefined;
}

/** What of a result decides its level where it does not say it itself. */
export interface Undecided {
  readonly rule: RuleReference;
  readonly invocation: number | undefined;
}

/** A reference to a rule that is not there: the level that it would decide is not known. */
export class NoSuchRule extends Error {}

/**
 * The rules of a run, wherever they are (driver or extensions), and what its invocations changed of them: all that
 * decides the level of a result that has none (section 3.27.10). Where more than one rule or override could be meant,
 * the strictest counts: no reading of an unclear log may turn an error into a warning.
 */
export class RuleLevels {
  readonly #components: readonly Component[];
  /** By invocation: what it set the level of a rule to. */
  readonly #overrides: readonly ReadonlyMap<Json, Level>[];

  constructor(run: Json) {
    const tool = isMap(run['tool']) ? run['tool'] : {};
    const driver = isMap(tool['driver']) ? tool['driver'] : {};
    const extensions = mapsOf(tool['extensions']);
    if (extensions.length > MOST_SAME)
      throw new UnreadableError('report-malformed', `it has over ${MOST_SAME} extensions`);
    this.#components = [driver, ...extensions].map((one) => new Component(one));
    this.#overrides = mapsOf(run['invocations']).map((invocation) => {
      const levels = new Map<Json, Level>();
      for (const override of mapsOf(invocation['ruleConfigurationOverrides'])) {
        const level = isMap(override['configuration']) ? levelOf(override['configuration']['level']) : undefined;
        if (level === undefined) continue;
        for (const rule of this.#rulesOf(referenceOf(override['descriptor'])))
          levels.set(rule, strictest([level, levels.get(rule)]) ?? level);
      }
      return levels;
    });
  }

  /** The id of the rule that is meant; `''` where none is stated. */
  idOf(rule: RuleReference): string {
    return rule.id || textField(this.#rulesOf(rule)[0]?.['id']);
  }

  /** Throws NoSuchRule. A rule that is named by its id alone need not be described: its level is `warning` then. */
  levelOf({ rule, invocation }: Undecided): Level {
    const rules = this.#rulesOf(rule);
    const mustExist = rule.index !== undefined || rule.guid !== '' || this.#componentsOf(rule).length === 0;
    if (rules.length === 0 && mustExist) throw new NoSuchRule(rule.id || `number ${rule.index ?? rule.guid}`);
    const own = strictest(rules.map(defaultLevel));
    const changedBy = (levels: ReadonlyMap<Json, Level>) => strictest(rules.map((one) => levels.get(one)));
    const sure = invocation === undefined ? undefined : this.#overrides[invocation];
    if (sure !== undefined) return changedBy(sure) ?? own ?? 'warning';
    // It is not stated which invocation found it: what any of them raised is raised.
    return strictest([own ?? 'warning', ...this.#overrides.slice(0, MOST_SAME).map(changedBy)]) ?? 'warning';
  }

  #rulesOf(reference: RuleReference): readonly Json[] {
    const components = this.#componentsOf(reference);
    const found = components.flatMap((component) => component.rulesOf(reference));
    // An id without a component names a rule of the driver; tools write it for one of an extension as well.
    return found.length > 0 || components.length === 0
      ? found
      : this.#components.flatMap((component) => component.rulesWithId(reference.id));
  }

  #componentsOf({ component }: RuleReference): readonly Component[] {
    if (component === undefined) return this.#components.slice(0, 1);
    // -1 is the driver; extensions are counted from 0.
    if (component.index !== undefined) return this.#components.slice(component.index + 1, component.index + 2);
    const named = this.#components.filter(
      (one) =>
        (component.guid !== '' && one.guid === component.guid.toLowerCase()) ||
        (component.guid === '' && component.name !== '' && one.name === component.name),
    );
    return named.length > 0 ? named : this.#components;
  }
}

/** Each result looks at all rules of one id, at all components and at all invocations: no real log has that many. */
const MOST_SAME = 100;

/** One component's rules, each found in one look: a log has any number of results. */
class Component {
  readonly name: string;
  readonly guid: string;
  readonly #rules: readonly Json[];
  readonly #byId = new Map<string, Json[]>();
  readonly #byGuid = new Map<string, Json[]>();

  constructor(component: Json) {
    this.name = textField(component['name']);
    this.guid = textField(component['guid']).toLowerCase();
    this.#rules = mapsOf(component['rules']);
    for (const rule of this.#rules) {
      addTo(this.#byId, textField(rule['id']), rule);
      addTo(this.#byGuid, textField(rule['guid']).toLowerCase(), rule);
    }
  }

  rulesOf({ index, guid, id }: RuleReference): readonly Json[] {
    const placed = index === undefined ? undefined : this.#rules[index];
    const byGuid = guid === '' ? [] : (this.#byGuid.get(guid.toLowerCase()) ?? []);
    // Place and id must agree; where they do not, both are meant.
    return [...new Set([...(placed === undefined ? [] : [placed]), ...byGuid, ...this.rulesWithId(id)])];
  }

  /** `CA1000/2/1` is a rule `CA1000/2/1`, or of `CA1000/2`, or of `CA1000`: the longest that there is. */
  rulesWithId(id: string): readonly Json[] {
    for (let part = id.slice(0, LONGEST_ID); part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('/')))) {
      const rules = this.#byId.get(part);
      if (rules !== undefined) return rules;
    }
    return [];
  }
}

function addTo(index: Map<string, Json[]>, key: string, rule: Json): void {
  if (key === '') return;
  const rules = index.get(key) ?? [];
  if (rules.length === 0) index.set(key, rules);
  if (rules.length >= MOST_SAME)
    throw new UnreadableError('report-malformed', `over ${MOST_SAME} rules are named ${key.slice(0, 80)}`);
  rules.push(rule);
}

/** An id is looked up once for each of its parts. */
const LONGEST_ID = 500;

/** The reference of a result: its `rule`, and what `ruleId` and `ruleIndex` say as well. */
export function ruleOf(result: Json): RuleReference {
  const reference = referenceOf(result['rule']);
  return {
    ...reference,
    id: textField(result['ruleId']) || reference.id,
    index: placeOf(result['ruleIndex']) ?? reference.index,
  };
}

/** SARIF's `none` is a finding without a level of its own, and shown as a note. */
export function levelOf(value: unknown): Level | undefined {
  return LEVELS.find((level) => level === value) ?? (value === 'none' ? 'note' : undefined);
}

function referenceOf(value: unknown): RuleReference {
  const reference = isMap(value) ? value : {};
  const component = reference['toolComponent'];
  return {
    id: textField(reference['id']),
    index: placeOf(reference['index']),
    guid: textField(reference['guid']),
    component: isMap(component)
      ? {
          index: component['index'] === -1 ? -1 : placeOf(component['index']),
          guid: textField(component['guid']),
          name: textField(component['name']),
        }
      : undefined,
  };
}

/** -1 says that there is none. */
export function placeOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

function defaultLevel(rule: Json): Level | undefined {
  return isMap(rule['defaultConfiguration']) ? levelOf(rule['defaultConfiguration']['level']) : undefined;
}

function strictest(levels: readonly (Level | undefined)[]): Level | undefined {
  return LEVELS.findLast((level) => levels.includes(level));
}

function mapsOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map((one) => (isMap(one) ? one : {})) : [];
}
