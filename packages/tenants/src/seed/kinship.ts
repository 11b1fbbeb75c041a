import type { Column, ForeignKey, Table } from '../catalog/types.ts';
import type { Intent } from '../intent.ts';

/** Whose a table's rows are, from what refers to what. */
export interface Kinship {
  /** Columns of a table that say the tenant themselves. */
  tenantColumns(table: Table): readonly string[];
  userColumns(table: Table): readonly string[];
  /** Whether its rows belong to a tenant, over any number of tables. */
  isOfTenant(table: Table): boolean;
  /** Whether its rows belong to one user of a tenant. */
  isOfUser(table: Table): boolean;
  /** The columns that decide which tenant a row is in: its own tenant column, else what it hangs on. */
  deciding(table: Table): readonly (readonly string[])[];
}

export function kinshipOf(tables: readonly Table[], intent: Intent): Kinship {
  const byOid = new Map(tables.map((table) => [table.oid, table]));
  const byLabel = new Map(tables.map((table) => [table.label, table]));
  const root = byLabel.get(intent.tenantTable);
  const users = byLabel.get(intent.userTable);
  const member = intent.membership && byLabel.get(intent.membership.table);
  const tenantName = intent.membership?.tenantColumn;
  const userName = intent.membership?.userColumn;
  const usersAreTenants = root !== undefined && root === users;

  const leadsTo = (table: Table, target: Table | undefined) =>
    table.foreignKeys.filter((key) => target !== undefined && key.target === target.oid && table !== target);
  const isReferrer = (table: Table, column: Column) =>
    table.foreignKeys.some(({ columns }) => columns.includes(column.name));
  /** A column that means the same as one of the membership though nothing refers: by its name, or by what fills it in. */
  const named = (table: Table, name: string | undefined, target: Table | undefined) => {
    const key = target?.columns.find((column) => target.primaryKey.includes(column.name));
    return table.columns.filter(
      (column) =>
        name !== undefined &&
        column.name === name &&
        !isReferrer(table, column) &&
        (key === undefined || key.type === column.type),
    );
  };
  const filledIn = (table: Table) =>
    table.columns.filter((column) => /\bauth\.uid\(\)/.test(column.default ?? '') && !isReferrer(table, column));
  const lone = (keys: readonly ForeignKey[], target: Table | undefined) =>
    keys.flatMap(({ columns, targetColumns }) =>
      columns.filter((_, at) => target?.primaryKey.includes(targetColumns[at] ?? '')),
    );

  const userColumns = (table: Table): readonly string[] => {
    const said = intent.ownerColumns[table.label];
    if (said !== undefined) return usersAreTenants ? [said] : [];
    return foundUserColumns(table);
  };
  const foundUserColumns = (table: Table) => [
    ...new Set([
      ...lone(leadsTo(table, users), users),
      ...(table === users ? [] : named(table, userName, users).map(({ name }) => name)),
      ...filledIn(table).map(({ name }) => name),
      ...(table === member && userName !== undefined && leadsTo(table, users).length === 0 ? [userName] : []),
    ]),
  ];
  const tenantColumns = (table: Table): readonly string[] =>
    usersAreTenants || intent.ownerColumns[table.label] !== undefined
      ? [intent.ownerColumns[table.label] ?? userColumns(table)].flat()
      : [
          ...new Set([
            ...lone(leadsTo(table, root), root),
            ...(table === root ? [] : named(table, tenantName, root).map(({ name }) => name)),
            ...(table === member && tenantName !== undefined ? [tenantName] : []),
          ]),
        ];

  const spread = (isFirst: (table: Table) => boolean, stops: readonly (Table | undefined)[]) => {
    const found = new Set(tables.filter(isFirst));
    for (let before = -1; before !== found.size; ) {
      before = found.size;
      for (const table of tables) {
        if (stops.includes(table)) continue;
        if (
          table.foreignKeys.some(({ target }) => {
            const to = byOid.get(target);
            return to !== undefined && to !== table && found.has(to) && !stops.includes(to);
          })
        )
          found.add(table);
        const parent = table.parent === null ? undefined : byOid.get(table.parent);
        if (parent !== undefined && found.has(parent)) found.add(table);
      }
    }
    return found;
  };
  const ofUser = spread(
    (table) => table === users || table === member || (table !== root && userColumns(table).length > 0),
    [usersAreTenants ? undefined : root],
  );
  const isBucketObject = (table: Table) => table.label === 'storage.objects' && Object.keys(intent.buckets).length > 0;
  const ofTenant = spread(
    (table) => table === root || ofUser.has(table) || tenantColumns(table).length > 0 || isBucketObject(table),
    [],
  );

  // One that may be missing says who changed a row, or who it is assigned to, where another one says whose it is.
  const leading = (table: Table, columns: readonly string[]) => {
    const must = columns.filter((name) => table.columns.find((column) => column.name === name)?.notNull === true);
    return must.length > 0 ? must : columns;
  };
  const deciding = (table: Table): readonly (readonly string[])[] => {
    const own = leading(table, tenantColumns(table));
    if (own.length > 0) return own.map((name) => [name]);
    const parents = table.foreignKeys.filter(({ target }) => {
      const to = byOid.get(target);
      return to !== undefined && to !== table && to !== users && ofTenant.has(to);
    });
    if (parents.length > 0) return parents.map(({ columns }) => columns);
    return leading(table, userColumns(table)).map((name) => [name]);
  };
  return {
    tenantColumns,
    userColumns,
    isOfTenant: (table) => ofTenant.has(table),
    isOfUser: (table) => ofUser.has(table) && (usersAreTenants || table !== root),
    deciding: (table) => (table === root ? [] : deciding(table)),
  };
}
