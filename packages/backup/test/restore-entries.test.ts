import { expect, test } from '@jest/globals';
import { entriesOf, eventTriggersLast } from '../src/restore/script-entries.ts';

const head = (name: string, type: string) => `--\n-- Name: ${name}; Type: ${type}; Schema: public; Owner: me\n--\n`;
const prelude = "SET client_encoding = 'UTF8';\n\n";
const trap = head('trap', 'TABLE');

test.each([
  ['a text', `select 'it''s \\\n${trap}';`],
  ['a text with escapes', `select E'it\\'s\n${trap}\\\\', 'x';`],
  ['a name', `create table "a""b\n${trap}" ();`],
  ['a body', `create function f() as $_$ it's $$ " \n${trap} $_$;`],
  ['a body without a tag', `create function f() as $$ it's "\n${trap}$$;`],
  ['what follows a name with a dollar sign', `select a$b, 'x$b\n${trap}';`],
  ['a comment in a line', `select 1; -- it's "one"\nselect '\n${trap}';`],
])('a script is taken apart at its entries, and not within %s', (_what, sql) => {
  const one = `${head('one', 'FUNCTION')}\n${sql}\n\n`;
  const two = `${head('two', 'TABLE')}\ncreate table two ();\n`;
  expect(entriesOf(prelude + one + two)).toEqual({
    prelude,
    entries: [
      { object: 'function public.one', type: 'FUNCTION', name: 'one', schema: 'public', owner: 'me', sql: one },
      { object: 'table public.two', type: 'TABLE', name: 'two', schema: 'public', owner: 'me', sql: two },
    ],
  });
});

test('event triggers come after the filling of materialized views, and the end stays the end', () => {
  const index = `${head('i', 'INDEX')}\ncreate index i;\n\n`;
  const trigger = `${head('t', 'EVENT TRIGGER')}\ncreate event trigger t;\n\n`;
  const said = `${head('EVENT TRIGGER t', 'COMMENT')}\ncomment on event trigger t is 'x';\n\n`;
  const filling = `${head('m', 'MATERIALIZED VIEW DATA')}\nrefresh materialized view m;\n\n\n`;
  const foot = '--\n-- PostgreSQL database dump complete\n--\n\n';
  expect(eventTriggersLast(prelude + index + trigger + said + filling + foot)).toBe(
    prelude + index + filling + trigger + said + foot,
  );
  const none = prelude + index + filling + foot;
  expect(eventTriggersLast(none)).toBe(none);
});
