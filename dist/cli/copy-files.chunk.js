export const id = 7380;
export const ids = [7380,3974];
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


/***/ })

};
