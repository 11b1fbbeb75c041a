import fc from 'fast-check';

/** A migration as it was generated, and what happens behind it. */
export interface Generated {
  readonly up: string;
  readonly down: string;
  readonly meanwhile: string;
}

export interface GeneratedHistory {
  readonly before: string;
  readonly migrations: readonly Generated[];
  /** The ups destroy nothing, the downs take back only what the ups made, and nobody else wrote into that. */
  readonly isInnocent: boolean;
}

type Dice = readonly number[];

/** What there is, as far as the generated SQL knows it. */
interface World {
  readonly tables: Map<string, string[]>;
  /** Rows that users wrote so far: each value of theirs is `u<id>_<nth>`, once in the world. */
  values: number;
  names: number;
}

interface Step {
  readonly sql: string;
  /** What takes it back. */
  readonly back?: string;
  readonly destroys?: boolean;
}

const USERS = 8;
const value = (world: World, id: string) => `'u' || ${id} || '_${++world.values}'`;
const fresh = (world: World, kind: string) => `${kind}${++world.names}`;

/** Ways in which the same statement may come: as it stands, out of a block of code, out of a function. */
function wrapped(sql: string, how: number, world: World): string {
  if (how % 4 < 2) return sql;
  if (how % 4 === 2) return `do $lockstep$ begin execute $sql$ ${sql} $sql$; end $lockstep$;`;
  const name = fresh(world, 'f');
  return `create function ${name}() returns void language plpgsql as $lockstep$ begin execute $sql$ ${sql} $sql$; end $lockstep$; select ${name}(); drop function ${name}();`;
}

/** Each reads its dice: which table, which column, which rows. Undefined where the world has nothing to do it with. */
const steps: Readonly<
  Record<string, (world: World, pick: (list: readonly string[]) => string, dice: Dice) => Step | undefined>
> = {
  addColumn(world, pick, dice) {
    const table = pick([...world.tables.keys()]);
    const column = fresh(world, 'c');
    world.tables.get(table)?.push(column);
    const filled = [
      '',
      " not null default 'd'",
      ' default gen_random_uuid()::text',
      ' default clock_timestamp()::text',
    ];
    return {
      sql: `alter table ${table} add ${column} text${filled[(dice[2] ?? 0) % filled.length]};`,
      back: `alter table ${table} drop ${column};`,
    };
  },
  copyTable(world, pick, dice) {
    const from = pick([...world.tables.keys()]);
    const table = fresh(world, 't');
    world.tables.set(table, [...(world.tables.get(from) ?? [])]);
    const where = (dice[2] ?? 0) % 2 === 0 ? '' : ' where id % 2 = 0';
    return { sql: `create table ${table} as select * from ${from}${where};`, back: `drop table ${table};` };
  },
  fill(world, pick) {
    const table = pick([...world.tables.keys()]);
    const columns = world.tables.get(table) ?? [];
    const from = pick(columns);
    const column = fresh(world, 'c');
    columns.push(column);
    return {
      sql: `alter table ${table} add ${column} text; update ${table} set ${column} = ${from};`,
      back: `alter table ${table} drop ${column};`,
    };
  },
  seed(world, pick) {
    const table = pick([...world.tables.keys()]);
    const id = 1_000 + ++world.names;
    return { sql: `insert into ${table} (id) values (${id});`, back: `delete from ${table} where id = ${id};` };
  },
  touch(world, pick, dice) {
    const table = pick([...world.tables.keys()]);
    const column = pick(world.tables.get(table) ?? []);
    const ways = [`set statistics 10`, `set default 'x'`, `set storage external`, `drop not null`];
    return { sql: `alter table ${table} alter ${column} ${ways[(dice[2] ?? 0) % ways.length]};`, back: '' };
  },
  touchAndDrop(world, pick) {
    const table = pick([...world.tables.keys()]);
    const column = pick(world.tables.get(table) ?? []);
    return {
      sql: `alter table ${table} add column if not exists ${column} text;`,
      back: `alter table ${table} drop ${column};`,
      destroys: true,
    };
  },
  moveRows(world, pick, dice) {
    const from = pick([...world.tables.keys()]);
    const table = fresh(world, 't');
    world.tables.set(table, [...(world.tables.get(from) ?? [])]);
    const where = `id % 2 = ${(dice[2] ?? 0) % 2}`;
    const ways = [
      `create table ${table} as select * from ${from} where ${where}; delete from ${from} where ${where};`,
      `create table ${table} (like ${from}); with gone as (delete from ${from} where ${where} returning *) insert into ${table} select * from gone;`,
      `create table ${table} as select * from ${from}; truncate ${from};`,
    ];
    return { sql: ways[(dice[3] ?? 0) % ways.length] ?? '', back: `drop table ${table};`, destroys: true };
  },
  swapTable(world, pick) {
    const from = pick([...world.tables.keys()]);
    const table = fresh(world, 't');
    return {
      sql: `create table ${table} as select * from ${from}; drop table ${from}; alter table ${table} rename to ${from};`,
      back: `drop table ${from};`,
      destroys: true,
    };
  },
  moveColumn(world, pick, dice) {
    const table = pick([...world.tables.keys()]);
    const columns = world.tables.get(table) ?? [];
    const from = pick(columns);
    const column = fresh(world, 'c');
    columns.push(column);
    const drops = (dice[2] ?? 0) % 2 === 0;
    if (drops) columns.splice(columns.indexOf(from), 1);
    const away = drops
      ? `update ${table} set ${column} = ${from}; alter table ${table} drop ${from};`
      : `update ${table} set ${column} = ${from}, ${from} = null;`;
    return {
      sql: `alter table ${table} add ${column} text; ${away}`,
      back: `alter table ${table} drop ${column};${drops ? ` alter table ${table} add ${from} text;` : ''}`,
      destroys: true,
    };
  },
  overwrite(world, pick, dice) {
    const table = pick([...world.tables.keys()]);
    const column = pick(world.tables.get(table) ?? []);
    return {
      sql: `update ${table} set ${column} = 'x' where id % 3 = ${(dice[2] ?? 0) % 3};`,
      back: '',
      destroys: true,
    };
  },
};

/** What a down migration may do besides taking back what the up did. */
const harm: readonly ((world: World, pick: (list: readonly string[]) => string, dice: Dice) => string)[] = [
  (world, pick, dice) => `delete from ${pick([...world.tables.keys()])} where id % 4 = ${(dice[4] ?? 0) % 4};`,
  (world, pick) => `truncate ${pick([...world.tables.keys()])};`,
  (world, pick, dice) => {
    const table = pick([...world.tables.keys()]);
    return `update ${table} set ${pick(world.tables.get(table) ?? [])} = 'z' where id % 3 = ${(dice[4] ?? 0) % 3};`;
  },
  (world, pick) => {
    const table = pick([...world.tables.keys()]);
    const column = pick(world.tables.get(table) ?? []);
    return `alter table ${table} alter ${column} type varchar using case when id = 1 then 'u2_0' when id = 2 then 'u1_0' else ${column} end;`;
  },
  (world, pick) => {
    const table = pick([...world.tables.keys()]);
    return `alter table ${table} alter ${pick(world.tables.get(table) ?? [])} type varchar(2) using null;`;
  },
  (world, pick) => {
    const table = pick([...world.tables.keys()]);
    return `alter table ${table} drop ${pick(world.tables.get(table) ?? [])};`;
  },
  (world, pick) => `drop table ${pick([...world.tables.keys()])};`,
  (world, pick) => {
    const [from, to] = [pick([...world.tables.keys()]), fresh(world, 't')];
    return `create table ${to} as select * from ${from}; drop table ${from}; alter table ${to} rename to ${from};`;
  },
];

/** What takes nothing away comes more often: where everything is refused, nothing is shown. */
const HARMLESS = ['addColumn', 'copyTable', 'fill', 'seed', 'touch'];
const kinds = [...Object.keys(steps), ...HARMLESS, ...HARMLESS, ...HARMLESS];
const dice = fc.array(fc.nat({ max: 1_000 }), { minLength: 6, maxLength: 6 });
const migration = fc.record({
  steps: fc.array(fc.tuple(fc.constantFrom(...kinds), dice), { minLength: 1, maxLength: 2 }),
  how: fc.nat({ max: 3 }).chain((how) => fc.constantFrom(0, how)),
  harms: fc.option(fc.tuple(fc.nat({ max: harm.length - 1 }), dice, fc.nat({ max: 3 })), { freq: 1 }),
  meanwhile: fc.option(dice, { freq: 2 }),
});

/** Two tables of users' rows, and migrations that move, copy, touch and destroy them. */
export const generatedHistory: fc.Arbitrary<GeneratedHistory> = fc
  .array(migration, { minLength: 1, maxLength: 3 })
  .map((list): GeneratedHistory => {
    const world: World = {
      tables: new Map([
        ['a', ['x', 'y']],
        ['b', ['x', 'z']],
      ]),
      values: 0,
      names: 0,
    };
    const before = [...world.tables]
      .map(
        ([table, [one, two]]) =>
          `create table ${table} (id int, ${one} text, ${two} text); insert into ${table} select i, ${value(world, 'i')}, ${value(world, 'i')} from generate_series(1, ${USERS}) i;`,
      )
      .join(' ');
    let isInnocent = true;
    let written = USERS;
    let [seeds, adds] = [false, false];
    const migrations = list.map((each): Generated => {
      const made = each.steps.flatMap(([kind, rolled]) => {
        let at = 0;
        const pick = (from: readonly string[]) => from[(rolled[at++] ?? 0) % from.length] ?? 'x';
        const step = steps[kind]?.(world, pick, rolled);
        return step === undefined ? [] : [step];
      });
      isInnocent &&= made.every(({ destroys }) => destroys !== true) && each.harms === null;
      const does = (kind: string) => each.steps.some(([name]) => name === kind);
      // What an update in a block of code writes, nobody can read.
      isInnocent &&= each.how % 4 < 2 || !does('fill');
      // A block of code that writes a table anew, for a default that is another in each row: what an earlier migration
      // filled there may have been changed by it.
      isInnocent &&= each.how % 4 < 2 || !(adds && does('addColumn'));
      // A table that is written anew, with a column altered beside: nobody knows whether its values were.
      isInnocent &&= !(does('touch') && does('addColumn')) && !(adds && does('fill') && does('addColumn'));
      seeds ||= does('seed') || does('copyTable');
      adds ||= does('addColumn') || does('fill');
      const up = made.map(({ sql }) => sql);
      const down = made.flatMap(({ back }) => (back ? [back] : [])).toReversed();
      if (each.harms !== null) {
        const [nth, rolled, where] = each.harms;
        let at = 0;
        const pick = (from: readonly string[]) => from[(rolled[at++] ?? 0) % from.length] ?? 'x';
        down.splice(where % (down.length + 1), 0, harm[nth]?.(world, pick, rolled) ?? '');
      }
      let meanwhile = '';
      if (each.meanwhile !== null) {
        const tables = [...world.tables.keys()];
        const table = tables[(each.meanwhile[0] ?? 0) % tables.length] ?? 'a';
        const columns = world.tables.get(table) ?? [];
        const column = columns[(each.meanwhile[1] ?? 0) % columns.length] ?? 'x';
        const id = ++written;
        meanwhile = `insert into ${table} (id, ${column}) values (${id}, ${value(world, `${id}`)});`;
        // Of what was there from the start, no down of ours takes any row or column back.
        isInnocent &&= !adds && (table === 'a' || table === 'b') && ['x', 'y', 'z'].includes(column);
      }
      return { up: wrappedAll(up, each.how, world), down: wrappedAll(down, each.how >> 1, world), meanwhile };
    });
    // A row in a table that another migration writes anew or updates is nobody's for sure any more.
    return { before, migrations, isInnocent: isInnocent && !(seeds && adds) };
  });

function wrappedAll(list: readonly string[], how: number, world: World): string {
  return `-- generated\n${list.map((sql) => wrapped(sql, how, world)).join('\n')}\nselect;`;
}
