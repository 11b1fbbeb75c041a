/** Whatever the role's or the database's settings are, values are written down in one way, and read back as they were. */
const FORMAT = [
  "datestyle = 'ISO, YMD'",
  'intervalstyle = postgres',
  "timezone = 'UTC'",
  'extra_float_digits = 3',
  'bytea_output = hex',
  "search_path = ''",
  "client_encoding = 'UTF8'",
  'xmloption = content',
];

/** Row-level security that would hide rows is an error instead. */
const READING = ['row_security = off', 'synchronize_seqscans = off', 'statement_timeout = 0', 'lock_timeout = 0'];
/** A server would end a transaction that only holds the snapshot. */
const HOLDING = ['idle_in_transaction_session_timeout = 0'];

export const SOURCE_SETTINGS = [...FORMAT, ...READING, ...HOLDING].map((each) => `set local ${each}`).join('; ');

/** For rows that go in, and come out again to be compared. */
export const RESTORE_SETTINGS = [...FORMAT, ...READING, ...HOLDING, 'check_function_bodies = off']
  .map((each) => `set ${each}`)
  .join('; ');
