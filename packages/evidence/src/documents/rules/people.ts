import { count, nameSome, parseDuration } from '@lockstep/base';
import { type DocumentTable, type ReadDocument, sameName } from '../document.ts';
import { bad, good, type Rule } from '../rule.ts';
import { cellOf, tableBelow } from '../table.ts';

/** Two, so that one may be on vacation. */
const FEWEST = 2;
/** Without these no incident is handled; a list of documents may name others. */
const ROLES = ['Incident lead', 'Technical lead', 'Data protection', 'Communication'] as const;
const REMEDY = 'add a row for each person below "Contacts"';

export const people: Rule = {
  id: 'people',
  title: 'Each role has more than one person',
  judge: (document, { settings }) => {
    const expected = `at least ${FEWEST} people in each role`;
    const table = tableBelow(document, 'Contacts', 'Role');
    if (table === undefined) return bad('no-roles', { measured: 'no table of roles', expected, remedy: REMEDY });
    const wanted = settings.roles.length > 0 ? settings.roles : ROLES;
    const roles = peopleByRole(table);
    const few = [...roles].filter(([, names]) => names.size < FEWEST).map(([role]) => role);
    const missing = wanted.filter((role) => ![...roles.keys()].some((one) => sameName(one, role)));
    const { line } = table;
    if (missing.length > 0)
      return bad('roles-missing', { measured: `no one is ${nameSome(missing, 5)}`, expected, remedy: REMEDY, line });
    if (few.length > 0)
      return bad('too-few-people', {
        measured: `one person alone is ${nameSome(few, 5)}`,
        expected,
        remedy: REMEDY,
        line,
      });
    return good('enough-people', count(roles.size, 'role'), expected);
  },
};

/** A person who is there twice is one. */
function peopleByRole(table: DocumentTable): ReadonlyMap<string, ReadonlySet<string>> {
  const roles = new Map<string, Set<string>>();
  for (const row of table.rows) {
    const role = cellOf(table, row, 'Role');
    const person = cellOf(table, row, 'Person').toLowerCase().replace(/\s+/g, ' ');
    if (role === '') continue;
    const name = [...roles.keys()].find((one) => sameName(one, role)) ?? role;
    const known = roles.get(name) ?? new Set();
    if (person !== '') known.add(person);
    roles.set(name, known);
  }
  return roles;
}

export const escalation: Rule = {
  id: 'escalation',
  title: 'It is written who is called next, and when',
  judge: (document) => {
    const expected = 'two steps or more, each later than the one before, to roles with contacts';
    const remedy = 'correct the table below "Escalation": After is a duration like 15m';
    const table = tableBelow(document, 'Escalation', 'After');
    if (table === undefined || table.rows.length < 2)
      return bad('no-escalation', { measured: count(table?.rows.length ?? 0, 'step'), expected, remedy });
    const known = rolesOf(document);
    let before = -1;
    for (const row of table.rows) {
      const ms = parseDuration(cellOf(table, row, 'After'));
      const role = cellOf(table, row, 'Role');
      const where = { expected, remedy, line: row.line };
      if (ms === undefined || ms <= before)
        return bad('steps-unordered', { ...where, measured: 'a time that is none, or too early' });
      if (!known.some((one) => sameName(one, role)))
        return bad('role-unknown', { ...where, measured: 'a role without contacts' });
      before = ms;
    }
    return good('escalates', count(table.rows.length, 'step'), expected);
  },
};

function rolesOf(document: ReadDocument): readonly string[] {
  const table = tableBelow(document, 'Contacts', 'Role');
  return table === undefined ? [] : table.rows.map((row) => cellOf(table, row, 'Role'));
}
