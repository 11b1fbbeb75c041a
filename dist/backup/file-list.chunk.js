export const id = 974;
export const ids = [974];
export const modules = {

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
