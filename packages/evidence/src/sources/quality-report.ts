import { type Check, type CheckList, Fields, isMap, makeCheckList, type Verdict } from '@lockstep/base';

/** A gate of quality-gate, as its report has it. */
export interface GateVerdict {
  readonly name: string;
  readonly verdict: Verdict;
}

export type ReadQuality =
  | { readonly kind: 'gates'; readonly gates: readonly GateVerdict[]; readonly list: CheckList }
  | { readonly kind: 'broken'; readonly why: string };

const MOST_GATES = 1_000;
const NAME = /^[\w.-]{1,100}$/;
const CODE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Where and when a report was made: the report of quality-gate does not say. */
export interface Making {
  readonly nowMs: number;
  readonly run: string | null;
  readonly subject: string;
}

/** `report.json` of quality-gate as a list of checks: one for each gate, `gate/NAME`. Gates that are not required are left out. */
export function readQualityReport(text: string, making: Making): ReadQuality {
  const data = jsonOf(text);
  if (!isMap(data) || data['version'] !== 1 || !Array.isArray(data['gates']))
    return { kind: 'broken', why: 'it is no report of quality-gate' };
  const given: readonly unknown[] = data['gates'];
  if (given.length === 0 || given.length > MOST_GATES)
    return { kind: 'broken', why: `it has ${given.length} gates, expected 1 to ${MOST_GATES}` };
  const read = given.map(gateOf);
  const gates = read.filter((gate) => gate !== undefined);
  if (gates.length < read.length) return { kind: 'broken', why: 'a gate has no name, verdict or reason' };
  if (new Set(gates.map(({ name }) => name)).size < gates.length)
    return { kind: 'broken', why: 'two gates have one name' };
  const checks = gates.filter(({ required }) => required).map(checkOf);
  const tool = { name: 'quality-gate', version: '1' };
  const list = makeCheckList({ ...making, tool, checks });
  return { kind: 'gates', gates: gates.map(({ name, verdict }) => ({ name, verdict })), list };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Gate extends GateVerdict {
  readonly reason: string;
  readonly required: boolean;
  readonly message: string;
}

function gateOf(given: unknown): Gate | undefined {
  if (!isMap(given)) return undefined;
  const fields = new Fields(given, 'gate');
  const [name, reason] = [fields.text('name', { required: true }), fields.text('reason', { required: true })];
  const word = fields.text('verdict', { required: true });
  const verdict = (['pass', 'fail', 'unknown'] as const).find((one) => one === word);
  const required = fields.flag('required', true);
  const message = fields.text('message');
  const isWhole = fields.problems.length === 0 && NAME.test(name) && idOf(name) !== 'gate/' && isCode(reason);
  return isWhole && verdict !== undefined ? { name, verdict, reason, required, message } : undefined;
}

function checkOf({ message, name, reason, verdict }: Gate): Check {
  const remedy = verdict === 'pass' ? '' : 'Look at the report of this run.';
  const what = `gate ${name}`;
  return { id: idOf(name), title: what, verdict, reason, what, measured: message, expected: 'pass', remedy };
}

const isCode = (text: string) => CODE.test(text);

/** `gate/type-check` for `Type_check`. */
function idOf(name: string): string {
  return `gate/${name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')}`;
}
