import { child, children, listName, type Node } from './parser.ts';

/** Names of the grammar → those that PostgreSQL writes. */
const WORDS: Readonly<Record<string, string>> = {
  varchar: 'character varying',
  bpchar: 'character',
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  float4: 'real',
  float8: 'double precision',
  bool: 'boolean',
  varbit: 'bit varying',
  timestamptz: 'timestamp with time zone',
  timestamp: 'timestamp without time zone',
  timetz: 'time with time zone',
  time: 'time without time zone',
  decimal: 'numeric',
  int: 'integer',
  serial: 'integer',
  bigserial: 'bigint',
  smallserial: 'smallint',
};

/** A type as PostgreSQL writes it (format_type), but for the place of a precision. */
export function typeWords(type: Node): string {
  const name = listName(children(type, 'names')).replace(/^(pg_catalog|public)\./, '');
  const sizes = children(type, 'typmods').map((each) => {
    const value = child(child(each, 'A_Const') ?? {}, 'ival');
    return String(value?.['ival'] ?? 0);
  });
  const words = WORDS[name] ?? name;
  const size = sizes.length === 0 ? '' : `(${sizes.join(',')})`;
  const timed = /^(time(?:stamp)?)( with.*)$/.exec(words);
  const whole = timed === null ? `${words}${size}` : `${timed[1]}${size}${timed[2]}`;
  return whole + '[]'.repeat(children(type, 'arrayBounds').length);
}
