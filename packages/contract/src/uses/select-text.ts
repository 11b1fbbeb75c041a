import type { SelectItem } from './use.ts';

const NAME = /^\s*(?:\.\.\.)?\s*(?:("[^"]*"|[^\s:,()!."'-]+)\s*:(?!:))?\s*("[^"]*"|[^\s:,()!."'-]+)/;
const HINT = /^!("[^"]*"|[\w$]+)/;
/** What a hint may be besides the name of a constraint or column. */
const JOINS = new Set(['inner', 'left']);
/** A cast, a path within JSON, an aggregate without a column: they name nothing of the schema. */
const AFTER = /^(?:->>?[^,()!:]*|::[^,()]*|\.(?:count|sum|avg|min|max)\(\)(?:::[^,()]*)?|\s+)/;

/** Reads what PostgREST selects: `id, total:amount::text, patient:patients!inner(name)`. Undefined where it is not of that form. */
export function readSelect(text: string): readonly SelectItem[] | undefined {
  const state = { rest: text };
  const items = readItems(state);
  return items === undefined || state.rest.trim() !== '' ? undefined : items;
}

function readItems(state: { rest: string }): readonly SelectItem[] | undefined {
  const items: SelectItem[] = [];
  for (;;) {
    const star = /^\s*\*\s*/.exec(state.rest);
    if (star !== null) state.rest = state.rest.slice(star[0].length);
    else if (!/^\s*(?:$|\))/.test(state.rest)) {
      const item = readItem(state);
      if (item === undefined) return undefined;
      if (item !== 'count') items.push(item);
    }
    state.rest = state.rest.trimStart();
    if (!state.rest.startsWith(',')) return items;
    state.rest = state.rest.slice(1);
  }
}

function readItem(state: { rest: string }): SelectItem | 'count' | undefined {
  const found = NAME.exec(state.rest);
  if (found === null) return undefined;
  state.rest = state.rest.slice(found[0].length);
  const name = plain(found[2] ?? '');
  const alias = plain(found[1] ?? '') || name;
  let hint = '';
  for (let next = HINT.exec(state.rest); next !== null; next = HINT.exec(state.rest)) {
    if (!JOINS.has(next[1] ?? '')) hint = plain(next[1] ?? '');
    state.rest = state.rest.slice(next[0].length);
  }
  if (/^\s*\(/.test(state.rest)) {
    // `count()` counts rows.
    if (name === 'count' && /^\s*\(\s*\)/.test(state.rest)) {
      state.rest = state.rest.replace(/^\s*\(\s*\)(?:::[^,()]*)?/, '');
      return 'count';
    }
    state.rest = state.rest.trimStart().slice(1);
    const items = readItems(state);
    if (items === undefined || !state.rest.trimStart().startsWith(')')) return undefined;
    state.rest = state.rest.trimStart().slice(1);
    return { name, alias, embedded: { items, hint } };
  }
  for (let next = AFTER.exec(state.rest); next !== null; next = AFTER.exec(state.rest))
    state.rest = state.rest.slice(next[0].length);
  return { name, alias };
}

/** Columns that a filter names: `age.gt.18,and(name.eq.x,not.or(a.is.null,b.is.null))`. Undefined where it is not of that form. */
export function readConditions(text: string): readonly string[] | undefined {
  const names: string[] = [];
  for (const part of splitTop(text)) {
    const group = /^(?:not\.)?(?:and|or)\(([\s\S]*)\)$/.exec(part.trim());
    if (group !== null) {
      const inner = readConditions(group[1] ?? '');
      if (inner === undefined) return undefined;
      names.push(...inner);
      continue;
    }
    const name = /^\s*((?:"[^"]*"|[\w$]+)(?:->>?[\w$]+)*(?:\.[\w$]+)?)\.(?:not\.)?(?:[a-z]+)(?:\([\w]+\))?\./.exec(
      part,
    );
    if (name === null) return undefined;
    names.push(columnOf(name[1] ?? ''));
  }
  return names;
}

function splitTop(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (letter === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (letter === '(' || letter === '{') depth++;
    else if (letter === ')' || letter === '}') depth--;
    else if (letter === ',' && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}

/** The column of `address->>city`. */
export function columnOf(text: string): string {
  return plain(text.split('->')[0]?.split('::')[0]?.trim() ?? '');
}

function plain(text: string): string {
  return text.replace(/^"([^"]*)"$/, '$1');
}
