const LITERALS = "(?:'(?:[^']|'')*'::character varying(?:, )?)+";
const VALUE = '(?:\\([^()]*\\)|"[^"]+"|[\\w.]+)';
const LISTED = new RegExp(`(${VALUE})::text (= ANY|<> ALL) \\(\\(ARRAY\\[(${LITERALS})\\]\\)::text\\[\\]\\)`, 'g');

/**
 * A definition as PostgreSQL writes it, so that PostgreSQL reads the same in it again. `a IN ('x', 'y')` of a varchar is
 * written as an array that is cast as a whole, and read with a cast of each of its elements: the text would differ.
 */
export function faithful(definition: string): string {
  return definition.replace(LISTED, (_all, value: string, operator: string, list: string) => {
    const bare = /^\((\w+|"[^"]+")\)$/.exec(value)?.[1] ?? value;
    return `${bare} ${operator === '= ANY' ? 'IN' : 'NOT IN'} (${list})`;
  });
}
