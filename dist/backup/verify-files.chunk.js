export const id = 364;
export const ids = [364,380,974];
export const modules = {

/***/ 7380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fits: () => (/* binding */ fits),
/* harmony export */   storeFiles: () => (/* binding */ storeFiles)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9311);
/* harmony import */ var _create_pool_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8420);
/* harmony import */ var _manifest_read_manifest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(599);
/* harmony import */ var _seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6200);
/* harmony import */ var _targets_target_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1993);
/* harmony import */ var _file_list_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3974);
/* harmony import */ var _generation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7641);








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
    const md5 = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('md5');
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

/***/ 3974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FILES_NAME: () => (/* binding */ FILES_NAME),
/* harmony export */   fingerprint: () => (/* binding */ fingerprint),
/* harmony export */   hasFiles: () => (/* binding */ hasFiles),
/* harmony export */   readFiles: () => (/* binding */ readFiles)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

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
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(identity).digest('hex');
}


/***/ }),

/***/ 5364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   filesOf: () => (/* binding */ filesOf),
/* harmony export */   verifyFiles: () => (/* binding */ verifyFiles)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _create_pool_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8420);
/* harmony import */ var _restore_restore_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9260);
/* harmony import */ var _seal_recipients_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(89);
/* harmony import */ var _seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6200);
/* harmony import */ var _targets_target_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1993);
/* harmony import */ var _copy_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7380);







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
    const md5 = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('md5');
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


/***/ })

};
