import { Fields, isMap } from '../fields.ts';
import { fits } from '../glob.ts';
import { type Acceptance, isDay } from './acceptance.ts';
import { CHECK_LIMITS } from './limits.ts';

/** What of a list of checks somebody decided to live with. */
export interface CheckAcceptance extends Acceptance {
  /** The id of a check; `*` stands for any run of characters. */
  readonly check: string;
  /** The same for its `what`; absent where it is accepted of everything. */
  readonly what?: string;
  /**
   * What is accepted. Whoever accepts a known failure has not agreed to go without an answer, so `unknown`, which
   * covers what was not verified too, is said in so many words.
   */
  readonly verdict: 'fail' | 'unknown';
}

/** What an acceptance is held against: a check, or what was not verified. */
export interface Acceptable {
  readonly id: string;
  readonly what: string;
  readonly verdict: 'pass' | 'fail' | 'unknown';
}

/** Whether an acceptance is about a check. A pass needs none. */
export function coversCheck(acceptance: CheckAcceptance, { id, what, verdict }: Acceptable): boolean {
  return (
    acceptance.verdict === verdict &&
    fits(acceptance.check, id) &&
    (acceptance.what === undefined || fits(acceptance.what, what))
  );
}

/** An acceptance as it is named to people: its pattern, and what it is narrowed to. */
export function acceptanceName({ check, what }: CheckAcceptance): string {
  return what === undefined ? check : `${check} (${what})`;
}

/** Until when somebody decided to live with it, and why. */
export function acceptedWords({ until, reason }: CheckAcceptance): string {
  return `accepted ${until === undefined ? 'without an end' : `until ${until}`}: ${reason}`;
}

export interface ReadAcceptances {
  readonly acceptances: readonly CheckAcceptance[];
  /** Each with its place; no acceptance may be used where there is one. */
  readonly problems: readonly string[];
}

/** Reads acceptances from data that is already parsed (YAML of an input, JSON of a list). Absent is none. */
export function readAcceptances(value: unknown, where: string): ReadAcceptances {
  if (value === undefined || value === null) return { acceptances: [], problems: [] };
  if (!Array.isArray(value)) return { acceptances: [], problems: [`${where}: expected a list`] };
  if (value.length > CHECK_LIMITS.accept)
    return { acceptances: [], problems: [`${where}: ${value.length} entries, at most ${CHECK_LIMITS.accept} may be`] };
  const problems: string[] = [];
  const acceptances = value.map((entry: unknown, index): CheckAcceptance => {
    const fields = new Fields(isMap(entry) ? entry : {}, `${where} ${index + 1}`);
    const check = fields.text('check', { required: true, expected: 'the id of a check, or a pattern like csp-*' });
    const what = fields.text('what');
    const until = fields.text('until');
    if (until !== '' && !isDay(until)) fields.complain('until', 'expected a day like 2026-12-31');
    const acceptance = {
      check,
      ...(what === '' ? {} : { what }),
      verdict: fields.oneOf('verdict', ['fail', 'unknown'], 'fail'),
      reason: fields.text('reason', { required: true }),
      ...(until === '' ? {} : { until }),
    };
    for (const [name, text] of Object.entries({ check, what, reason: acceptance.reason }))
      if (text.length > CHECK_LIMITS.text) fields.complain(name, `longer than ${CHECK_LIMITS.text} characters`);
    fields.refuseOthers();
    problems.push(...fields.problems);
    return acceptance;
  });
  return { acceptances, problems };
}
