import type { Check, NotVerified, Place } from '@lockstep/base';
import type { Callable, Relation, Relations } from './relations.ts';
import type { FunctionUse, RelationUse, SelectItem, UnreadUse, Use } from './use.ts';

export interface UseRules {
  /** Whether what the schema lacks fails the check or is only reported. */
  readonly missing: 'warn' | 'fail';
  /** The migration after which a thing was no longer there, by its name; undefined where none ever had it. */
  readonly goneWith: (name: string) => string | undefined;
}

/** Something that code asks for and the schema does not have. */
export interface Missing {
  readonly kind: 'table' | 'column' | 'relationship' | 'function' | 'function-arguments';
  /** `public.patients`, `public.patients.name`. */
  readonly name: string;
  /** The table or function that it is a part of; '' for one of these itself. */
  readonly of: string;
  readonly place: Place;
}

/** Everything that the code asks for and the schema lacks. */
export function missingOf(uses: readonly Use[], schema: Relations): readonly Missing[] {
  return uses.flatMap((use) =>
    use.kind === 'relation' ? missingIn(use, schema) : use.kind === 'function' ? missingCall(use, schema) : [],
  );
}

function missingIn(use: RelationUse, schema: Relations): readonly Missing[] {
  const name = `${use.schema}.${use.name}`;
  const relation = schema.relations.get(name);
  if (relation === undefined) return [{ kind: 'table', name, of: '', place: use.place }];
  const embeds = new Map<string, string>();
  const selected = missingSelected(use.selected, { name, relation, place: use.place, schema, embeds });
  const filtered = use.columns.flatMap(({ name: column, place }): readonly Missing[] => {
    const [first = '', rest] = column.split('.');
    if (rest === undefined)
      return lacks(name, column, schema) ? [{ kind: 'column', name: `${name}.${column}`, of: name, place }] : [];
    // What an alias stands for is known where it was selected, and else it is the name of a relation.
    const target = embeds.get(first) ?? known(`${use.schema}.${first}`, schema);
    if (target === undefined || !lacks(target, rest, schema)) return [];
    return [{ kind: 'column', name: `${target}.${rest}`, of: target, place }];
  });
  return [...selected, ...filtered];
}

const known = (name: string, { relations }: Relations) => (relations.has(name) ? name : undefined);

interface Selecting {
  readonly name: string;
  readonly relation: Relation;
  readonly place: Place;
  readonly schema: Relations;
  readonly embeds: Map<string, string>;
}

function missingSelected(items: readonly SelectItem[], at: Selecting): readonly Missing[] {
  return items.flatMap((item): readonly Missing[] => {
    const { name, place, schema } = at;
    if (item.embedded === undefined)
      return lacks(name, item.name, schema) ? [{ kind: 'column', name: `${name}.${item.name}`, of: name, place }] : [];
    const target = embeddedIn(item, at);
    if (target === undefined) return [{ kind: 'relationship', name: `${name} → ${item.name}`, of: name, place }];
    const relation = schema.relations.get(target);
    if (relation === undefined) return [];
    at.embeds.set(item.alias, target).set(item.name, target);
    return missingSelected(item.embedded.items, { ...at, name: target, relation });
  });
}

/** A relation by its name, a foreign key by its column or constraint, or a function that takes the row. */
function embeddedIn({ name }: SelectItem, at: Selecting): string | undefined {
  const [schemaName = ''] = at.name.split('.');
  const named = `${schemaName}.${name}`;
  if (at.schema.relations.has(named)) return named;
  const own = at.relation.links.find(({ columns, constraint }) => constraint === name || columns.includes(name));
  if (own !== undefined) return own.to;
  for (const [other, { links }] of at.schema.relations)
    if (links.some(({ constraint, to }) => constraint === name && to === at.name)) return other;
  const computed = (at.schema.functions.get(named) ?? []).find(({ of }) => of === at.name);
  return computed === undefined ? undefined : computed.returns || named;
}

/** A column, or a function of the row with its name. */
function lacks(relation: string, column: string, { functions, relations }: Relations): boolean {
  const known = relations.get(relation);
  if (known === undefined || column === '*' || column === '' || known.columns.has(column)) return false;
  const [schemaName = ''] = relation.split('.');
  return !(functions.get(`${schemaName}.${column}`) ?? []).some(({ of }) => of === relation);
}

function missingCall({ args, name, place, schema }: FunctionUse, { functions }: Relations): readonly Missing[] {
  const full = `${schema}.${name}`;
  const forms = functions.get(full);
  if (forms === undefined) return [{ kind: 'function', name: full, of: '', place }];
  if (args === undefined || forms.some((form) => takes(form, args))) return [];
  return [{ kind: 'function-arguments', name: `${full}(${[...args].sort().join(', ')})`, of: full, place }];
}

function takes(form: Callable, args: readonly string[]): boolean {
  // One without names takes the whole body.
  if (form.args.length === 1 && form.args[0] === '') return true;
  return args.every((one) => form.args.includes(one)) && form.required.every((one) => args.includes(one));
}

const TITLE = 'The schema of the migrations has what the code asks for';

/** One check for each thing that is missing at a place, one for each migration that took it away, or one that all is there. */
export function judgeUses(uses: readonly Use[], schema: Relations, rules: UseRules): readonly Check[] {
  const missing = missingOf(uses, schema);
  const read = uses.filter(({ kind }) => kind !== 'unread').length;
  if (missing.length === 0)
    return [
      {
        id: 'source/schema',
        title: TITLE,
        verdict: read === 0 ? 'unknown' : 'pass',
        reason: read === 0 ? 'no-calls-found' : 'all-there',
        what: 'supabase-js calls of the source',
        measured: `${read} calls read`,
        expected: 'at least one call, and nothing that the schema lacks',
        remedy: read === 0 ? 'name the directories of the code that calls supabase-js in "source"' : '',
      },
    ];
  const by = new Map<string, readonly Missing[]>();
  for (const one of missing) {
    const file = rules.goneWith(one.name);
    if (file !== undefined) by.set(file, [...(by.get(file) ?? []), one]);
  }
  return [
    ...missing.map((one) => missingCheck(one, rules)),
    ...[...by].map(([file, gone]) => dropCheck(file, gone, rules)),
  ];
}

function missingCheck({ kind, name, place }: Missing, rules: UseRules): Check {
  const file = rules.goneWith(name);
  const reported = rules.missing === 'warn' ? '-reported' : '';
  return {
    id: `source/${kind}`,
    title: TITLE,
    verdict: rules.missing === 'fail' ? 'fail' : 'pass',
    reason: `${kind}-missing${reported}`,
    what: name,
    where: place,
    measured: file === undefined ? 'no migration creates it' : `dropped or renamed by ${file}`,
    expected: 'in the schema after all migrations',
    remedy:
      file === undefined
        ? 'add the migration, or correct the name in the code'
        : `change the code at this line first; ${file} may only be applied once no released code asks for it`,
  };
}

/** How many places one check names. */
const SHOWN = 20;

function dropCheck(file: string, gone: readonly Missing[], { missing }: UseRules): Check {
  const places = gone.map(({ name, place }) => `${name} at ${place.file}:${place.line ?? 1}`);
  const more = places.length > SHOWN ? `, and ${places.length - SHOWN} more` : '';
  return {
    id: 'source/drop',
    title: 'No migration drops what the code still uses',
    verdict: missing === 'fail' ? 'fail' : 'pass',
    reason: missing === 'fail' ? 'still-used' : 'still-used-reported',
    what: file,
    where: { file },
    measured: places.slice(0, SHOWN).join(', ') + more,
    expected: 'no code that uses what it drops or renames',
    remedy: 'release code that no longer uses it, and apply this migration after that',
  };
}

const PARTS: Readonly<Record<UnreadUse['part'], string>> = {
  table: 'the name of the table is not a constant',
  function: 'the name of the function is not a constant',
  schema: 'the name of the schema is not a constant',
  columns: 'the selected columns or a filter are not a constant',
  row: 'the written row is not an object with constant keys',
  file: 'the file could not be parsed',
};

/** Calls of which a part is known only when they run. */
export function unreadUses(uses: readonly Use[], missing: UseRules['missing']): readonly NotVerified[] {
  return uses.flatMap((use) =>
    use.kind !== 'unread'
      ? []
      : [
          {
            id: 'source/schema',
            what: `${use.place.file}:${use.place.line ?? 1}`,
            because: PARTS[use.part],
            remedy: 'write it as a constant where it is used, or in the same file',
            chosen: missing === 'warn',
          },
        ],
  );
}
