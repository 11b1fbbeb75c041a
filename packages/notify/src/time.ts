import type { ReleaseMessage } from './message.ts';

/** `2026-11-22 05:00 GMT+1`: the minute in the zone of the target, UTC where it has none. */
export function timeText({ at, timeZone = 'UTC' }: Pick<ReleaseMessage, 'at' | 'timeZone'>): string {
  const ms = Date.parse(at);
  if (Number.isNaN(ms)) return at;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'shortOffset',
  });
  const parts = new Map(format.formatToParts(ms).map(({ type, value }) => [type, value]));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  // Node 20 writes GMT+0, later ones GMT.
  const zone = /^GMT(\+0)?$/.test(of('timeZoneName')) ? 'UTC' : of('timeZoneName');
  return `${of('year')}-${of('month')}-${of('day')} ${of('hour')}:${of('minute')} ${zone}`;
}

/** Whether it is a name of the time zone database, as in `Europe/Berlin`. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
