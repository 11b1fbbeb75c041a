import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { silent, systemClock } from '@lockstep/base';
import { readDatabaseUrl } from '@lockstep/postgres';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { restoreWhole } from '../src/restore/whole.ts';
import { directoryTarget } from '../src/targets/directory.ts';
import { type Ground, onlyBackup, startGround, trouble } from './ground.ts';

/**
 * What acts on the world in a Supabase project, without its extensions: requests that pg_net would send, the function that
 * webhooks call, jobs of pg_cron. Whatever fires leaves a request.
 */
const schema = `
create schema net; create unlogged table net.http_request_queue (id serial, what text);
create function net.http_post(what text) returns void language sql as 'insert into net.http_request_queue (what) values (what)';
create schema supabase_functions;
create function supabase_functions.http_request() returns trigger language plpgsql as $$ begin perform net.http_post(tg_name); return new; end $$;
create schema cron; create table cron.job (jobid int, command text, active boolean); insert into cron.job values (1, 'select 1', true), (2, 'select 2', false);
create function cron.changed() returns trigger language plpgsql as $$ begin perform net.http_post('job ' || new.jobid); return new; end $$;
create trigger changed after insert or update on cron.job for each row when (new.active) execute function cron.changed();
create table public.orders (id serial primary key, what text);
create table public.lines (order_id int references public.orders (id) on delete cascade, n int);
insert into public.orders (what) values ('a'), ('b'), ('c'); insert into public.lines values (1, 1), (2, 1);
create trigger hook after insert or update or delete on public.orders for each row execute function supabase_functions.http_request();
create trigger always after insert on public.orders for each row execute function supabase_functions.http_request();
alter table public.orders enable always trigger always;
create trigger replica after insert on public.orders for each row execute function supabase_functions.http_request();
alter table public.orders enable replica trigger replica;
create trigger each after delete on public.lines for each statement execute function supabase_functions.http_request();
create view public.shown as select * from public.orders;
create trigger instead instead of insert on public.shown for each row execute function supabase_functions.http_request();
create materialized view public.counted as select count(*) from public.orders;
create function public.watch() returns event_trigger language plpgsql as $$ begin perform net.http_post(tg_event); end $$;
create event trigger watch on ddl_command_end execute function public.watch(); comment on event trigger watch is 'it watches';
create subscription from_afar connection 'host=nowhere.invalid' publication p with (connect = false, slot_name = none);
truncate net.http_request_queue;
`;
/** Before PostgreSQL 17 no session can keep event triggers from firing that are enabled as ALWAYS. */
const always = `create event trigger watch_always on ddl_command_end execute function public.watch(); alter event trigger watch_always enable always;
  create event trigger comes on login execute function public.watch(); alter event trigger comes enable always;`;

describe.each([15, 17] as const)('on PostgreSQL %i', (version) => {
  let ground: Ground;
  let folder: string;
  const from = (database: string) => (sql: string) => ground.scratch.query(sql, [], database);
  beforeAll(async () => {
    ground = await startGround(version);
    const url = await ground.database(schema);
    if (version === 17) await ground.source.query(always, [], 'shop 1');
    folder = ground.folder();
    const made = await ground.create(url, folder);
    expect(made).toMatchObject({
      kind: 'backed-up',
      notContained: [
        { what: 'rows of net.http_request_queue', why: 'the table is unlogged' },
        { what: 'subscription from_afar', why: 'a copy of it would take its place' },
      ],
    });
  });
  afterAll(async () => {
    await ground.source.query('drop subscription from_afar', [], 'shop 1');
    await ground.end();
  });

  test('nothing that a drill restores acts on the world: neither then, nor for the SQL and the checks that follow', async () => {
    const found: unknown[] = [];
    const drilled = await ground.drill(folder, {
      afterRestore: `insert into public.orders (what) values ('new'); delete from public.orders where id = 1;
        create table public.later (id int); update cron.job set command = command`,
      probe: async ({ database }) => {
        const run = from(database);
        found.push(await run("insert into public.orders (what) values ('from the app') returning id"));
        found.push(await run('select what from net.http_request_queue'));
        found.push(await run('select count(*)::int as jobs from cron.job where active'));
        found.push(await run('select count(*)::int as deleted from public.lines'));
        found.push(
          await run(
            `select count(*)::int as many from pg_subscription s join pg_database d on d.oid = s.subdbid where d.datname = current_database()`,
          ),
        );
        return [];
      },
    });
    expect(trouble(drilled)).toEqual([]);
    // The triggers of foreign keys are on: what belongs to an order that was erased has gone with it.
    expect(found).toEqual([[{ id: 5 }], [], [{ jobs: 0 }], [{ deleted: 1 }], [{ many: 0 }]]);
  });

  test('what is restored for good fires nothing meanwhile, and its jobs are off', async () => {
    const into = await ground.scratch.createDatabase('for good');
    const restored = await restoreWhole({
      ...{ place: await directoryTarget(folder), prefix: `${onlyBackup(folder)}/`, identities: [ground.identity] },
      ...{ target: readDatabaseUrl(into), parallel: 2, clock: systemClock, log: silent, signal: undefined },
    });
    expect(restored).toMatchObject({ kind: 'restored', begun: true });
    const checks = restored.kind === 'restored' ? restored.checks : [];
    expect(checks.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    const run = from('for good');
    const sent = await run('select what from net.http_request_queue');
    // Only that of this test's own login.
    expect(sent).toEqual(version === 17 ? [{ what: 'login' }] : []);
    expect(await run('select count(*)::int as jobs from cron.job where active')).toEqual([{ jobs: 0 }]);
  });
});
