export const id = 5364;
export const ids = [5364,7380,3974];
export const modules = {

/***/ 778563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fits: () => (/* binding */ fits),
/* harmony export */   storeFiles: () => (/* binding */ storeFiles)
/* harmony export */ });
let node_crypto__WEBPACK_IMPORTED_MODULE_0___kept;
const node_crypto__WEBPACK_IMPORTED_MODULE_0__ = () => (node_crypto__WEBPACK_IMPORTED_MODULE_0___kept ??= __webpack_require__(823569));
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1015169);
/* harmony import */ var _create_pool_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(487241);
/* harmony import */ var _manifest_read_manifest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(366726);
/* harmony import */ var _seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(360467);
/* harmony import */ var _targets_target_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(121859);
/* harmony import */ var _file_list_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(487829);
/* harmony import */ var _generation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(630033);








const PART_FILES = 200;
const PART_BYTES = 256 * 1024 * 1024;
async function storeFiles(storing) {
    const records = storing.mode === 'copy' ? await copyAll(storing) : storing.files.map(listed);
    const object = await (0,_seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_1__/* .storeSealed */ .ux)(storing.seal, _file_list_js__WEBPACK_IMPORTED_MODULE_2__.FILES_NAME, lines(records));
    const many = (state) => records.filter((record) => record.state === state).length;
    const own = `${(0,_generation_js__WEBPACK_IMPORTED_MODULE_3__/* .generationOf */ .gS)(storing.tier, storing.takenAtMs)}${storing.id}/`;
    const kept = records.filter(({ stored }) => stored !== null);
    const copied = kept.filter(({ stored }) => stored?.name.startsWith(own)).length;
    return {
        object,
        summary: {
            mode: storing.mode,
            files: records.length,
            bytes: records.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0),
            copied,
            reused: kept.length - copied,
            gone: many('gone'),
            changed: many('changed'),
            left: many('left'),
            object: object.name,
        },
    };
}
function listed(file) {
    return { ...file, state: 'listed', stored: null };
}
async function* lines(records) {
    for (const record of records)
        yield Buffer.from(`${JSON.stringify(record)}\n`);
}
async function copyAll(storing) {
    const { files, seal, clock, log, source, maxDurationMs } = storing;
    if (source === undefined)
        throw new Error('files are copied from a source');
    const generation = (0,_generation_js__WEBPACK_IMPORTED_MODULE_3__/* .generationOf */ .gS)(storing.tier, storing.takenAtMs);
    const known = await readIndexes(seal.target, generation, seal.signal);
    const own = { ...seal, prefix: `${generation}${storing.id}/` };
    const index = new Index(own);
    const records = [];
    const startedMs = clock.now();
    const workers = Array.from({ length: Math.max(1, storing.parallel) }, () => source);
    const stop = new AbortController();
    const signal = seal.signal === undefined ? stop.signal : AbortSignal.any([seal.signal, stop.signal]);
    await (0,_create_pool_js__WEBPACK_IMPORTED_MODULE_4__/* .inParallel */ .H)(workers, [...files.entries()], async (from, [at, file]) => {
        const print = (0,_file_list_js__WEBPACK_IMPORTED_MODULE_2__.fingerprint)(file);
        const before = known.get(print);
        if (before !== undefined)
            records[at] = { ...file, state: 'copied', stored: before };
        else if (clock.now() - startedMs > maxDurationMs)
            records[at] = { ...file, state: 'left', stored: null };
        else {
            records[at] = await copyFile({ ...own, signal }, from, file, `${String(at + 1).padStart(7, '0')}`);
            const { state, stored } = records[at];
            if (state === 'copied' && stored !== null)
                await index.add(print, stored);
        }
    }, () => stop.abort(new Error('another file could not be copied')));
    await index.flush();
    log.info(`files: ${records.length} listed, ${known.size} known before`);
    return records;
}
async function copyFile(seal, source, file, name) {
    const md5 = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__().createHash)('md5');
    let bytes = 0;
    try {
        const chunks = await source.open(file.bucket, file.name, seal.signal);
        async function* counted() {
            for await (const chunk of chunks) {
                md5.update(chunk);
                bytes += chunk.length;
                yield chunk;
            }
        }
        const { name: key, ...stored } = await (0,_seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_1__/* .storeSealed */ .ux)(seal, name, counted());
        const isAsSaid = (file.bytes === null || file.bytes === bytes) && fits(file.etag, md5.digest('hex'));
        return { ...file, state: isAsSaid ? 'copied' : 'changed', stored: { name: `${seal.prefix}${key}`, ...stored } };
    }
    catch (error) {
        if (error instanceof _targets_target_js__WEBPACK_IMPORTED_MODULE_5__/* .MissingObject */ ._m)
            return { ...file, state: 'gone', stored: null };
        throw error;
    }
}
function fits(etag, md5) {
    return etag === null || !/^[0-9a-f]{32}$/.test(etag) || etag === md5;
}
class Index {
    #seal;
    #entries = [];
    #bytes = 0;
    #part = 0;
    #writing = Promise.resolve();
    constructor(seal) {
        this.#seal = seal;
    }
    async add(print, stored) {
        this.#entries.push([print, stored]);
        this.#bytes += stored.bytes;
        if (this.#entries.length >= PART_FILES || this.#bytes >= PART_BYTES)
            await this.flush();
    }
    async flush() {
        const entries = this.#entries;
        this.#entries = [];
        this.#bytes = 0;
        if (entries.length > 0) {
            const name = `index-${String(++this.#part).padStart(5, '0')}.json`;
            const body = Buffer.from(`${JSON.stringify(Object.fromEntries(entries))}\n`);
            this.#writing = this.#writing.then(() => (0,_seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_1__/* .store */ .M_)(this.#seal, name, once(body)));
        }
        await this.#writing;
    }
}
async function* once(body) {
    yield body;
}
async function readIndexes(target, generation, signal) {
    const known = new Map();
    const objects = new Map();
    const indexes = [];
    for await (const { key, bytes } of target.list(generation, { signal })) {
        if (/\/index-\d+\.json$/.test(key))
            indexes.push(key);
        else
            objects.set(key, bytes);
    }
    for (const key of indexes) {
        for (const [print, stored] of Object.entries(parse(await (0,_manifest_read_manifest_js__WEBPACK_IMPORTED_MODULE_6__/* .textOf */ .b6)(await target.get(key, { signal })))))
            if (isStored(stored) && objects.get(stored.name) === stored.bytes)
                known.set(print, stored);
    }
    return known;
}
function parse(text) {
    try {
        const data = JSON.parse(text);
        return (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .j)(data) ? data : {};
    }
    catch {
        return {};
    }
}
function isStored(value) {
    return ((0,_lockstep_base__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .j)(value) &&
        typeof value['name'] === 'string' &&
        typeof value['bytes'] === 'number' &&
        typeof value['sha256'] === 'string');
}


/***/ }),

/***/ 487829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FILES_NAME: () => (/* binding */ FILES_NAME),
/* harmony export */   fingerprint: () => (/* binding */ fingerprint),
/* harmony export */   hasFiles: () => (/* binding */ hasFiles),
/* harmony export */   readFiles: () => (/* binding */ readFiles)
/* harmony export */ });
let node_crypto__WEBPACK_IMPORTED_MODULE_0___kept;
const node_crypto__WEBPACK_IMPORTED_MODULE_0__ = () => (node_crypto__WEBPACK_IMPORTED_MODULE_0___kept ??= __webpack_require__(823569));

const FILES_NAME = 'files.jsonl';
async function hasFiles(session) {
    const [row] = await session.rows(`select pg_catalog.to_regclass('storage.objects') is not null and pg_catalog.has_schema_privilege('storage', 'usage')
        and pg_catalog.has_table_privilege('storage.objects', 'select')
      where pg_catalog.to_regnamespace('storage') is not null`);
    return row?.[0] === 't';
}
const PAGE = 2_000;
async function readFiles(session) {
    await session.rows(`declare lockstep_files no scroll cursor for
      select o ->> 'id', o ->> 'bucket_id', o ->> 'name', o ->> 'version', o ->> 'updated_at',
             o -> 'metadata' ->> 'size', o -> 'metadata' ->> 'eTag', o -> 'metadata' ->> 'mimetype'
        from (select pg_catalog.to_jsonb(s) as o from storage.objects s) each
       where coalesce(o ->> 'is_delete_marker', 'false') = 'false' and o ->> 'archived_at' is null
       order by o ->> 'bucket_id', o ->> 'name'`);
    const files = [];
    for (;;) {
        const rows = await session.rows(`fetch ${PAGE} from lockstep_files`);
        for (const [id, bucket, name, version, updatedAt, size, etag, type] of rows) {
            files.push({
                id: id ?? '',
                bucket: bucket ?? '',
                name: name ?? '',
                version: version ?? null,
                updatedAt: updatedAt ?? null,
                bytes: size === null || size === undefined ? null : Number(size),
                etag: etag?.replaceAll('"', '') ?? null,
                type: type ?? null,
            });
        }
        if (rows.length < PAGE)
            break;
    }
    await session.rows('close lockstep_files');
    return files;
}
function fingerprint({ id, bucket, name, version, updatedAt, bytes, etag }) {
    const identity = JSON.stringify([id, bucket, name, version, updatedAt, bytes, etag]);
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__().createHash)('sha256').update(identity).digest('hex');
}


/***/ }),

/***/ 561570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   filesOf: () => (/* binding */ filesOf),
/* harmony export */   verifyFiles: () => (/* binding */ verifyFiles)
/* harmony export */ });
let node_crypto__WEBPACK_IMPORTED_MODULE_0___kept;
const node_crypto__WEBPACK_IMPORTED_MODULE_0__ = () => (node_crypto__WEBPACK_IMPORTED_MODULE_0___kept ??= __webpack_require__(823569));
/* harmony import */ var _create_pool_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(487241);
/* harmony import */ var _restore_restore_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(576751);
/* harmony import */ var _seal_recipients_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(436265);
/* harmony import */ var _seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(360467);
/* harmony import */ var _targets_target_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(121859);
/* harmony import */ var _copy_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(778563);







const LISTED = { id: 'files-listed', title: 'Files of Supabase Storage are in the backup' };
const WHOLE = { id: 'files-whole', title: 'Every file is there, as it was stored' };
const NAMED = 5;
async function* filesOf({ from, manifest, signal }) {
    const { files } = manifest;
    if (files === undefined)
        return;
    let rest = '';
    const decoder = new TextDecoder();
    for await (const chunk of (0,_seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_1__/* .openSealed */ .j5)(from, (0,_restore_restore_js__WEBPACK_IMPORTED_MODULE_2__/* .objectOf */ .Xy)(manifest, files.object), { signal })) {
        const all = (rest + decoder.decode(chunk, { stream: true })).split('\n');
        rest = all.pop() ?? '';
        for (const line of all)
            yield JSON.parse(line);
    }
    if (rest !== '')
        throw new _seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_1__/* .ChangedObject */ .UR(`${files.object} ends within a line`);
}
async function verifyFiles(options) {
    const { files } = options.manifest;
    if (files === undefined)
        return [];
    const records = [];
    for await (const record of filesOf(options))
        records.push(record);
    const what = `${files.files} files, ${files.bytes} bytes`;
    if (files.mode === 'list') {
        const remedy = 'nothing, if the bytes are kept elsewhere; else copy them with storage-files: copy';
        const measured = `${records.length} files are listed, and none is copied`;
        return [{ ...LISTED, verdict: 'pass', reason: 'files-listed', what, measured, expected: 'a list', remedy }];
    }
    const broken = [];
    const workers = Array.from({ length: Math.max(1, options.parallel) }, (_, nth) => nth);
    const kept = records.filter(({ stored }) => stored !== null);
    await (0,_create_pool_js__WEBPACK_IMPORTED_MODULE_3__/* .inParallel */ .H)(workers, kept, async (_, record) => {
        const problem = await problemOf(options, record);
        if (problem !== undefined)
            broken.push(`${record.stored?.name}: ${problem}`);
    }, () => undefined);
    return [containedCheck(records, what), wholeCheck(kept.length, broken, what)];
}
async function problemOf({ from, signal }, record) {
    if (record.stored === null)
        return undefined;
    const md5 = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__().createHash)('md5');
    let bytes = 0;
    try {
        for await (const chunk of (0,_seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_1__/* .openSealed */ .j5)({ ...from, prefix: '' }, record.stored, { signal })) {
            md5.update(chunk);
            bytes += chunk.length;
        }
    }
    catch (error) {
        if (error instanceof _targets_target_js__WEBPACK_IMPORTED_MODULE_4__/* .MissingObject */ ._m)
            return 'it is not there';
        if (error instanceof _seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_1__/* .ChangedObject */ .UR)
            return 'it is not what was stored';
        if (error instanceof _seal_recipients_js__WEBPACK_IMPORTED_MODULE_5__/* .CannotDecrypt */ .fG)
            return 'it cannot be decrypted';
        throw error;
    }
    if (record.state === 'changed')
        return undefined;
    const isAsSaid = (record.bytes === null || record.bytes === bytes) && (0,_copy_files_js__WEBPACK_IMPORTED_MODULE_6__.fits)(record.etag, md5.digest('hex'));
    return isAsSaid ? undefined : 'it is not what its row says';
}
function containedCheck(records, what) {
    const lacking = records.filter(({ state }) => state === 'gone' || state === 'left' || state === 'changed');
    const check = { ...LISTED, what, expected: 'every file that the database knows, as its row says' };
    if (lacking.length === 0)
        return { ...check, verdict: 'pass', reason: 'files-contained', measured: 'every file', remedy: '' };
    const buckets = [...new Set(lacking.map(({ bucket }) => bucket))].sort();
    const words = {
        gone: 'without bytes in Storage',
        left: 'not copied in time',
        changed: 'other bytes than its row says',
    };
    const counts = ['gone', 'left', 'changed'].flatMap((state) => {
        const many = lacking.filter((record) => record.state === state).length;
        return many === 0 ? [] : [`${many} ${words[state]}`];
    });
    return {
        ...check,
        verdict: 'fail',
        reason: 'files-missing',
        measured: `${counts.join(', ')}; in ${buckets.slice(0, NAMED).join(', ')}`,
        remedy: 'the list in the backup names them; what was not copied in time comes with the next backups',
    };
}
function wholeCheck(many, broken, what) {
    const isWhole = broken.length === 0;
    return {
        ...WHOLE,
        verdict: isWhole ? 'pass' : 'fail',
        reason: isWhole ? 'files-whole' : 'file-broken',
        what,
        measured: isWhole ? `${many} files were read` : `${broken.length} of ${many}: ${broken.slice(0, NAMED).join('; ')}`,
        expected: 'the bytes that were stored',
        remedy: isWhole ? '' : 'do not rely on the files of this backup; find out who changed them',
    };
}


/***/ }),

/***/ 429918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kz: () => (/* binding */ restoreLabels),
/* harmony export */   Wt: () => (/* binding */ withoutRefusedLabels),
/* harmony export */   YH: () => (/* binding */ withoutLabels)
/* harmony export */ });
/* harmony import */ var _run_script_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(869288);
/* harmony import */ var _script_entries_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(857862);


function withoutLabels(script) {
    if (!script.includes('\nSECURITY LABEL '))
        return { script, labels: [] };
    const { prelude, entries } = (0,_script_entries_js__WEBPACK_IMPORTED_MODULE_0__/* .entriesOf */ .Mc)(script);
    const labels = entries.filter(({ type }) => type === 'SECURITY LABEL');
    const others = entries.filter(({ type }) => type !== 'SECURITY LABEL');
    return { script: prelude + others.map(({ sql }) => sql).join(''), labels };
}
async function restoreLabels(session, labels) {
    if (labels.length === 0)
        return [];
    const refused = [];
    await session.rows('begin');
    for (const { name, schema, sql } of labels) {
        const object = `security label of ${name}${schema === '-' ? '' : ` in ${schema}`}`;
        const refusal = await (0,_run_script_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .CD)(session, object, sql);
        if (refusal !== undefined)
            refused.push(refusal);
    }
    await session.rows('commit');
    return refused;
}
function withoutRefusedLabels(schema, restored) {
    const there = new Set([...restored].flatMap(([, lines]) => lines.flatMap((line) => providerOf(line) ?? [])));
    return schema.flatMap(([object, lines]) => {
        const kept = lines.filter((line) => {
            const provider = providerOf(line);
            return provider === undefined || there.has(provider);
        });
        return kept.length === 0 && lines.length > 0 ? [] : [[object, kept]];
    });
}
function providerOf(line) {
    return /^security label (\S+) '/.exec(line)?.[1];
}


/***/ }),

/***/ 685576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fb: () => (/* binding */ inOrderOf),
/* harmony export */   Gh: () => (/* binding */ foreignKeysOf),
/* harmony export */   Wc: () => (/* binding */ brokenKeys),
/* harmony export */   Zp: () => (/* binding */ clearDefaultPrivileges),
/* harmony export */   gu: () => (/* binding */ withoutTriggers)
/* harmony export */ });
/* harmony import */ var _run_script_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(869288);

async function clearDefaultPrivileges(session) {
    const rows = await session.rows(`select distinct pg_catalog.format('alter default privileges in schema %I revoke all on %s from %s', n.nspname,
        case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' else 'types' end,
        case when a.grantee = 0 then 'public' else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) end)
       from pg_catalog.pg_default_acl d join pg_catalog.pg_namespace n on n.oid = d.defaclnamespace
         cross join lateral pg_catalog.aclexplode(d.defaclacl) a
      where pg_catalog.pg_get_userbyid(d.defaclrole) = current_user`);
    for (const [statement] of rows)
        await session.rows(statement ?? '');
}
async function withoutTriggers(session) {
    return (await (0,_run_script_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(session, 'triggers', 'set local session_replication_role = replica')) === undefined;
}
async function foreignKeysOf(session, tables) {
    const names = (list) => `(select pg_catalog.json_agg(pg_catalog.quote_ident(a.attname) order by k.nth) from pg_catalog.unnest(${list}) with ordinality k (num, nth)
       join pg_catalog.pg_attribute a on a.attnum = k.num and a.attrelid = `;
    const rows = await session.rows(`select o.conname, o.conrelid::regclass::text, o.confrelid::regclass::text,
        ${names('o.conkey')} o.conrelid), ${names('o.confkey')} o.confrelid)
       from pg_catalog.pg_constraint o where o.contype = 'f' order by 1, 2`);
    const keys = rows.map(([name, from, to, columns, referenced]) => ({
        name: name ?? '',
        from: from ?? '',
        to: to ?? '',
        columns: JSON.parse(columns ?? '[]'),
        keys: JSON.parse(referenced ?? '[]'),
    }));
    return keys.filter(({ from }) => tables.has(from));
}
async function brokenKeys(session, keys) {
    const broken = [];
    for (const { name, from, to, columns, keys: referenced } of keys) {
        const isSet = columns.map((column) => `a.${column} is not null`).join(' and ');
        const equal = columns.map((column, at) => `a.${column} = b.${referenced[at]}`).join(' and ');
        const [row] = await session.rows(`select exists (select from ${from} a where ${isSet} and not exists (select from ${to} b where ${equal}))`);
        if (row?.[0] === 't')
            broken.push(`${name} on ${from}`);
    }
    return broken;
}
function inOrderOf(tables, keys) {
    const ordered = [];
    let waiting = [...tables];
    while (waiting.length > 0) {
        const names = new Set(waiting.map(({ name }) => name));
        const free = waiting.filter(({ name }) => !keys.some((key) => key.from === name && key.to !== name && names.has(key.to)));
        const next = free.length === 0 ? waiting : free;
        ordered.push(...next);
        waiting = waiting.filter((table) => !next.includes(table));
    }
    return ordered;
}


/***/ }),

/***/ 576751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   U8: () => (/* binding */ rowsThere),
/* harmony export */   Xy: () => (/* binding */ objectOf),
/* harmony export */   c$: () => (/* binding */ restoreRows),
/* harmony export */   dH: () => (/* binding */ restoreBackup),
/* harmony export */   ev: () => (/* binding */ sameRows),
/* harmony export */   sb: () => (/* binding */ OtherRows)
/* harmony export */ });
/* unused harmony export tablespacesOf */
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(182089);
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(309774);
/* harmony import */ var _create_pool_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(487241);
/* harmony import */ var _manifest_read_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(366726);
/* harmony import */ var _rows_copy_script_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(123728);
/* harmony import */ var _rows_row_hash_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(446537);
/* harmony import */ var _seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(360467);
/* harmony import */ var _source_inventory_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(345882);
/* harmony import */ var _source_source_settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(163522);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(429918);
/* harmony import */ var _project_within_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(685576);
/* harmony import */ var _run_script_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(869288);
/* harmony import */ var _script_entries_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(857862);












class OtherRows extends Error {
    name = 'OtherRows';
}
const JOBS = 'cron.job';
async function restoreBackup(options) {
    const { contents, clock, open } = options;
    const session = await open();
    await session.rows(_source_source_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .RESTORE_SETTINGS */ .j);
    const missingExtensions = await missingOf(session, contents);
    const tablespaces = await tablespacesOf(session);
    const refusedLabels = [];
    const run = async (name) => {
        const stored = await (0,_manifest_read_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_2__/* .openSealed */ .j5)(options.from, objectOf(options.manifest, name), options));
        const { script, labels } = (0,_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutLabels */ .YH)((0,_script_entries_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutTablespaces */ .Gb)(stored, tablespaces));
        const refused = await runSchema(script);
        refusedLabels.push(...(await (0,_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .restoreLabels */ .Kz)(session, labels)));
        return refused;
    };
    const runSchema = async (script) => {
        if (missingExtensions.length === 0) {
            try {
                await (0,_run_script_js__WEBPACK_IMPORTED_MODULE_5__/* .runScript */ .j3)(session, script);
                return [];
            }
            catch (error) {
                if (session.lost || !(error instanceof _lockstep_postgres__WEBPACK_IMPORTED_MODULE_6__/* .SqlError */ .L8))
                    throw error;
                missingExtensions.push(...(await (0,_run_script_js__WEBPACK_IMPORTED_MODULE_5__/* .refusedExtensions */ .HT)(session, script)));
                if (missingExtensions.length === 0)
                    throw error;
            }
        }
        return (0,_run_script_js__WEBPACK_IMPORTED_MODULE_5__/* .runEntries */ .m3)(session, script);
    };
    const phases = { schema: 0, rows: 0, 'indexes-and-constraints': 0 };
    const measured = async (phase, work) => {
        const started = clock.now();
        const result = await work();
        phases[phase] += clock.now() - started;
        options.log.info(`${phase.replaceAll('-', ' ')}: ${((clock.now() - started) / 1_000).toFixed(1)} s`);
        return result;
    };
    const { scripts, sequences, quiet, after } = partsOf(contents);
    const refused = [];
    await measured('schema', async () => {
        for (const name of scripts)
            refused.push(...(await run(name)));
    });
    const lacking = missingExtensions.length > 0;
    const rows = await measured('rows', async () => {
        const restored = await restoreTables(options, { quiet, lacking });
        refused.push(...(await runPlain(session, options, sequences, lacking)));
        return restored;
    });
    await measured('indexes-and-constraints', async () => {
        refused.push(...(await run(after)));
    });
    await session.close();
    return { missingExtensions, refused, refusedLabels, tablespaces, ...rows, phases };
}
async function missingOf(session, { extensions }) {
    const available = await session.rows('select name from pg_catalog.pg_available_extensions');
    const names = new Set(available.map(([name]) => name));
    return extensions.map(({ name }) => name).filter((name) => !names.has(name));
}
async function tablespacesOf(session) {
    const rows = await session.rows('select spcname from pg_catalog.pg_tablespace');
    return new Set(rows.map(([name]) => name ?? ''));
}
function partsOf({ order }) {
    const named = (name) => {
        const found = order.find((each) => each === `${name}.sql.gz` || each === `${name}.sql.gz.age`);
        if (found === undefined)
            throw new Error(`the backup has no ${name}.sql`);
        return found;
    };
    return {
        scripts: [named('globals'), named('before')],
        sequences: named('sequences'),
        after: named('after'),
        quiet: named('quiet'),
    };
}
function objectOf({ objects }, name) {
    const found = objects.find((object) => object.name === name);
    if (found === undefined)
        throw new Error(`the manifest does not list ${name}`);
    return found;
}
async function runPlain(session, options, name, lacking) {
    const script = await (0,_manifest_read_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_2__/* .openSealed */ .j5)(options.from, objectOf(options.manifest, name), options));
    if (!lacking) {
        await (0,_run_script_js__WEBPACK_IMPORTED_MODULE_5__/* .runScript */ .j3)(session, script);
        return [];
    }
    const refusals = [];
    for (const { name: object, lastValue, isCalled } of options.contents.sequences) {
        const result = await session.send((0,_source_inventory_js__WEBPACK_IMPORTED_MODULE_7__/* .setSequence */ .QA)({ name: object, lastValue, isCalled }));
        if (result.ok)
            continue;
        if (session.lost)
            throw result.error;
        refusals.push({ object: `sequence ${object}`, error: result.error });
    }
    return refusals;
}
async function restoreTables(options, { quiet, lacking }) {
    const { contents, manifest, open } = options;
    const withoutRows = [];
    const comparedAlready = new Map();
    const quietScript = await (0,_manifest_read_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_2__/* .openSealed */ .j5)(options.from, objectOf(manifest, quiet), options));
    const sessions = [];
    for (let nth = 0; nth < Math.max(1, Math.min(options.parallel, contents.tables.length)); nth++) {
        const session = await open();
        await session.rows(_source_source_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .RESTORE_SETTINGS */ .j);
        sessions.push(session);
    }
    const [first] = sessions;
    const keys = await (0,_project_within_js__WEBPACK_IMPORTED_MODULE_8__/* .foreignKeysOf */ .Gh)(first, new Set(contents.tables.map(({ name }) => name)));
    const refersTo = new Set(keys.map(({ from }) => from));
    const tables = contents.tables.filter(({ name }) => !refersTo.has(name)).sort((a, b) => b.bytes - a.bytes);
    const referring = (0,_project_within_js__WEBPACK_IMPORTED_MODULE_8__/* .inOrderOf */ .Fb)(contents.tables.filter(({ name }) => refersTo.has(name)), keys);
    const load = async (session, table) => {
        try {
            await session.rows('begin');
            await restoreRows(options, session, table);
            if (table.name === JOBS) {
                comparedAlready.set(table.name, await rowsThere(session, table));
                await session.rows(quietScript);
            }
            await session.rows('commit');
        }
        catch (error) {
            if (!session.lost)
                await session.send('rollback');
            if (!lacking || !isAbsent(error))
                throw error;
            withoutRows.push(table.name);
        }
    };
    const stop = () => {
        for (const session of sessions)
            session.abandon();
    };
    await (0,_create_pool_js__WEBPACK_IMPORTED_MODULE_9__/* .inParallel */ .H)(sessions, tables, load, stop);
    await (0,_create_pool_js__WEBPACK_IMPORTED_MODULE_9__/* .inParallel */ .H)([first], referring, load, stop);
    for (const session of sessions)
        await session.close();
    return { withoutRows, comparedAlready };
}
async function restoreRows(options, session, table) {
    const object = objectOf(options.manifest, table.object);
    const statement = (0,_source_inventory_js__WEBPACK_IMPORTED_MODULE_7__/* .copyInStatement */ .ec)(table);
    const script = await (0,_rows_copy_script_js__WEBPACK_IMPORTED_MODULE_10__/* .readScript */ .Uq)((0,_seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_2__/* .openSealed */ .j5)(options.from, object, options), statement);
    const result = await session.send(statement, { copyData: script.rows });
    if (!result.ok)
        throw result.error;
    const digest = script.digest();
    if (!sameRows(digest, table))
        throw new OtherRows(`${table.name}: ${digest.rows} rows are stored, and ${table.rows} other ones were counted`);
}
async function rowsThere(session, table) {
    const hash = new _rows_row_hash_js__WEBPACK_IMPORTED_MODULE_11__/* .RowHash */ .X();
    const { name, columns, condition } = table;
    const statement = (0,_source_inventory_js__WEBPACK_IMPORTED_MODULE_7__/* .copyOutStatement */ .zj)({ name, columns, condition: condition ?? undefined });
    for await (const batch of (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_12__/* .copyRows */ .D)(session, statement))
        hash.add(batch);
    const digest = hash.digest();
    if (digest === undefined)
        throw new Error(`${table.name}: the last row has no end`);
    return digest;
}
function sameRows(a, b) {
    return a.rows === b.rows && a.bytes === b.bytes && a.hash === b.hash;
}
function isAbsent(error) {
    return error instanceof _lockstep_postgres__WEBPACK_IMPORTED_MODULE_6__/* .SqlError */ .L8 && ['42P01', '3F000', '42704', '42703'].includes(error.server.code);
}


/***/ }),

/***/ 869288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CD: () => (/* binding */ attempt),
/* harmony export */   HT: () => (/* binding */ refusedExtensions),
/* harmony export */   j3: () => (/* binding */ runScript),
/* harmony export */   m3: () => (/* binding */ runEntries)
/* harmony export */ });
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(182089);
/* harmony import */ var _script_entries_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(857862);


async function runScript(session, script) {
    const result = await session.send(`begin;\n${script}\ncommit;`);
    if (result.ok)
        return;
    if (!session.lost)
        await session.send('rollback');
    throw result.error;
}
async function runEntries(session, script) {
    const refusals = [];
    const { prelude, entries } = (0,_script_entries_js__WEBPACK_IMPORTED_MODULE_0__/* .entriesOf */ .Mc)(script);
    await session.rows(`begin;\n${prelude}`);
    for (const { object, sql } of entries) {
        const refusal = await attempt(session, object, sql);
        if (refusal !== undefined)
            refusals.push(refusal);
    }
    await session.rows('commit');
    return refusals;
}
async function attempt(session, object, sql) {
    await session.rows('savepoint lockstep_entry');
    const result = await session.send(sql);
    if (result.ok) {
        await session.rows('release savepoint lockstep_entry');
        return undefined;
    }
    if (session.lost || !(result.error instanceof _lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .SqlError */ .L8))
        throw result.error;
    await session.rows('rollback to savepoint lockstep_entry; release savepoint lockstep_entry');
    return { object, error: result.error };
}
async function refusedExtensions(session, script) {
    const { prelude, entries } = (0,_script_entries_js__WEBPACK_IMPORTED_MODULE_0__/* .entriesOf */ .Mc)(script);
    const refused = [];
    await session.rows(`begin;\n${prelude}`);
    for (const { object, type, name, sql } of entries) {
        if (type !== 'SCHEMA' && type !== 'EXTENSION')
            continue;
        const refusal = await attempt(session, object, sql);
        if (refusal !== undefined && type === 'EXTENSION')
            refused.push(name);
    }
    await session.rows('rollback');
    return refused;
}


/***/ })

};
