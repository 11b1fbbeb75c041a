import { identifier, literal, type Session } from '@lockstep/postgres';
import type { Catalog, Routine, Table } from '../catalog/types.ts';
import type { Intent } from '../intent.ts';
import { valueSql } from '../seed/seeder.ts';
import { type Part, rootId, type Stage } from '../stage.ts';
import { actorOf } from './actor.ts';

/**
 * Users who pretend to be of the other tenant: with metadata that they may edit themselves, and with a temporary table
 * under the name of the membership table. Only where a policy reads the one, or a function of a policy the other.
 */
export async function forgedParts(session: Session, stage: Stage, intent: Intent): Promise<readonly Part[]> {
  const metadata = metadataOf(stage.catalog);
  const shadow = shadowOf(stage.catalog, intent);
  const may = shadow === undefined ? new Set<string>() : await mayHaveTemporary(session, intent);
  return intent.identities
    .filter(({ isUser }) => isUser)
    .flatMap((identity) => [
      ...(metadata.length === 0 ? [] : withMetadata(stage, intent, { identity, metadata })),
      ...(shadow === undefined || !may.has(identity.role) ? [] : withShadow(stage, intent, { identity, shadow })),
    ]);
}

type Who = { readonly identity: Part['identity'] };

/** A field of the metadata of a user, and what a policy compares it with, if that is a constant. */
interface Field {
  readonly name: string;
  readonly constant: string | undefined;
}

const FIELD =
  /(?:user_metadata|raw_user_meta_data"?)'?(?:::text)?\)*\s*->>?\s*'(\w+)'(?:::text)?(?:\)*\s*=\s*'([^']*)')?/g;
const PATH = /\{user_metadata,(\w+)\}/g;

function metadataOf({ routines, tables }: Catalog): readonly Field[] {
  const texts = [
    ...tables.flatMap(({ policies }) => policies.flatMap(({ check, using }) => [using ?? '', check ?? ''])),
    ...routines.map(({ source }) => source),
  ];
  const found = texts.flatMap((text) => [
    ...[...text.matchAll(FIELD)].map(([, name = '', constant]): Field => ({ name, constant })),
    ...[...text.matchAll(PATH)].map(([, name = '']): Field => ({ name, constant: undefined })),
  ]);
  return [...new Map(found.map((field) => [field.name, field])).values()];
}

function withMetadata(
  stage: Stage,
  intent: Intent,
  { identity, metadata }: Who & { readonly metadata: readonly Field[] },
): readonly Part[] {
  const { seeder, tenants } = stage;
  const [person, other] = tenants.map(({ people }) => people.find((one) => one.identity === identity));
  if (person === undefined || other === undefined) return [];
  const tenant = rootId(stage, intent, other);
  const forged = Object.fromEntries(metadata.map(({ constant, name }) => [name, constant ?? tenant]));
  const { user_metadata: own } = identity.claims;
  const kept = own !== null && typeof own === 'object' ? own : {};
  const claims = { ...identity.claims, user_metadata: { ...kept, ...forged } };
  const name = `${identity.name} with edited user_metadata`;
  const actor = actorOf({ ...identity, name, claims }, seeder.words(person));
  const users = stage.catalog.tables.find(({ label }) => label === intent.userTable);
  const stored = users?.columns.some((column) => column.name === 'raw_user_meta_data') === true;
  const edit = stored
    ? `update ${users?.sql} set raw_user_meta_data = coalesce(raw_user_meta_data::jsonb, '{}') || ${literal(JSON.stringify(forged))}::jsonb where ${identifier(users?.primaryKey[0] ?? 'id')}::text = ${literal(seeder.userId(person))}; `
    : '';
  return [{ identity, person, actor: { ...actor, become: `${edit}${actor.become}` } }];
}

/** The membership table, where a function that a policy calls finds it by the search path of its caller. */
function shadowOf({ routines, tables }: Catalog, { membership }: Intent): Table | undefined {
  const table = tables.find(({ label }) => label === membership?.table);
  if (table === undefined) return undefined;
  const bare = new RegExp(`(?<![.\\w"])"?${table.name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}"?(?![\\w"])`, 'i');
  const policies = tables.flatMap((one) => one.policies.flatMap(({ check, using }) => [using ?? '', check ?? '']));
  const isOpen = (routine: Routine) =>
    !(routine.searchPath ?? '').includes('pg_temp') &&
    bare.test(routine.source) &&
    policies.some((text) => text.includes(`${routine.sql}(`));
  return routines.some(isOpen) ? table : undefined;
}

function withShadow(
  stage: Stage,
  intent: Intent,
  { identity, shadow }: Who & { readonly shadow: Table },
): readonly Part[] {
  const { membership } = intent;
  const [person, other] = stage.tenants.map(({ people }) => people.find((one) => one.identity === identity));
  if (person === undefined || other === undefined || membership === undefined) return [];
  const actor = actorOf(
    { ...identity, name: `${identity.name} with a temporary ${shadow.name}` },
    stage.seeder.words(person),
  );
  const given = new Map([
    [membership.userColumn, stage.seeder.userId(person)],
    [membership.tenantColumn, rootId(stage, intent, other)],
    ...(membership.roleColumn === undefined || identity.memberRole === undefined
      ? []
      : [[membership.roleColumn, identity.memberRole] as const]),
  ]);
  const columns = shadow.columns.map(({ declared, name }) => `${identifier(name)} ${declared}`).join(', ');
  const values = shadow.columns.map(({ name }) => valueSql(shadow, name, given.get(name) ?? null)).join(', ');
  const name = identifier(shadow.name);
  const create = `create temporary table ${name} (${columns}); insert into pg_temp.${name} values (${values}); grant select on pg_temp.${name} to public`;
  return [{ identity, person, actor: { ...actor, become: `${actor.become}; ${create}` } }];
}

async function mayHaveTemporary(session: Session, { identities }: Intent): Promise<ReadonlySet<string>> {
  const roles = [...new Set(identities.map(({ role }) => role))];
  const rows = await session.rows(
    `select name from pg_catalog.unnest(array[${roles.map(literal).join(', ')}]) name where pg_catalog.has_database_privilege(name, pg_catalog.current_database(), 'TEMP')`,
  );
  return new Set(rows.map(([name]) => name ?? ''));
}
