export const id = 2734;
export const ids = [2734];
export const modules = {

/***/ 481675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ coverOf),
  e: () => (/* binding */ mergeCover)
});

// EXTERNAL MODULE: ./packages/migrations/lib/parse/logic.js
var logic = __webpack_require__(602002);
// EXTERNAL MODULE: ./packages/migrations/lib/parse/parser.js
var parser = __webpack_require__(658489);
// EXTERNAL MODULE: ./packages/migrations/lib/parse/trees.js
var trees = __webpack_require__(710601);
;// CONCATENATED MODULE: ./packages/migrations/lib/conditions/sources.js

function scopeOf(fields, picture) {
    const relation = (0,parser/* child */.jf)(fields, 'relation') ?? {};
    const source = (0,parser/* child */.jf)(fields, 'sourceRelation');
    const others = [...(0,parser/* children */.Y_)(fields, 'usingClause'), ...(0,parser/* children */.Y_)(fields, 'fromClause'), ...(source ? [source] : [])];
    const table = (0,parser/* relationName */.CJ)(relation);
    const scope = {
        picture,
        table: (0,parser/* canonical */.$N)(table),
        name: (0,parser/* text */.Qq)((0,parser/* child */.jf)(relation, 'alias'), 'aliasname') || (0,parser/* text */.Qq)(relation, 'relname'),
        joins: others.length > 0,
        isChosen: false,
        ctes: ctesOf(fields, new Map()),
    };
    return { ...scope, isChosen: others.some((each) => joinsBatch(each, scope)) };
}
function scopeOfSelect(select, outer) {
    const from = (0,parser/* children */.Y_)(select, 'fromClause');
    const relation = from.length === 1 ? (0,parser/* child */.jf)(from[0] ?? {}, 'RangeVar') : undefined;
    const table = (0,parser/* relationName */.CJ)(relation);
    const ctes = ctesOf(select, outer.ctes);
    return {
        picture: outer.picture,
        table: table === '' || ctes.has(table) ? '' : (0,parser/* canonical */.$N)(table),
        name: (0,parser/* text */.Qq)((0,parser/* child */.jf)(relation ?? {}, 'alias'), 'aliasname') || (0,parser/* text */.Qq)(relation, 'relname'),
        joins: from.length > 1 || from.some((each) => (0,parser/* child */.jf)(each, 'JoinExpr') !== undefined),
        isChosen: false,
        ctes,
    };
}
function ctesOf(fields, outer) {
    const ctes = new Map(outer);
    for (const each of (0,parser/* children */.Y_)((0,parser/* child */.jf)(fields, 'withClause') ?? {}, 'ctes')) {
        const cte = (0,parser/* child */.jf)(each, 'CommonTableExpr') ?? {};
        ctes.set((0,parser/* text */.Qq)(cte, 'ctename'), (0,parser/* child */.jf)(cte, 'ctequery') ?? {});
    }
    return ctes;
}
function choosesRows(select, outer, chooses) {
    if (isBatch(select))
        return true;
    const [left, right] = [(0,parser/* child */.jf)(select, 'larg'), (0,parser/* child */.jf)(select, 'rarg')];
    if (left !== undefined && right !== undefined) {
        const both = [left, right].map((each) => choosesRows(each, outer, chooses));
        return (0,parser/* text */.Qq)(select, 'op') !== 'SETOP_UNION' || both.every(Boolean);
    }
    if (select['havingClause'] !== undefined || (0,parser/* children */.Y_)(select, 'groupClause').length > 0)
        return true;
    const from = (0,parser/* children */.Y_)(select, 'fromClause');
    const scope = scopeOfSelect(select, outer);
    const where = (0,parser/* child */.jf)(select, 'whereClause');
    if (where !== undefined && chooses(where, scope))
        return true;
    return from.length === 0 || from.some((each) => gives(each, scope, chooses));
}
function isBatch(select) {
    const limit = (0,parser/* child */.jf)(select, 'limitCount');
    const isLimited = limit !== undefined && (0,parser/* child */.jf)(limit, 'A_Const')?.['isnull'] !== true;
    return isLimited || (0,parser/* children */.Y_)(select, 'valuesLists').length > 0;
}
function gives(item, scope, chooses) {
    const { fields, type } = (0,parser/* opened */.Sg)(item);
    switch (type) {
        case 'RangeVar': {
            const name = (0,parser/* relationName */.CJ)(fields);
            const cte = scope.ctes.get(name);
            if (cte === undefined)
                return scope.picture.isMade(name);
            const ctes = new Map([...scope.ctes].filter(([each]) => each !== name));
            return queryGives(cte, { ...scope, ctes }, chooses);
        }
        case 'JoinExpr': {
            const sides = [(0,parser/* child */.jf)(fields, 'larg'), (0,parser/* child */.jf)(fields, 'rarg')].filter((each) => each !== undefined);
            const quals = (0,parser/* child */.jf)(fields, 'quals');
            return sides.some((each) => gives(each, scope, chooses)) || (quals !== undefined && !isPlainJoin(quals));
        }
        case 'RangeSubselect':
            return queryGives((0,parser/* child */.jf)(fields, 'subquery') ?? {}, scope, chooses);
        default:
            return true;
    }
}
function queryGives(query, scope, chooses) {
    const { fields, type } = (0,parser/* opened */.Sg)(query);
    return type !== 'SelectStmt' || choosesRows(fields, scope, chooses);
}
function joinsBatch(item, { ctes }) {
    const { fields, type } = (0,parser/* opened */.Sg)(item);
    if (type === 'RangeVar') {
        const { fields: query, type: kind } = (0,parser/* opened */.Sg)(ctes.get((0,parser/* relationName */.CJ)(fields)) ?? {});
        return kind === 'SelectStmt' && isBatch(query);
    }
    if (type === 'JoinExpr')
        return [(0,parser/* child */.jf)(fields, 'larg'), (0,parser/* child */.jf)(fields, 'rarg')].some((each) => each !== undefined && joinsBatch(each, { ctes }));
    const subquery = (0,parser/* child */.jf)((0,parser/* child */.jf)(fields, 'subquery') ?? {}, 'SelectStmt');
    return type === 'RangeSubselect' && subquery !== undefined && isBatch(subquery);
}
function isPlainJoin(where) {
    const both = (0,parser/* child */.jf)(where, 'BoolExpr');
    if (both !== undefined)
        return (0,parser/* text */.Qq)(both, 'boolop') === 'AND_EXPR' && (0,parser/* children */.Y_)(both, 'args').every(isPlainJoin);
    const expression = (0,parser/* child */.jf)(where, 'A_Expr');
    const sides = [(0,parser/* child */.jf)(expression ?? {}, 'lexpr'), (0,parser/* child */.jf)(expression ?? {}, 'rexpr')];
    return (expression !== undefined &&
        (0,parser/* listName */.sY)((0,parser/* children */.Y_)(expression, 'name').slice(-1)) === '=' &&
        sides.every((each) => each !== undefined && isOfColumns(each)));
}
function isOfColumns(value) {
    return !/"(A_Const|ParamRef|NullTest|SubLink|SQLValueFunction|FuncCall|BooleanTest)"/.test(JSON.stringify(value));
}
function ownColumn(node, { joins, name }) {
    if (node === undefined)
        return undefined;
    const cast = (0,parser/* child */.jf)(node, 'TypeCast');
    if (cast !== undefined)
        return ownColumn((0,parser/* child */.jf)(cast, 'arg'), { joins, name });
    const words = (0,parser/* children */.Y_)((0,parser/* child */.jf)(node, 'ColumnRef') ?? {}, 'fields').map((each) => (0,parser/* text */.Qq)((0,parser/* child */.jf)(each, 'String'), 'sval'));
    const [first = '', second] = words.slice(-2);
    if (words.length === 0)
        return undefined;
    if (second === undefined)
        return joins ? undefined : first;
    return first === name ? second : undefined;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/conditions/bounds.js



const BATCH = 100_000;
function comparedKey(node, scope) {
    const { fields, type } = (0,parser/* opened */.Sg)(node);
    if (type !== 'A_Expr')
        return undefined;
    const kind = (0,parser/* text */.Qq)(fields, 'kind');
    const operator = (0,parser/* listName */.sY)((0,parser/* children */.Y_)(fields, 'name').slice(-1));
    const [left, right] = [(0,parser/* child */.jf)(fields, 'lexpr'), (0,parser/* child */.jf)(fields, 'rexpr')];
    const column = keyColumn(left, scope);
    if (kind === 'AEXPR_BETWEEN' && column !== undefined) {
        const [low, high] = (0,parser/* children */.Y_)((0,parser/* child */.jf)(right ?? {}, 'List') ?? {}, 'items');
        return { column, low: edgeOf(low, scope), high: edgeOf(high, scope) };
    }
    if ((kind === 'AEXPR_NOT_BETWEEN' || (kind === 'AEXPR_IN' && operator === '<>')) && column !== undefined)
        return { column };
    if ((kind === 'AEXPR_OP_ALL' || kind === 'AEXPR_DISTINCT') && /^(<>|!=|=)$/.test(operator) && column !== undefined)
        return kind === 'AEXPR_DISTINCT' || operator !== '=' ? { column } : undefined;
    if (kind !== 'AEXPR_OP')
        return undefined;
    if (column !== undefined)
        return compared(column, operator, edgeOf(right, scope));
    const other = keyColumn(right, scope);
    return other === undefined ? undefined : compared(other, MIRRORED[operator] ?? operator, edgeOf(left, scope));
}
const MIRRORED = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' };
function compared(column, operator, edge) {
    switch (operator) {
        case '>':
        case '>=':
            return { column, low: edge };
        case '<':
        case '<=':
            return { column, high: edge };
        case '<>':
        case '!=':
            return typeof edge === 'object' ? undefined : { column };
        default:
            return undefined;
    }
}
function bounded(all) {
    const lows = all.flatMap(({ low }) => (low === undefined ? [] : [low]));
    const highs = all.flatMap(({ high }) => (high === undefined ? [] : [high]));
    const edges = [...lows, ...highs];
    if (edges.some((each) => typeof each === 'object' && each.is === 'unknown'))
        return 'open';
    const ends = highs.filter((each) => !isLast(each));
    if (ends.length === 0)
        return 'bound';
    const numbers = ends.filter((each) => typeof each === 'number');
    if (numbers.length < ends.length)
        return 'open';
    const low = Math.max(0, ...lows.filter((each) => typeof each === 'number'));
    return Math.min(...numbers) - low > BATCH ? 'bound' : 'open';
}
function isLast(edge) {
    return typeof edge === 'object' ? edge.is === 'end' : typeof edge === 'string' && /^(f{8}|infinity)/i.test(edge);
}
function edgeOf(node, scope) {
    const value = (0,logic/* constantValue */.yb)(node);
    if (value !== undefined)
        return typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
    return isEnd(node, scope) ? { is: 'end' } : { is: 'unknown' };
}
function isEnd(node, { table }) {
    const select = (0,parser/* child */.jf)((0,parser/* child */.jf)((0,parser/* child */.jf)(node ?? {}, 'SubLink') ?? {}, 'subselect') ?? {}, 'SelectStmt');
    if (select === undefined || select['whereClause'] !== undefined)
        return false;
    const [from, ...more] = (0,parser/* children */.Y_)(select, 'fromClause').map((each) => (0,parser/* child */.jf)(each, 'RangeVar') ?? {});
    const [target] = (0,parser/* children */.Y_)(select, 'targetList').map((each) => (0,parser/* child */.jf)((0,parser/* child */.jf)(each, 'ResTarget') ?? {}, 'val') ?? {});
    const call = (0,parser/* listName */.sY)((0,parser/* children */.Y_)((0,parser/* child */.jf)(target ?? {}, 'FuncCall') ?? {}, 'funcname').slice(-1));
    const isOwn = from !== undefined && more.length === 0 && (0,parser/* canonical */.$N)((0,parser/* relationName */.CJ)(from)) === table;
    return isOwn && /^(min|max)$/.test(call);
}
function keyColumn(node, scope) {
    const [first] = (0,parser/* children */.Y_)((0,parser/* child */.jf)(node ?? {}, 'CoalesceExpr') ?? {}, 'args');
    const column = ownColumn(first ?? node, scope);
    if (column === undefined || scope.table === '')
        return undefined;
    const table = scope.table.slice(scope.table.lastIndexOf('.') + 1);
    const keys = scope.picture.relation(scope.table)?.keys ?? [];
    const isKey = keys.some((key) => !key.partial && key.columns.length === 1 && key.columns[0] === column);
    const named = ['id', 'uuid', 'pk', 'ctid', `${table}_id`, `${table.replace(/s$/, '')}_id`];
    return isKey || named.includes(column) ? column : undefined;
}
const WRITTEN = /^(created|inserted|updated|modified|added)(_?(at|on|date|time))?$/;
function isPast(left, operator, right) {
    const column = (0,parser/* listName */.sY)((0,parser/* children */.Y_)((0,parser/* child */.jf)(left, 'ColumnRef') ?? {}, 'fields').slice(-1));
    if (!WRITTEN.test(column))
        return false;
    const value = (0,logic/* constantValue */.yb)(right);
    const year = /^\d{4}/.exec(String(value))?.[0];
    if (/^>=?$/.test(operator))
        return value === '-infinity' || (year !== undefined && Number(year) < 2_000);
    if (!/^<=?$/.test(operator))
        return false;
    const call = (0,parser/* listName */.sY)((0,parser/* children */.Y_)((0,parser/* child */.jf)(right, 'FuncCall') ?? {}, 'funcname').slice(-1));
    const isNow = /^(now|clock_timestamp|transaction_timestamp|statement_timestamp)$/.test(call) ||
        /^SVFOP_(CURRENT|LOCAL)_?(TIMESTAMP|TIME|DATE)/.test((0,parser/* text */.Qq)((0,parser/* child */.jf)(right, 'SQLValueFunction'), 'op'));
    return isNow || value === 'infinity' || value === 'now' || (year !== undefined && Number(year) >= 2_100);
}

;// CONCATENATED MODULE: ./packages/migrations/lib/conditions/covers.js





function coverOf(fields, picture) {
    const where = (0,parser/* child */.jf)(fields, 'whereClause');
    return where === undefined ? 'all' : coverIn(where, scopeOf(fields, picture));
}
function mergeCover(fields, picture) {
    const scope = scopeOf(fields, picture);
    const join = (0,parser/* child */.jf)(fields, 'joinCondition');
    const joined = join === undefined ? 'all' : coverIn(join, { ...scope, joins: true });
    if (joined === undefined)
        return undefined;
    const writes = (0,parser/* children */.Y_)(fields, 'mergeWhenClauses').flatMap((each) => {
        const clause = (0,parser/* child */.jf)(each, 'MergeWhenClause') ?? {};
        if (!/^CMD_(UPDATE|DELETE)$/.test((0,parser/* text */.Qq)(clause, 'commandType')))
            return [];
        const condition = (0,parser/* child */.jf)(clause, 'condition');
        const cover = condition === undefined ? joined : coverIn(condition, { ...scope, joins: true });
        return cover === undefined ? [] : [RANK.findLast((each) => each === joined || each === cover)];
    });
    return writes[0];
}
function coverIn(where, scope) {
    const truth = judge(where, scope);
    return truth === 'open' || truth === 'never' ? undefined : truth;
}
function chooses(where, scope) {
    return coverIn(where, scope) === undefined;
}
const RANK = ['all', 'same', 'bound', 'join'];
function judge(node, scope) {
    const constant = (0,trees/* constantOf */.yi)(node);
    if (constant !== undefined)
        return constant ? 'all' : 'never';
    const { fields, type } = (0,parser/* opened */.Sg)(node);
    switch (type) {
        case 'BoolExpr':
            return judgeBool(fields, scope);
        case 'NullTest': {
            const isNeeded = (0,parser/* text */.Qq)(fields, 'nulltesttype') === 'IS_NOT_NULL';
            if (isNeverNull((0,parser/* child */.jf)(fields, 'arg') ?? {}, scope))
                return isNeeded ? 'all' : 'never';
            break;
        }
        case 'BooleanTest': {
            const arg = (0,parser/* child */.jf)(fields, 'arg') ?? {};
            const kind = (0,parser/* text */.Qq)(fields, 'booltesttype');
            if (kind === 'IS_TRUE' || kind === 'IS_NOT_FALSE')
                return judge(arg, scope);
            if (kind === 'IS_FALSE' || kind === 'IS_NOT_TRUE')
                return judge((0,logic/* negated */.vR)(arg), scope);
            break;
        }
        case 'A_Expr': {
            const truth = judgeExpression(node, fields, scope);
            if (truth !== 'open')
                return truth;
            break;
        }
        case 'SubLink': {
            const truth = judgeSubquery(fields, scope);
            if (truth !== 'open')
                return truth;
            break;
        }
        case 'TypeCast':
            return judge((0,parser/* child */.jf)(fields, 'arg') ?? {}, scope);
    }
    return namesNoRow(node, scope) ? 'same' : 'open';
}
function judgeBool(fields, scope) {
    const args = (0,parser/* children */.Y_)(fields, 'args');
    const operator = (0,parser/* text */.Qq)(fields, 'boolop');
    if (operator === 'AND_EXPR')
        return judgeAll(args, scope);
    if (operator === 'OR_EXPR') {
        const truths = args.map((each) => judge(each, scope));
        const covers = RANK.find((each) => truths.includes(each));
        if (covers !== undefined)
            return covers;
        if (truths.every((each) => each === 'never'))
            return 'never';
        return (0,logic/* isExhaustive */.x_)(args) ? 'all' : 'open';
    }
    const [inner] = args;
    if (inner === undefined)
        return 'open';
    const other = (0,logic/* negated */.vR)(inner);
    if ((0,parser/* child */.jf)(other, 'BoolExpr')?.['boolop'] !== 'NOT_EXPR')
        return judge(other, scope);
    const truth = judge(inner, scope);
    return truth === 'never' ? 'all' : truth === 'all' ? 'never' : truth === 'same' ? 'same' : 'open';
}
function judgeAll(args, scope) {
    const flat = args.flatMap(function flatten(each) {
        const both = (0,parser/* child */.jf)(each, 'BoolExpr');
        return both !== undefined && (0,parser/* text */.Qq)(both, 'boolop') === 'AND_EXPR' ? (0,parser/* children */.Y_)(both, 'args').flatMap(flatten) : [each];
    });
    const bounds = new Map();
    const truths = [];
    for (const each of flat) {
        const compared = comparedKey(each, scope);
        if (compared === undefined)
            truths.push(judge(each, scope));
        else
            bounds.set(compared.column, [...(bounds.get(compared.column) ?? []), compared]);
    }
    for (const compared of bounds.values())
        truths.push(bounded(compared));
    if (truths.includes('never'))
        return 'never';
    if (truths.includes('open'))
        return 'open';
    return RANK.findLast((each) => truths.includes(each)) ?? 'open';
}
const ALWAYS = /^(=|<=|>=)$/;
const NEVER = /^(<>|!=|<|>)$/;
function judgeExpression(node, fields, scope) {
    const kind = (0,parser/* text */.Qq)(fields, 'kind');
    const operator = (0,parser/* listName */.sY)((0,parser/* children */.Y_)(fields, 'name').slice(-1));
    const [left, right] = [(0,parser/* child */.jf)(fields, 'lexpr'), (0,parser/* child */.jf)(fields, 'rexpr')];
    if (left === undefined || right === undefined)
        return 'open';
    const compares = kind === 'AEXPR_OP';
    const isSame = isSameValue(left, right, scope);
    if (compares && isSame && ALWAYS.test(operator))
        return 'all';
    if (compares && isSame && NEVER.test(operator))
        return 'never';
    if (kind === 'AEXPR_NOT_DISTINCT' && isSame)
        return 'all';
    if (kind === 'AEXPR_DISTINCT' && isSame)
        return 'never';
    if (kind === 'AEXPR_DISTINCT' && (0,logic/* isNull */.kZ)(right) && isNeverNull(left, scope))
        return 'all';
    if (/^AEXPR_(LIKE|ILIKE|SIMILAR)$/.test(kind) &&
        /^%+$/.test(String((0,logic/* constantValue */.yb)(right) ?? '')) &&
        operator !== '!~~')
        return 'all';
    if (compares && operator === '~' && /^(\^?(\.\*)?\$?)$/.test(String((0,logic/* constantValue */.yb)(right) ?? '-')))
        return 'all';
    if (compares && (0,logic/* countsUp */.Qj)(left, operator, right))
        return 'all';
    const known = compares ? (0,logic/* compareConstants */.jR)(left, operator, right) : undefined;
    if (known !== undefined)
        return known ? 'all' : 'never';
    if (compares && isPast(left, operator, right))
        return 'all';
    const compared = comparedKey(node, scope);
    if (compared !== undefined)
        return bounded([compared]);
    if (kind === 'AEXPR_OP_ANY' && operator === '=') {
        const list = (0,parser/* child */.jf)(right, 'SubLink');
        if (list !== undefined && (0,parser/* text */.Qq)(list, 'subLinkType') === 'ARRAY_SUBLINK')
            return judgeMember(left, list, scope);
    }
    if (compares && operator === '=') {
        const looped = ofNamedQuery(right, scope) ?? ofNamedQuery(left, scope);
        if (looped !== undefined)
            return judgeMember(looped.is === right ? left : right, looped.query, scope);
    }
    if (scope.joins && isOfColumns(left) && isOfColumns(right))
        return scope.isChosen ? 'open' : 'join';
    return 'open';
}
function ofNamedQuery(node, { ctes, joins }) {
    const words = (0,parser/* children */.Y_)((0,parser/* child */.jf)(node, 'ColumnRef') ?? {}, 'fields').map((each) => (0,parser/* text */.Qq)((0,parser/* child */.jf)(each, 'String'), 'sval'));
    const [name = '', column = ''] = words;
    const query = words.length === 2 && !joins ? ctes.get(name) : undefined;
    if (query === undefined || (0,parser/* child */.jf)(query, 'SelectStmt') === undefined)
        return undefined;
    const target = { ResTarget: { val: { ColumnRef: { fields: [{ String: { sval: column } }] } } } };
    return { is: node, query: { subselect: { SelectStmt: { ...(0,parser/* child */.jf)(query, 'SelectStmt'), targetList: [target] } } } };
}
function isSameValue(left, right, scope) {
    if (!(0,trees/* isSameCondition */.It)(left, right))
        return false;
    const [one, other] = [left, right].map((each) => qualifiersIn(each, scope).join());
    return one === other;
}
function qualifiersIn(node, scope) {
    if (Array.isArray(node))
        return node.flatMap((each) => qualifiersIn(each, scope));
    if (typeof node !== 'object' || node === null)
        return [];
    return Object.entries(node).flatMap(([key, value]) => {
        if (key !== 'ColumnRef')
            return qualifiersIn(value, scope);
        const qualifier = (0,parser/* listName */.sY)((0,parser/* children */.Y_)(value, 'fields').slice(0, -1));
        const isOwn = qualifier === scope.name || (0,parser/* canonical */.$N)(qualifier) === scope.table;
        return [isOwn && !scope.joins ? '' : qualifier];
    });
}
function isNeverNull(node, scope) {
    const { fields, type } = (0,parser/* opened */.Sg)(node);
    switch (type) {
        case 'A_Const':
            return fields['isnull'] !== true;
        case 'TypeCast':
            return isNeverNull((0,parser/* child */.jf)(fields, 'arg') ?? {}, scope);
        case 'CoalesceExpr':
            return (0,parser/* children */.Y_)(fields, 'args').some((each) => isNeverNull(each, scope));
        case 'SQLValueFunction':
        case 'NullTest':
        case 'BooleanTest':
            return true;
        case 'FuncCall':
            return /^(now|clock_timestamp|transaction_timestamp|statement_timestamp|random|count)$/.test((0,parser/* listName */.sY)((0,parser/* children */.Y_)(fields, 'funcname').slice(-1)));
        case 'ColumnRef': {
            const column = (0,parser/* listName */.sY)((0,parser/* children */.Y_)(fields, 'fields').slice(-1));
            if (/^(ctid|tableoid|xmin|xmax|cmin|cmax)$/.test(column))
                return true;
            return scope.picture.column(scope.table, column)?.notNull ?? column === 'id';
        }
        default:
            return false;
    }
}
function judgeSubquery(link, scope) {
    const select = (0,parser/* child */.jf)((0,parser/* child */.jf)(link, 'subselect') ?? {}, 'SelectStmt');
    if (select === undefined)
        return 'open';
    switch ((0,parser/* text */.Qq)(link, 'subLinkType')) {
        case 'EXISTS_SUBLINK':
            return judgeExists(select, scope);
        case 'ANY_SUBLINK': {
            const operator = (0,parser/* listName */.sY)((0,parser/* children */.Y_)(link, 'operName').slice(-1));
            return operator === '' || operator === '=' ? judgeMember((0,parser/* child */.jf)(link, 'testexpr') ?? {}, link, scope) : 'open';
        }
        case 'EXPR_SUBLINK': {
            const value = (0,trees/* selectedValue */.Bc)(link);
            return value === undefined ? 'open' : judge(value, scope);
        }
        default:
            return 'open';
    }
}
function judgeExists(select, scope) {
    const where = (0,parser/* child */.jf)(select, 'whereClause');
    const from = (0,parser/* children */.Y_)(select, 'fromClause');
    const [target] = (0,parser/* children */.Y_)(select, 'targetList').map((each) => (0,parser/* child */.jf)((0,parser/* child */.jf)(each, 'ResTarget') ?? {}, 'val') ?? {});
    const counts = /^(count|sum|min|max|avg|bool_and|bool_or)$/.test((0,parser/* listName */.sY)((0,parser/* children */.Y_)((0,parser/* child */.jf)(target ?? {}, 'FuncCall') ?? {}, 'funcname').slice(-1)));
    if (counts && (0,parser/* children */.Y_)(select, 'groupClause').length === 0 && select['havingClause'] === undefined)
        return 'all';
    if (from.length === 0)
        return where === undefined ? 'all' : judge(where, scope);
    const joins = where !== undefined && isPlainJoin(where) && !standsAlone(select, scope);
    return joins && !choosesRows({ ...select, whereClause: undefined }, scope, chooses) ? 'join' : 'open';
}
function judgeMember(member, link, scope) {
    const select = (0,parser/* child */.jf)((0,parser/* child */.jf)(link, 'subselect') ?? {}, 'SelectStmt');
    if (select === undefined)
        return 'open';
    const inner = scopeOfSelect(select, scope);
    const [target, ...more] = (0,parser/* children */.Y_)(select, 'targetList').map((each) => (0,parser/* child */.jf)(each, 'ResTarget') ?? {});
    const columns = (0,parser/* child */.jf)(member, 'RowExpr') === undefined ? [member] : (0,parser/* children */.Y_)((0,parser/* child */.jf)(member, 'RowExpr') ?? {}, 'args');
    const targets = target === undefined ? [] : [target, ...more];
    const isOwn = inner.table !== '' &&
        inner.table === scope.table &&
        columns.length === targets.length &&
        columns.every((each, nth) => (0,trees/* isSameCondition */.It)(each, targets[nth]?.['val']));
    if (choosesRows(select, scope, chooses))
        return 'open';
    if (!isOwn)
        return columns.every((each) => (0,parser/* child */.jf)(each, 'ColumnRef') !== undefined) ? 'join' : 'open';
    const where = (0,parser/* child */.jf)(select, 'whereClause');
    return where === undefined ? 'all' : judge(where, inner);
}
const OF_EACH_ROW = /^(random|gen_random_uuid|uuid_generate_v\d|uuidv[47]|nextval|clock_timestamp|random_normal)$/;
function namesNoRow(node, scope) {
    if (Array.isArray(node))
        return node.every((each) => namesNoRow(each, scope));
    if (typeof node !== 'object' || node === null)
        return true;
    return Object.entries(node).every(([key, value]) => {
        if (key === 'ColumnRef' || key === 'CurrentOfExpr')
            return false;
        if (key === 'FuncCall' && OF_EACH_ROW.test((0,parser/* listName */.sY)((0,parser/* children */.Y_)(value, 'funcname').slice(-1))))
            return false;
        if (key !== 'SubLink')
            return namesNoRow(value, scope);
        const link = value;
        const select = (0,parser/* child */.jf)((0,parser/* child */.jf)(link, 'subselect') ?? {}, 'SelectStmt');
        return namesNoRow(link['testexpr'], scope) && select !== undefined && standsAlone(select, scope);
    });
}
function standsAlone(select, scope) {
    const names = new Map();
    for (const each of (0,parser/* children */.Y_)(select, 'fromClause')) {
        const relation = (0,parser/* child */.jf)(each, 'RangeVar');
        if (relation === undefined)
            return false;
        const name = (0,parser/* text */.Qq)(relation, 'relname');
        const schema = (0,parser/* text */.Qq)(relation, 'schemaname');
        names.set((0,parser/* text */.Qq)((0,parser/* child */.jf)(relation, 'alias'), 'aliasname') || name, schema === '' ? name : `${schema}.${name}`);
    }
    const isOwn = (node) => {
        if (Array.isArray(node))
            return node.every(isOwn);
        if (typeof node !== 'object' || node === null)
            return true;
        return Object.entries(node).every(([key, value]) => {
            if (key === 'SubLink')
                return false;
            if (key !== 'ColumnRef')
                return isOwn(value);
            const words = (0,parser/* children */.Y_)(value, 'fields').flatMap((each) => {
                const word = (0,parser/* child */.jf)(each, 'String');
                return word === undefined ? [] : [(0,parser/* text */.Qq)(word, 'sval')];
            });
            const [first = '', ...rest] = words;
            if (words.length === 0)
                return true;
            if (rest.length > 0)
                return names.has(first);
            return [...names.values()].some((table) => scope.picture.column(table, first) !== undefined);
        });
    };
    return isOwn({ ...select, fromClause: undefined });
}


/***/ }),

/***/ 529693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ catalogWritten),
/* harmony export */   u: () => (/* binding */ changedCatalog)
/* harmony export */ });
/* harmony import */ var _parse_parser_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(658489);

const CATALOG = /^pg_(class|attribute|attrdef|am|amop|amproc|aggregate|auth_members|authid|cast|collation|constraint|conversion|database|db_role_setting|default_acl|depend|description|enum|event_trigger|extension|foreign_(data_wrapper|server|table)|index|inherits|init_privs|language|largeobject(_metadata)?|namespace|opclass|operator|opfamily|parameter_acl|partitioned_table|policy|proc|publication(_namespace|_rel)?|range|replication_origin|rewrite|seclabel|sequence|shdepend|shdescription|shseclabel|statistic(_ext(_data)?)?|subscription(_rel)?|tablespace|transform|trigger|ts_(config(_map)?|dict|parser|template)|type|user_mapping|settings)$/;
function catalogWritten({ fields, type }, picture) {
    if (!/^(Insert|Update|Delete|Merge|AlterTable|Truncate)Stmt$/.test(type))
        return undefined;
    const [first] = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, 'relations').map((each) => (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(each, 'RangeVar'));
    const name = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(fields, 'relation') ?? first);
    if (/^(pg_catalog|information_schema)\./.test(name))
        return name;
    return CATALOG.test(name) && picture.relation(name) === undefined ? name : undefined;
}
function changedCatalog(statement, { picture }) {
    const name = catalogWritten(statement, picture);
    if (name === undefined || /pg_settings$/.test(name) || statement.type === 'InsertStmt')
        return [];
    return [`changes ${name} directly, which can break anything that uses it`];
}


/***/ }),

/***/ 726680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ refusesOldInserts),
/* harmony export */   W: () => (/* binding */ altered)
/* harmony export */ });
/* harmony import */ var _parse_parser_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(658489);
/* harmony import */ var _parse_type_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(624072);
/* harmony import */ var _widening_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(293890);
/* harmony import */ var _around_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(162602);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(251499);
/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(162662);






function altered(cmd, table, around) {
    const { picture } = around;
    const name = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(cmd, 'name');
    const column = `${table}.${name}`;
    const subtype = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(cmd, 'subtype');
    if (/^AT_(DropColumn|AlterColumnType|SetNotNull|ColumnDefault|DropIdentity|AddIdentity|SetIdentity)$/.test(subtype)) {
        const known = picture.column(table, name);
        if (known?.isNew === true)
            return [];
        const columns = picture.relation(table)?.columns;
        if (cmd['missing_ok'] === true && picture.complete && columns !== undefined && known === undefined)
            return [];
    }
    switch (subtype) {
        case 'AT_DropColumn':
            return [`drops column ${column}`];
        case 'AT_AlterColumnType':
            return changesType(cmd, table, around) ? [`changes the type of column ${column}`] : [];
        case 'AT_SetNotNull':
            return picture.column(table, name)?.notNull === true ? [] : [`forbids NULL in column ${column}`];
        case 'AT_AddConstraint':
            return (0,_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .addedConstraint */ .Ui)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(cmd, 'def') ?? {}, 'Constraint') ?? {}, table, around);
        case 'AT_DropConstraint':
            return (0,_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .droppedConstraint */ .wm)(cmd, table, around);
        case 'AT_ColumnDefault':
            return losesDefault(cmd) && picture.column(table, name)?.hasDefault !== false && !getsDefault(table, name, around)
                ? [`drops the default of column ${column}`]
                : [];
        case 'AT_DropIdentity':
            return [`drops the identity of column ${column}`];
        case 'AT_DropExpression':
            return [`no longer computes column ${column}`];
        case 'AT_AddIdentity':
            return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(cmd, 'def') ?? {}, 'Constraint'), 'generated_when') === 'a'
                ? [`refuses values for column ${column}`]
                : [];
        case 'AT_SetIdentity':
            return isAlways(cmd) ? [`refuses values for column ${column}`] : [];
        case 'AT_EnableRowSecurity':
            return (0,_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .hiddenRows */ .ic)(table, around);
        case 'AT_ForceRowSecurity':
            return [`hides rows of table ${table} from its owner`];
        case 'AT_DropInherit':
            return [`detaches table ${table} from table ${(0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(cmd, 'def') ?? {}, 'RangeVar'))}`];
        case 'AT_DetachPartition':
            return [`detaches a partition from table ${table}`];
        case 'AT_ReplicaIdentity':
            return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(cmd, 'def') ?? {}, 'ReplicaIdentityStmt'), 'identity_type') === 'n'
                ? [`removes the replica identity of table ${table}, without which a published table refuses updates`]
                : [];
        case 'AT_AddColumn':
            return addedColumn(cmd, table, around);
        default:
            return [];
    }
}
function changesType(cmd, table, { file, picture }) {
    const definition = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(cmd, 'def') ?? {}, 'ColumnDef') ?? {};
    const to = (0,_parse_type_words_js__WEBPACK_IMPORTED_MODULE_3__/* .typeWords */ .y)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(definition, 'typeName') ?? {});
    const from = picture.column(table, (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(cmd, 'name'))?.type;
    const converts = definition['raw_default'] !== undefined;
    if (from === undefined)
        return !file.made.has(`public.${to}`) || !isRemade(to, picture);
    if (picture.oldName(from) !== undefined && canonicalType(picture.oldName(from) ?? '') === canonicalType(to))
        return false;
    return converts || !(0,_widening_js__WEBPACK_IMPORTED_MODULE_4__/* .isWidening */ .u)(from, to);
}
function isRemade(type, picture) {
    return picture.type(type) !== undefined;
}
function canonicalType(name) {
    return name.replace(/^public\./, '');
}
function losesDefault(cmd) {
    return (cmd['def'] === undefined ||
        (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(cmd, 'def') ?? {}, 'A_Const') ?? {}, 'isnull') !== undefined ||
        isNull(cmd));
}
function getsDefault(table, name, around) {
    return (0,_around_js__WEBPACK_IMPORTED_MODULE_5__/* .behind */ .Ry)(around, 'AlterTableStmt', table).some(({ fields }) => (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, 'cmds').some((each) => {
        const later = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .opened */ .Sg)(each).fields;
        return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(later, 'subtype') === 'AT_ColumnDefault' && (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(later, 'name') === name && !losesDefault(later);
    }));
}
function isNull(cmd) {
    return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(cmd, 'def') ?? {}, 'A_Const')?.['isnull'] === true;
}
function isAlways(cmd) {
    const options = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(cmd, 'def') ?? {}, 'List') ?? {}, 'items');
    return options.some((each) => {
        const option = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(each, 'DefElem') ?? {};
        return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(option, 'defname') === 'generated' && JSON.stringify(option['arg'] ?? '').includes('97');
    });
}
function addedColumn(cmd, table, { picture }) {
    const column = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(cmd, 'def') ?? {}, 'ColumnDef') ?? {};
    const name = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(column, 'colname');
    if (cmd['missing_ok'] === true && picture.column(table, name) !== undefined)
        return [];
    return refusesOldInserts(column) ? [`adds column ${table}.${name} that inserts must provide`] : [];
}
function refusesOldInserts(column) {
    const kinds = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(column, 'constraints').map((each) => (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(each, 'Constraint'), 'contype'));
    const required = kinds.includes('CONSTR_NOTNULL') || kinds.includes('CONSTR_PRIMARY');
    const type = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(column, 'typeName') ?? {}, 'names');
    const fills = ['CONSTR_DEFAULT', 'CONSTR_IDENTITY', 'CONSTR_GENERATED'].some((kind) => kinds.includes(kind));
    return required && !fills && !/serial\d?$/.test((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)(type));
}


/***/ }),

/***/ 794916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ contractReasons)
});

// EXTERNAL MODULE: ./packages/migrations/lib/parse/calls.js
var calls = __webpack_require__(876172);
// EXTERNAL MODULE: ./packages/migrations/lib/parse/parser.js
var parser = __webpack_require__(658489);
// EXTERNAL MODULE: ./packages/migrations/lib/parse/runs.js + 1 modules
var runs = __webpack_require__(5465);
// EXTERNAL MODULE: ./packages/migrations/lib/phase/contract/catalog.js
var catalog = __webpack_require__(529693);
// EXTERNAL MODULE: ./packages/migrations/lib/phase/contract/columns.js
var columns = __webpack_require__(726680);
// EXTERNAL MODULE: ./packages/migrations/lib/phase/contract/emptied.js
var emptied = __webpack_require__(715209);
// EXTERNAL MODULE: ./packages/migrations/lib/phase/contract/keys.js
var keys = __webpack_require__(251499);
// EXTERNAL MODULE: ./packages/migrations/lib/phase/contract/around.js
var contract_around = __webpack_require__(162602);
// EXTERNAL MODULE: ./packages/migrations/lib/phase/contract/names.js
var names = __webpack_require__(116242);
;// CONCATENATED MODULE: ./packages/migrations/lib/phase/contract/net.js



function moveOf({ fields, type }) {
    if (type === 'AlterEnumStmt' && (0,parser/* text */.Qq)(fields, 'oldVal') !== '') {
        const whole = (0,parser/* canonical */.$N)((0,parser/* listName */.sY)((0,parser/* children */.Y_)(fields, 'typeName')));
        return {
            kind: 'label',
            from: { whole, part: (0,parser/* text */.Qq)(fields, 'oldVal') },
            to: { whole, part: (0,parser/* text */.Qq)(fields, 'newVal') },
        };
    }
    const isRename = type === 'RenameStmt';
    if (!isRename && type !== 'AlterObjectSchemaStmt')
        return undefined;
    const relation = (0,parser/* relationName */.CJ)((0,parser/* child */.jf)(fields, 'relation'));
    const name = relation !== '' ? relation : (0,names/* objectName */.Hd)((0,parser/* child */.jf)(fields, 'object') ?? {});
    const whole = (0,parser/* canonical */.$N)(name || (0,parser/* text */.Qq)(fields, 'subname'));
    const part = name === '' ? '' : (0,parser/* text */.Qq)(fields, 'subname');
    const at = whole.lastIndexOf('.');
    const [schema, own] = [whole.slice(0, at), whole.slice(at + 1)];
    const from = { whole, part };
    if (!isRename)
        return { kind: (0,parser/* text */.Qq)(fields, 'objectType'), from, to: { whole: `${(0,parser/* text */.Qq)(fields, 'newschema')}.${own}`, part } };
    const newName = (0,parser/* text */.Qq)(fields, 'newname');
    const to = part === '' ? { whole: `${schema}.${newName}`, part } : { whole, part: newName };
    return { kind: (0,parser/* text */.Qq)(fields, 'renameType'), from, to };
}
function isMovedBack(statement, { file, nth }) {
    const first = moveOf(statement);
    if (first === undefined)
        return false;
    let now = first.to;
    for (const [at, later] of file.statements.entries()) {
        if (at <= nth || later === undefined || !file.isTogether(nth, at))
            continue;
        const move = moveOf(later);
        if (move === undefined || move.from.whole !== now.whole)
            continue;
        if (move.kind === first.kind && move.from.part === now.part)
            now = move.to;
        else if (now.part !== '' && move.from.part === '')
            now = { whole: move.to.whole, part: now.part };
    }
    return now.whole === first.from.whole && now.part === first.from.part;
}
function isMovedHere(statement, { file, nth }) {
    const last = moveOf(statement);
    if (last === undefined)
        return false;
    return file.statements.slice(0, nth).some((each) => {
        const move = each === undefined ? undefined : moveOf(each);
        return move?.kind === last.kind && move.to.whole === last.from.whole && move.to.part === last.from.part;
    });
}
function isUndone(cmd, table, around) {
    if ((0,parser/* text */.Qq)(cmd, 'subtype') === 'AT_DropConstraint' && isAddedHere(cmd, table, around))
        return true;
    const undo = UNDONE_BY[(0,parser/* text */.Qq)(cmd, 'subtype')];
    if (undo === undefined)
        return false;
    const name = (0,parser/* text */.Qq)(cmd, 'name') || (0,parser/* text */.Qq)((0,parser/* child */.jf)((0,parser/* child */.jf)(cmd, 'def') ?? {}, 'Constraint'), 'conname');
    return (0,contract_around/* behind */.Ry)(around, 'AlterTableStmt', table).some((later) => (0,parser/* children */.Y_)(later.fields, 'cmds').some((each) => {
        const other = (0,parser/* opened */.Sg)(each).fields;
        return ((0,parser/* text */.Qq)(other, 'subtype') === undo &&
            (0,parser/* text */.Qq)(other, 'name') === name &&
            around.file.isTogether(around.nth, around.file.statements.indexOf(later)));
    }));
}
function isAddedHere(cmd, table, { file, nth }) {
    return (0,contract_around/* onTable */.kJ)(file, 'AlterTableStmt', table).some((each) => each.nth < nth &&
        (0,parser/* children */.Y_)(each.by.fields, 'cmds').some((other) => {
            const { fields } = (0,parser/* opened */.Sg)(other);
            const constraint = (0,parser/* child */.jf)((0,parser/* child */.jf)(fields, 'def') ?? {}, 'Constraint');
            return (0,parser/* text */.Qq)(fields, 'subtype') === 'AT_AddConstraint' && (0,parser/* text */.Qq)(constraint, 'conname') === (0,parser/* text */.Qq)(cmd, 'name');
        }));
}
const UNDONE_BY = {
    AT_SetNotNull: 'AT_DropNotNull',
    AT_AddConstraint: 'AT_DropConstraint',
    AT_EnableRowSecurity: 'AT_DisableRowSecurity',
    AT_ForceRowSecurity: 'AT_NoForceRowSecurity',
};

// EXTERNAL MODULE: ./packages/migrations/lib/parse/made.js
var parse_made = __webpack_require__(515095);
// EXTERNAL MODULE: ./packages/migrations/lib/phase/contract/rows.js
var rows = __webpack_require__(162662);
// EXTERNAL MODULE: ./packages/migrations/lib/parse/trees.js
var trees = __webpack_require__(710601);
// EXTERNAL MODULE: ./packages/migrations/lib/picture/outputs.js
var outputs = __webpack_require__(593315);
;// CONCATENATED MODULE: ./packages/migrations/lib/phase/contract/views.js



function lostByView(name, { file, nth, picture }) {
    const old = picture.relation(name);
    const made = (file.made.get((0,parser/* canonical */.$N)(name)) ?? []).filter((each) => each.nth > nth).at(-1);
    if (old?.kind !== 'view' || made === undefined)
        return [];
    return [...lostColumns(name, old, made.by.fields, picture), ...lostRows(name, old, made.by.fields)];
}
function replacedView(fields, { picture }) {
    const view = (0,parser/* child */.jf)(fields, 'view');
    const name = [(0,parser/* text */.Qq)(view, 'schemaname'), (0,parser/* text */.Qq)(view, 'relname')].filter((each) => each !== '').join('.');
    const old = picture.relation(name);
    return fields['replace'] !== true || old?.kind !== 'view' || old.isMade ? [] : lostRows(name, old, fields);
}
function lostColumns(name, old, made, picture) {
    const now = (0,outputs/* outputsOf */.Y)(made, picture);
    if (old.columns === undefined || now === undefined)
        return [];
    return [...old.columns].flatMap(([column, { type }]) => {
        if (!now.has(column))
            return [`drops column ${name}.${column}`];
        const other = now.get(column);
        return type === undefined || other === undefined || other === type
            ? []
            : [`changes the type of column ${name}.${column}`];
    });
}
function lostRows(name, old, made) {
    const now = (0,parser/* child */.jf)((0,parser/* child */.jf)(made, 'query') ?? {}, 'SelectStmt');
    if (old.query === undefined || now === undefined || !isNarrower(old.query, now))
        return [];
    return [`hides rows of view ${name}, which its query returned until now`];
}
function isNarrower(old, now) {
    const [had, has] = [conditionsOf((0,parser/* child */.jf)(old, 'whereClause')), conditionsOf((0,parser/* child */.jf)(now, 'whereClause'))];
    const isNew = (each) => (0,trees/* constantOf */.yi)(each) !== true && !had.some((other) => (0,trees/* isNoNarrower */._X)(other, each));
    if (has.some(isNew))
        return true;
    if (LIMITING.some((clause) => now[clause] !== undefined && old[clause] === undefined))
        return true;
    const joins = (query) => (0,parser/* children */.Y_)(query, 'fromClause').reduce((sum, each) => sum + 1 + innerJoins(each), 0);
    return joins(now) > joins(old);
}
const LIMITING = ['limitCount', 'limitOffset', 'havingClause', 'groupClause', 'distinctClause'];
function conditionsOf(where) {
    if (where === undefined)
        return [];
    const both = (0,parser/* child */.jf)(where, 'BoolExpr');
    return both !== undefined && (0,parser/* text */.Qq)(both, 'boolop') === 'AND_EXPR'
        ? (0,parser/* children */.Y_)(both, 'args').flatMap(conditionsOf)
        : [where];
}
function innerJoins(item) {
    const join = (0,parser/* child */.jf)(item, 'JoinExpr');
    if (join === undefined)
        return 0;
    const sides = [(0,parser/* child */.jf)(join, 'larg'), (0,parser/* child */.jf)(join, 'rarg')].filter((each) => each !== undefined);
    const own = (0,parser/* text */.Qq)(join, 'jointype') === 'JOIN_INNER' ? 1 : 0;
    return own + sides.reduce((sum, each) => sum + innerJoins(each), 0);
}

;// CONCATENATED MODULE: ./packages/migrations/lib/phase/contract/objects.js






function dropped(fields, around) {
    const type = (0,parser/* text */.Qq)(fields, 'removeType');
    if (type === 'OBJECT_POLICY')
        return (0,rows/* droppedPolicies */.bM)(fields, around);
    if (type === 'OBJECT_INDEX')
        return (0,parser/* children */.Y_)(fields, 'objects').flatMap((each) => (0,keys/* droppedKey */.st)((0,names/* objectName */.Hd)(each), around));
    const kind = names/* USED */.mU[type];
    if (kind === undefined)
        return [];
    const cascades = (0,parser/* text */.Qq)(fields, 'behavior') === 'DROP_CASCADE';
    return (0,parser/* children */.Y_)(fields, 'objects').flatMap((object) => {
        const name = (0,names/* objectName */.Hd)(object);
        if (isNotInUse(kind, name, around) || (fields['missing_ok'] === true && isNotThere(kind, name, around)))
            return [];
        if (cascades || !isReplaced(object, name, around))
            return [`drops ${kind} ${name}`];
        return lostByView(name, around);
    });
}
function isNotInUse(kind, name, { picture }) {
    if (picture.isMade(name) || picture.oldName(name) !== undefined)
        return true;
    if (/^(type|domain)$/.test(kind) && picture.isMadeType(name))
        return true;
    return kind === 'function' && picture.routine(name)?.trigger === true;
}
function isNotThere(kind, name, { picture }) {
    if (name.startsWith('…'))
        return false;
    if (/^(schema|extension|publication|server)$/.test(kind))
        return picture.isAbsentObject(kind, name);
    return IN_PICTURE.test(kind) && picture.isAbsent(name);
}
const IN_PICTURE = /^((foreign )?table|(materialized )?view|sequence|type|domain|function|procedure|routine|aggregate)$/;
function isReplaced(object, name, { file, nth }) {
    const { fields, type } = (0,parser/* opened */.Sg)(object);
    return (file.made.get((0,parser/* canonical */.$N)(name)) ?? []).some((made) => {
        if (made.nth < nth || (0,parse_made/* madeBy */.v)(made.by)?.kind === 'table')
            return false;
        return type !== 'ObjectWithArgs' || made.by.type !== 'CreateFunctionStmt' || acceptsCallsOf(made.by.fields, fields);
    });
}
function acceptsCallsOf(created, dropped) {
    if (dropped['args_unspecified'] === true)
        return true;
    const inputs = (0,parser/* children */.Y_)(created, 'parameters')
        .map((each) => (0,parser/* child */.jf)(each, 'FunctionParameter') ?? {})
        .filter((each) => !/^FUNC_PARAM_(OUT|TABLE)$/.test((0,parser/* text */.Qq)(each, 'mode')));
    const old = (0,parser/* children */.Y_)(dropped, 'objargs').map((each) => typeName((0,parser/* child */.jf)(each, 'TypeName')));
    return (old.every((type, at) => typeName((0,parser/* child */.jf)(inputs[at] ?? {}, 'argType')) === type) &&
        inputs
            .slice(old.length)
            .every((each) => each['defexpr'] !== undefined || (0,parser/* text */.Qq)(each, 'mode') === 'FUNC_PARAM_VARIADIC'));
}
function typeName(type) {
    const name = (0,parser/* listName */.sY)((0,parser/* children */.Y_)(type ?? {}, 'names')).replace(/^(pg_catalog|public)\./, '');
    return name + '[]'.repeat((0,parser/* children */.Y_)(type ?? {}, 'arrayBounds').length);
}
function renamed(fields, around) {
    const { picture } = around;
    const kind = names/* USED */.mU[(0,parser/* text */.Qq)(fields, 'renameType')];
    const relation = (0,parser/* relationName */.CJ)((0,parser/* child */.jf)(fields, 'relation'));
    if (kind === undefined || (relation !== '' && picture.isMade(relation)))
        return [];
    const part = (0,parser/* text */.Qq)(fields, 'subname');
    const object = (0,parser/* child */.jf)(fields, 'object');
    const whole = relation === '' && object !== undefined ? (0,names/* objectName */.Hd)(object) : relation;
    if (fields['missing_ok'] === true && picture.isAbsent(whole))
        return [];
    if (part === '' && isMadeAgain(kind, whole, object, around))
        return [];
    if (part !== '' && picture.column(whole, part)?.isNew === true)
        return [];
    if (part === '' ? picture.oldName(whole) !== undefined : picture.oldColumn(whole, part) !== undefined)
        return [];
    const name = [whole, part].filter((each) => each !== '');
    return [`renames ${kind} ${name.join('.')} to ${(0,parser/* text */.Qq)(fields, 'newname')}`];
}
function isMadeAgain(kind, name, object, around) {
    const made = (around.file.made.get((0,parser/* canonical */.$N)(name)) ?? []).filter((each) => each.nth > around.nth);
    if (kind === 'table' || kind === 'materialized view')
        return made.some((each) => (0,parse_made/* madeBy */.v)(each.by)?.kind === 'view');
    if (kind === 'type')
        return made.some((each) => keepsLabels(name, each.by, around));
    return object !== undefined && isReplaced(object, name, around);
}
function keepsLabels(name, { fields, type }, { picture }) {
    if (type !== 'CreateEnumStmt')
        return true;
    const labels = (0,parser/* children */.Y_)(fields, 'vals').map((each) => (0,parser/* text */.Qq)((0,parser/* child */.jf)(each, 'String'), 'sval'));
    return (picture.type(name)?.labels ?? []).every((each) => labels.includes(each));
}
function moved(fields, { picture }) {
    const kind = names/* USED */.mU[(0,parser/* text */.Qq)(fields, 'objectType')];
    const name = (0,parser/* relationName */.CJ)((0,parser/* child */.jf)(fields, 'relation')) || (0,names/* objectName */.Hd)((0,parser/* child */.jf)(fields, 'object') ?? {});
    return kind === undefined || picture.isMade(name) ? [] : [`moves ${kind} ${name} to another schema`];
}
function narrowedDomain(fields) {
    const name = (0,parser/* listName */.sY)((0,parser/* children */.Y_)(fields, 'typeName'));
    const subtype = (0,parser/* text */.Qq)(fields, 'subtype');
    if (/^(O|AD_SetNotNull)$/.test(subtype))
        return [`forbids NULL in domain ${name}`];
    return /^(C|AD_AddConstraint)$/.test(subtype) ? [`narrows domain ${name}`] : [];
}

;// CONCATENATED MODULE: ./packages/migrations/lib/phase/contract/publications.js

function narrowedPublication(fields, { file, nth }) {
    const name = (0,parser/* text */.Qq)(fields, 'pubname');
    const isMade = file.statements
        .slice(0, nth)
        .some((each) => each?.type === 'CreatePublicationStmt' && (0,parser/* text */.Qq)(each.fields, 'pubname') === name);
    if (isMade)
        return [];
    if (/^AP_(Drop|Set)Objects$/.test((0,parser/* text */.Qq)(fields, 'action')) && (0,parser/* children */.Y_)(fields, 'pubobjects').length > 0)
        return [`removes tables from publication ${name}`];
    const options = (0,parser/* children */.Y_)(fields, 'options').map((each) => (0,parser/* child */.jf)(each, 'DefElem') ?? {});
    const publish = options.find((each) => (0,parser/* text */.Qq)(each, 'defname') === 'publish');
    const events = (0,parser/* text */.Qq)((0,parser/* child */.jf)((0,parser/* child */.jf)(publish ?? {}, 'arg') ?? {}, 'String'), 'sval')
        .split(',')
        .map((each) => each.trim());
    const gone = ['insert', 'update', 'delete', 'truncate'].filter((each) => !events.includes(each));
    return publish === undefined || gone.length === 0
        ? []
        : [`no longer publishes ${gone.join(', ')} with publication ${name}`];
}

;// CONCATENATED MODULE: ./packages/migrations/lib/phase/contract/rights.js

const FOR_MAKERS = new Set(['create', 'temp', 'temporary', 'references', 'trigger', 'maintain']);
function readRevoked({ fields, type }, around) {
    if (fields['is_grant'] === true || fields['grant_option'] === true)
        return [];
    if (type === 'GrantRoleStmt') {
        const roles = (0,parser/* children */.Y_)(fields, 'granted_roles').map((each) => (0,parser/* text */.Qq)((0,parser/* child */.jf)(each, 'AccessPriv'), 'priv_name'));
        return optionOnly(fields) ? [] : [`revokes role ${roles.join(', ')} from ${grantees(fields, 'grantee_roles')}`];
    }
    const rights = (0,parser/* children */.Y_)(fields, 'privileges').map((each) => (0,parser/* text */.Qq)((0,parser/* child */.jf)(each, 'AccessPriv'), 'priv_name'));
    if (rights.length > 0 && rights.every((right) => FOR_MAKERS.has(right)))
        return [];
    const kind = (0,parser/* text */.Qq)(fields, 'objtype').replace('OBJECT_', '').toLowerCase().replaceAll('_', ' ');
    const inSchema = (0,parser/* text */.Qq)(fields, 'targtype') === 'ACL_TARGET_ALL_IN_SCHEMA';
    const names = (0,parser/* children */.Y_)(fields, 'objects')
        .map(nameOf)
        .filter((name) => inSchema || !isMade(name, around))
        .filter((name) => !/^(function|routine)$/.test(kind) || around.picture.routine(name)?.trigger !== true);
    if (names.length === 0)
        return [];
    const what = inSchema ? `every ${kind} in schema ${names.join(', ')}` : `${kind} ${names.join(', ')}`;
    return [`revokes ${rights.join(', ') || 'all rights'} on ${what} from ${grantees(fields, 'grantees')}`];
}
function optionOnly(fields) {
    return (0,parser/* children */.Y_)(fields, 'opt').length > 0;
}
function nameOf(object) {
    const { fields, type } = (0,parser/* opened */.Sg)(object);
    if (type === 'RangeVar')
        return (0,parser/* relationName */.CJ)(fields);
    if (type === 'String')
        return (0,parser/* text */.Qq)(fields, 'sval');
    if (type === 'List')
        return (0,parser/* listName */.sY)((0,parser/* children */.Y_)(fields, 'items'));
    return type === 'ObjectWithArgs' ? (0,parser/* listName */.sY)((0,parser/* children */.Y_)(fields, 'objname')) : (0,parser/* listName */.sY)((0,parser/* children */.Y_)(fields, 'names'));
}
function isMade(name, { file, nth, picture }) {
    const made = file.made.get((0,parser/* canonical */.$N)(name)) ?? [];
    return picture.isMade(name) || made.some((each) => each.nth < nth);
}
function grantees(fields, list) {
    return (0,parser/* children */.Y_)(fields, list)
        .map((each) => (0,parser/* text */.Qq)((0,parser/* child */.jf)(each, 'RoleSpec'), 'rolename') || 'public')
        .join(', ');
}

// EXTERNAL MODULE: ./packages/migrations/lib/parse/code-block.js
var code_block = __webpack_require__(381893);
// EXTERNAL MODULE: ./packages/migrations/lib/picture/routines.js
var routines = __webpack_require__(993290);
;// CONCATENATED MODULE: ./packages/migrations/lib/phase/contract/routines.js




function addedTrigger(fields, { file, picture }) {
    const table = (0,parser/* relationName */.CJ)((0,parser/* child */.jf)(fields, 'relation'));
    if (picture.isMade(table) || picture.relation(table)?.kind === 'view')
        return [];
    const name = (0,parser/* text */.Qq)(fields, 'trigname');
    if (file.droppedTriggers.has(`${(0,parser/* canonical */.$N)(table)} ${name}`))
        return [];
    const run = picture.routine((0,parser/* listName */.sY)((0,parser/* children */.Y_)(fields, 'funcname')));
    const isBefore = (0,routines/* isBeforeRow */.AA)(fields);
    if (run === undefined || !run.bodies.some(({ code }) => (0,routines/* refuses */.QQ)(code, isBefore)))
        return [];
    return [`adds trigger ${name} to table ${table}, which refuses rows that old code may write`];
}
function replacedFunction(fields, { file, picture }) {
    const name = (0,parser/* listName */.sY)((0,parser/* children */.Y_)(fields, 'funcname'));
    const old = picture.routine(name);
    if (fields['replace'] !== true || !isOfTriggers(fields))
        return [];
    if (old === undefined ? picture.complete || makesItsOwn(name, { file }) : old.isMade || !old.trigger)
        return [];
    const now = (0,code_block/* routineCode */.EG)(fields);
    const isBefore = old?.isBefore ?? old !== undefined;
    if (!(0,routines/* refuses */.QQ)(now, isBefore) || old?.bodies.some(({ code }) => (0,routines/* refuses */.QQ)(code, isBefore)) === true)
        return [];
    return [`replaces function ${name}, so that its triggers refuse rows that old code may write`];
}
function isOfTriggers(fields) {
    return (0,parser/* listName */.sY)((0,parser/* children */.Y_)((0,parser/* child */.jf)(fields, 'returnType') ?? {}, 'names').slice(-1)) === 'trigger';
}
function makesItsOwn(name, { file }) {
    return file.statements.some((each) => {
        const isTrigger = each?.type === 'CreateTrigStmt' && (0,parser/* canonical */.$N)((0,parser/* listName */.sY)((0,parser/* children */.Y_)(each.fields, 'funcname'))) === (0,parser/* canonical */.$N)(name);
        return isTrigger || (0,parse_made/* madeBy */.v)(each)?.kind === 'table';
    });
}
function addedRule(fields, { picture }) {
    const table = (0,parser/* relationName */.CJ)((0,parser/* child */.jf)(fields, 'relation'));
    if (picture.isMade(table) || fields['instead'] !== true || (0,parser/* text */.Qq)(fields, 'rulename') === '_RETURN')
        return [];
    return [`adds rule ${(0,parser/* text */.Qq)(fields, 'rulename')} to table ${table}, which changes what statements of old code do`];
}
function alteredRole(fields) {
    const role = (0,parser/* text */.Qq)((0,parser/* child */.jf)(fields, 'role'), 'rolename');
    const off = (name) => (0,parser/* children */.Y_)(fields, 'options').some((each) => {
        const option = (0,parser/* child */.jf)(each, 'DefElem') ?? {};
        return (0,parser/* text */.Qq)(option, 'defname') === name && !JSON.stringify(option['arg'] ?? '').includes('true');
    });
    return [
        ...(off('canlogin') ? [`disables the login of role ${role}`] : []),
        ...(off('bypassrls') ? [`hides rows from role ${role}, which no longer bypasses policies`] : []),
        ...(off('superuser') ? [`revokes superuser from role ${role}`] : []),
    ];
}

;// CONCATENATED MODULE: ./packages/migrations/lib/phase/contract/contract.js














function contractReasons(statement, around) {
    const { fields, type } = statement;
    const { picture } = around;
    if (isMovedBack(statement, around) || isMovedHere(statement, around))
        return [];
    switch (type) {
        case 'DropStmt':
            return dropped(fields, around);
        case 'RenameStmt':
            return renamed(fields, around);
        case 'AlterObjectSchemaStmt':
            return moved(fields, around);
        case 'AlterTableStmt': {
            const table = (0,parser/* relationName */.CJ)((0,parser/* child */.jf)(fields, 'relation'));
            if (picture.isMade(table) || (fields['missing_ok'] === true && picture.isAbsent(table)))
                return [];
            return (0,parser/* children */.Y_)(fields, 'cmds')
                .map((each) => (0,parser/* opened */.Sg)(each).fields)
                .flatMap((cmd) => (isUndone(cmd, table, around) ? [] : (0,columns/* altered */.W)(cmd, table, around)));
        }
        case 'IndexStmt':
            return (0,keys/* addedIndex */.xV)(fields, around);
        case 'CreateFunctionStmt':
            return replacedFunction(fields, around);
        case 'ViewStmt':
            return replacedView(fields, around);
        case 'CreateTrigStmt':
            return addedTrigger(fields, around);
        case 'RuleStmt':
            return addedRule(fields, around);
        case 'CreatePolicyStmt':
            return (0,rows/* addedPolicy */.ll)(fields, around);
        case 'AlterPolicyStmt':
            return (0,rows/* alteredPolicy */.aE)(fields, around);
        case 'AlterRoleStmt':
            return alteredRole(fields);
        case 'AlterEnumStmt':
            return (0,parser/* text */.Qq)(fields, 'oldVal') === '' ? [] : [`renames a value of enum ${(0,parser/* listName */.sY)((0,parser/* children */.Y_)(fields, 'typeName'))}`];
        case 'AlterDomainStmt':
            return narrowedDomain(fields);
        case 'TruncateStmt':
            return (0,emptied/* emptied */.$)(statement, picture).map((table) => `empties table ${table}`);
        case 'DropOwnedStmt':
            return ['drops everything a role owns'];
        case 'DropdbStmt':
            return ['drops a database'];
        case 'DropRoleStmt':
            return (0,parser/* children */.Y_)(fields, 'roles').map((role) => `drops role ${(0,parser/* text */.Qq)((0,parser/* child */.jf)(role, 'RoleSpec'), 'rolename')}`);
        case 'GrantStmt':
        case 'GrantRoleStmt':
            return readRevoked({ type, fields }, around);
        case 'AlterPublicationStmt':
            return narrowedPublication(fields, around);
        case 'InsertStmt':
        case 'UpdateStmt':
        case 'MergeStmt':
            return (0,catalog/* changedCatalog */.u)(statement, around);
        case 'DeleteStmt':
            return [
                ...(0,catalog/* changedCatalog */.u)(statement, around),
                ...(0,emptied/* emptied */.$)(statement, picture).map((table) => `empties table ${table}`),
            ];
        case 'SelectStmt':
        case 'CallStmt':
        case runs/* CALLS */.q$:
            return (0,calls/* callsIn */.T)(fields).includes('lo_unlink') ? ['deletes large objects'] : [];
        default:
            return [];
    }
}


/***/ }),

/***/ 715209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ emptied)
/* harmony export */ });
/* harmony import */ var _conditions_covers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(481675);
/* harmony import */ var _parse_parser_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(658489);
/* harmony import */ var _catalog_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(529693);



function emptied(statement, picture) {
    return tablesIn(statement, picture).filter((table) => !picture.isMade(table));
}
function tablesIn(statement, picture) {
    const { fields, type } = statement;
    if (type === 'TruncateStmt')
        return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, 'relations').map((relation) => (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(relation, 'RangeVar')));
    if (type !== 'DeleteStmt' || (0,_catalog_js__WEBPACK_IMPORTED_MODULE_1__/* .catalogWritten */ .B)(statement, picture) !== undefined)
        return [];
    return (0,_conditions_covers_js__WEBPACK_IMPORTED_MODULE_2__/* .coverOf */ .v)(fields, picture) === 'all' ? [(0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(fields, 'relation'))] : [];
}


/***/ }),

/***/ 251499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ui: () => (/* binding */ addedConstraint),
/* harmony export */   gk: () => (/* binding */ checkedNotNull),
/* harmony export */   st: () => (/* binding */ droppedKey),
/* harmony export */   wm: () => (/* binding */ droppedConstraint),
/* harmony export */   xV: () => (/* binding */ addedIndex)
/* harmony export */ });
/* unused harmony export columnsIn */
/* harmony import */ var _parse_parser_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(658489);
/* harmony import */ var _parse_trees_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(710601);
/* harmony import */ var _picture_definitions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(482425);
/* harmony import */ var _around_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(162602);




const KINDS = {
    CONSTR_CHECK: 'check',
    CONSTR_UNIQUE: 'unique constraint',
    CONSTR_PRIMARY: 'primary key',
    CONSTR_FOREIGN: 'foreign key',
    CONSTR_EXCLUSION: 'exclusion constraint',
};
function addedConstraint(constraint, table, around) {
    const contype = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(constraint, 'contype');
    const kind = KINDS[contype];
    if (kind === undefined)
        return [];
    const notNull = checkedNotNull(constraint).filter((name) => around.picture.column(table, name)?.notNull !== true);
    const columns = columnsOf(constraint);
    if (columns.length > 0 && columns.every((name) => isFree(table, name, contype, around)))
        return [];
    if (checkedNotNull(constraint).length > 0)
        return notNull.map((name) => `forbids NULL in column ${table}.${name}`);
    if (contype === 'CONSTR_CHECK' && allows(constraint, table, around))
        return [];
    if (contype === 'CONSTR_FOREIGN' && isSameReference(constraint, table, around))
        return [];
    if ((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(constraint, 'indexname') !== '')
        return [];
    const key = (0,_picture_definitions_js__WEBPACK_IMPORTED_MODULE_1__/* .constraintKey */ .Zq)(table, constraint);
    if (key !== undefined && isImplied(table, key.columns, around))
        return [];
    const name = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(constraint, 'conname');
    return [`adds ${kind}${name === '' ? '' : ` ${name}`} to table ${table}, which refuses rows that old code may write`];
}
function addedIndex(fields, around) {
    const table = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(fields, 'relation'));
    const { picture } = around;
    if (fields['unique'] !== true || picture.isMade(table))
        return [];
    const name = (0,_picture_definitions_js__WEBPACK_IMPORTED_MODULE_1__/* .indexOf */ .qh)(table, (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(fields, 'idxname'));
    if (fields['if_not_exists'] === true && picture.relation(name) !== undefined)
        return [];
    const key = (0,_picture_definitions_js__WEBPACK_IMPORTED_MODULE_1__/* .indexKey */ .mh)(name, fields);
    if (key.columns.some((column) => column !== '' && isFree(table, column, 'CONSTR_UNIQUE', around)))
        return [];
    if (!key.columns.includes('') && isImplied(table, key.columns, around))
        return [];
    return [
        `adds unique index ${(0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(fields, 'idxname') || `on ${key.columns.join(', ')}`} to table ${table}, which refuses rows that old code may write`,
    ];
}
function isFree(table, name, contype, { file, nth, picture }) {
    const known = picture.column(table, name);
    if (known?.isNew === true)
        return !known.hasDefault || contype === 'CONSTR_FOREIGN' || contype === 'CONSTR_CHECK';
    const cmds = file.statements[nth]?.type === 'AlterTableStmt' ? (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(file.statements[nth]?.fields ?? {}, 'cmds') : [];
    return cmds.some((each) => (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .opened */ .Sg)(each).fields, 'def') ?? {}, 'ColumnDef'), 'colname') === name &&
        (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .opened */ .Sg)(each).fields, 'subtype') === 'AT_AddColumn');
}
function columnsOf(constraint) {
    const listed = [...(0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(constraint, 'keys'), ...(0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(constraint, 'fk_attrs')].map((each) => (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)([each]));
    if ((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(constraint, 'contype') !== 'CONSTR_CHECK')
        return listed;
    return columnsIn(constraint['raw_expr']);
}
function columnsIn(node) {
    if (Array.isArray(node))
        return node.flatMap(columnsIn);
    if (typeof node !== 'object' || node === null)
        return [];
    return Object.entries(node).flatMap(([key, value]) => key === 'ColumnRef' ? [(0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(value, 'fields').slice(-1))] : columnsIn(value));
}
function isImplied(table, columns, { picture }) {
    const keys = [...(picture.relation(table)?.keys ?? []), ...picture.droppedKeys(table)];
    return keys.some((key) => !key.partial && !key.columns.includes('') && key.columns.every((each) => columns.includes(each)));
}
function replaced(table, contype, { file, nth, picture }) {
    return (0,_around_js__WEBPACK_IMPORTED_MODULE_2__/* .onTable */ .kJ)(file, 'AlterTableStmt', table).flatMap((each) => {
        if (each.nth > nth)
            return [];
        return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(each.by.fields, 'cmds').flatMap((cmd) => {
            const { fields } = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .opened */ .Sg)(cmd);
            if ((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(fields, 'subtype') !== 'AT_DropConstraint')
                return [];
            const old = picture.droppedConstraint(table, (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(fields, 'name'));
            return old !== undefined && (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(old, 'contype') === contype ? [old] : [];
        });
    });
}
function allows(constraint, table, around) {
    const now = valuesOf(constraint);
    const isNew = (column) => isFree(table, column, 'CONSTR_CHECK', around);
    return replaced(table, 'CONSTR_CHECK', around).some((old) => {
        if ((0,_parse_trees_js__WEBPACK_IMPORTED_MODULE_3__/* .isSameCondition */ .It)(old['raw_expr'], countingOld(constraint['raw_expr'], isNew)))
            return true;
        const before = valuesOf(old);
        return (now !== undefined &&
            before !== undefined &&
            now.column === before.column &&
            before.values.every((value) => now.values.includes(value)));
    });
}
function countingOld(node, isNew) {
    if (Array.isArray(node))
        return node.map((each) => countingOld(each, isNew));
    if (typeof node !== 'object' || node === null)
        return node;
    const call = node.FuncCall;
    if (call !== undefined && (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(call, 'funcname').slice(-1)) === 'num_nonnulls') {
        const args = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(call, 'args').filter((each) => !columnsIn(each).some(isNew));
        return { FuncCall: { ...call, args } };
    }
    return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, countingOld(value, isNew)]));
}
function valuesOf(constraint) {
    const expression = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(constraint, 'raw_expr') ?? {}, 'A_Expr');
    if (expression === undefined || !/^AEXPR_(IN|OP_ANY|OP)$/.test((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(expression, 'kind')))
        return undefined;
    if ((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(expression, 'name')) !== '=')
        return undefined;
    const [column, ...more] = columnsIn(expression);
    const values = constantsIn(expression['rexpr']);
    return column === undefined || more.length > 0 || values.length === 0 ? undefined : { column, values };
}
function constantsIn(node) {
    if (Array.isArray(node))
        return node.flatMap(constantsIn);
    if (typeof node !== 'object' || node === null)
        return [];
    return Object.entries(node).flatMap(([key, value]) => key === 'A_Const' ? [JSON.stringify({ ...value, location: undefined })] : constantsIn(value));
}
function isSameReference(constraint, table, around) {
    const words = (node) => JSON.stringify([
        columnsOf(node),
        (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(node, 'pktable'))),
        (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(node, 'pk_attrs').map((each) => (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)([each])),
    ]);
    const loose = (node) => JSON.stringify([columnsOf(node), (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(node, 'pktable')))]);
    return replaced(table, 'CONSTR_FOREIGN', around).some((old) => words(old) === words(constraint) ||
        ((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(constraint, 'pk_attrs').length === 0 && loose(old) === loose(constraint)));
}
function droppedConstraint(cmd, table, around) {
    const name = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(cmd, 'name');
    const known = around.picture.relation(table)?.constraints.get(name);
    const kind = KINDS[(0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(known, 'contype')];
    if (kind === undefined || !/^CONSTR_(UNIQUE|PRIMARY)$/.test((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(known, 'contype')))
        return [];
    const columns = around.picture.relation(table)?.keys.find((key) => key.name === (0,_picture_definitions_js__WEBPACK_IMPORTED_MODULE_1__/* .indexOf */ .qh)(table, name))?.columns ?? [];
    if (isKeptBy(table, name, columns, around))
        return [];
    return [`drops ${kind} ${name} of table ${table}, which ON CONFLICT of old code may name`];
}
function droppedKey(name, around) {
    const index = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(name);
    if (around.picture.isMade(index))
        return [];
    const [table, relation] = around.picture.tableOfKey(index) ?? ['', undefined];
    const key = relation?.keys.find((each) => each.name === index);
    if (key === undefined || relation?.isMade === true)
        return [];
    if (isKeptBy(table, index.slice(index.indexOf('.') + 1), key.columns, around))
        return [];
    return [
        `drops unique index ${name} of table ${table.replace(/^public\./, '')}, which ON CONFLICT of old code may name`,
    ];
}
function isKeptBy(table, name, columns, { file, nth, picture }) {
    const same = (others) => others.length === columns.length && !others.includes('') && others.every((each) => columns.includes(each));
    const there = (picture.relation(table)?.keys ?? []).some((key) => key.name !== (0,_picture_definitions_js__WEBPACK_IMPORTED_MODULE_1__/* .indexOf */ .qh)(table, name) && !key.partial && same(key.columns));
    const later = (file.on.get((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(table)) ?? []).flatMap((each) => each.nth >= nth ? keysMadeBy(each.by, table) : []);
    return there || later.some((key) => !key.partial && same(key.columns));
}
function keysMadeBy(parsed, table) {
    if (parsed.type === 'IndexStmt')
        return parsed.fields['unique'] === true ? [(0,_picture_definitions_js__WEBPACK_IMPORTED_MODULE_1__/* .indexKey */ .mh)('', parsed.fields)] : [];
    if (parsed.type !== 'AlterTableStmt')
        return [];
    return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(parsed.fields, 'cmds').flatMap((cmd) => {
        const key = (0,_picture_definitions_js__WEBPACK_IMPORTED_MODULE_1__/* .constraintKey */ .Zq)(table, (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .opened */ .Sg)(cmd).fields, 'def') ?? {}, 'Constraint') ?? {});
        return key === undefined ? [] : [key];
    });
}
function checkedNotNull(constraint) {
    if ((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(constraint, 'contype') !== 'CONSTR_CHECK')
        return [];
    const parts = (expression) => {
        const both = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(expression, 'BoolExpr');
        if ((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(both, 'boolop') === 'AND_EXPR')
            return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(both ?? {}, 'args').flatMap(parts);
        const test = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(expression, 'NullTest') ?? {};
        if ((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(test, 'nulltesttype') !== 'IS_NOT_NULL')
            return [];
        return [(0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(test, 'arg') ?? {}, 'ColumnRef') ?? {}, 'fields'))];
    };
    return parts((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(constraint, 'raw_expr') ?? {});
}


/***/ }),

/***/ 162662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aE: () => (/* binding */ alteredPolicy),
/* harmony export */   bM: () => (/* binding */ droppedPolicies),
/* harmony export */   ic: () => (/* binding */ hiddenRows),
/* harmony export */   ll: () => (/* binding */ addedPolicy)
/* harmony export */ });
/* harmony import */ var _parse_parser_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(658489);
/* harmony import */ var _parse_trees_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(710601);
/* harmony import */ var _picture_definitions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(482425);
/* harmony import */ var _around_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(162602);




function hiddenRows(table, around) {
    const known = around.picture.relation(table);
    const there = [...(known?.policies.values() ?? [])];
    const made = (0,_around_js__WEBPACK_IMPORTED_MODULE_0__/* .onTable */ .kJ)(around.file, 'CreatePolicyStmt', table).map(({ by }) => (0,_picture_definitions_js__WEBPACK_IMPORTED_MODULE_1__/* .policyOf */ .US)(by.fields));
    const shows = [...there, ...made].some(({ permissive, using, check }) => permissive && (0,_parse_trees_js__WEBPACK_IMPORTED_MODULE_2__/* .constantOf */ .yi)(using ?? check) !== false);
    if (table.includes('…'))
        return [];
    return known?.rowSecurity === true || shows ? [] : [`hides the rows of table ${table} that no policy shows`];
}
function droppedPolicies(fields, around) {
    return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_3__/* .children */ .Y_)(fields, 'objects').flatMap((object) => {
        const items = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_3__/* .children */ .Y_)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_3__/* .child */ .jf)(object, 'List') ?? {}, 'items');
        return droppedPolicy((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_3__/* .listName */ .sY)(items.slice(0, -1)), (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_3__/* .listName */ .sY)(items.slice(-1)), around);
    });
}
function droppedPolicy(table, name, around) {
    const { picture } = around;
    const relation = picture.relation(table);
    if (picture.isMade(table) || relation?.rowSecurity === false)
        return [];
    const old = relation?.policies.get(name);
    if (old === undefined && picture.complete)
        return [];
    const drops = [`drops policy ${name} of table ${table}`];
    const made = (0,_around_js__WEBPACK_IMPORTED_MODULE_0__/* .behind */ .Ry)(around, 'CreatePolicyStmt', table).map(({ fields }) => (0,_picture_definitions_js__WEBPACK_IMPORTED_MODULE_1__/* .policyOf */ .US)(fields));
    if (old === undefined)
        return made.some((each) => (0,_parse_trees_js__WEBPACK_IMPORTED_MODULE_2__/* .constantOf */ .yi)(each.using ?? each.check) !== false) ? [] : drops;
    if (!old.permissive)
        return [];
    const others = [...(relation?.policies ?? [])].flatMap(([each, policy]) => (each === name ? [] : [policy]));
    const verdicts = commandsOf(old).map((command) => compare(old, [...made, ...others], command));
    if (verdicts.includes('gone'))
        return drops;
    return verdicts.includes('other')
        ? [`replaces policy ${name} of table ${table} with another condition, which may hide rows`]
        : [];
}
function commandsOf({ command }) {
    return command === 'all' ? ['select', 'insert', 'update', 'delete'] : [command];
}
function compare(old, now, command) {
    const covering = now.filter((each) => each.permissive && (each.command === 'all' || each.command === command) && isForAll(old.roles, each.roles));
    if (covering.length === 0)
        return 'gone';
    const same = covering.some((each) => command === 'insert'
        ? (0,_parse_trees_js__WEBPACK_IMPORTED_MODULE_2__/* .isNoNarrower */ ._X)(checkOf(old), checkOf(each))
        : (0,_parse_trees_js__WEBPACK_IMPORTED_MODULE_2__/* .isNoNarrower */ ._X)(old.using, each.using) && (command !== 'update' || (0,_parse_trees_js__WEBPACK_IMPORTED_MODULE_2__/* .isNoNarrower */ ._X)(checkOf(old), checkOf(each))));
    return same ? 'same' : 'other';
}
function isForAll(old, now) {
    return now.includes('public') || old.every((role) => now.includes(role));
}
function checkOf({ check, using }) {
    return check ?? using;
}
function alteredPolicy(fields, { picture }) {
    const table = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_3__/* .relationName */ .CJ)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_3__/* .child */ .jf)(fields, 'table'));
    const name = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(fields, 'policy_name');
    const relation = picture.relation(table);
    if (picture.isMade(table) || relation?.rowSecurity === false)
        return [];
    const now = (0,_picture_definitions_js__WEBPACK_IMPORTED_MODULE_1__/* .policyOf */ .US)(fields);
    const old = relation?.policies.get(name);
    const sees = now.using === undefined ||
        (old === undefined ? (0,_parse_trees_js__WEBPACK_IMPORTED_MODULE_2__/* .constantOf */ .yi)(now.using) === true : (0,_parse_trees_js__WEBPACK_IMPORTED_MODULE_2__/* .isNoNarrower */ ._X)(old.using, now.using));
    const writes = now.check === undefined ||
        (old === undefined ? (0,_parse_trees_js__WEBPACK_IMPORTED_MODULE_2__/* .constantOf */ .yi)(now.check) === true : (0,_parse_trees_js__WEBPACK_IMPORTED_MODULE_2__/* .isNoNarrower */ ._X)(checkOf(old), now.check));
    const roles = now.roles.length === 0 || now.roles.includes('public') || (old !== undefined && isForAll(old.roles, now.roles));
    return sees && writes && roles ? [] : [`changes policy ${name} of table ${table}, which may hide rows`];
}
function addedPolicy(fields, { picture }) {
    const table = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_3__/* .relationName */ .CJ)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_3__/* .child */ .jf)(fields, 'table'));
    const now = (0,_picture_definitions_js__WEBPACK_IMPORTED_MODULE_1__/* .policyOf */ .US)(fields);
    if (now.permissive || picture.isMade(table) || picture.relation(table)?.rowSecurity === false)
        return [];
    const old = picture.droppedPolicy(table, (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(fields, 'policy_name'));
    const isSame = old !== undefined &&
        !old.permissive &&
        (0,_parse_trees_js__WEBPACK_IMPORTED_MODULE_2__/* .isNoNarrower */ ._X)(old.using, now.using) &&
        (0,_parse_trees_js__WEBPACK_IMPORTED_MODULE_2__/* .isNoNarrower */ ._X)(checkOf(old), checkOf(now));
    if (isSame || ((0,_parse_trees_js__WEBPACK_IMPORTED_MODULE_2__/* .constantOf */ .yi)(now.using) === true && (0,_parse_trees_js__WEBPACK_IMPORTED_MODULE_2__/* .constantOf */ .yi)(now.check ?? now.using) === true))
        return [];
    return [`adds restrictive policy ${(0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(fields, 'policy_name')} to table ${table}, which hides rows`];
}


/***/ }),

/***/ 293890:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ isWidening)
/* harmony export */ });
function partsOf(words) {
    const sizes = /\(([\d,]+)\)/.exec(words)?.[1]?.split(',').map(Number) ?? [];
    return { kind: words.replace(/\([\d,]+\)/, '').replace(/(\[\])+$/, ''), sizes, isArray: words.endsWith('[]') };
}
const TEXTS = ['text', 'character varying'];
const SIZED = ['character varying', 'bit varying'];
const TIMED = /^(time|timestamp) with(out)? time zone$|^interval$/;
function isWidening(from, to) {
    if (from === to)
        return true;
    const [old, now] = [partsOf(from), partsOf(to)];
    if (old.isArray !== now.isArray)
        return false;
    if (now.sizes.length === 0 && TEXTS.includes(now.kind))
        return TEXTS.includes(old.kind);
    if (old.kind !== now.kind)
        return false;
    const [oldSize, oldScale = 0] = old.sizes;
    const [size, scale = 0] = now.sizes;
    if (SIZED.includes(now.kind))
        return size === undefined || (oldSize !== undefined && size >= oldSize);
    if (TIMED.test(now.kind))
        return (size ?? 6) >= (oldSize ?? 6);
    if (now.kind !== 'numeric')
        return false;
    if (size === undefined)
        return true;
    return oldSize !== undefined && scale === oldScale && size >= oldSize;
}


/***/ })

};
