export const id = 5108;
export const ids = [5108];
export const modules = {

/***/ 162602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Go: () => (/* binding */ securesRows),
/* harmony export */   LV: () => (/* binding */ indexFile),
/* harmony export */   Ry: () => (/* binding */ behind),
/* harmony export */   kJ: () => (/* binding */ onTable)
/* harmony export */ });
/* harmony import */ var _parse_made_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(515095);
/* harmony import */ var _parse_parser_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(658489);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(116242);



function indexFile(statements, transactions = []) {
    const made = new Map();
    const on = new Map();
    const droppedTriggers = new Set();
    let lastFunctionDrop = -1;
    const put = (map, name, placed) => {
        const list = map.get(name);
        if (list === undefined)
            map.set(name, [placed]);
        else
            list.push(placed);
    };
    for (const [nth, { parsed: by }] of statements.entries()) {
        if (by === undefined)
            continue;
        const object = (0,_parse_made_js__WEBPACK_IMPORTED_MODULE_0__/* .madeBy */ .v)(by);
        if (object !== undefined)
            put(made, object.name, { nth, by });
        const table = ON_TABLES.test(by.type) ? (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .tableOf */ .c_)(by.fields) : '';
        if (table !== '')
            put(on, (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .canonical */ .$N)(table), { nth, by });
        if (by.type === 'DropStmt' && /^OBJECT_(FUNCTION|ROUTINE)$/.test((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(by.fields, 'removeType')))
            lastFunctionDrop = nth;
        if (by.type !== 'DropStmt' || (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(by.fields, 'removeType') !== 'OBJECT_TRIGGER')
            continue;
        for (const each of (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .children */ .Y_)(by.fields, 'objects')) {
            const items = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .children */ .Y_)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .child */ .jf)(each, 'List') ?? {}, 'items');
            droppedTriggers.add(`${(0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .canonical */ .$N)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .listName */ .sY)(items.slice(0, -1)))} ${(0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .listName */ .sY)(items.slice(-1))}`);
        }
    }
    return {
        ...{ made, on, droppedTriggers, lastFunctionDrop, statements: statements.map(({ parsed }) => parsed) },
        isTogether: (one, other) => transactions[one] === transactions[other],
    };
}
const ON_TABLES = /^(AlterTable|Index|CreatePolicy|AlterPolicy|CreateTrig|Rule)Stmt$/;
function onTable({ on }, type, table) {
    return (on.get((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .canonical */ .$N)(table)) ?? []).filter(({ by }) => by.type === type);
}
function behind({ file, nth }, type, table) {
    return onTable(file, type, table).flatMap((each) => (each.nth > nth ? [each.by] : []));
}
function securesRows(file, table) {
    const enables = ({ by }) => (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .children */ .Y_)(by.fields, 'cmds').some((cmd) => (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .opened */ .Sg)(cmd).fields, 'subtype') === 'AT_EnableRowSecurity');
    if (onTable(file, 'AlterTableStmt', table).some(enables))
        return true;
    return ['…', 'public.…'].some((each) => (file.on.get((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .canonical */ .$N)(each)) ?? []).some(enables));
}


/***/ }),

/***/ 25088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   contractStatements: () => (/* binding */ contractStatements)
/* harmony export */ });
/* harmony import */ var _around_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(162602);
/* harmony import */ var _contract_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(794916);


function contractStatements(statements, picture, transactions) {
    const file = (0,_around_js__WEBPACK_IMPORTED_MODULE_0__/* .indexFile */ .LV)(statements, transactions);
    return statements.flatMap(({ line, parsed }, nth) => {
        if (parsed === undefined)
            return [];
        const reasons = (0,_contract_js__WEBPACK_IMPORTED_MODULE_1__/* .contractReasons */ .i)(parsed, { picture, file, nth });
        picture.take(parsed);
        return reasons.map((what) => ({ line, what }));
    });
}


/***/ }),

/***/ 116242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hd: () => (/* binding */ objectName),
/* harmony export */   c_: () => (/* binding */ tableOf),
/* harmony export */   mU: () => (/* binding */ USED)
/* harmony export */ });
/* harmony import */ var _parse_parser_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(658489);

const USED = {
    OBJECT_TABLE: 'table',
    OBJECT_FOREIGN_TABLE: 'foreign table',
    OBJECT_VIEW: 'view',
    OBJECT_MATVIEW: 'materialized view',
    OBJECT_SEQUENCE: 'sequence',
    OBJECT_TYPE: 'type',
    OBJECT_DOMAIN: 'domain',
    OBJECT_FUNCTION: 'function',
    OBJECT_PROCEDURE: 'procedure',
    OBJECT_ROUTINE: 'routine',
    OBJECT_AGGREGATE: 'aggregate',
    OBJECT_SCHEMA: 'schema',
    OBJECT_EXTENSION: 'extension',
    OBJECT_COLUMN: 'column',
    OBJECT_ATTRIBUTE: 'attribute',
    OBJECT_OPERATOR: 'operator',
    OBJECT_CAST: 'cast',
    OBJECT_COLLATION: 'collation',
    OBJECT_TSCONFIGURATION: 'text search configuration',
    OBJECT_PUBLICATION: 'publication',
    OBJECT_FOREIGN_SERVER: 'server',
    OBJECT_ROLE: 'role',
    OBJECT_DATABASE: 'database',
};
function objectName(object) {
    const { type, fields } = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .opened */ .Sg)(object);
    if (type === 'List' && (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, 'items').some((each) => (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(each, 'TypeName') !== undefined))
        return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, 'items')
            .map((each) => (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(each, 'TypeName') ?? {}, 'names').slice(-1)))
            .join(' as ');
    if (type === 'List')
        return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, 'items'));
    if (type === 'String')
        return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(fields, 'sval');
    if (type === 'TypeName')
        return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, 'names'));
    return type === 'ObjectWithArgs' ? (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, 'objname')) : '';
}
function tableOf(fields) {
    return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(fields, 'relation') ?? (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(fields, 'table'));
}


/***/ })

};
