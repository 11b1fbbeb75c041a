import { InputError } from '@lockstep/base';

/** A time in which nothing is released. */
export interface Freeze {
  /** As it was written: `2026-12-20..2027-01-04 year's end`. */
  readonly text: string;
  /** Both in the zone's own time: `2026-12-20T00:00`, or minutes since Monday 00:00. `to` is the first moment after. */
  readonly span:
    | { readonly kind: 'once'; readonly from: string; readonly to: string }
    | { readonly kind: 'weekly'; readonly from: number; readonly to: number };
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const LINE = /^(\S+(?: \d\d:\d\d)?)\.\.(\S+(?: \d\d:\d\d)?)(?: .*)?$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;
const WEEKLY = new RegExp(`^(${DAYS.join('|')})(?: ([01]\\d|2[0-3]):([0-5]\\d))?$`);
const EXPECTED =
  'expected FROM..TO and a reason, with 2026-12-20, 2026-12-20T16:00 or "Fri 16:00" at both ends, the last day included';

/** Reads freezes, one a line. Throws InputError with every line that is none. */
export function readFreezes(lines: readonly string[]): readonly Freeze[] {
  const problems = freezeProblems(lines);
  if (problems.length > 0) throw new InputError(problems);
  return lines.map(freezeOf).filter((freeze) => freeze !== undefined);
}

/** Every line that is no freeze, so that it is told with all other wrong inputs. */
export function freezeProblems(lines: readonly string[]): readonly string[] {
  return lines
    .filter((text) => freezeOf(text) === undefined)
    .map((text) => `input "freeze": ${JSON.stringify(text.slice(0, 80))}: ${EXPECTED}`);
}

function freezeOf(text: string): Freeze | undefined {
  const [, from = '', to = ''] = LINE.exec(text) ?? [];
  const span = spanOf(from, to);
  return span === undefined ? undefined : { text, span };
}

/** The freeze that holds at this moment; undefined where none does. `zone` is a name like `Europe/Berlin`. */
export function frozenBy(freezes: readonly Freeze[], nowMs: number, zone: string): Freeze | undefined {
  const { moment, minute } = localTime(nowMs, zone);
  return freezes.find(({ span }) => {
    if (span.kind === 'once') return span.from <= moment && moment < span.to;
    // A span may go over the end of the week.
    return span.from < span.to ? span.from <= minute && minute < span.to : span.from <= minute || minute < span.to;
  });
}

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function spanOf(from: string, to: string): Freeze['span'] | undefined {
  const [weeklyFrom, weeklyTo] = [minuteOf(from, 0), minuteOf(to, 1)];
  if (weeklyFrom !== undefined && weeklyTo !== undefined)
    return { kind: 'weekly', from: weeklyFrom, to: weeklyTo % (7 * 24 * 60) };
  const [start, end] = [momentOf(from, 0), momentOf(to, 1)];
  if (start === undefined || end === undefined || end <= start) return undefined;
  return { kind: 'once', from: start, to: end };
}

/** A day alone counts from its beginning, or, as an end, to its end: `daysOn` later. */
function momentOf(text: string, daysOn: number): string | undefined {
  if (MOMENT.test(text)) return Number.isNaN(Date.parse(`${text}Z`)) ? undefined : text;
  if (!DATE.test(text)) return undefined;
  const day = new Date(`${text}T00:00Z`);
  if (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(text)) return undefined;
  day.setUTCDate(day.getUTCDate() + daysOn);
  return day.toISOString().slice(0, 16);
}

function minuteOf(text: string, daysOn: number): number | undefined {
  const [, day = '', hour, minute] = WEEKLY.exec(text) ?? [];
  const at = DAYS.indexOf(day);
  if (at < 0) return undefined;
  return hour === undefined ? (at + daysOn) * 24 * 60 : (at * 24 + Number(hour)) * 60 + Number(minute);
}

function localTime(nowMs: number, zone: string): { readonly moment: string; readonly minute: number } {
  const options = { timeZone: zone, hourCycle: 'h23', weekday: 'short' } as const;
  const digits = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  const parts = new Intl.DateTimeFormat('en-GB', { ...options, ...digits }).formatToParts(nowMs);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  const moment = `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
  const minute = (DAYS.indexOf(part('weekday')) * 24 + Number(part('hour'))) * 60 + Number(part('minute'));
  return { moment, minute };
}
