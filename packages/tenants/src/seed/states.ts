import type { Column, Table } from '../catalog/types.ts';

const PAST = '2001-01-01';
const FUTURE = '2090-01-01';
const GONE =
  /^(deleted|removed|revoked|left|ended|disabled|deactivated|archived|suspended|banned|blocked|cancelled|canceled|expires|expired|valid_until)(_(at|on|date|time))?$/;
const ARRIVED = /^(accepted|joined|confirmed|activated|approved|verified)(_(at|on))?$/;
const IS_ON = /^(is_)?(active|enabled|accepted|approved|confirmed)$/;
const IS_OFF = /^(is_)?(deleted|removed|revoked|disabled|archived|suspended|banned|blocked)$/;
const STATE = /^(status|state|membership_status|invitation_status)$/;
const NOT_IN =
  /pending|invited|revoked|removed|inactive|suspended|banned|blocked|expired|left|declined|rejected|disabled|deleted|cancell?ed|archived/i;

/** What a column of the membership table says of somebody who does not belong any more, or not yet. */
export function endOf(column: Column, table: Table): string | null | undefined {
  const isTime = column.category === 'D';
  if (isTime && GONE.test(column.name)) return PAST;
  if (isTime && ARRIVED.test(column.name) && !column.notNull) return null;
  if (column.category === 'B' && IS_ON.test(column.name)) return 'false';
  if (column.category === 'B' && IS_OFF.test(column.name)) return 'true';
  if (!STATE.test(column.name)) return undefined;
  const checked = table.checks.flatMap(({ columns, expression }) =>
    columns.includes(column.name) ? [...expression.matchAll(/'([^']*)'/g)].map(([, text = '']) => text) : [],
  );
  return [...column.labels, ...checked].find((one) => NOT_IN.test(one));
}

/** The same values, those first that a row has which is in use: not deleted, not expired, not waiting for anything. */
export function inUseFirst(
  { category, name, notNull }: Column,
  values: readonly (string | null)[],
): readonly (string | null)[] {
  if (category === 'D' && GONE.test(name)) return [...(notNull ? [FUTURE] : [null]), ...values];
  if (category === 'B' && IS_ON.test(name)) return ['true', ...values];
  if (category === 'B' && IS_OFF.test(name)) return ['false', ...values];
  if (!STATE.test(name)) return values;
  const isOut = (one: string | null) => one !== null && NOT_IN.test(one);
  return [...values.filter((one) => !isOut(one)), ...values.filter(isOut)];
}
