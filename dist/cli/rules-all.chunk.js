export const id = 8967;
export const ids = [8967];
export const modules = {

/***/ 461601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rules: () => (/* binding */ rules)
});

// EXTERNAL MODULE: ./packages/migrations/lib/parse/parser.js
var parser = __webpack_require__(658489);
// EXTERNAL MODULE: ./packages/migrations/lib/parse/calls.js
var parse_calls = __webpack_require__(876172);
// EXTERNAL MODULE: ./packages/migrations/lib/parse/type-words.js
var type_words = __webpack_require__(624072);
// EXTERNAL MODULE: ./packages/migrations/lib/phase/contract/keys.js
var keys = __webpack_require__(251499);
// EXTERNAL MODULE: ./packages/migrations/lib/phase/widening.js
var widening = __webpack_require__(293890);
;// CONCATENATED MODULE: ./packages/migrations/lib/lint/rules/alter-table.js





function commands({ parsed }, { picture }) {
    if (parsed?.type !== 'AlterTableStmt')
        return [];
    const table = (0,parser/* relationName */.CJ)((0,parser/* child */.jf)(parsed.fields, 'relation'));
    if (parsed.fields['missing_ok'] === true && picture.isAbsent(table))
        return [];
    if (table === '' || picture.isMade(table) || (0,parser/* text */.Qq)(parsed.fields, 'objtype') !== 'OBJECT_TABLE')
        return [];
    return (0,parser/* children */.Y_)(parsed.fields, 'cmds').map((each) => {
        const cmd = (0,parser/* opened */.Sg)(each).fields;
        return { table, subtype: (0,parser/* text */.Qq)(cmd, 'subtype'), cmd };
    });
}
function constraintOf(cmd) {
    return (0,parser/* child */.jf)((0,parser/* child */.jf)(cmd, 'def') ?? {}, 'Constraint') ?? {};
}
function columnOf(cmd) {
    return (0,parser/* child */.jf)((0,parser/* child */.jf)(cmd, 'def') ?? {}, 'ColumnDef') ?? {};
}
function constraintsOf(column) {
    return (0,parser/* children */.Y_)(column, 'constraints').map((each) => (0,parser/* child */.jf)(each, 'Constraint') ?? {});
}
const LOCKED = 'under ACCESS EXCLUSIVE, which blocks reads and writes';
function onCommand(subtype, judge) {
    return (statement, context) => commands(statement, context).flatMap((each) => {
        if (each.subtype !== subtype)
            return [];
        const objection = judge(each);
        return objection === undefined ? [] : [{ ...objection, table: each.table }];
    });
}
const SAME_FOR_ALL = new Set(('now transaction_timestamp statement_timestamp timezone date_trunc date_part extract age to_char to_timestamp to_date ' +
    'make_date make_time make_timestamp make_timestamptz make_interval current_database current_setting current_schema ' +
    'jsonb_build_object jsonb_build_array json_build_object json_build_array to_jsonb to_json lower upper initcap concat ' +
    'md5 encode decode length repeat btrim replace left right array_fill abs round floor ceil auth.uid auth.role auth.jwt auth.email').split(' '));
const addColumnRewrites = onCommand('AT_AddColumn', ({ cmd, table }) => {
    const column = columnOf(cmd);
    const name = `${table}.${(0,parser/* text */.Qq)(column, 'colname')}`;
    const kinds = constraintsOf(column);
    const defaults = kinds.find((each) => (0,parser/* text */.Qq)(each, 'contype') === 'CONSTR_DEFAULT');
    const varies = (0,parse_calls/* callsIn */.T)(defaults?.['raw_expr']).filter((call) => !SAME_FOR_ALL.has(call));
    const serial = /serial\d*$/.test((0,parser/* listName */.sY)((0,parser/* children */.Y_)((0,parser/* child */.jf)(column, 'typeName') ?? {}, 'names')));
    const filled = kinds.some((each) => (0,parser/* text */.Qq)(each, 'contype') === 'CONSTR_IDENTITY' ||
        ((0,parser/* text */.Qq)(each, 'contype') === 'CONSTR_GENERATED' && (0,parser/* text */.Qq)(each, 'generated_kind') !== 'v'));
    if (varies.length === 0 && !serial && !filled)
        return undefined;
    const why = varies.length > 0 ? `its default calls ${varies.join(', ')}` : 'each row gets its own value';
    return {
        message: `${name}: rewrites the whole table ${LOCKED}, because ${why}`,
        todo: 'add the column without a default, set the default for new rows, and fill the old ones in batches',
    };
});
const changeTypeRewrites = (statement, context) => commands(statement, context).flatMap(({ cmd, subtype, table }) => {
    if (subtype !== 'AT_AlterColumnType')
        return [];
    const definition = columnOf(cmd);
    const from = context.picture.column(table, (0,parser/* text */.Qq)(cmd, 'name'))?.type;
    const converts = definition['raw_default'] !== undefined;
    if (from !== undefined && !converts && (0,widening/* isWidening */.u)(from, (0,type_words/* typeWords */.y)((0,parser/* child */.jf)(definition, 'typeName') ?? {})))
        return [];
    return [
        {
            table,
            message: `${table}.${(0,parser/* text */.Qq)(cmd, 'name')}: may rewrite the table and its indexes ${LOCKED}`,
            todo: 'add a column of the new type, fill it in batches and switch the code over; text and a longer varchar need no rewrite',
        },
    ];
});
const setNotNullScans = (statement, context) => commands(statement, context).flatMap(({ cmd, subtype, table }) => {
    const name = (0,parser/* text */.Qq)(cmd, 'name');
    if (subtype !== 'AT_SetNotNull' || isProven(table, name, statement, context))
        return [];
    return [
        {
            table,
            message: `${table}.${name}: scans the whole table ${LOCKED}`,
            todo: `add constraint … check (${name} is not null) not valid, validate it in a later transaction, then set not null: it needs no scan`,
        },
    ];
});
function isProven(table, column, statement, context) {
    if (context.picture.column(table, column)?.notNull === true)
        return true;
    const before = [...context.earlier, ...context.statements.filter((each) => each.at < statement.at)];
    const found = before
        .flatMap((each) => commands(each, context))
        .filter((each) => (0,parser/* canonical */.$N)(each.table) === (0,parser/* canonical */.$N)(table));
    return found.some(({ cmd, subtype }) => {
        const constraint = constraintOf(cmd);
        if (subtype !== 'AT_AddConstraint' || !(0,keys/* checkedNotNull */.gk)(constraint).includes(column))
            return false;
        const name = (0,parser/* text */.Qq)(constraint, 'conname');
        const validated = found.some((each) => each.subtype === 'AT_ValidateConstraint' && (0,parser/* text */.Qq)(each.cmd, 'name') === name);
        return validated || constraint['skip_validation'] !== true;
    });
}
const constraintScans = onCommand('AT_AddConstraint', ({ cmd, table }) => {
    const constraint = constraintOf(cmd);
    const kind = { CONSTR_CHECK: 'check', CONSTR_FOREIGN: 'foreign key' }[(0,parser/* text */.Qq)(constraint, 'contype')];
    if (kind === undefined || constraint['skip_validation'] === true)
        return undefined;
    return {
        message: `${table}: checks every row ${kind === 'check' ? LOCKED : 'while writes to both tables are blocked'}`,
        todo: 'add it NOT VALID, and VALIDATE it in a later transaction',
    };
});
const constraintBuildsIndex = onCommand('AT_AddConstraint', ({ cmd, table }) => {
    const constraint = constraintOf(cmd);
    const kind = { CONSTR_UNIQUE: 'unique', CONSTR_PRIMARY: 'primary key', CONSTR_EXCLUSION: 'exclude' }[(0,parser/* text */.Qq)(constraint, 'contype')];
    if (kind === undefined || (0,parser/* text */.Qq)(constraint, 'indexname') !== '')
        return undefined;
    return {
        message: `${table}: builds the index of the ${kind} constraint ${LOCKED}`,
        todo: kind === 'exclude'
            ? 'there is no online alternative; run it when the table is quiet'
            : `create unique index concurrently first, then add the constraint with ${kind} using index`,
    };
});
const columnConstraint = onCommand('AT_AddColumn', ({ cmd, table }) => {
    const column = columnOf(cmd);
    const kinds = constraintsOf(column).map((each) => (0,parser/* text */.Qq)(each, 'contype'));
    if (!kinds.includes('CONSTR_UNIQUE') && !kinds.includes('CONSTR_PRIMARY'))
        return undefined;
    return {
        message: `${table}.${(0,parser/* text */.Qq)(column, 'colname')}: builds the index of its constraint ${LOCKED}`,
        todo: 'add the column alone, create unique index concurrently, then add the constraint using index',
    };
});
const columnScans = onCommand('AT_AddColumn', ({ cmd, table }) => {
    const column = columnOf(cmd);
    const kinds = constraintsOf(column).map((each) => (0,parser/* text */.Qq)(each, 'contype'));
    const keyed = kinds.includes('CONSTR_FOREIGN') && kinds.includes('CONSTR_DEFAULT');
    if (!kinds.includes('CONSTR_CHECK') && !keyed)
        return undefined;
    return {
        message: `${table}.${(0,parser/* text */.Qq)(column, 'colname')}: checks every row ${LOCKED}`,
        todo: 'add the column alone, the constraint NOT VALID, and VALIDATE it in a later transaction',
    };
});
const attachScans = (statement, context) => commands(statement, context).flatMap(({ cmd, subtype }) => {
    const part = (0,parser/* relationName */.CJ)((0,parser/* child */.jf)((0,parser/* child */.jf)((0,parser/* child */.jf)(cmd, 'def') ?? {}, 'PartitionCmd') ?? {}, 'name'));
    if (subtype !== 'AT_AttachPartition' || context.picture.isMade(part))
        return [];
    const checks = [...context.earlier, ...context.statements]
        .flatMap((each) => commands(each, context))
        .some((each) => (0,parser/* canonical */.$N)(each.table) === (0,parser/* canonical */.$N)(part) && (0,parser/* text */.Qq)(constraintOf(each.cmd), 'contype') === 'CONSTR_CHECK');
    return checks || context.picture.relation(part)?.isChecked === true ? [] : [attached(part)];
});
function attached(part) {
    return {
        table: part,
        message: `${part}: checks every row against the bounds ${LOCKED}`,
        todo: 'add a check constraint that says the same NOT VALID, validate it, then attach: it needs no scan',
    };
}
const setRewrites = (statement, context) => commands(statement, context).flatMap(({ subtype, table }) => REWRITING.test(subtype)
    ? [
        {
            table,
            message: `${table}: rewrites the whole table ${LOCKED}`,
            todo: 'run it when the table is quiet, outside of a release',
        },
    ]
    : []);
const REWRITING = /^AT_(SetTableSpace|SetLogged|SetUnLogged|SetAccessMethod|SetExpression)$/;
const validateAtOnce = (statement, context) => commands(statement, context).flatMap(({ cmd, subtype, table }) => {
    if (subtype !== 'AT_ValidateConstraint')
        return [];
    const name = (0,parser/* text */.Qq)(cmd, 'name');
    const before = context.statements.filter((each) => each.at < statement.at && context.isTogether(each));
    const added = before
        .flatMap((each) => commands(each, context))
        .some((each) => (0,parser/* text */.Qq)(constraintOf(each.cmd), 'conname') === name);
    if (!added)
        return [];
    const message = `${table}: holds the lock from adding ${name} while it reads every row`;
    return [{ table, message, todo: 'validate it in a later file, whose transaction does not block the app' }];
});
const alterTableRules = [
    { id: 'add-column-rewrites', weight: 'blocking', check: addColumnRewrites },
    { id: 'change-type-rewrites', weight: 'blocking', check: changeTypeRewrites },
    { id: 'set-not-null-scans', weight: 'blocking', check: setNotNullScans },
    { id: 'constraint-scans', weight: 'blocking', check: (s, c) => [...constraintScans(s, c), ...columnScans(s, c)] },
    {
        id: 'constraint-builds-index',
        weight: 'blocking',
        check: (s, c) => [...constraintBuildsIndex(s, c), ...columnConstraint(s, c)],
    },
    { id: 'attach-partition-scans', weight: 'blocking', check: attachScans },
    { id: 'validate-at-once', weight: 'blocking', check: validateAtOnce },
];

;// CONCATENATED MODULE: ./packages/migrations/lib/lint/rules/allows-null.js


const allowsNull = {
    id: 'allows-null',
    weight: 'note',
    check: (statement, context) => commands(statement, context).flatMap(({ cmd, subtype, table }) => {
        const name = (0,parser/* text */.Qq)(cmd, 'name');
        const known = context.picture.column(table, name);
        if (subtype !== 'AT_DropNotNull' || known?.isNew === true || known?.notNull === false)
            return [];
        return [
            {
                message: `${table}.${name}: code that reads it may get NULL once something writes it`,
                todo: 'write no NULL before all code that reads it handles NULL',
            },
        ];
    }),
};

// EXTERNAL MODULE: ./packages/migrations/lib/conditions/covers.js + 2 modules
var covers = __webpack_require__(481675);
// EXTERNAL MODULE: ./packages/migrations/lib/parse/tables-in.js
var tables_in = __webpack_require__(140952);
// EXTERNAL MODULE: ./packages/migrations/lib/picture/definitions.js
var definitions = __webpack_require__(482425);
// EXTERNAL MODULE: ./packages/migrations/lib/lint/locks.js
var lint_locks = __webpack_require__(377371);
;// CONCATENATED MODULE: ./packages/migrations/lib/lint/rules/blocking.js






const indexBlocks = ({ parsed }, { picture }) => {
    if (parsed?.type !== 'IndexStmt' || parsed.fields['concurrent'] === true)
        return [];
    const relation = (0,parser/* child */.jf)(parsed.fields, 'relation');
    const table = (0,parser/* relationName */.CJ)(relation);
    if (picture.isMade(table) || relation?.['inh'] !== true)
        return [];
    if (parsed.fields['if_not_exists'] === true &&
        picture.relation((0,definitions/* indexOf */.qh)(table, (0,parser/* text */.Qq)(parsed.fields, 'idxname'))) !== undefined)
        return [];
    const message = `${table}: blocks writes while the index is built`;
    return [
        {
            table,
            message,
            todo: 'create index concurrently, in a file of its own; of a partitioned table, on only, and attach those of its partitions',
        },
    ];
};
const reindexBlocks = ({ parsed }) => {
    if (parsed?.type !== 'ReindexStmt' || (0,parser/* has */.zy)(parsed.fields, 'params', 'concurrently'))
        return [];
    const table = (0,parser/* relationName */.CJ)((0,parser/* child */.jf)(parsed.fields, 'relation'));
    return [
        { table, message: `${table}: blocks writes to the table and any use of the index`, todo: 'reindex concurrently' },
    ];
};
const refreshBlocks = ({ parsed }, { picture }) => {
    if (parsed?.type !== 'RefreshMatViewStmt' || parsed.fields['concurrent'] === true)
        return [];
    const table = (0,parser/* relationName */.CJ)((0,parser/* child */.jf)(parsed.fields, 'relation'));
    if (picture.isMade(table))
        return [];
    return [
        {
            table,
            message: `${table}: blocks reads while it is refreshed`,
            todo: 'refresh … concurrently; it needs a unique index',
        },
    ];
};
const rewrites = ({ parsed }) => {
    const full = parsed?.type === 'VacuumStmt' && (0,parser/* has */.zy)(parsed.fields, 'options', 'full');
    if (parsed === undefined || (!full && parsed.type !== 'ClusterStmt'))
        return [];
    const table = (0,parser/* relationName */.CJ)((0,parser/* child */.jf)(parsed.fields, 'relation')) ||
        (0,parser/* relationName */.CJ)((0,parser/* child */.jf)((0,parser/* child */.jf)((0,parser/* children */.Y_)(parsed.fields, 'rels')[0] ?? {}, 'VacuumRelation') ?? {}, 'relation'));
    const message = `${table || 'every table'}: is rewritten ${LOCKED}`;
    return [
        {
            ...(table === '' ? {} : { table }),
            message,
            todo: 'leave it to autovacuum, or use pg_repack outside of a release',
        },
    ];
};
const dropIndexBlocks = ({ parsed }, { picture }) => {
    if (parsed === undefined)
        return [];
    const isAbsent = (name) => parsed.fields['missing_ok'] === true && picture.isAbsent(name);
    return (0,lint_locks/* droppedIndexes */.r)(parsed)
        .filter((name) => !picture.isMadeIndex(name) && !isAbsent(name))
        .map((name) => ({
        table: name,
        message: `${name}: blocks its table while it waits for every session that uses it`,
        todo: 'drop index concurrently, in a file of its own',
    }));
};
const lockTable = ({ parsed }, { picture }) => {
    if (parsed?.type !== 'LockStmt')
        return [];
    const locks = (0,lint_locks/* locksOf */.aZ)(parsed).filter(({ mode, table }) => (0,lint_locks/* blocks */.Bv)(mode) !== 'nothing' && !picture.isMade(table));
    return locks.map(({ table }) => ({
        table,
        message: `${table}: locked until the end of the transaction`,
        todo: 'remove it; statements acquire the locks they need',
    }));
};
const WHY = {
    all: '',
    same: '; the condition names no column, so it is true for all rows or for none',
    bound: '; the condition only bounds a key, on one side or over a wide range',
    join: '; the condition only joins tables',
};
const everyRow = ({ parsed }, { picture }) => {
    const writes = { UpdateStmt: 'updated', DeleteStmt: 'deleted', MergeStmt: 'written' }[parsed?.type ?? ''];
    if (parsed === undefined || writes === undefined)
        return [];
    const cover = parsed.type === 'MergeStmt' ? (0,covers/* mergeCover */.e)(parsed.fields, picture) : (0,covers/* coverOf */.v)(parsed.fields, picture);
    if (cover === undefined)
        return [];
    const table = (0,parser/* relationName */.CJ)((0,parser/* child */.jf)(parsed.fields, 'relation'));
    if (picture.isMade(table))
        return [];
    return [
        {
            table,
            message: `${table}: every row may be ${writes} in one transaction, and stays locked until its end${WHY[cover]}`,
            todo: 'write in batches, outside of the schema change',
        },
    ];
};
const writesUnderLock = ({ parsed }, { held, picture }) => {
    if (held === undefined || parsed === undefined)
        return [];
    const work = longWork(parsed);
    if (work === undefined || (work.table !== '' && picture.isMade(work.table)))
        return [];
    const message = `${work.what} while line ${held.line} blocks ${held.table}, until the transaction commits`;
    return [
        {
            ...(work.table === '' ? {} : { table: work.table }),
            message,
            todo: 'do it in a later file, whose transaction does not hold that lock',
        },
    ];
};
function longWork({ fields, type }) {
    const table = (0,parser/* relationName */.CJ)((0,parser/* child */.jf)(fields, 'relation'));
    if (/^(Update|Delete|Merge)Stmt$/.test(type))
        return { table, what: `${table}: rows are written` };
    if (type === 'CallStmt')
        return { table: '', what: 'a procedure runs' };
    if (type !== 'InsertStmt' && type !== 'SelectStmt' && type !== 'CreateTableAsStmt')
        return undefined;
    const query = { InsertStmt: (0,parser/* child */.jf)((0,parser/* child */.jf)(fields, 'selectStmt') ?? {}, 'SelectStmt'), CreateTableAsStmt: copied(fields) }[type] ?? fields;
    const [source] = (0,parser/* children */.Y_)(query ?? {}, 'fromClause').flatMap((each) => (0,tables_in/* tablesIn */.N)(each));
    if (source === undefined)
        return undefined;
    return type === 'InsertStmt'
        ? { table: source, what: `${table}: rows are copied from ${source}` }
        : { table: source, what: `${source}: rows are read` };
}
function copied(fields) {
    if ((0,parser/* child */.jf)(fields, 'into')?.['skipData'] === true)
        return {};
    return (0,parser/* child */.jf)((0,parser/* child */.jf)(fields, 'query') ?? {}, 'SelectStmt') ?? {};
}
const blockingRules = [
    { id: 'create-index-blocks', weight: 'blocking', check: indexBlocks },
    { id: 'drop-index-blocks', weight: 'blocking', check: dropIndexBlocks },
    { id: 'reindex-blocks', weight: 'blocking', check: reindexBlocks },
    { id: 'refresh-blocks', weight: 'blocking', check: refreshBlocks },
    { id: 'rewrites-table', weight: 'blocking', check: (s, c) => [...rewrites(s, c), ...setRewrites(s, c)] },
    { id: 'lock-table', weight: 'blocking', check: lockTable },
    { id: 'writes-every-row', weight: 'blocking', check: everyRow },
    { id: 'writes-under-lock', weight: 'blocking', check: writesUnderLock },
];

// EXTERNAL MODULE: ./packages/migrations/lib/parse/runs.js + 1 modules
var runs = __webpack_require__(5465);
;// CONCATENATED MODULE: ./packages/migrations/lib/lint/rules/changes-server.js



const changesServer = {
    id: 'changes-server',
    weight: 'warning',
    check: ({ parsed }) => {
        const what = parsed === undefined ? undefined : changed(parsed);
        if (what === undefined)
            return [];
        return [
            {
                message: `${what}; rolling back the migration's tables does not reverse it, and it can affect other databases of the server`,
                todo: 'do it once, by hand or in the setup of the server',
            },
        ];
    },
};
function changed({ fields, type }) {
    switch (type) {
        case 'AlterSystemStmt':
            return 'changes a setting of the whole server';
        case 'AlterDatabaseStmt':
        case 'AlterDatabaseSetStmt':
            return `changes settings of database ${(0,parser/* text */.Qq)(fields, 'dbname')}, for every session from now on`;
        case 'AlterRoleSetStmt':
            return `changes settings of ${role(fields) || 'every role'}, for every session from now on`;
        case 'AlterRoleStmt':
            return `changes role ${role(fields)}`;
        case 'CreateRoleStmt':
            return may(fields) ? `creates role ${(0,parser/* text */.Qq)(fields, 'role')}, which bypasses ordinary rights` : undefined;
        case 'GrantRoleStmt':
            return fields['is_grant'] === true &&
                /"(pg_\w+|postgres|supabase_admin|service_role)"/.test(JSON.stringify(fields['granted_roles']))
                ? 'grants a role that has nearly all rights'
                : undefined;
        case 'CreateEventTrigStmt':
            return `creates event trigger ${(0,parser/* text */.Qq)(fields, 'trigname')}, which runs for every schema change`;
        case 'AlterEventTrigStmt':
            return `changes event trigger ${(0,parser/* text */.Qq)(fields, 'trigname')}`;
        case 'CreateTableSpaceStmt':
        case 'DropTableSpaceStmt':
            return 'changes the tablespaces of the whole server';
        case 'CreatedbStmt':
            return `creates database ${(0,parser/* text */.Qq)(fields, 'dbname')}`;
        case 'CreateSubscriptionStmt':
        case 'AlterSubscriptionStmt':
        case 'DropSubscriptionStmt':
            return `changes what this database replicates (subscription ${(0,parser/* text */.Qq)(fields, 'subname')})`;
        case 'SelectStmt':
        case runs/* CALLS */.q$:
            return called(fields);
        default:
            return undefined;
    }
}
const OF_SERVERS = [
    [/^pg_(terminate|cancel)_backend$/, 'ends statements or sessions of other users'],
    [
        /^pg_(reload_conf|rotate_logfile|switch_wal|promote|wal_replay_pause|wal_replay_resume|backup_start|backup_stop)$/,
        'changes how the server runs',
    ],
    [
        /^pg_(drop_replication_slot|create_(logical|physical)_replication_slot|copy_(logical|physical)_replication_slot|replication_slot_advance|replication_origin_\w+)$/,
        'changes what other servers replicate from this one',
    ],
    [/^pg_stat_(reset\w*|statements_reset)$/, 'resets statistics of the server'],
];
function called(fields) {
    const calls = (0,parse_calls/* callsIn */.T)(fields);
    return calls.flatMap((name) => OF_SERVERS.flatMap(([pattern, what]) => (pattern.test(name) ? [`${what} (${name})`] : [])))[0];
}
function role(fields) {
    return (0,parser/* text */.Qq)((0,parser/* child */.jf)(fields, 'role'), 'rolename');
}
function may(fields) {
    return (0,parser/* children */.Y_)(fields, 'options').some((each) => {
        const option = (0,parser/* child */.jf)(each, 'DefElem') ?? {};
        const isOn = JSON.stringify(option['arg'] ?? '').includes('true');
        return isOn && /^(superuser|bypassrls|createrole|isreplication)$/.test((0,parser/* text */.Qq)(option, 'defname'));
    });
}

;// CONCATENATED MODULE: ./packages/migrations/lib/lint/rules/default-rights.js

const ANYBODY = new Set(['public', 'anon', 'authenticated']);
const defaultRights = {
    id: 'default-rights',
    weight: 'warning',
    check: ({ parsed }) => {
        if (parsed?.type !== 'AlterDefaultPrivilegesStmt')
            return [];
        const action = (0,parser/* child */.jf)(parsed.fields, 'action') ?? {};
        const to = (0,parser/* children */.Y_)(action, 'grantees').map((each) => (0,parser/* text */.Qq)((0,parser/* child */.jf)(each, 'RoleSpec'), 'rolename') || 'public');
        const open = to.filter((role) => ANYBODY.has(role));
        const grants = action['is_grant'] === true;
        const rights = (0,parser/* children */.Y_)(action, 'privileges').map((each) => (0,parser/* text */.Qq)((0,parser/* child */.jf)(each, 'AccessPriv'), 'priv_name'));
        if (grants &&
            (open.length === 0 || (rights.length > 0 && rights.every((right) => /^(select|usage|execute)$/.test(right)))))
            return [];
        const what = (0,parser/* text */.Qq)(action, 'objtype').replace('OBJECT_', '').toLowerCase();
        return [
            {
                message: grants
                    ? `${open.join(', ')} (that is, everyone) may write every ${what} created later`
                    : `${to.join(', ')} gets no ${rights.join(', ') || 'rights'} on a ${what} created later`,
                todo: 'grant and revoke on each object, in the file that creates it',
            },
        ];
    },
};

;// CONCATENATED MODULE: ./packages/migrations/lib/lint/rules/destroys-when-called.js


const destroysWhenCalled = {
    id: 'destroys-when-called',
    weight: 'warning',
    check: ({ parsed, runs }, { picture }) => {
        if (parsed?.type !== 'CreateFunctionStmt')
            return [];
        const name = (0,parser/* listName */.sY)((0,parser/* children */.Y_)(parsed.fields, 'funcname'));
        const own = new Set(runs.flatMap((each) => temporary(each.parsed)));
        const [first] = runs.flatMap((each) => destroyed(each.parsed, own, picture));
        if (first === undefined)
            return [];
        return [
            {
                message: `${name}: deletes data or objects whenever it is called (${first} …)`,
                todo: 'revoke it from roles that do not need it; what is deleted once belongs in a migration',
            },
        ];
    },
};
function temporary({ fields }) {
    const made = (0,parser/* child */.jf)(fields, 'relation') ?? (0,parser/* child */.jf)((0,parser/* child */.jf)(fields, 'into') ?? (0,parser/* child */.jf)(fields, 'intoClause') ?? {}, 'rel');
    return (0,parser/* text */.Qq)(made, 'relpersistence') === 't' ? [(0,parser/* text */.Qq)(made, 'relname')] : [];
}
const DROPS = {
    OBJECT_TABLE: 'table',
    OBJECT_SCHEMA: 'schema',
    OBJECT_VIEW: 'view',
    OBJECT_MATVIEW: 'materialized view',
    OBJECT_TYPE: 'type',
    OBJECT_FUNCTION: 'function',
};
function destroyed({ fields, type }, own, picture) {
    const isOwn = (name) => own.has(name) || /^pg_temp/.test(name);
    const table = (0,parser/* relationName */.CJ)((0,parser/* child */.jf)(fields, 'relation'));
    switch (type) {
        case 'DropStmt': {
            const kind = DROPS[(0,parser/* text */.Qq)(fields, 'removeType')];
            const names = (0,parser/* children */.Y_)(fields, 'objects').map((each) => {
                const object = (0,parser/* opened */.Sg)(each);
                return object.type === 'List' ? (0,parser/* listName */.sY)((0,parser/* children */.Y_)(object.fields, 'items')) : '';
            });
            return kind === undefined || names.every((name) => isOwn(name) && name !== '')
                ? []
                : [`drop ${kind} ${names[0]}`.trim()];
        }
        case 'DropOwnedStmt':
            return ['drop owned'];
        case 'DropdbStmt':
            return ['drop database'];
        case 'DropRoleStmt':
            return ['drop role'];
        case 'TruncateStmt': {
            const names = (0,parser/* children */.Y_)(fields, 'relations').map((each) => (0,parser/* relationName */.CJ)((0,parser/* child */.jf)(each, 'RangeVar')));
            return names.filter((name) => !isOwn(name)).map((name) => `truncate ${name}`);
        }
        case 'DeleteStmt':
            return !isOwn(table) && /^(all|same)$/.test((0,covers/* coverOf */.v)(fields, picture) ?? '') ? [`delete from ${table}`] : [];
        case 'AlterTableStmt':
            return (0,parser/* children */.Y_)(fields, 'cmds')
                .map((each) => (0,parser/* opened */.Sg)(each).fields)
                .filter((cmd) => (0,parser/* text */.Qq)(cmd, 'subtype') === 'AT_DropColumn' && !isOwn(table))
                .map((cmd) => `alter table ${table} drop ${(0,parser/* text */.Qq)(cmd, 'name')}`);
        default:
            return [];
    }
}

// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/predict.js
var predict = __webpack_require__(747311);
;// CONCATENATED MODULE: ./packages/migrations/lib/lint/rules/not-archivable.js



const notArchivable = {
    id: 'not-archivable',
    weight: 'warning',
    check: (statement, context) => {
        const { parsed } = statement;
        if (parsed === undefined || !context.isArchived)
            return [];
        const objects = callsUnlink(parsed.fields)
            ? [objection('a large object', 'the archive holds rows of tables alone')]
            : [];
        return [...objects, ...(0,predict/* predictStatement */.dz)(statement).deletes.flatMap((each) => judge(each, context))];
    },
};
function judge(deleted, context) {
    const { picture } = context;
    switch (deleted.kind) {
        case 'sequence':
            return picture.isMade(deleted.sequence) || picture.isAbsent(deleted.sequence)
                ? []
                : [objection(`the position of the sequence ${deleted.sequence}`, AGAIN)];
        case 'schema':
        case 'view':
        case 'refresh':
            return [];
        case 'identity':
        case 'unlogged':
        case 'table':
        case 'rows':
        case 'column':
        case 'type':
            return picture.isMade(deleted.table) || picture.isAbsent(deleted.table)
                ? []
                : ofTable(deleted, picture.relation(deleted.table), context);
    }
}
const AGAIN = 'a sequence that is made again assigns the same numbers again';
function ofTable(deleted, relation, { sizes }) {
    const { kind, table } = deleted;
    if (relation?.isForeign === true) {
        return kind === 'table'
            ? []
            : [objection(`rows of ${table}`, 'it is a foreign table, whose rows are on another server')];
    }
    if (kind === 'unlogged') {
        return [objection(`rows of ${table}`, 'they would be lost later, in a crash of the server')];
    }
    if (kind === 'identity')
        return [objection(`the position of the sequence of ${table}.${deleted.column}`, AGAIN)];
    if (kind === 'type' ? !narrows(relation?.columns?.get(deleted.column)?.type, deleted.to) : kind !== 'column')
        return [];
    if (sizes === undefined ||
        relation?.columns === undefined ||
        hasKey(relation, 'column' in deleted ? deleted.column : ''))
        return [];
    const why = 'no primary key, and no unique index over other required columns, distinguishes its rows';
    return 'column' in deleted ? [objection(`values of ${table}.${deleted.column}`, why)] : [];
}
function narrows(from, to) {
    const then = to
        .replaceAll('"', '')
        .replace(/^pg_catalog\./, '')
        .replace(/^varchar/, 'character varying');
    return from !== undefined && (0,widening/* isWidening */.u)(then, from) && !(0,widening/* isWidening */.u)(from, then);
}
function hasKey({ columns, keys }, but) {
    return keys.some((key) => !key.partial && key.columns.every((name) => name !== but && columns?.get(name)?.notNull === true));
}
function callsUnlink(node) {
    if (Array.isArray(node))
        return node.some(callsUnlink);
    if (typeof node !== 'object' || node === null)
        return false;
    const called = (0,parser/* child */.jf)(node, 'FuncCall');
    const name = called === undefined ? '' : (0,parser/* listName */.sY)((0,parser/* children */.Y_)(called, 'funcname').slice(-1));
    return name === 'lo_unlink' || Object.values(node).some(callsUnlink);
}
function objection(what, why) {
    return {
        message: `${what} cannot be archived: ${why}. A rollback past this migration would not restore it`,
        todo: 'save it in advance (a copy, a backup); or say "-- lockstep: no-archive because …" at the head of the file, if it may be deleted for good',
    };
}

;// CONCATENATED MODULE: ./packages/migrations/lib/lint/rules/not-sql.js
const notSql = {
    id: 'not-sql',
    weight: 'error',
    check: ({ problem }) => problem === undefined
        ? []
        : [
            {
                line: problem.line,
                message: `PostgreSQL does not accept this: ${problem.message}`,
                todo: 'correct it; a semicolon may be missing before this place',
            },
        ],
};

// EXTERNAL MODULE: ./packages/migrations/lib/phase/contract/around.js
var around = __webpack_require__(162602);
// EXTERNAL MODULE: ./packages/migrations/lib/phase/contract/names.js
var contract_names = __webpack_require__(116242);
;// CONCATENATED MODULE: ./packages/migrations/lib/lint/rules/opens-rights.js



const opens_rights_ANYBODY = new Set(['public', 'anon', 'authenticated']);
const WRITES = new Set(['insert', 'update', 'delete', 'truncate', 'references', 'trigger']);
const opensRights = {
    id: 'opens-rights',
    weight: 'warning',
    check: ({ parsed }, { file, picture }) => {
        if (parsed?.type !== 'GrantStmt' || parsed.fields['is_grant'] !== true)
            return [];
        const { fields } = parsed;
        if (!/^OBJECT_(TABLE|SEQUENCE|SCHEMA)$/.test((0,parser/* text */.Qq)(fields, 'objtype')))
            return [];
        const to = (0,parser/* children */.Y_)(fields, 'grantees').map((each) => (0,parser/* text */.Qq)((0,parser/* child */.jf)(each, 'RoleSpec'), 'rolename') || 'public');
        const open = to.filter((role) => opens_rights_ANYBODY.has(role));
        const rights = (0,parser/* children */.Y_)(fields, 'privileges').map((each) => (0,parser/* text */.Qq)((0,parser/* child */.jf)(each, 'AccessPriv'), 'priv_name'));
        const isSchema = (0,parser/* text */.Qq)(fields, 'objtype') === 'OBJECT_SCHEMA';
        const writes = rights.length === 0 || rights.some((right) => (isSchema ? right === 'create' : WRITES.has(right)));
        if (open.length === 0 || !writes || (0,parser/* text */.Qq)(fields, 'objtype') === 'OBJECT_SEQUENCE')
            return [];
        const isWhole = (0,parser/* text */.Qq)(fields, 'targtype') === 'ACL_TARGET_ALL_IN_SCHEMA';
        const guarded = (table) => picture.relation(table)?.rowSecurity === true || (0,around/* securesRows */.Go)(file, table);
        return (0,parser/* children */.Y_)(fields, 'objects').map((object) => {
            const name = (0,parser/* relationName */.CJ)((0,parser/* child */.jf)(object, 'RangeVar')) || (0,contract_names/* objectName */.Hd)(object);
            const what = isWhole ? `every table in schema ${name}` : name;
            const isGuarded = !isWhole && !isSchema && guarded(name);
            return {
                ...(isGuarded ? { weight: 'note' } : {}),
                message: `${what}: ${open.join(', ')} (that is, everyone) may ${isSchema ? 'create objects in it' : 'write to it'}${isGuarded ? '; only its policies restrict that' : ''}`,
                todo: 'grant only what is needed, to the role that needs it',
            };
        });
    },
};

// EXTERNAL MODULE: ./packages/migrations/lib/parse/trees.js
var trees = __webpack_require__(710601);
;// CONCATENATED MODULE: ./packages/migrations/lib/lint/rules/opens-rows.js



const opens_rows_ANYBODY = new Set(['public', 'anon', 'authenticated']);
const opensRows = {
    id: 'opens-rows',
    weight: 'warning',
    check: ({ parsed }, { picture }) => {
        if (parsed?.type !== 'CreatePolicyStmt' && parsed?.type !== 'AlterPolicyStmt')
            return [];
        const table = (0,parser/* relationName */.CJ)((0,parser/* child */.jf)(parsed.fields, 'table'));
        const name = (0,parser/* text */.Qq)(parsed.fields, 'policy_name');
        const altered = parsed.type === 'AlterPolicyStmt';
        const policy = (0,definitions/* policyOf */.US)(parsed.fields);
        const old = picture.relation(table)?.policies.get(name);
        const roles = altered && policy.roles.length === 0 ? (old?.roles ?? []) : policy.roles;
        const command = altered ? (old?.command ?? 'all') : policy.command;
        const open = roles.filter((role) => opens_rows_ANYBODY.has(role));
        const isOpen = (0,trees/* constantOf */.yi)(policy.using) === true || (policy.using === undefined && (0,trees/* constantOf */.yi)(policy.check) === true);
        if ((!altered && !policy.permissive) || !isOpen || (open.length === 0 && !(altered && roles.length === 0)))
            return [];
        const reads = command === 'select';
        return [
            {
                ...(reads || command === 'insert' ? { weight: 'note' } : {}),
                message: `${table}: policy ${name} lets ${open.join(', ') || 'its roles'} ${reads ? 'read' : command === 'all' ? 'read and write' : command} every row`,
                todo: 'restrict the condition to the rows of each user, unless everyone may have them',
            },
        ];
    },
};

;// CONCATENATED MODULE: ./packages/migrations/lib/lint/rules/owner-changes.js


const ownerChanges = {
    id: 'owner-changes',
    weight: 'warning',
    check: ({ parsed }, { file, picture }) => {
        if (parsed === undefined)
            return [];
        const { fields, type } = parsed;
        const todo = 'keep the owner, or first grant the previous one what it needs';
        const objection = (what, to) => ({
            message: `${what}: now belongs to ${to}; the previous owner loses an owner's rights`,
            todo,
        });
        if (type === 'ReassignOwnedStmt')
            return [objection('all objects of some roles', roleOf((0,parser/* child */.jf)(fields, 'newrole')))];
        if (type === 'AlterOwnerStmt') {
            const name = (0,parser/* relationName */.CJ)((0,parser/* child */.jf)(fields, 'relation')) || (0,contract_names/* objectName */.Hd)((0,parser/* child */.jf)(fields, 'object') ?? {});
            return picture.isMade(name) || file.made.has((0,parser/* canonical */.$N)(name))
                ? []
                : [objection(name, roleOf((0,parser/* child */.jf)(fields, 'newowner')))];
        }
        if (type !== 'AlterTableStmt')
            return [];
        const table = (0,parser/* relationName */.CJ)((0,parser/* child */.jf)(fields, 'relation'));
        if (picture.isMade(table))
            return [];
        return (0,parser/* children */.Y_)(fields, 'cmds').flatMap((each) => {
            const cmd = (0,parser/* opened */.Sg)(each).fields;
            const to = roleOf((0,parser/* child */.jf)(cmd, 'newowner'));
            if ((0,parser/* text */.Qq)(cmd, 'subtype') !== 'AT_ChangeOwner' || picture.relation(table)?.owner === to)
                return [];
            return [objection(table, to)];
        });
    },
};
function roleOf(role) {
    return (0,parser/* text */.Qq)(role, 'rolename') || 'another role';
}

// EXTERNAL MODULE: ./packages/migrations/lib/parse/logic.js
var logic = __webpack_require__(602002);
// EXTERNAL MODULE: ./packages/migrations/lib/lint/sizes.js
var lint_sizes = __webpack_require__(141841);
;// CONCATENATED MODULE: ./packages/migrations/lib/lint/policies.js




function madePolicy({ parsed }, picture) {
    if (parsed?.type !== 'CreatePolicyStmt' && parsed?.type !== 'AlterPolicyStmt')
        return undefined;
    const table = (0,parser/* relationName */.CJ)((0,parser/* child */.jf)(parsed.fields, 'table'));
    const name = (0,parser/* text */.Qq)(parsed.fields, 'policy_name');
    const policy = (0,definitions/* policyOf */.US)(parsed.fields);
    if (parsed.type === 'CreatePolicyStmt')
        return { ...policy, table, name, altered: false };
    const old = picture.relation(table)?.policies.get(name);
    return {
        ...{ table, name, altered: true },
        command: old?.command ?? 'all',
        permissive: old?.permissive ?? true,
        roles: policy.roles.length > 0 ? policy.roles : (old?.roles ?? []),
        using: policy.using ?? old?.using,
        check: policy.check ?? old?.check,
    };
}
function conditionsOf({ check, using }) {
    return [using, check].filter((each) => each !== undefined);
}
function calledIn(node) {
    if (node === undefined)
        return '';
    const value = (0,parser/* child */.jf)(node, 'SubLink') === undefined ? undefined : (0,trees/* selectedValue */.Bc)((0,parser/* child */.jf)(node, 'SubLink') ?? {});
    if (value !== undefined)
        return calledIn(value);
    return (0,parser/* listName */.sY)((0,parser/* children */.Y_)((0,parser/* child */.jf)(node, 'FuncCall') ?? {}, 'funcname'));
}
function ownColumnOf(node, table) {
    const fields = (0,parser/* children */.Y_)((0,parser/* child */.jf)(node ?? {}, 'ColumnRef') ?? {}, 'fields');
    if (fields.length === 0 || fields.some((field) => (0,parser/* child */.jf)(field, 'String') === undefined))
        return undefined;
    const [column = '', ...qualifiers] = (0,parser/* listName */.sY)(fields).split('.').reverse();
    const name = (0,parser/* canonical */.$N)(table);
    const isOwn = qualifiers.length === 0 ||
        (0,parser/* canonical */.$N)(qualifiers.reverse().join('.')) === name ||
        qualifiers[0] === name.slice(name.indexOf('.') + 1);
    return isOwn ? column : undefined;
}
function growing(table, { sizes }) {
    return (0,lint_sizes/* weigh */.vi)(sizes?.get((0,parser/* canonical */.$N)(table))) === 'small' ? { weight: 'note', table } : { table };
}

;// CONCATENATED MODULE: ./packages/migrations/lib/lint/rules/policy-always-true.js




const policy_always_true_ANYBODY = new Set(['public', 'anon', 'authenticated']);
const policyAlwaysTrue = {
    id: 'policy-always-true',
    weight: 'warning',
    check: (statement, context) => {
        const policy = madePolicy(statement, context.picture);
        if (policy === undefined || !policy.permissive)
            return [];
        if (policy.roles.length > 0 && !policy.roles.some((role) => policy_always_true_ANYBODY.has(role)))
            return [];
        const { check, command, using } = policy;
        const about = (condition) => condition === undefined ? undefined : opennessOf(condition, policy, context);
        const [sees, writes] = [about(using), about(check)];
        if ((0,trees/* constantOf */.yi)(using) === true || (using === undefined && (0,trees/* constantOf */.yi)(check) === true))
            return [];
        if (sees !== undefined)
            return [policy_always_true_open(policy, sees)];
        if (using === undefined && writes !== undefined)
            return [policy_always_true_open(policy, writes)];
        const moves = writes !== undefined && (command === 'update' || command === 'all');
        return moves
            ? [
                {
                    message: `${policy.table}: policy ${policy.name} checks nothing of the new row (${said(writes)}), so a row can be given to another user`,
                    todo: 'write the condition of using into with check too, or leave with check out',
                },
            ]
            : [];
    },
};
function policy_always_true_open({ command, name, table }, openness) {
    const isNote = command === 'select' || command === 'insert';
    const does = command === 'select' ? 'read' : command === 'all' ? 'read and write' : command;
    const who = openness === 'everyone' ? 'everyone' : 'every user who is signed in';
    return {
        ...(isNote ? { weight: 'note' } : {}),
        message: `${table}: the condition of policy ${name} is ${said(openness)}: ${who} may ${does} every row`,
        todo: 'restrict the condition to the rows of each user, unless everyone may have them',
    };
}
function said(openness) {
    return openness === 'everyone' ? 'always true' : 'true for everyone who is signed in';
}
function opennessOf(node, policy, context) {
    if ((0,trees/* constantOf */.yi)(node) === true)
        return 'everyone';
    const boolean = (0,parser/* child */.jf)(node, 'BoolExpr');
    if (boolean !== undefined)
        return ofParts(boolean, policy, context);
    const test = (0,parser/* child */.jf)(node, 'NullTest');
    if (test !== undefined)
        return ofNullTest(test, policy, context);
    const comparison = (0,parser/* child */.jf)(node, 'A_Expr');
    const [left, right] = [(0,parser/* child */.jf)(comparison ?? {}, 'lexpr'), (0,parser/* child */.jf)(comparison ?? {}, 'rexpr')];
    if (comparison === undefined || left === undefined || right === undefined)
        return undefined;
    const operator = (0,parser/* listName */.sY)((0,parser/* children */.Y_)(comparison, 'name').slice(-1));
    if ((0,logic/* compareConstants */.jR)(left, operator, right) === true)
        return 'everyone';
    if (/^(=|<=|>=)$/.test(operator) && (0,trees/* isSameCondition */.It)(left, right))
        return calledIn(left).startsWith('auth.') ? 'signed-in' : 'everyone';
    const isRole = [left, right].some((each) => calledIn(each) === 'auth.role');
    const isSignedIn = JSON.stringify([left, right]).includes('"sval":"authenticated"');
    return operator === '=' && isRole && isSignedIn ? 'signed-in' : undefined;
}
function ofParts(boolean, policy, context) {
    const args = (0,parser/* children */.Y_)(boolean, 'args');
    const parts = args.map((each) => opennessOf(each, policy, context));
    const isAnd = (0,parser/* text */.Qq)(boolean, 'boolop') === 'AND_EXPR';
    if (isAnd)
        return parts.includes(undefined) ? undefined : parts.includes('signed-in') ? 'signed-in' : 'everyone';
    if ((0,parser/* text */.Qq)(boolean, 'boolop') !== 'OR_EXPR')
        return undefined;
    return parts.includes('everyone') || (0,logic/* isExhaustive */.x_)(args) ? 'everyone' : parts.find((each) => each !== undefined);
}
function ofNullTest(test, { table }, { picture }) {
    if ((0,parser/* text */.Qq)(test, 'nulltesttype') !== 'IS_NOT_NULL')
        return undefined;
    if (calledIn((0,parser/* child */.jf)(test, 'arg')).startsWith('auth.'))
        return 'signed-in';
    const column = ownColumnOf((0,parser/* child */.jf)(test, 'arg'), table);
    return column !== undefined && picture.column(table, column)?.notNull === true ? 'everyone' : undefined;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/lint/rules/policy-auth.js


const OF_THE_REQUEST = /^(auth\.(uid|jwt|role|email)|(pg_catalog\.)?current_setting)$/;
const policyPerRow = {
    id: 'policy-per-row',
    weight: 'warning',
    check: (statement, context) => {
        const policy = madePolicy(statement, context.picture);
        if (policy === undefined)
            return [];
        const calls = [...new Set(conditionsOf(policy).flatMap((condition) => calledPerRow(condition)))];
        if (calls.length === 0)
            return [];
        const [first = ''] = calls;
        return [
            {
                ...growing(policy.table, context),
                message: `${policy.table}: policy ${policy.name} calls ${calls.join(', ')} for every row`,
                todo: `write (select ${first}) instead, which is evaluated once for each statement`,
            },
        ];
    },
};
function calledPerRow(node) {
    if (Array.isArray(node))
        return node.flatMap(calledPerRow);
    if (typeof node !== 'object' || node === null)
        return [];
    return Object.entries(node).flatMap(([key, value]) => {
        const select = key === 'SubLink' ? (0,parser/* child */.jf)((0,parser/* child */.jf)(value, 'subselect') ?? {}, 'SelectStmt') : undefined;
        if (select !== undefined && (0,parser/* children */.Y_)(select, 'fromClause').length === 0)
            return calledPerRow(value['testexpr']);
        const name = key === 'FuncCall' ? (0,parser/* listName */.sY)((0,parser/* children */.Y_)(value, 'funcname')) : '';
        return [...(OF_THE_REQUEST.test(name) ? [`${name}()`] : []), ...calledPerRow(value)];
    });
}
const authUidCast = {
    id: 'auth-uid-cast',
    weight: 'warning',
    check: (statement, context) => {
        const policy = madePolicy(statement, context.picture);
        if (policy === undefined)
            return [];
        const { name, table } = policy;
        return conditionsOf(policy)
            .flatMap(comparisons)
            .flatMap(([one, other]) => {
            const uid = one;
            if (!JSON.stringify(uid).includes('"sval":"uid"'))
                return [];
            const cast = (0,parser/* child */.jf)((0,parser/* child */.jf)(other, 'TypeCast') ?? {}, 'arg');
            const casted = ownColumnOf(cast, table);
            if (casted !== undefined)
                return [
                    {
                        ...growing(table, context),
                        message: `${table}: policy ${name} casts the column ${casted} to compare it with auth.uid(), so no index on it is used`,
                        todo: `compare the column as it is: ${casted} = (select auth.uid()::text), or make it a uuid`,
                    },
                ];
            const column = ownColumnOf(other, table);
            const type = column === undefined ? undefined : context.picture.column(table, column)?.type;
            if (calledIn(uid) !== 'auth.uid' || type === undefined || type === 'uuid')
                return [];
            return [
                {
                    weight: 'error',
                    message: `${table}: policy ${name} compares auth.uid(), a uuid, with ${column}, which is ${type}: PostgreSQL has no such operator (42883)`,
                    todo: `cast it: ${column} = (select auth.uid()::${type})`,
                },
            ];
        });
    },
};
function comparisons(node) {
    const { fields, type } = (0,parser/* opened */.Sg)(node);
    if (type === 'BoolExpr')
        return (0,parser/* children */.Y_)(fields, 'args').flatMap(comparisons);
    const [left, right] = [(0,parser/* child */.jf)(fields, 'lexpr'), (0,parser/* child */.jf)(fields, 'rexpr')];
    const isEqual = type === 'A_Expr' &&
        (0,parser/* text */.Qq)(fields, 'kind') === 'AEXPR_OP' &&
        /^(=|<>)$/.test((0,parser/* listName */.sY)((0,parser/* children */.Y_)(fields, 'name').slice(-1)));
    if (!isEqual || left === undefined || right === undefined)
        return [];
    return [
        [left, right],
        [right, left],
    ];
}
const WRITTEN_BY_USERS = /^(?:.*\W)?(?:raw_)?user_meta_?data(?:\W.*)?$/s;
const policyUserMetadata = {
    id: 'policy-user-metadata',
    weight: 'error',
    check: (statement, { picture }) => {
        const policy = madePolicy(statement, picture);
        if (policy === undefined || !conditionsOf(policy).some(readsMetadata))
            return [];
        return [
            {
                message: `${policy.table}: policy ${policy.name} relies on user_metadata, which every user can change for themselves`,
                todo: 'read app_metadata, which only the service key writes, or a table that users cannot write',
            },
        ];
    },
};
function readsMetadata(node) {
    if (Array.isArray(node))
        return node.some(readsMetadata);
    if (typeof node !== 'object' || node === null)
        return false;
    return Object.entries(node).some(([key, value]) => key === 'sval' && typeof value === 'string' ? WRITTEN_BY_USERS.test(value) : readsMetadata(value));
}
const policyAuthRules = [policyPerRow, authUidCast, policyUserMetadata];

;// CONCATENATED MODULE: ./packages/migrations/lib/lint/rules/policy-index.js


const policyWithoutIndex = {
    id: 'policy-without-index',
    weight: 'warning',
    check: (statement, context) => {
        const { beyond, picture } = context;
        const policy = madePolicy(statement, picture);
        if (policy === undefined || picture.relation(policy.table)?.columns === undefined)
            return [];
        const { name, table } = policy;
        return columnsOf(policy)
            .filter((column) => picture.column(table, column) !== undefined)
            .filter((column) => !beyond.indexed.has(`${(0,parser/* canonical */.$N)(table)} ${column}`))
            .map((column) => ({
            ...growing(table, context),
            message: `${table}: policy ${name} chooses rows by ${column}, and no index begins with that column`,
            todo: `create index on ${table} (${column}), on a table in use with concurrently and in a file of its own`,
        }));
    },
};
function columnsOf(policy) {
    const conditions = policy.command === 'insert' ? [] : conditionsOf({ ...policy, check: undefined });
    return [...new Set(conditions.flatMap((condition) => chosenBy(condition, policy.table)))];
}
function chosenBy(node, table) {
    const { fields, type } = (0,parser/* opened */.Sg)(node);
    if (type === 'BoolExpr')
        return (0,parser/* text */.Qq)(fields, 'boolop') === 'NOT_EXPR'
            ? []
            : (0,parser/* children */.Y_)(fields, 'args').flatMap((each) => chosenBy(each, table));
    const own = (side) => ownColumnOf(side, table) ?? [];
    if (type !== 'A_Expr' || (0,parser/* listName */.sY)((0,parser/* children */.Y_)(fields, 'name').slice(-1)) !== '=')
        return [];
    const [left, right] = [own((0,parser/* child */.jf)(fields, 'lexpr')), own((0,parser/* child */.jf)(fields, 'rexpr'))];
    const isPlain = (0,parser/* text */.Qq)(fields, 'kind') === 'AEXPR_OP';
    if (isPlain)
        return [left, right].flat().length === 1 && ownColumnsIn(fields, table) === 1 ? [left, right].flat() : [];
    return /^AEXPR_(IN|OP_ANY)$/.test((0,parser/* text */.Qq)(fields, 'kind')) ? [left].flat() : [];
}
function ownColumnsIn(node, table) {
    if (Array.isArray(node))
        return node.reduce((sum, each) => sum + ownColumnsIn(each, table), 0);
    if (typeof node !== 'object' || node === null || 'SubLink' in node)
        return 0;
    if ('ColumnRef' in node)
        return ownColumnOf(node, table) === undefined ? 0 : 1;
    return ownColumnsIn(Object.values(node), table);
}

;// CONCATENATED MODULE: ./packages/migrations/lib/lint/rules/rewrites-queries.js

const rewritesQueries = {
    id: 'rewrites-queries',
    weight: 'warning',
    check: ({ parsed }, { picture }) => {
        if (parsed === undefined)
            return [];
        const { fields, type } = parsed;
        const todo = 'use a trigger, or change the code instead';
        if (type === 'RuleStmt') {
            const table = (0,parser/* relationName */.CJ)((0,parser/* child */.jf)(fields, 'relation'));
            if (picture.isMade(table))
                return [];
            return [
                {
                    message: `${table}: statements on it now do something else (rule ${(0,parser/* text */.Qq)(fields, 'rulename')})`,
                    todo,
                },
            ];
        }
        if (type === 'CreateCastStmt')
            return cast(fields, picture);
        if (type === 'DefineStmt' && (0,parser/* text */.Qq)(fields, 'kind') === 'OBJECT_OPERATOR')
            return operator(fields, picture);
        if (type !== 'DropStmt' || (0,parser/* text */.Qq)(fields, 'removeType') !== 'OBJECT_RULE')
            return [];
        return (0,parser/* children */.Y_)(fields, 'objects').flatMap((object) => {
            const items = (0,parser/* children */.Y_)((0,parser/* child */.jf)(object, 'List') ?? {}, 'items');
            const table = (0,parser/* listName */.sY)(items.slice(0, -1));
            if (picture.isMade(table))
                return [];
            return [
                {
                    message: `${table}: rule ${(0,parser/* listName */.sY)(items.slice(-1))} no longer rewrites statements on it`,
                    todo,
                },
            ];
        });
    },
};
function cast(fields, picture) {
    const [from, to] = ['sourcetype', 'targettype'].map((each) => (0,parser/* listName */.sY)((0,parser/* children */.Y_)((0,parser/* child */.jf)(fields, each) ?? {}, 'names')));
    if (picture.isMadeType(from ?? '') || picture.isMadeType(to ?? ''))
        return [];
    const context = (0,parser/* text */.Qq)(fields, 'context');
    const name = [from, to].map((each) => (each ?? '').replace('pg_catalog.', '')).join(' as ');
    const message = context === 'COERCION_EXPLICIT'
        ? `${name}: casts that failed until now succeed`
        : `${name}: values are now cast implicitly, so expressions in code may use another operator or function`;
    return [
        {
            ...(context === 'COERCION_EXPLICIT' ? { weight: 'note' } : {}),
            message,
            todo: 'cast in the code where it is needed',
        },
    ];
}
const COMMON = /^(=|<>|!=|<|>|<=|>=|\+|-|\*|\/|%|\|\||~~|!~~|~)$/;
function operator(fields, picture) {
    const name = (0,parser/* listName */.sY)((0,parser/* children */.Y_)(fields, 'defnames').slice(-1));
    const types = (0,parser/* children */.Y_)(fields, 'definition').flatMap((each) => {
        const option = (0,parser/* child */.jf)(each, 'DefElem') ?? {};
        return /^(left|right)arg$/.test((0,parser/* text */.Qq)(option, 'defname'))
            ? [(0,parser/* listName */.sY)((0,parser/* children */.Y_)((0,parser/* child */.jf)((0,parser/* child */.jf)(option, 'arg') ?? {}, 'TypeName') ?? {}, 'names'))]
            : [];
    });
    if (!COMMON.test(name) || types.some((type) => picture.isMadeType(type)))
        return [];
    return [
        {
            message: `operator ${name}: expressions in code may now use this one`,
            todo: 'give it another name, or create it in a schema that is in no search_path',
        },
    ];
}

;// CONCATENATED MODULE: ./packages/migrations/lib/lint/rules/runs-programs.js



const REACHES = /^(lo_(import|export)|pg_read_(binary_)?file|pg_ls_\w*dir\w*|pg_stat_file|pg_file_\w+|(\w+\.)?dblink\w*)$/;
const runsPrograms = {
    id: 'runs-programs',
    weight: 'error',
    check: ({ parsed }) => {
        if (parsed === undefined)
            return [];
        const { fields, type } = parsed;
        const todo = 'remove it; what the server can reach differs between machines';
        if (type === 'LoadStmt')
            return [{ message: 'loads a library into the server', todo }];
        const call = /^(Select|Insert|Update)Stmt$/.test(type) || type === runs/* CALLS */.q$
            ? (0,parse_calls/* callsIn */.T)(fields).find((name) => REACHES.test(name))
            : undefined;
        if (call !== undefined)
            return [{ message: `${call}: accesses files or another server`, todo }];
        if (type !== 'CopyStmt' || (0,parser/* text */.Qq)(fields, 'filename') === '')
            return [];
        const what = fields['is_program'] === true ? 'runs a program on the server' : "reads or writes the server's own files";
        return [{ message: what, todo }];
    },
};

// EXTERNAL MODULE: ./packages/migrations/lib/parse/made.js
var parse_made = __webpack_require__(515095);
// EXTERNAL MODULE: ./packages/migrations/lib/phase/contract/columns.js
var columns = __webpack_require__(726680);
// EXTERNAL MODULE: ./packages/migrations/lib/phase/contract/contract.js + 6 modules
var contract = __webpack_require__(794916);
// EXTERNAL MODULE: ./packages/migrations/lib/phase/contract/emptied.js
var emptied = __webpack_require__(715209);
;// CONCATENATED MODULE: ./packages/migrations/lib/lint/served.js


function servedTable(parsed, exposedSchemas) {
    if ((0,parse_made/* madeBy */.v)(parsed)?.kind !== 'table' || parsed.type === 'CreateForeignTableStmt')
        return undefined;
    const into = (0,parser/* child */.jf)(parsed.fields, 'into') ?? (0,parser/* child */.jf)(parsed.fields, 'intoClause');
    const relation = (0,parser/* child */.jf)(into ?? parsed.fields, into === undefined ? 'relation' : 'rel') ?? {};
    const name = (0,parser/* canonical */.$N)((0,parser/* relationName */.CJ)(relation));
    const isServed = exposedSchemas.includes(name.split('.')[0] ?? '') && (0,parser/* text */.Qq)(relation, 'relpersistence') !== 't';
    return isServed ? name : undefined;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/lint/rules/safety.js










const breaksOldCode = (statement, context) => {
    if (statement.parsed === undefined || context.declaresPhase)
        return [];
    const around = { picture: context.picture, file: context.file, nth: context.nth };
    return (0,contract/* contractReasons */.i)(statement.parsed, around).map((what) => ({
        message: `${what}: breaks the code of the previous release`,
        todo: 'write "-- lockstep: contract" on the first line, or "-- lockstep: expand because …" if nothing uses it',
    }));
};
const destroysData = ({ parsed }, { picture }) => {
    if (parsed === undefined)
        return [];
    const { fields, type } = parsed;
    const todo = 'make sure that nothing needs it and that a backup has it; no down migration restores it';
    if (type === 'DropStmt' && /^OBJECT_(TABLE|SCHEMA|MATVIEW)$/.test((0,parser/* text */.Qq)(fields, 'removeType'))) {
        const names = (0,parser/* children */.Y_)(fields, 'objects').map(contract_names/* objectName */.Hd);
        const isSchema = (0,parser/* text */.Qq)(fields, 'removeType') === 'OBJECT_SCHEMA';
        const isAbsent = (name) => fields['missing_ok'] === true && (isSchema ? picture.isAbsentObject('schema', name) : picture.isAbsent(name));
        return names
            .filter((name) => !picture.isMade(name) && !isAbsent(name))
            .map((name) => ({ message: `${name}: is dropped with all its rows`, todo }));
    }
    if (type === 'DropStmt' && /^OBJECT_(TYPE|DOMAIN|EXTENSION)$/.test((0,parser/* text */.Qq)(fields, 'removeType'))) {
        if ((0,parser/* text */.Qq)(fields, 'behavior') !== 'DROP_CASCADE')
            return [];
        return (0,parser/* children */.Y_)(fields, 'objects').map((each) => ({
            message: `${(0,contract_names/* objectName */.Hd)(each)}: is dropped with every column that uses it`,
            todo,
        }));
    }
    if (type === 'TruncateStmt' || type === 'DeleteStmt') {
        const isCascade = type === 'TruncateStmt' && (0,parser/* text */.Qq)(fields, 'behavior') === 'DROP_CASCADE';
        const others = isCascade ? ', and those of every table that refers to it' : '';
        return (0,emptied/* emptied */.$)(parsed, picture).map((name) => ({ message: `${name}: all its rows are deleted${others}`, todo }));
    }
    if ((type === 'SelectStmt' || type === runs/* CALLS */.q$) && (0,parse_calls/* callsIn */.T)(fields).includes('lo_unlink'))
        return [{ message: 'lo_unlink: a large object is deleted with its content', todo }];
    if (type !== 'AlterTableStmt')
        return [];
    const table = (0,parser/* relationName */.CJ)((0,parser/* child */.jf)(fields, 'relation'));
    if (picture.isMade(table) || (0,parser/* text */.Qq)(fields, 'objtype') !== 'OBJECT_TABLE')
        return [];
    return (0,parser/* children */.Y_)(fields, 'cmds').flatMap((each) => {
        const cmd = (0,parser/* opened */.Sg)(each).fields;
        if ((0,parser/* text */.Qq)(cmd, 'subtype') === 'AT_SetUnLogged')
            return [
                { message: `${table}: is emptied when the server crashes, and no replica has it`, todo: 'keep it logged' },
            ];
        const name = (0,parser/* text */.Qq)(cmd, 'name');
        if ((0,parser/* text */.Qq)(cmd, 'subtype') !== 'AT_DropColumn' || picture.column(table, name)?.isNew === true)
            return [];
        const columns = picture.relation(table)?.columns;
        if (cmd['missing_ok'] === true && picture.complete && columns?.has(name) === false)
            return [];
        return [{ message: `${table}.${(0,parser/* text */.Qq)(cmd, 'name')}: is dropped with all its values`, todo }];
    });
};
const failsOnRows = ({ parsed }, { picture, sizes }) => {
    if (parsed?.type !== 'AlterTableStmt')
        return [];
    const table = (0,parser/* relationName */.CJ)((0,parser/* child */.jf)(parsed.fields, 'relation'));
    const size = sizes?.get((0,parser/* canonical */.$N)(table));
    if (picture.isMade(table) || (sizes !== undefined && (size?.rows ?? 1) === 0))
        return [];
    return (0,parser/* children */.Y_)(parsed.fields, 'cmds').flatMap((each) => {
        const cmd = (0,parser/* opened */.Sg)(each).fields;
        const column = (0,parser/* child */.jf)((0,parser/* child */.jf)(cmd, 'def') ?? {}, 'ColumnDef') ?? {};
        if ((0,parser/* text */.Qq)(cmd, 'subtype') !== 'AT_AddColumn' || !(0,columns/* refusesOldInserts */.L)(column))
            return [];
        if (cmd['missing_ok'] === true && picture.column(table, (0,parser/* text */.Qq)(column, 'colname')) !== undefined)
            return [];
        return [
            {
                message: `${table}.${(0,parser/* text */.Qq)(column, 'colname')}: fails where the table has rows (23502)`,
                todo: 'give it a default, or add it nullable, fill it, and set not null in a later file',
            },
        ];
    });
};
const rlsMissing = ({ parsed }, { exposedSchemas, file, picture }) => {
    const name = parsed === undefined ? undefined : servedTable(parsed, exposedSchemas);
    if (parsed === undefined || name === undefined || (0,around/* securesRows */.Go)(file, name))
        return [];
    if ((0,parse_made/* madeBy */.v)(parsed)?.ifNotExists === true && picture.relation(name)?.rowSecurity === true)
        return [];
    return [
        {
            message: `${name}: is served over HTTP without row level security: anyone with the public key can read and write it`,
            todo: `alter table ${name} enable row level security, and write policies, in the same file`,
        },
    ];
};
const bypassesPolicies = ({ parsed }, { exposedSchemas, file }) => {
    if (parsed === undefined)
        return [];
    const { fields, type } = parsed;
    const served = (relation, message, todo) => {
        const name = (0,parser/* canonical */.$N)((0,parser/* relationName */.CJ)(relation));
        const isServed = exposedSchemas.includes(name.split('.')[0] ?? '') && (0,parser/* text */.Qq)(relation, 'relpersistence') !== 't';
        return isServed ? [{ message: `${name}: ${message}`, todo }] : [];
    };
    const elsewhere = 'put it in a schema that is not served';
    if (type === 'CreateForeignTableStmt')
        return served((0,parser/* child */.jf)((0,parser/* child */.jf)(fields, 'base') ?? {}, 'relation'), 'foreign tables have no policies', elsewhere);
    if (type === 'CreateTableAsStmt' && (0,parser/* text */.Qq)(fields, 'objtype') === 'OBJECT_MATVIEW')
        return served((0,parser/* child */.jf)((0,parser/* child */.jf)(fields, 'into') ?? {}, 'rel'), 'materialized views have no policies', elsewhere);
    if (type === 'AlterTableStmt' && resetsInvoker(fields))
        return served((0,parser/* child */.jf)(fields, 'relation'), "now reads with its owner's rights, which bypasses the policies of its tables", 'leave security_invoker on');
    if (type !== 'ViewStmt' || (0,parser/* has */.zy)(fields, 'options', 'security_invoker'))
        return [];
    const view = (0,parser/* child */.jf)(fields, 'view');
    const setLater = (0,around/* onTable */.kJ)(file, 'AlterTableStmt', (0,parser/* relationName */.CJ)(view)).some(({ by }) => JSON.stringify(by.fields).includes('"security_invoker"'));
    return setLater
        ? []
        : served(view, "reads with its owner's rights, which bypasses the policies of its tables", 'create it with (security_invoker = true)');
};
function resetsInvoker(fields) {
    return (0,parser/* children */.Y_)(fields, 'cmds').some((each) => {
        const cmd = (0,parser/* opened */.Sg)(each).fields;
        const options = (0,parser/* child */.jf)((0,parser/* child */.jf)(cmd, 'def') ?? {}, 'List') ?? {};
        const named = JSON.stringify(options).includes('"security_invoker"');
        if ((0,parser/* text */.Qq)(cmd, 'subtype') === 'AT_ResetRelOptions')
            return named;
        return (0,parser/* text */.Qq)(cmd, 'subtype') === 'AT_SetRelOptions' && named && !(0,parser/* has */.zy)(options, 'items', 'security_invoker');
    });
}
const rlsOff = ({ parsed }, { exposedSchemas }) => {
    if (parsed?.type !== 'AlterTableStmt')
        return [];
    const name = (0,parser/* canonical */.$N)((0,parser/* relationName */.CJ)((0,parser/* child */.jf)(parsed.fields, 'relation')));
    if (!exposedSchemas.includes(name.split('.')[0] ?? ''))
        return [];
    const off = (0,parser/* children */.Y_)(parsed.fields, 'cmds').some((cmd) => (0,parser/* text */.Qq)((0,parser/* opened */.Sg)(cmd).fields, 'subtype') === 'AT_DisableRowSecurity');
    return off
        ? [
            {
                message: `${name}: its policies no longer apply, and it is served over HTTP`,
                todo: 'change the policies instead',
            },
        ]
        : [];
};
const definerPath = ({ parsed }) => {
    if (parsed?.type !== 'CreateFunctionStmt' && parsed?.type !== 'AlterFunctionStmt')
        return [];
    const altered = parsed.type === 'AlterFunctionStmt';
    const options = (0,parser/* children */.Y_)(parsed.fields, altered ? 'actions' : 'options').map((each) => (0,parser/* child */.jf)(each, 'DefElem') ?? {});
    const definer = options.some((option) => (0,parser/* text */.Qq)(option, 'defname') === 'security' && JSON.stringify(option['arg'] ?? '').includes('true'));
    const path = options.some((option) => (0,parser/* text */.Qq)(option, 'defname') === 'set' && JSON.stringify(option).includes('search_path'));
    if (!definer || path)
        return [];
    const routine = altered ? (0,parser/* child */.jf)(parsed.fields, 'func') : parsed.fields;
    const name = (0,parser/* listName */.sY)((0,parser/* children */.Y_)(routine ?? {}, altered ? 'objname' : 'funcname'));
    return [
        {
            message: `${name}: security definer without its own search_path; its caller decides what its names mean`,
            todo: "add: set search_path = ''",
        },
    ];
};
const unreadable = (statement) => statement.unreadable
    ? [
        {
            message: 'runs SQL that it builds at run time, which cannot be checked',
            todo: 'write out the statements, or allow it with the reason why it is safe',
        },
    ]
    : [];
const OWN = /"(?:schemaname|sval)":"(lockstep|supabase_migrations|lockstep_archive)"/;
const ownSchema = ({ parsed }) => {
    const named = parsed === undefined ? undefined : OWN.exec(JSON.stringify(parsed.fields))?.[1];
    if (named === undefined)
        return [];
    if (named === 'lockstep_archive') {
        const message = 'lockstep_archive: holds what rollbacks archived, closed to all other roles and only for a time';
        return [
            { message, todo: 'remove it, and use the commands of migrate (list-archives, restore-archive, erase-archives)' },
        ];
    }
    return [
        {
            message: 'changes the migration history; "supabase db pull" and "db diff" write such statements',
            todo: 'remove it, and run those commands with --schema public',
        },
    ];
};
const safetyRules = [
    { id: 'breaks-old-code', weight: 'warning', check: breaksOldCode },
    { id: 'destroys-data', weight: 'warning', check: destroysData },
    { id: 'fails-on-rows', weight: 'error', check: failsOnRows },
    { id: 'rls-missing', weight: 'error', check: rlsMissing },
    { id: 'bypasses-policies', weight: 'warning', check: bypassesPolicies },
    { id: 'rls-disabled', weight: 'error', check: rlsOff },
    { id: 'own-schema', weight: 'error', check: ownSchema },
    { id: 'unreadable-code', weight: 'warning', check: unreadable },
    { id: 'definer-search-path', weight: 'warning', check: definerPath },
];

;// CONCATENATED MODULE: ./packages/migrations/lib/lint/rules/sequence-set-back.js

const sequenceSetBack = {
    id: 'sequence-set-back',
    weight: 'warning',
    check: ({ parsed }, context) => {
        if (parsed === undefined)
            return [];
        const { fields, type } = parsed;
        if (type === 'AlterSeqStmt') {
            const sequence = (0,parser/* relationName */.CJ)((0,parser/* child */.jf)(fields, 'sequence'));
            return restarts((0,parser/* children */.Y_)(fields, 'options')) ? sequence_set_back_objection(sequence, context) : [];
        }
        if (type === 'AlterTableStmt') {
            const table = (0,parser/* relationName */.CJ)((0,parser/* child */.jf)(fields, 'relation'));
            return (0,parser/* children */.Y_)(fields, 'cmds').flatMap((each) => {
                const cmd = (0,parser/* opened */.Sg)(each).fields;
                const options = (0,parser/* children */.Y_)((0,parser/* child */.jf)((0,parser/* child */.jf)(cmd, 'def') ?? {}, 'List') ?? {}, 'items');
                return (0,parser/* text */.Qq)(cmd, 'subtype') === 'AT_SetIdentity' && restarts(options)
                    ? sequence_set_back_objection(`${table}.${(0,parser/* text */.Qq)(cmd, 'name')}`, context, table)
                    : [];
            });
        }
        return /^(Select|Update|Insert)Stmt$/.test(type)
            ? setsIn(fields).flatMap((sequence) => sequence_set_back_objection(sequence, context))
            : [];
    },
};
function restarts(options) {
    return options.some((each) => {
        const option = (0,parser/* child */.jf)(each, 'DefElem') ?? {};
        const name = (0,parser/* text */.Qq)(option, 'defname');
        return name === 'restart' || (name === 'cycle' && JSON.stringify(option['arg'] ?? '').includes('true'));
    });
}
function setsIn(node) {
    if (Array.isArray(node))
        return node.flatMap(setsIn);
    if (typeof node !== 'object' || node === null)
        return [];
    return Object.entries(node).flatMap(([key, value]) => {
        const call = value;
        const isSet = key === 'FuncCall' && (0,parser/* listName */.sY)((0,parser/* children */.Y_)(call, 'funcname').slice(-1)) === 'setval';
        const [sequence, number] = isSet ? (0,parser/* children */.Y_)(call, 'args') : [];
        const fixed = number !== undefined && (0,parser/* child */.jf)(number, 'A_Const') !== undefined;
        const constant = (0,parser/* child */.jf)((0,parser/* child */.jf)(sequence ?? {}, 'TypeCast') ?? {}, 'arg') ?? sequence;
        const name = (0,parser/* text */.Qq)((0,parser/* child */.jf)((0,parser/* child */.jf)(constant ?? {}, 'A_Const') ?? {}, 'sval'), 'sval');
        return [...(fixed ? [name || 'a sequence'] : []), ...setsIn(value)];
    });
}
function sequence_set_back_objection(sequence, { picture }, owner = sequence) {
    const plain = sequence.replaceAll('"', '');
    if (picture.isMade(owner) || picture.isMade((0,parser/* canonical */.$N)(plain)))
        return [];
    const table = plain.replace(/_[^_]+_seq$/, '');
    if (plain.endsWith('_seq') && picture.isMade(table))
        return [];
    return [
        {
            message: `${plain}: is set to a fixed number; numbers in use could be assigned again`,
            todo: "set it from the table: select setval('…', coalesce((select max(id) from …), 0) + 1, false)",
        },
    ];
}

;// CONCATENATED MODULE: ./packages/migrations/lib/lint/rules/supabase.js



const noDataApiGrant = {
    id: 'no-data-api-grant',
    weight: 'warning',
    check: (statement, { beyond, exposedSchemas, picture }) => {
        const { parsed } = statement;
        const name = parsed === undefined ? undefined : servedTable(parsed, exposedSchemas);
        if (parsed === undefined || name === undefined || beyond.saysRights(name, statement))
            return [];
        const made = (0,parse_made/* madeBy */.v)(parsed);
        if (made?.ifNotExists === true && picture.relation(name) !== undefined)
            return [];
        if ((0,parser/* child */.jf)(parsed.fields, 'partbound') !== undefined)
            return [];
        return [
            {
                message: `${name}: no grant says who may use it, and Supabase no longer grants anything automatically: the Data API refuses it (42501)`,
                todo: `grant what is needed, such as: grant select, insert, update, delete on ${name} to authenticated, service_role; or revoke all on it, if the Data API is not to have it`,
            },
        ];
    },
};
const extensionVersionIgnored = {
    id: 'extension-version-ignored',
    weight: 'warning',
    check: ({ parsed }, { exposedSchemas }) => {
        if (parsed?.type !== 'CreateExtensionStmt' && parsed?.type !== 'AlterExtensionStmt')
            return [];
        const options = (0,parser/* children */.Y_)(parsed.fields, 'options').map((each) => (0,parser/* child */.jf)(each, 'DefElem') ?? {});
        const isPinned = options.some((each) => (0,parser/* text */.Qq)(each, 'defname') === 'new_version');
        if (exposedSchemas.length === 0 || !isPinned)
            return [];
        return [
            {
                message: `extension ${(0,parser/* text */.Qq)(parsed.fields, 'extname')}: Supabase ignores the version and installs its default one; later it will refuse the statement`,
                todo: 'leave the version out',
            },
        ];
    },
};
const supabaseRules = [noDataApiGrant, extensionVersionIgnored];

;// CONCATENATED MODULE: ./packages/migrations/lib/lint/rules/trigger-lost.js


const triggerLost = {
    id: 'trigger-lost',
    weight: 'warning',
    check: ({ parsed }, { file, nth, picture }) => {
        if (parsed?.type !== 'DropStmt')
            return [];
        if ((0,parser/* text */.Qq)(parsed.fields, 'removeType') !== 'OBJECT_TRIGGER')
            return withFunctions(parsed.fields, { file, nth, picture });
        return (0,parser/* children */.Y_)(parsed.fields, 'objects').flatMap((object) => {
            const items = (0,parser/* children */.Y_)((0,parser/* child */.jf)(object, 'List') ?? {}, 'items');
            const table = (0,parser/* listName */.sY)(items.slice(0, -1));
            const name = (0,parser/* listName */.sY)(items.slice(-1));
            const again = (0,around/* behind */.Ry)({ file, nth }, 'CreateTrigStmt', table).length > 0;
            const isAbsent = parsed.fields['missing_ok'] === true && picture.isAbsent(table);
            if (again || picture.isMade(table) || isAbsent)
                return [];
            const isNote = file.lastFunctionDrop > nth || parsed.fields['missing_ok'] === true;
            return [
                {
                    ...(isNote ? { weight: 'note' } : {}),
                    message: `${table}: trigger ${name} no longer runs when code writes to the table`,
                    todo: 'make sure that the current code does not depend on it',
                },
            ];
        });
    },
};
function withFunctions(fields, { file, nth, picture }) {
    const isFunction = /^OBJECT_(FUNCTION|ROUTINE)$/.test((0,parser/* text */.Qq)(fields, 'removeType'));
    if (!isFunction || (0,parser/* text */.Qq)(fields, 'behavior') !== 'DROP_CASCADE')
        return [];
    return (0,parser/* children */.Y_)(fields, 'objects').flatMap((each) => {
        const name = (0,parser/* listName */.sY)((0,parser/* children */.Y_)((0,parser/* child */.jf)(each, 'ObjectWithArgs') ?? {}, 'objname'));
        const isMade = (file.made.get((0,parser/* canonical */.$N)(name)) ?? []).some((made) => made.nth < nth);
        const again = file.statements.slice(nth + 1).some((later) => later?.type === 'CreateTrigStmt');
        if (isMade || again || picture.routine(name)?.trigger !== true)
            return [];
        return [
            {
                message: `${name}: the triggers that run it are dropped with it and no longer run`,
                todo: 'make sure that the current code does not depend on it',
            },
        ];
    });
}

;// CONCATENATED MODULE: ./packages/migrations/lib/lint/rules/triggers-off.js





const triggersOff = {
    id: 'triggers-off',
    weight: 'warning',
    check: (statement, context) => {
        const later = () => context.statements.slice(context.nth + 1);
        const todo = 'enable them again in the same file, and check what was written meanwhile';
        const role = replicationRole(statement.parsed);
        if (role?.isReplica === true) {
            if (later().some((each) => replicationRole(each.parsed)?.isReplica === false))
                return [];
            return [
                role.isLocal
                    ? { weight: 'note', message: 'triggers and foreign keys are off until the transaction ends', todo }
                    : { message: 'triggers and foreign keys are off from here on', todo },
            ];
        }
        return commands(statement, context).flatMap(({ cmd, subtype, table }) => {
            const off = /^AT_Disable(TrigAll|TrigUser|Trig|Rule)$/.exec(subtype)?.[1];
            if (off === undefined)
                return [];
            const name = (0,parser/* text */.Qq)(cmd, 'name');
            const again = later()
                .flatMap((each) => commands(each, context))
                .some((each) => each.table === table &&
                /^AT_Enable(Always|Replica)?(TrigAll|TrigUser|Trig|Rule)$/.test(each.subtype) &&
                ((0,parser/* text */.Qq)(each.cmd, 'name') === name || /All|User/.test(each.subtype)));
            if (again)
                return [];
            const what = off === 'Trig'
                ? `trigger ${name} does`
                : off === 'Rule'
                    ? `rule ${name} does`
                    : off === 'TrigAll'
                        ? 'its triggers and foreign keys do'
                        : 'its triggers do';
            return [{ message: `${table}: ${what} nothing from here on`, todo }];
        });
    },
};
function replicationRole(parsed) {
    if (parsed === undefined)
        return undefined;
    const { fields, type } = parsed;
    if (type === 'VariableSetStmt') {
        if (!/^(session_replication_role)?$/.test((0,parser/* text */.Qq)(fields, 'name')))
            return undefined;
        const isReplica = /replica/.test(JSON.stringify((0,parser/* children */.Y_)(fields, 'args')));
        return { isReplica, isLocal: fields['is_local'] === true };
    }
    if (type === 'UpdateStmt' && /pg_settings$/.test((0,parser/* relationName */.CJ)((0,parser/* child */.jf)(fields, 'relation')))) {
        const words = JSON.stringify([fields['targetList'], fields['whereClause']]);
        return words.includes('"session_replication_role"')
            ? { isReplica: words.includes('"replica"'), isLocal: false }
            : undefined;
    }
    const [call] = setConfigs(type === 'SelectStmt' || type === runs/* CALLS */.q$ ? fields : undefined);
    return call;
}
function setConfigs(node) {
    if (Array.isArray(node))
        return node.flatMap(setConfigs);
    if (typeof node !== 'object' || node === null)
        return [];
    return Object.entries(node).flatMap(([key, value]) => {
        const call = value;
        if (key !== 'FuncCall' || (0,parser/* listName */.sY)((0,parser/* children */.Y_)(call, 'funcname').slice(-1)) !== 'set_config')
            return setConfigs(value);
        const [name, to, local] = (0,parser/* children */.Y_)(call, 'args');
        if ((0,logic/* constantValue */.yb)(name) !== 'session_replication_role')
            return [];
        return [{ isReplica: !/^(origin|local)$/.test(String((0,logic/* constantValue */.yb)(to))), isLocal: (0,trees/* constantOf */.yi)(local) === true }];
    });
}

// EXTERNAL MODULE: ./packages/migrations/lib/parse/built-in.js
var built_in = __webpack_require__(894575);
// EXTERNAL MODULE: ./packages/migrations/lib/picture/routines.js
var routines = __webpack_require__(993290);
;// CONCATENATED MODULE: ./packages/migrations/lib/lint/rules/unseen-code.js




const unseenCode = {
    id: 'unseen-code',
    weight: 'warning',
    check: ({ parsed }, context) => {
        if (parsed === undefined)
            return [];
        const { fields, type } = parsed;
        if (type === 'CreateTrigStmt')
            return ofTrigger(fields, context);
        if (!/^(Call|Select|CreateTableAs|Insert)Stmt$/.test(type) && type !== runs/* CALLS */.q$)
            return [];
        if (type === 'InsertStmt' && !isCopied(fields))
            return [];
        const names = new Set(type === 'CallStmt' ? (0,runs/* calledBy */.p0)(parsed) : (0,runs/* calledBy */.p0)(parsed).filter((name) => mayWrite(name, context)));
        return [...names].filter((name) => !isSeen(name, context)).map((name) => unseen(name, context));
    },
};
function unseen(name, { picture }) {
    const plain = name.replace(/^public\./, '');
    return {
        ...(picture.complete ? {} : { weight: 'note' }),
        message: `${plain}: runs code that cannot be read here; what it changes is not checked`,
        todo: 'write out what it does, or allow it with the reason why it is safe',
    };
}
function isCopied(fields) {
    const select = (0,parser/* child */.jf)((0,parser/* child */.jf)(fields, 'selectStmt') ?? {}, 'SelectStmt');
    return select !== undefined && (0,parser/* children */.Y_)(select, 'valuesLists').length === 0;
}
function ofTrigger(fields, context) {
    const table = (0,parser/* relationName */.CJ)((0,parser/* child */.jf)(fields, 'relation'));
    const name = (0,parser/* canonical */.$N)((0,parser/* listName */.sY)((0,parser/* children */.Y_)(fields, 'funcname')));
    const isAgain = context.file.droppedTriggers.has(`${(0,parser/* canonical */.$N)(table)} ${String(fields['trigname'])}`);
    if (context.picture.isMade(table) || isAgain || isSeen(name, context) || HARMLESS.test(name))
        return [];
    return [
        {
            ...unseen(name, context),
            message: `${table}: trigger ${String(fields['trigname'])} now runs ${name.replace(/^public\./, '')} on writes, whose code cannot be read here`,
        },
    ];
}
const HARMLESS = /\.(moddatetime|autoinc|insert_username|suppress_redundant_updates_trigger|tsvector_update_trigger(_column)?|lo_manage)$/;
function isSeen(name, { picture }) {
    const routine = picture.routine(name);
    return routine !== undefined && (0,routines/* isReadable */.hS)(routine);
}
function isCompiled({ language }) {
    return language === 'c' || language === 'internal';
}
function ownName(name) {
    return name.slice(name.lastIndexOf('.') + 1);
}
function mayWrite(name, { picture }) {
    const routine = picture.routine(name);
    if (routine !== undefined)
        return routine.mayWrite && !(routine.bodies.every(isCompiled) && (0,built_in/* isBuiltIn */.q)(ownName(name)));
    if (picture.complete)
        return false;
    const [schema = '', own = ''] = name.split('.');
    if (/^(pg_catalog|information_schema|extensions)$/.test(schema))
        return false;
    if (schema === 'auth')
        return !/^(uid|role|jwt|email)$/.test(own);
    return schema !== 'public' || !(0,built_in/* isBuiltIn */.q)(own);
}

;// CONCATENATED MODULE: ./packages/migrations/lib/lint/rules/vacuum-off.js


const vacuumOff = {
    id: 'vacuum-off',
    weight: 'warning',
    check: (statement, context) => commands(statement, context).flatMap(({ cmd, subtype, table }) => {
        const options = (0,parser/* child */.jf)((0,parser/* child */.jf)(cmd, 'def') ?? {}, 'List') ?? {};
        const named = JSON.stringify((0,parser/* children */.Y_)(options, 'items')).includes('"autovacuum_enabled"');
        if (subtype !== 'AT_SetRelOptions' || !named || (0,parser/* has */.zy)(options, 'items', 'autovacuum_enabled'))
            return [];
        return [
            {
                message: `${table}: is no longer vacuumed`,
                todo: 'leave autovacuum on and tune it for this table',
            },
        ];
    }),
};

// EXTERNAL MODULE: ./packages/migrations/lib/phase/contract/catalog.js
var catalog = __webpack_require__(529693);
;// CONCATENATED MODULE: ./packages/migrations/lib/lint/rules/writes-catalog.js

const writesCatalog = {
    id: 'writes-catalog',
    weight: 'error',
    check: ({ parsed }, { picture }) => {
        const name = parsed === undefined ? undefined : (0,catalog/* catalogWritten */.B)(parsed, picture);
        if (name === undefined || /pg_settings$/.test(name))
            return [];
        return [
            {
                message: `${name}: is a system catalog; an inconsistent row breaks the database, and no down migration repairs it`,
                todo: 'use the command that changes the object (ALTER …, DROP …)',
            },
        ];
    },
};

;// CONCATENATED MODULE: ./packages/migrations/lib/lint/rules/all.js
























const rules = [
    notSql,
    ...alterTableRules,
    ...blockingRules,
    ...safetyRules,
    opensRights,
    opensRows,
    policyAlwaysTrue,
    ...policyAuthRules,
    policyWithoutIndex,
    ...supabaseRules,
    defaultRights,
    ownerChanges,
    allowsNull,
    triggerLost,
    triggersOff,
    rewritesQueries,
    sequenceSetBack,
    notArchivable,
    destroysWhenCalled,
    unseenCode,
    writesCatalog,
    changesServer,
    runsPrograms,
    vacuumOff,
];


/***/ })

};
