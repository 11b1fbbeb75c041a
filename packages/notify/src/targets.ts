import { Fields, InputError, isMap, parseDuration, yamlReason } from '@lockstep/base';
import { load, YAMLException } from 'js-yaml';
import type { Channel, ChannelType, Surroundings } from './channel.ts';
import {
  isDone,
  isSevere,
  RELEASE_STATES,
  type ReleaseMessage,
  SEVERITIES,
  type Severity,
  severityOf,
  subjectOf,
  waitedMs,
} from './message.ts';
import { isTimeZone } from './time.ts';

/** One entry of `targets`, ready to send to. */
export interface Target {
  /** Unique among the targets; handles are kept under it. */
  readonly name: string;
  readonly type: string;
  readonly channel: Channel;
  readonly filter: Filter;
  /** Of the people who read it: `Europe/Berlin`. */
  readonly timeZone: string;
}

export interface Filter {
  /** Any state when empty. */
  readonly states: readonly string[];
  readonly atLeast: Severity;
  /** Any environment when empty. */
  readonly environments: readonly string[];
  /** Which states of scheduled jobs it gets; see ChannelType. */
  readonly tasks: ChannelType['tasks'];
  /** It is the next one to call: it gets nothing of a release before that waits so long for a person. */
  readonly escalateAfterMs?: number | undefined;
}

/** Whether a target listens to this message. */
export function wants(filter: Filter, message: ReleaseMessage): boolean {
  if (filter.states.length > 0 && !filter.states.includes(message.state)) return false;
  if (filter.environments.length > 0 && !filter.environments.includes(message.environment)) return false;
  if (!isSevere(severityOf(message.state), filter.atLeast)) return false;
  return wantsTask(filter, message) && isEscalated(filter, message);
}

/** What keeps something open hears of a good end as well, so that it closes it. */
function isEscalated({ escalateAfterMs, tasks }: Filter, message: ReleaseMessage): boolean {
  if (escalateAfterMs === undefined) return true;
  if (isDone(message.state)) return tasks === 'all';
  return (waitedMs(message) ?? -1) >= escalateAfterMs;
}

function wantsTask({ states, tasks }: Filter, { state }: ReleaseMessage): boolean {
  if (subjectOf(state) !== 'task' || tasks === 'all') return true;
  return tasks === 'failures' && (severityOf(state) !== 'info' || states.includes(state));
}

/**
 * Reads `targets`, a YAML list of maps with `type` and that type's fields. Throws InputError with everything that is
 * wrong in it. No message quotes the YAML: there are secrets in it.
 */
export function parseTargets(
  yaml: string,
  types: readonly ChannelType[],
  surroundings: Surroundings,
): readonly Target[] {
  const given = parseYaml(yaml);
  if (!Array.isArray(given) || given.length === 0)
    throw new InputError('input "targets": expected a YAML list with at least one target ("- type: slack")');
  const problems: string[] = [];
  const targets = given.map((entry: unknown, index) => {
    const fields = new Fields(isMap(entry) ? entry : {}, `input "targets", number ${index + 1}`);
    const target = open(fields, types, surroundings);
    problems.push(...fields.problems);
    return target;
  });
  const names = targets.map((target) => target?.name);
  const twice = names.filter((name, index) => name !== undefined && names.indexOf(name) !== index);
  for (const name of new Set(twice))
    problems.push(`input "targets": two targets have the name "${name}"; give each a different "name"`);
  if (problems.length > 0) throw new InputError(problems);
  return targets.filter((target) => target !== undefined);
}

function open(fields: Fields, types: readonly ChannelType[], surroundings: Surroundings): Target | undefined {
  const word = fields.text('type');
  const type = types.find((one) => one.type === word);
  if (type === undefined) {
    fields.complain('type', `expected one of ${types.map((one) => one.type).join(', ')}`);
    return undefined;
  }
  const name = fields.text('name');
  const states = fields.list('on');
  for (const state of states)
    if (!(RELEASE_STATES as readonly string[]).includes(state))
      fields.complain('on', `expected states out of ${RELEASE_STATES.join(', ')}`);
  const after = fields.text('escalate-after');
  const escalateAfterMs = after === '' ? undefined : parseDuration(after);
  if (after !== '' && escalateAfterMs === undefined)
    fields.complain('escalate-after', 'expected a duration such as 2h');
  const filter: Filter = {
    states,
    atLeast: fields.oneOf('min-severity', SEVERITIES, 'info'),
    environments: fields.list('environments'),
    tasks: type.tasks,
    escalateAfterMs,
  };
  const timeZone = fields.text('time-zone') || 'UTC';
  if (!isTimeZone(timeZone)) fields.complain('time-zone', 'expected a name such as Europe/Berlin');
  const channel = type.open(fields, surroundings);
  fields.refuseOthers();
  return { name: name === '' ? `${type.type} ${channel.place}` : name, type: type.type, channel, filter, timeZone };
}

function parseYaml(yaml: string): unknown {
  try {
    return load(yaml);
  } catch (thrown) {
    if (!(thrown instanceof YAMLException)) throw thrown;
    const { mark } = thrown;
    const where = mark === undefined ? '' : ` in line ${mark.line + 1}, column ${mark.column + 1}`;
    const quotes = 'put values that begin with * & ! % @ ` { [ or # in quotes';
    throw new InputError(`input "targets": not readable as YAML${where}: ${yamlReason(thrown.reason)}; ${quotes}`);
  }
}
