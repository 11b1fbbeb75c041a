export const id = 181;
export const ids = [181];
export const modules = {

/***/ 487241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ inParallel)
/* harmony export */ });
async function inParallel(workers, items, work, stop) {
    const waiting = [...items];
    let failure;
    const run = async (worker) => {
        while (failure === undefined) {
            const item = waiting.shift();
            if (item === undefined)
                return;
            try {
                await work(worker, item);
            }
            catch (error) {
                if (failure !== undefined)
                    return;
                failure = { error };
                stop();
            }
        }
    };
    await Promise.all(workers.map(run));
    if (failure !== undefined)
        throw failure.error;
}


/***/ }),

/***/ 630033:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gS: () => (/* binding */ generationOf),
/* harmony export */   y2: () => (/* binding */ keptFiles)
/* harmony export */ });
/* unused harmony exports FILES_PREFIX, fileDays */
/* harmony import */ var _manifest_manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(922336);

const FILES_PREFIX = 'files/';
function generationOf(tier, atMs) {
    const day = new Date(atMs).toISOString();
    const period = isShort(tier) ? day.slice(0, 7) : day.slice(0, 4);
    return `${FILES_PREFIX}${tier}/${period}/`;
}
function isShort(tier) {
    return tier === 'daily' || tier === 'weekly';
}
function fileDays(tier, days) {
    return days + (isShort(tier) ? 31 : 366);
}
function keptFiles(kept) {
    return kept.flatMap(({ name, days }) => {
        const tier = _manifest_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .TIERS */ .iB.find((one) => one === name);
        return tier === undefined ? [] : [{ name: `files/${tier}`, days: fileDays(tier, days) }];
    });
}


/***/ }),

/***/ 191747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MP: () => (/* binding */ verifying),
/* harmony export */   RR: () => (/* binding */ listing),
/* harmony export */   kJ: () => (/* binding */ copying)
/* harmony export */ });
/* unused harmony exports openFileSource, writeBackupFiles */
const copying = () => __webpack_require__.e(/* import() */ 7380).then(__webpack_require__.bind(__webpack_require__, 778563));
const listing = () => __webpack_require__.e(/* import() */ 3974).then(__webpack_require__.bind(__webpack_require__, 487829));
const verifying = () => __webpack_require__.e(/* import() */ 5364).then(__webpack_require__.bind(__webpack_require__, 561570));
async function openFileSource(settings, tools) {
    const { s3FileSource } = await Promise.all(/* import() */[__webpack_require__.e(9589), __webpack_require__.e(6035)]).then(__webpack_require__.bind(__webpack_require__, 65369));
    return s3FileSource(settings, tools);
}
async function writeBackupFiles(options, folder) {
    const { writeFiles } = await __webpack_require__.e(/* import() */ 3650).then(__webpack_require__.bind(__webpack_require__, 104640));
    return writeFiles({ ...options, parallel: 1 }, folder);
}


/***/ }),

/***/ 922336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $8: () => (/* binding */ MANIFEST_KIND),
/* harmony export */   It: () => (/* binding */ manifestDigest),
/* harmony export */   WH: () => (/* binding */ backupId),
/* harmony export */   Zx: () => (/* binding */ CONTENTS_NAME),
/* harmony export */   cv: () => (/* binding */ takenAtOf),
/* harmony export */   iB: () => (/* binding */ TIERS),
/* harmony export */   "if": () => (/* binding */ isBackupId),
/* harmony export */   ir: () => (/* binding */ MANIFEST_NAME),
/* harmony export */   ku: () => (/* binding */ schemaDigest),
/* harmony export */   nY: () => (/* binding */ backupPrefix),
/* harmony export */   s4: () => (/* binding */ CONTENTS_KIND)
/* harmony export */ });
let node_crypto__WEBPACK_IMPORTED_MODULE_0___kept;
const node_crypto__WEBPACK_IMPORTED_MODULE_0__ = () => (node_crypto__WEBPACK_IMPORTED_MODULE_0___kept ??= __webpack_require__(823569));
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(904505);


const MANIFEST_KIND = 'lockstep-backup/1';
const MANIFEST_NAME = 'manifest.json';
const TIERS = ['daily', 'weekly', 'monthly', 'yearly'];
const CONTENTS_KIND = 'lockstep-backup-contents/1';
const CONTENTS_NAME = 'contents.json';
function manifestDigest(manifest) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__().createHash)('sha256').update((0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(manifest)).digest('hex');
}
function schemaDigest(schema) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__().createHash)('sha256').update((0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(schema)).digest('hex');
}
function backupPrefix(tier, id) {
    return `${tier}/${id}/`;
}
const ID = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-[0-9a-f]{8}$/;
function backupId(takenAtMs, random) {
    return `${new Date(takenAtMs).toISOString().replace(/[-:]|\.\d+/g, '')}-${random}`;
}
function isBackupId(text) {
    return ID.test(text);
}
function takenAtOf(id) {
    const [, year, month, day, hour, minute, second] = ID.exec(id) ?? [];
    if (year === undefined)
        return undefined;
    return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}


/***/ }),

/***/ 366726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WI: () => (/* binding */ readManifest),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   r0: () => (/* binding */ readContents)
/* harmony export */ });
/* unused harmony export parseManifest */
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1015169);
/* harmony import */ var _seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(360467);
/* harmony import */ var _targets_target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(121859);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(922336);




const LONGEST = 64 * 1024 * 1024;
async function readManifest(target, prefix, options) {
    let text;
    try {
        text = await textOf(await target.get(`${prefix}${_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .MANIFEST_NAME */ .ir}`, options));
    }
    catch (error) {
        if (error instanceof _targets_target_js__WEBPACK_IMPORTED_MODULE_1__/* .MissingObject */ ._m)
            return { kind: 'missing' };
        throw error;
    }
    return parseManifest(text, prefix);
}
function parseManifest(text, prefix) {
    let data;
    try {
        data = JSON.parse(text);
    }
    catch {
        return { kind: 'unreadable', why: 'it is no JSON' };
    }
    if (!(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .j)(data))
        return { kind: 'unreadable', why: 'it is no JSON object' };
    const kind = data['kind'];
    if (kind !== _manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .MANIFEST_KIND */ .$8) {
        const version = /^lockstep-backup\/(\d+)$/.exec(String(kind))?.[1];
        if (version === undefined)
            return { kind: 'unreadable', why: 'it is no manifest of a backup' };
        return { kind: 'newer', why: `it is of version ${version}, and this program reads version 1` };
    }
    const { digest, ...rest } = data;
    if (digest !== (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .manifestDigest */ .It)(rest))
        return { kind: 'edited', why: 'its digest is not that of its text' };
    const problems = shapeProblems(data);
    if (problems.length > 0)
        return { kind: 'unreadable', why: problems.join('; ') };
    if (prefix !== `${rest.tier}/${rest.id}/`)
        return { kind: 'edited', why: `it is of the backup ${rest.tier}/${rest.id}, and is kept as ${prefix}` };
    return { kind: 'read', manifest: { ...rest, digest } };
}
function shapeProblems(data) {
    const fields = new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .Fields */ .C(data, 'manifest');
    for (const name of ['id', 'tier', 'takenAt', 'finishedAt'])
        fields.text(name, { required: true });
    for (const name of ['source', 'encryption', 'totals', 'contents', 'tool']) {
        if (fields.map(name) === undefined)
            fields.complain(name, 'required');
    }
    if (!Array.isArray(data['objects']))
        fields.complain('objects', 'expected a list');
    return fields.problems;
}
async function readContents(from, manifest, options) {
    const text = await textOf((0,_seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_3__/* .openSealed */ .j5)(from, manifest.contents, options));
    const contents = JSON.parse(text);
    if (contents.kind !== _manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .CONTENTS_KIND */ .s4)
        throw new _seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_3__/* .ChangedObject */ .UR('the contents are of another version');
    const { id, takenAt, source } = manifest;
    const isOfIt = contents.id === id && contents.takenAt === takenAt && JSON.stringify(contents.source) === JSON.stringify(source);
    if (!isOfIt)
        throw new _seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_3__/* .ChangedObject */ .UR(`the contents are of another backup: ${contents.id}`);
    const names = manifest.objects.map((object) => object.name);
    const missing = contents.order.filter((name) => !names.includes(name));
    const tables = contents.tables.filter(({ object }) => !contents.order.includes(object));
    if (missing.length > 0 || tables.length > 0)
        throw new _seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_3__/* .ChangedObject */ .UR(`the manifest does not list ${[...missing, ...tables.map(({ name }) => name)].join(', ')}`);
    const rows = contents.tables.reduce((sum, table) => sum + table.rows, 0);
    if (contents.tables.length !== manifest.totals.tables || rows !== manifest.totals.rows)
        throw new _seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_3__/* .ChangedObject */ .UR('the manifest counts other tables or rows than the contents');
    return contents;
}
async function textOf(body) {
    const chunks = [];
    let length = 0;
    for await (const chunk of body) {
        chunks.push(chunk);
        length += chunk.length;
        if (length > LONGEST)
            throw new _seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_3__/* .ChangedObject */ .UR('it is too long for what it should be');
    }
    return Buffer.concat(chunks).toString('utf8');
}


/***/ }),

/***/ 857862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gb: () => (/* binding */ withoutTablespaces),
/* harmony export */   IA: () => (/* binding */ eventTriggersLast),
/* harmony export */   Mc: () => (/* binding */ entriesOf)
/* harmony export */ });
const QUOTES = `'|"|\\$(?:[A-Za-z_\\u0080-\\uffff][\\w\\u0080-\\uffff]*)?\\$|--.*`;
const HEAD = /^--\n-- Name: (.*); Type: (.*); Schema: (.*); Owner: (.*)\n--\n/;
const TABLESPACE = /^SET default_tablespace = (?!'')(.*);$/;
const IN_NAME = /[\w$\u0080-\uffff]$/;
function entriesOf(script) {
    const heads = [];
    for (const found of unquoted(script, HEAD)) {
        const [, name = '', type = '', schema = '-', owner = '-'] = found;
        const object = `${type.toLowerCase()} ${schema === '-' ? '' : `${schema}.`}${name}`;
        heads.push({ at: found.index, object, type, name, schema, owner });
    }
    const at = (nth) => heads[nth]?.at ?? script.length;
    return {
        prelude: script.slice(0, at(0)),
        entries: heads.map(({ at: from, ...head }, nth) => ({ ...head, sql: script.slice(from, at(nth + 1)) })),
    };
}
function* unquoted(script, wanted) {
    const token = new RegExp(`${wanted.source}|${QUOTES}`, 'gm');
    for (let found = token.exec(script); found !== null; found = token.exec(script)) {
        const [text] = found;
        if (found[1] !== undefined)
            yield found;
        else if (!text.startsWith('--') && !(text.startsWith('$') && IN_NAME.test(script.charAt(found.index - 1))))
            token.lastIndex = endOfQuoted(script, token.lastIndex, text, isEscaped(script, found.index));
    }
}
function withoutTablespaces(script, there) {
    let rewritten = '';
    let from = 0;
    for (const { index, 0: text, 1: quoted = '' } of unquoted(script, TABLESPACE)) {
        const name = quoted.startsWith('"') ? quoted.slice(1, -1).replaceAll('""', '"') : quoted;
        if (there.has(name))
            continue;
        rewritten += `${script.slice(from, index)}SET default_tablespace = '';`;
        from = index + text.length;
    }
    return rewritten + script.slice(from);
}
function isEscaped(script, quoteAt) {
    return /(^|[^\w$])[eE]$/.test(script.slice(Math.max(0, quoteAt - 2), quoteAt));
}
function endOfQuoted(script, from, quote, escaped) {
    if (!escaped) {
        const end = script.indexOf(quote, from);
        return end === -1 ? script.length : end + quote.length;
    }
    for (let at = from; at < script.length; at++) {
        if (script[at] === '\\')
            at++;
        else if (script[at] === "'")
            return at + 1;
    }
    return script.length;
}
function eventTriggersLast(script) {
    const { prelude, entries } = entriesOf(script);
    const first = entries.findIndex(({ type }) => type === 'EVENT TRIGGER');
    if (first === -1)
        return script;
    const last = entries.at(-1);
    const foot = last.sql.lastIndexOf('\n--\n-- PostgreSQL database dump complete\n');
    const end = foot === -1 ? '' : last.sql.slice(foot + 1);
    const whole = [...entries.slice(0, -1), { ...last, sql: foot === -1 ? last.sql : last.sql.slice(0, foot + 1) }];
    const isFilling = ({ type }) => type === 'MATERIALIZED VIEW DATA';
    const later = whole.slice(first);
    const ordered = [...whole.slice(0, first), ...later.filter(isFilling), ...later.filter((entry) => !isFilling(entry))];
    return prelude + ordered.map(({ sql }) => sql).join('') + end;
}


/***/ }),

/***/ 123728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uq: () => (/* binding */ readScript),
/* harmony export */   XY: () => (/* binding */ copyScript),
/* harmony export */   nQ: () => (/* binding */ BrokenScript)
/* harmony export */ });
/* harmony import */ var _row_hash_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(446537);

const END = Buffer.from('\\.\n');
const NEWLINE = 10;
async function* copyScript(table, digest) {
    const hash = new _row_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .RowHash */ .X();
    yield Buffer.from(`${table.statement}\n`);
    for await (const batch of table.rows) {
        hash.add(batch);
        yield batch;
    }
    yield END;
    const rows = hash.digest();
    if (rows === undefined)
        throw new Error('the last row of a COPY has no end');
    digest(rows);
}
class BrokenScript extends Error {
    name = 'BrokenScript';
}
async function readScript(script, statement) {
    const chunks = script[Symbol.asyncIterator]();
    const expected = Buffer.from(`${statement}\n`);
    let head = Buffer.alloc(0);
    while (head.length < expected.length) {
        const next = await chunks.next();
        if (next.done === true)
            break;
        head = Buffer.concat([head, next.value]);
    }
    if (!head.subarray(0, expected.length).equals(expected))
        throw new BrokenScript(`it does not begin with ${statement}`);
    const hash = new _row_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .RowHash */ .X();
    let whole;
    async function* rows() {
        for await (const chunk of withoutEnd(head.subarray(expected.length), chunks)) {
            hash.add(chunk);
            yield chunk;
        }
        whole = hash.digest();
        if (whole === undefined)
            throw new BrokenScript('its last row is cut');
    }
    return {
        rows: rows(),
        digest: () => {
            if (whole === undefined)
                throw new Error('not all rows were read');
            return whole;
        },
    };
}
async function* withoutEnd(first, chunks) {
    let held = first;
    let previous = NEWLINE;
    for (;;) {
        const next = await chunks.next();
        if (next.done === true)
            break;
        const all = held.length === 0 ? asBuffer(next.value) : Buffer.concat([held, next.value]);
        const free = Math.max(0, all.length - END.length);
        if (free > 0) {
            previous = all[free - 1] ?? previous;
            yield all.subarray(0, free);
        }
        held = Buffer.from(all.subarray(free));
    }
    const free = held.length - END.length;
    if (free > 0) {
        previous = held[free - 1] ?? previous;
        yield held.subarray(0, free);
    }
    if (free < 0 || previous !== NEWLINE || !held.subarray(free).equals(END))
        throw new BrokenScript('its end is missing');
}
function asBuffer(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}


/***/ }),

/***/ 446537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ RowHash)
/* harmony export */ });
let node_crypto__WEBPACK_IMPORTED_MODULE_0___kept;
const node_crypto__WEBPACK_IMPORTED_MODULE_0__ = () => (node_crypto__WEBPACK_IMPORTED_MODULE_0___kept ??= __webpack_require__(823569));

const NEWLINE = 10;
const FOLD_EVERY = 2 ** 20;
const MOD = 2n ** 128n;
class RowHash {
    #sums = [0, 0, 0, 0];
    #total = 0n;
    #rows = 0;
    #bytes = 0;
    #rest = [];
    add(chunk) {
        this.#bytes += chunk.length;
        let from = 0;
        for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
            this.#row(chunk.subarray(from, end));
            from = end + 1;
        }
        if (from < chunk.length)
            this.#rest.push(Buffer.from(chunk.subarray(from)));
    }
    digest() {
        if (this.#rest.length > 0)
            return undefined;
        this.#fold();
        return { rows: this.#rows, bytes: this.#bytes, hash: this.#total.toString(16).padStart(32, '0') };
    }
    #row(end) {
        const digest = this.#rest.length === 0 ? sha256(end) : this.#longRow(end);
        for (let word = 0; word < 4; word++) {
            this.#sums[word] += digest.readUInt32BE(word * 4);
        }
        this.#rows++;
        if (this.#rows % FOLD_EVERY === 0)
            this.#fold();
    }
    #longRow(end) {
        const long = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__().createHash)('sha256');
        for (const part of this.#rest)
            long.update(part);
        this.#rest = [];
        return long.update(end).digest();
    }
    #fold() {
        for (const [word, sum] of this.#sums.entries()) {
            this.#total += BigInt(sum) << BigInt(96 - 32 * word);
            this.#sums[word] = 0;
        }
        this.#total %= MOD;
    }
}
function sha256(row) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__().hash)('sha256', row, 'buffer');
}


/***/ }),

/***/ 436265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O2: () => (/* binding */ recipientProblems),
/* harmony export */   Yc: () => (/* binding */ decrypt),
/* harmony export */   d1: () => (/* binding */ readIdentities),
/* harmony export */   fG: () => (/* binding */ CannotDecrypt),
/* harmony export */   w: () => (/* binding */ encrypt)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(203906);

async function encrypt(plain, recipients) {
    const { Encrypter } = await __webpack_require__.e(/* import() */ 4747).then(__webpack_require__.bind(__webpack_require__, 782032));
    const encrypter = new Encrypter();
    for (const recipient of recipients)
        encrypter.addRecipient(recipient);
    return encrypter.encrypt(ReadableStream.from(plain));
}
async function recipientProblems(recipients) {
    if (recipients.length === 0)
        return ['encrypt-to: at least one age recipient (age1…), or none'];
    const { Encrypter } = await __webpack_require__.e(/* import() */ 4747).then(__webpack_require__.bind(__webpack_require__, 782032));
    return recipients.flatMap((recipient, at) => {
        const which = `encrypt-to: line ${at + 1}`;
        if (/AGE-SECRET-KEY/i.test(recipient))
            return [
                `${which} is the key that decrypts; give its recipient (age-keygen -y), and replace that key: it was shown`,
            ];
        try {
            new Encrypter().addRecipient(recipient);
            return [];
        }
        catch {
            if (/^age1[a-z0-9]{1,2000}$/.test(recipient))
                return [`${which}: "${recipient}" is no age recipient (age1…)`];
            return [
                `${which} is no age recipient (age1…); a passphrase or an SSH key cannot be used, age-keygen creates a key`,
            ];
        }
    });
}
class CannotDecrypt extends Error {
    name = 'CannotDecrypt';
}
async function* decrypt(sealed, identities) {
    const { Decrypter } = await __webpack_require__.e(/* import() */ 4747).then(__webpack_require__.bind(__webpack_require__, 782032));
    const decrypter = new Decrypter();
    for (const identity of identities)
        decrypter.addIdentity(identity);
    let failure;
    async function* watched() {
        try {
            yield* sealed;
        }
        catch (error) {
            failure = error;
            throw error;
        }
    }
    try {
        yield* (await decrypter.decrypt(ReadableStream.from(watched())));
    }
    catch (cause) {
        if (failure !== undefined)
            throw failure;
        throw new CannotDecrypt('it cannot be decrypted: another key, or bytes that are not as they were', { cause });
    }
}
async function readIdentities(text) {
    const lines = text.split(/\r?\n/).map((line) => line.trim());
    const identities = lines.filter((line) => line !== '' && !line.startsWith('#'));
    const { Decrypter } = await __webpack_require__.e(/* import() */ 4747).then(__webpack_require__.bind(__webpack_require__, 782032));
    const problems = identities.flatMap((identity, at) => {
        try {
            new Decrypter().addIdentity(identity);
            return [];
        }
        catch {
            return [
                `decrypt-with: key ${at + 1} is no age identity (AGE-SECRET-KEY-…); a passphrase or an SSH key cannot be used`,
            ];
        }
    });
    if (identities.length === 0)
        problems.push('decrypt-with: no key in it; expected AGE-SECRET-KEY-…');
    if (problems.length > 0)
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(problems);
    return identities;
}


/***/ }),

/***/ 360467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M_: () => (/* binding */ store),
/* harmony export */   UR: () => (/* binding */ ChangedObject),
/* harmony export */   j5: () => (/* binding */ openSealed),
/* harmony export */   ux: () => (/* binding */ storeSealed)
/* harmony export */ });
let node_crypto__WEBPACK_IMPORTED_MODULE_0___kept;
const node_crypto__WEBPACK_IMPORTED_MODULE_0__ = () => (node_crypto__WEBPACK_IMPORTED_MODULE_0___kept ??= __webpack_require__(823569));
let node_stream__WEBPACK_IMPORTED_MODULE_1___kept;
const node_stream__WEBPACK_IMPORTED_MODULE_1__ = () => (node_stream__WEBPACK_IMPORTED_MODULE_1___kept ??= __webpack_require__(560640));
let node_zlib__WEBPACK_IMPORTED_MODULE_2___kept;
const node_zlib__WEBPACK_IMPORTED_MODULE_2__ = () => (node_zlib__WEBPACK_IMPORTED_MODULE_2___kept ??= __webpack_require__(233932));
/* harmony import */ var _recipients_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(436265);




const GZIP = { level: 1, chunkSize: 256 * 1024 };
async function storeSealed(seal, name, plain) {
    const packed = compress(plain);
    const isSealed = seal.encryption.kind === 'age';
    const body = seal.encryption.kind === 'age' ? await (0,_recipients_js__WEBPACK_IMPORTED_MODULE_3__/* .encrypt */ .w)(packed, seal.encryption.recipients) : packed;
    return store(seal, `${name}.gz${isSealed ? '.age' : ''}`, body);
}
async function store(seal, name, body) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__().createHash)('sha256');
    let bytes = 0;
    async function* hashed() {
        for await (const chunk of body) {
            hash.update(chunk);
            bytes += chunk.length;
            yield chunk;
        }
    }
    const stored = await seal.target.put(`${seal.prefix}${name}`, hashed(), { signal: seal.signal });
    if (stored.bytes !== bytes)
        throw new Error(`${name}: ${bytes} bytes were sent, and ${stored.bytes} are stored`);
    return { name, bytes, sha256: hash.digest('hex') };
}
async function* compress(plain) {
    const source = node_stream__WEBPACK_IMPORTED_MODULE_1__().Readable.from(plain, { objectMode: true });
    const gzip = (0,node_zlib__WEBPACK_IMPORTED_MODULE_2__().createGzip)(GZIP);
    source.once('error', (error) => gzip.destroy(error));
    try {
        yield* source.pipe(gzip);
    }
    finally {
        source.destroy();
        gzip.destroy();
    }
}
class ChangedObject extends Error {
    name = 'ChangedObject';
}
async function* openSealed(from, record, options) {
    const key = `${from.prefix}${record.name}`;
    const stored = verified(await from.target.get(key, options), record);
    const packed = record.name.endsWith('.age') ? (0,_recipients_js__WEBPACK_IMPORTED_MODULE_3__/* .decrypt */ .Yc)(stored, from.identities) : stored;
    const gunzip = (0,node_zlib__WEBPACK_IMPORTED_MODULE_2__().createGunzip)({ chunkSize: 256 * 1024 });
    const source = node_stream__WEBPACK_IMPORTED_MODULE_1__().Readable.from(packed, { objectMode: true });
    source.once('error', (error) => gunzip.destroy(error));
    try {
        yield* source.pipe(gunzip);
    }
    catch (error) {
        if (error instanceof _recipients_js__WEBPACK_IMPORTED_MODULE_3__/* .CannotDecrypt */ .fG)
            await drain(verified(await from.target.get(key, options), record));
        const code = error.code ?? '';
        if (!code.startsWith('Z_'))
            throw error;
        throw new ChangedObject(`${record.name} cannot be unpacked`, { cause: error });
    }
    finally {
        source.destroy();
        gunzip.destroy();
    }
}
async function drain(body) {
    for await (const _chunk of body)
        ;
}
async function* verified(stored, record) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__().createHash)('sha256');
    let bytes = 0;
    for await (const chunk of stored) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
    }
    if (bytes !== record.bytes || hash.digest('hex') !== record.sha256)
        throw new ChangedObject(`${record.name} is not what was stored: ${bytes} bytes, expected ${record.bytes}`);
}


/***/ }),

/***/ 345882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QA: () => (/* binding */ setSequence),
/* harmony export */   ec: () => (/* binding */ copyInStatement),
/* harmony export */   ig: () => (/* binding */ leftOut),
/* harmony export */   lu: () => (/* binding */ readSequences),
/* harmony export */   zj: () => (/* binding */ copyOutStatement),
/* harmony export */   zw: () => (/* binding */ readInventory)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85008);
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(247753);


const ARCHIVES = 'lockstep_archive';
function leftOut({ withArchives, withoutSchemas }) {
    return withArchives === true ? withoutSchemas : [...withoutSchemas, ARCHIVES];
}
const PLATFORM = /^supabase_(admin|auth_admin|storage_admin|realtime_admin|functions_admin|replication_admin|etl_admin)$/;
const relations = (size) => `
with settings as (select t.oid, nullif(t.condition, '') as condition
    from pg_catalog.pg_extension e cross join lateral rows from (pg_catalog.unnest(e.extconfig), pg_catalog.unnest(e.extcondition)) as t (oid, condition))
select c.oid, n.nspname, c.relname, c.relkind, c.relpersistence,
    pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) as name,
    (select pg_catalog.json_agg(pg_catalog.quote_ident(a.attname) order by a.attnum) from pg_catalog.pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''),
    exists (select from settings s where s.oid = c.oid), (select s.condition from settings s where s.oid = c.oid),
    case when c.relkind = 'S' then pg_catalog.has_sequence_privilege(c.oid, 'select')
         else pg_catalog.has_table_privilege(c.oid, 'select') end
      and pg_catalog.has_schema_privilege(n.oid, 'usage'),
    c.relkind in ('r', 'p') and pg_catalog.row_security_active(c.oid),
    case when c.relkind = 'r' then ${size} else 0 end, pg_catalog.pg_get_userbyid(c.relowner),
    (select pg_catalog.json_agg(pg_catalog.format_type(a.atttypid, a.atttypmod) order by a.attnum) from pg_catalog.pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '')
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'p', 'S', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
   and (exists (select from settings s where s.oid = c.oid) or not exists (select from pg_catalog.pg_depend d
          where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid and d.deptype = 'e'))
 order by name`;
async function readInventory(session, selection, { locked }) {
    const rows = await session.rows(relations(locked ? 'pg_catalog.pg_table_size(c.oid)' : '0'));
    const [large] = await session.rows('select count(*) from pg_catalog.pg_largeobject_metadata');
    const [prepared] = await session.rows('select count(*) from pg_catalog.pg_prepared_xacts where database = pg_catalog.current_database()');
    const subscriptions = await session.rows(`select s.subname from pg_catalog.pg_subscription s join pg_catalog.pg_database d on d.oid = s.subdbid
      where d.datname = pg_catalog.current_database() order by 1`);
    const inventory = plan(rows.map(readRelation), selection, Number(large?.[0]));
    return {
        ...inventory,
        notContained: [
            ...inventory.notContained,
            ...subscriptions.map(([name]) => ({ what: `subscription ${name}`, why: 'a copy of it would take its place' })),
            ...(prepared?.[0] === '0' ? [] : [{ what: `${prepared?.[0]} prepared transactions`, why: 'not yet committed' }]),
        ],
    };
}
function listOf(json) {
    return json === null || json === undefined ? [] : JSON.parse(json);
}
function readRelation(row) {
    const [oid, schema, relation, kind, persistence, name, columns, isSetting, condition, readable, hidden, bytes, owner, types,] = row;
    return {
        table: {
            oid: oid ?? '',
            schema: schema ?? '',
            name: name ?? '',
            columns: listOf(columns),
            types: listOf(types),
            condition: condition ?? undefined,
            isPartitioned: kind === 'p',
            bytes: Number(bytes),
        },
        kind: kind ?? '',
        persistence: persistence ?? '',
        plainName: `${schema}.${relation}`,
        isSetting: isSetting === 't',
        isReadable: readable === 't',
        isHidden: hidden === 't',
        owner: owner ?? '',
    };
}
function plan(relations, selection, largeObjects) {
    const tables = [];
    const sequences = [];
    const toLock = [];
    const notContained = [];
    const withoutTables = [];
    const hidden = [];
    const unreadable = [];
    for (const relation of relations) {
        const { table, kind } = relation;
        const isKept = !leftOut(selection).includes(table.schema);
        if (!isKept) {
            const isArchive = table.schema === ARCHIVES && !selection.withoutSchemas.includes(ARCHIVES);
            const why = isArchive
                ? 'archives of rollbacks are left out unless include-archives is set'
                : 'its schema is left out on request';
            if (kind !== 'S')
                notContained.push({ what: `table ${table.name}`, why });
        }
        else if (kind === 'f') {
            notContained.push({ what: `rows of the foreign table ${table.name}`, why: 'they are on another server' });
        }
        else if (!relation.isReadable && PLATFORM.test(relation.owner)) {
            if (kind === 'S')
                continue;
            withoutTables.push(table.name);
            notContained.push({
                what: `table ${table.name}`,
                why: `it is ${relation.owner}'s, and this role may not read it`,
            });
        }
        else if (!relation.isReadable)
            unreadable.push(table.name);
        else if (kind === 'S')
            sequences.push(table.name);
        else {
            if (!relation.isSetting)
                toLock.push(table.name);
            if (kind === 'p')
                continue;
            const isLeftOut = selection.withoutRows.some((pattern) => (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .fits */ .l)(pattern, relation.plainName));
            if (isLeftOut)
                notContained.push({ what: `rows of ${table.name}`, why: 'left out on request' });
            else if (relation.persistence === 'u')
                notContained.push({ what: `rows of ${table.name}`, why: 'the table is unlogged' });
            else if (relation.isHidden)
                hidden.push(table.name);
            else
                tables.push(table);
        }
    }
    return { tables, sequences, toLock, notContained, withoutTables, hidden, unreadable, largeObjects };
}
function copyOutStatement({ name, columns, condition, }) {
    const list = columns.join(', ');
    if (condition !== undefined)
        return `copy (select ${list} from only ${name} ${condition}) to stdout`;
    return `copy ${name}${list === '' ? '' : ` (${list})`} to stdout`;
}
function copyInStatement({ name, columns }) {
    return `COPY ${name}${columns.length === 0 ? '' : ` (${columns.join(', ')})`} FROM stdin;`;
}
async function readSequences(session, names) {
    const values = [];
    for (let from = 0; from < names.length; from += 500) {
        const queries = names
            .slice(from, from + 500)
            .map((name) => `select ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(name)}::text, last_value::text, is_called from ${name}`);
        for (const [name, last, called] of await session.rows(queries.join(' union all '))) {
            values.push({ name: name ?? '', lastValue: last ?? '', isCalled: called === 't' });
        }
    }
    return values;
}
function setSequence({ name, lastValue, isCalled }) {
    return `select pg_catalog.setval(${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(name)}, ${lastValue}, ${isCalled});\n`;
}


/***/ }),

/***/ 793296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ withoutEventTriggers)
/* harmony export */ });
async function withoutEventTriggers(session) {
    await session.send('set session_replication_role = replica');
    if (session.version >= 170_000)
        await session.send('set event_triggers = off');
}


/***/ }),

/***/ 163522:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ SOURCE_SETTINGS),
/* harmony export */   j: () => (/* binding */ RESTORE_SETTINGS)
/* harmony export */ });
const FORMAT = [
    "datestyle = 'ISO, YMD'",
    'intervalstyle = postgres',
    "timezone = 'UTC'",
    'extra_float_digits = 3',
    'bytea_output = hex',
    "search_path = ''",
    "client_encoding = 'UTF8'",
    'xmloption = content',
];
const READING = ['row_security = off', 'synchronize_seqscans = off', 'statement_timeout = 0', 'lock_timeout = 0'];
const HOLDING = ['idle_in_transaction_session_timeout = 0'];
const SOURCE_SETTINGS = [...FORMAT, ...READING, ...HOLDING].map((each) => `set local ${each}`).join('; ');
const RESTORE_SETTINGS = [...FORMAT, ...READING, ...HOLDING, 'check_function_bodies = off']
    .map((each) => `set ${each}`)
    .join('; ');


/***/ }),

/***/ 506801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ openPlace)
});

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __webpack_require__(823569));
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(565658);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(377109);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(989278);
// EXTERNAL MODULE: ./packages/base/lib/clock.js
var clock = __webpack_require__(636190);
// EXTERNAL MODULE: ./packages/backup/lib/targets/target.js
var target = __webpack_require__(121859);
;// CONCATENATED MODULE: ./packages/backup/lib/targets/directory.js






const UNFINISHED = /\.unfinished-[0-9a-f]+$/;
async function directoryTarget(folder) {
    const top = (0,external_node_path_.resolve)(folder);
    for (let at = top; !(await isUsable(folder, at, top)); at = (0,external_node_path_.dirname)(at))
        ;
    return new DirectoryTarget(folder);
}
async function isUsable(folder, at, top) {
    try {
        if (!(await (0,promises_.stat)(at)).isDirectory())
            throw new errors/* InputError */.dz(`to: ${folder} cannot be a folder: ${at} is a file`);
        await (0,promises_.access)(at, at === top ? external_node_fs_.constants.R_OK | external_node_fs_.constants.X_OK : external_node_fs_.constants.W_OK);
        return true;
    }
    catch (cause) {
        if (cause instanceof errors/* InputError */.dz)
            throw cause;
        if (isAbsent(cause) && (0,external_node_path_.dirname)(at) !== at)
            return false;
        const may = at === top ? 'read it' : `make it in ${at}`;
        throw new errors/* InputError */.dz(`to: ${folder} cannot be used: this user may not ${may}; name another folder`, { cause });
    }
}
class DirectoryTarget {
    name;
    #folder;
    constructor(folder) {
        this.name = folder;
        this.#folder = folder;
    }
    async put(key, body, { signal }) {
        const unfinished = await this.#write(key, body, signal);
        await worded(key, () => (0,promises_.rename)(unfinished, this.#path(key)));
        const stored = await this.head(key);
        if (stored === undefined)
            throw failed(key, 'it is not there after it was written');
        return stored;
    }
    async putIfAbsent(key, body, { signal }) {
        const unfinished = await this.#write(key, once(body), signal);
        try {
            await (0,promises_.link)(unfinished, this.#path(key));
            return 'stored';
        }
        catch (error) {
            if (codeOf(error) === 'EEXIST')
                return 'exists';
            throw failed(key, 'it could not get its name', error);
        }
        finally {
            await (0,promises_.unlink)(unfinished).catch(() => undefined);
        }
    }
    async get(key) {
        if ((await this.head(key)) === undefined)
            throw new target/* MissingObject */._m(key);
        return (0,external_node_fs_.createReadStream)(this.#path(key));
    }
    async *list(prefix) {
        const from = prefix.includes('/') ? prefix.slice(0, prefix.lastIndexOf('/')) : '';
        const keys = await this.#keysBelow(from);
        for (const key of keys.sort()) {
            const stored = key.startsWith(prefix) ? await this.head(key) : undefined;
            if (stored !== undefined)
                yield stored;
        }
    }
    async head(key) {
        try {
            const found = await (0,promises_.stat)(this.#path(key));
            return found.isFile() ? { key, bytes: found.size, modifiedMs: Math.floor(found.mtimeMs) } : undefined;
        }
        catch (error) {
            if (isAbsent(error))
                return undefined;
            throw failed(key, 'it cannot be looked at', error);
        }
    }
    #path(key) {
        (0,target/* assertKey */.sM)(key);
        return (0,external_node_path_.join)(this.#folder, key);
    }
    async #write(key, body, signal) {
        const path = `${this.#path(key)}.unfinished-${(0,external_node_crypto_().randomBytes)(6).toString('hex')}`;
        const file = await worded(key, async () => {
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
            return (0,promises_.open)(path, 'wx', 0o600);
        });
        try {
            for await (const chunk of body) {
                if (signal?.aborted)
                    throw (0,clock/* cancellation */.WN)(signal);
                await worded(key, () => writeAll(file, chunk));
            }
            if (signal?.aborted)
                throw (0,clock/* cancellation */.WN)(signal);
            await worded(key, () => file.sync());
            await worded(key, () => file.close());
            return path;
        }
        catch (error) {
            await file.close().catch(() => undefined);
            await (0,promises_.unlink)(path).catch(() => undefined);
            throw error;
        }
    }
    async #keysBelow(folder) {
        try {
            const entries = await (0,promises_.readdir)((0,external_node_path_.join)(this.#folder, folder), { withFileTypes: true });
            const below = entries.map(async (entry) => {
                const key = folder === '' ? entry.name : `${folder}/${entry.name}`;
                if (entry.isDirectory())
                    return this.#keysBelow(key);
                return entry.isFile() && !UNFINISHED.test(key) ? [key] : [];
            });
            return (await Promise.all(below)).flat();
        }
        catch (error) {
            if (isAbsent(error))
                return [];
            throw failed(folder, 'it cannot be listed', error);
        }
    }
}
async function writeAll(file, chunk) {
    for (let rest = chunk; rest.length > 0;)
        rest = rest.subarray((await file.write(rest)).bytesWritten);
}
async function* once(body) {
    yield body;
}
async function worded(key, work) {
    try {
        return await work();
    }
    catch (error) {
        throw failed(key, 'it cannot be written', error);
    }
}
function failed(key, why, cause) {
    const code = codeOf(cause);
    return new errors/* RemoteError */.Hi(`the folder of backups: ${key}: ${why}`, {
        service: 'file system',
        ...(code === undefined ? {} : { code }),
        retryable: false,
        ...(code === 'ENOSPC' ? { hint: 'its disk is full' } : {}),
        cause,
    });
}
function isAbsent(error) {
    return ['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '');
}
function codeOf(error) {
    return error?.code;
}

// EXTERNAL MODULE: ./packages/base/lib/secret.js
var lib_secret = __webpack_require__(487083);
;// CONCATENATED MODULE: ./packages/backup/lib/targets/s3/place.js


function readS3Place(settings, env) {
    const problems = [];
    const [, bucket = '', prefix = ''] = /^s3:\/\/([^/]+)(?:\/(.*?)\/?)?$/.exec(settings.to) ?? [];
    if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket))
        problems.push(`to: "${settings.to}" names no bucket; expected s3://BUCKET or s3://BUCKET/PREFIX`);
    const wrong = prefix === '' ? undefined : (0,target/* keyProblem */.dD)(prefix);
    if (wrong !== undefined)
        problems.push(`to: the prefix "${prefix}" can be none: ${wrong}`);
    const endpoint = readEndpoint(settings.endpoint || env['AWS_ENDPOINT_URL_S3'] || env['AWS_ENDPOINT_URL'] || '', problems);
    const region = settings.region || env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || '';
    if (!/^[a-z0-9-]+$/.test(region))
        problems.push(region === ''
            ? 's3-region: required, for example eu-central-1, or auto for Cloudflare R2; AWS_REGION is not set either'
            : `s3-region: "${region}" is not a region; expected a name like eu-central-1`);
    const credentials = readCredentials(settings, env, problems);
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return { bucket, prefix, region, address: addressOf(bucket, region, endpoint), credentials };
}
function readCredentials(settings, env, problems) {
    const given = settings.accessKeyId !== undefined && settings.accessKeyId !== '';
    const secret = settings.secretAccessKey;
    if (given || (secret !== undefined && !secret.isEmpty)) {
        if (!given)
            problems.push('s3-access-key-id: required where s3-secret-access-key is given');
        if (secret === undefined || secret.isEmpty)
            problems.push('s3-secret-access-key: the secret is empty; an unset secret arrives as an empty text');
        const token = settings.sessionToken;
        return {
            accessKeyId: settings.accessKeyId ?? '',
            secretAccessKey: secret ?? new lib_secret/* Secret */.z(''),
            sessionToken: token === undefined || token.isEmpty ? undefined : token,
        };
    }
    const [accessKeyId = '', secretAccessKey = '', token = ''] = [
        env['AWS_ACCESS_KEY_ID'],
        env['AWS_SECRET_ACCESS_KEY'],
        env['AWS_SESSION_TOKEN'],
    ];
    if (accessKeyId === '' || secretAccessKey === '')
        problems.push('credentials: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set; run aws-actions/configure-aws-credentials before this step, or give s3-access-key-id and s3-secret-access-key');
    return {
        accessKeyId,
        secretAccessKey: new lib_secret/* Secret */.z(secretAccessKey),
        sessionToken: token === '' ? undefined : new lib_secret/* Secret */.z(token),
    };
}
function readEndpoint(text, problems) {
    if (text === '')
        return undefined;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || url.search !== '' || url.hash !== '' || url.username !== '') {
        problems.push(`s3-endpoint: "${text}" is not an address; expected one like https://ACCOUNT.r2.cloudflarestorage.com`);
        return undefined;
    }
    const isNear = !url.hostname.includes('.') || /^(?:127\.\d+\.\d+\.\d+|.*\.localhost)$/.test(url.hostname);
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isNear))
        problems.push(`s3-endpoint: "${text}" must begin with https://`);
    return url;
}
function addressOf(bucket, region, endpoint) {
    if (endpoint !== undefined)
        return `${endpoint.href.replace(/\/$/, '')}/${bucket}`;
    const host = `s3.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
    return bucket.includes('.') ? `https://${host}/${bucket}` : `https://${bucket}.${host}`;
}

;// CONCATENATED MODULE: ./packages/backup/lib/targets/open-place.js



async function openPlace(settings, tools) {
    const { clock, env, log, requestTimeoutMs } = tools;
    const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(settings.to)?.[1]?.toLowerCase();
    if (scheme === undefined)
        return directoryTarget(settings.to);
    if (scheme === 's3') {
        const place = readS3Place(settings, env);
        const { s3Target } = await Promise.all(/* import() */[__webpack_require__.e(9589), __webpack_require__.e(2747)]).then(__webpack_require__.bind(__webpack_require__, 770850));
        return s3Target(place, { clock, log, ...(requestTimeoutMs === undefined ? {} : { requestTimeoutMs }) });
    }
    throw new errors/* InputError */.dz(`to: ${scheme}:// is no place for backups; expected s3://BUCKET/PREFIX, or a folder`);
}


/***/ }),

/***/ 121859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _m: () => (/* binding */ MissingObject),
/* harmony export */   dD: () => (/* binding */ keyProblem),
/* harmony export */   sM: () => (/* binding */ assertKey)
/* harmony export */ });
class MissingObject extends Error {
    name = 'MissingObject';
    key;
    constructor(key) {
        super(`there is no object ${key}`);
        this.key = key;
    }
}
function keyProblem(key) {
    if (!/^[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(key))
        return 'letters, digits and . _ - / only';
    if (key.length > 512)
        return 'at most 512 characters';
    return key.split('/').some((part) => part === '' || part === '.' || part === '..')
        ? 'no empty part, . or ..'
        : undefined;
}
function assertKey(key) {
    const problem = keyProblem(key);
    if (problem !== undefined)
        throw new Error(`"${key}" can be no key of an object: ${problem}`);
}


/***/ }),

/***/ 904505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ canonicalJson)
/* harmony export */ });
function canonicalJson(value) {
    return JSON.stringify(value, (_key, member) => {
        if (typeof member !== 'object' || member === null || Array.isArray(member))
            return member;
        return Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
    });
}


/***/ }),

/***/ 538342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ sinceDay)
/* harmony export */ });
const EAST_MS = 14 * 3_600_000;
function sinceDay(dayMs, nowMs) {
    const ageMs = nowMs - dayMs;
    return ageMs < -EAST_MS ? undefined : Math.max(0, ageMs);
}


/***/ }),

/***/ 323512:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ readTogether)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(203906);

async function readTogether(readers) {
    const results = {};
    const problems = [];
    const causes = [];
    for (const [name, read] of Object.entries(readers)) {
        try {
            results[name] = await read();
        }
        catch (error) {
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz))
                throw error;
            problems.push(...error.problems);
            causes.push(error);
        }
    }
    if (causes.length === 1)
        throw causes[0];
    if (causes.length > 1)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz([...new Set(problems)]);
    return results;
}


/***/ }),

/***/ 166106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  commands: () => (/* binding */ commands)
});

// EXTERNAL MODULE: ./packages/backup/lib/manifest/manifest.js
var manifest_manifest = __webpack_require__(922336);
;// CONCATENATED MODULE: ./packages/backup/lib/status/list-backups.js

async function listBackups(place, options) {
    const found = new Map();
    for (const tier of manifest_manifest/* TIERS */.iB) {
        for await (const object of place.list(`${tier}/`, options)) {
            const id = object.key.split('/')[1] ?? '';
            if (!(0,manifest_manifest/* isBackupId */["if"])(id))
                continue;
            const prefix = `${tier}/${id}/`;
            const objects = found.get(prefix);
            if (objects === undefined)
                found.set(prefix, [object]);
            else
                objects.push(object);
        }
    }
    return [...found].map(([prefix, objects]) => listed(prefix, objects)).sort((a, b) => b.takenAtMs - a.takenAtMs);
}
function listed(prefix, objects) {
    const [tier, id = ''] = prefix.split('/');
    const locks = objects.map(({ lockedUntilMs }) => lockedUntilMs);
    return {
        tier,
        id,
        prefix,
        takenAtMs: (0,manifest_manifest/* takenAtOf */.cv)(id) ?? 0,
        isWhole: objects.some(({ key }) => key === `${prefix}${manifest_manifest/* MANIFEST_NAME */.ir}`),
        objects: objects.length,
        bytes: objects.reduce((sum, object) => sum + object.bytes, 0),
        lockedUntilMs: locks.every((lock) => lock !== undefined) ? Math.min(...locks) : undefined,
        legalHold: objects.length > 0 && objects.every(({ legalHold }) => legalHold === true),
    };
}
function newestOf(backups) {
    return backups.find(({ isWhole }) => isWhole);
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/backup/chosen.js

async function chosenBackup(place, wanted, signal) {
    const backups = await listBackups(place, { signal });
    if (wanted === 'latest')
        return newestOf(backups);
    return backups.find(({ isWhole, tier, id }) => isWhole && (wanted === id || wanted === `${tier}/${id}`));
}
function noBackupEnd(wanted, place) {
    const which = wanted === 'latest' ? 'no finished backup' : `no finished backup ${wanted}`;
    return { verdict: 'fail', reason: 'no-backup', message: `${which} in ${place}` };
}

// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(672435);
;// CONCATENATED MODULE: ./packages/action-kit/lib/backup/create-end.js

function createEnd(created, place) {
    switch (created.kind) {
        case 'backed-up':
            return backedUp(created.manifest, place);
        case 'rows-hidden':
            return refused('rows-hidden', `row-level security hides rows of ${(0,lists/* nameSome */.Kf)(created.tables, 10)} from this role`);
        case 'not-readable':
            return refused('not-readable', `this role may not read ${(0,lists/* nameSome */.Kf)(created.tables, 10)}`);
        case 'large-objects':
            return refused('large-objects', `${(0,lists/* count */.U9)(created.count, 'large object')}: they would not be contained`);
        case 'nothing-to-back-up':
            return refused('nothing-to-back-up', 'the database has no table of its own');
        case 'lock-timeout':
            return none('lock-timeout', created.why);
        case 'gave-way':
            return none(created.to === 'time' ? 'took-too-long' : 'gave-way', created.why);
        case 'id-taken':
            return none('id-taken', `${created.id} is stored already`);
    }
}
function storedBytes({ contents, objects }) {
    return objects.reduce((sum, object) => sum + object.bytes, contents.bytes);
}
function secondsOf({ finishedAt, takenAt }) {
    return (Date.parse(finishedAt) - Date.parse(takenAt)) / 1_000;
}
function backedUp(manifest, place) {
    const { id, tier, totals } = manifest;
    const what = `${(0,lists/* count */.U9)(totals.tables, 'table')}, ${(0,lists/* count */.U9)(totals.rows, 'row')}`;
    const size = `${(storedBytes(manifest) / 1e6).toFixed(1)} MB in ${secondsOf(manifest).toFixed(1)} s`;
    return { verdict: 'pass', reason: 'backed-up', message: `${tier}/${id} in ${place}: ${what}, ${size}` };
}
function refused(reason, why) {
    return { verdict: 'fail', reason, message: `no backup was made: ${why}` };
}
function none(reason, why) {
    return { verdict: 'unknown', reason, message: `no backup: ${why}` };
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/backup/drill-end.js
function drillRefusedEnd(why) {
    switch (why) {
        case 'is-the-source':
            return failed('scratch-is-source', 'the scratch server is the server that was backed up: nothing was restored; use another one for drills');
        case 'source-unknown':
            return failed('source-not-known', 'whether the scratch server is the source is not known: nothing was restored; let both roles call pg_control_system(), and make another backup');
        case 'not-empty':
            return failed('scratch-not-empty', 'the scratch database has tables of its own: nothing was restored; use a server that is only for drills');
    }
}
function failed(reason, message) {
    return { verdict: 'fail', reason, message };
}

// EXTERNAL MODULE: ./packages/backup/lib/files/generation.js
var generation = __webpack_require__(630033);
// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __webpack_require__(823569));
// EXTERNAL MODULE: ./packages/base/lib/fields.js
var lib_fields = __webpack_require__(1015169);
// EXTERNAL MODULE: ./packages/backup/lib/manifest/read-manifest.js
var read_manifest = __webpack_require__(366726);
;// CONCATENATED MODULE: ./packages/backup/lib/status/drill-record.js



const PREFIX = 'drills/';
const MOST = 200;
async function keepDrill(place, record, options) {
    const at = record.at.replace(/[-:.]/g, '');
    const body = Buffer.from(`${JSON.stringify(record, null, 2)}\n`);
    await place.putIfAbsent(`${PREFIX}${at}-${(0,external_node_crypto_().randomBytes)(4).toString('hex')}.json`, body, options);
}
async function listDrills(place, options) {
    const keys = [];
    for await (const { key } of place.list(PREFIX, options))
        keys.push(key);
    const records = [];
    for (const key of keys.sort().reverse().slice(0, MOST)) {
        const record = parse(await (0,read_manifest/* textOf */.b6)(await place.get(key, options)));
        if (record !== undefined)
            records.push(record);
    }
    return records.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}
function parse(text) {
    try {
        const data = JSON.parse(text);
        if (!(0,lib_fields/* isMap */.j)(data) || data['kind'] !== 'lockstep-drill/1' || Number.isNaN(Date.parse(String(data['at']))))
            return undefined;
        return data;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./packages/base/lib/duration.js
var lib_duration = __webpack_require__(984731);
;// CONCATENATED MODULE: ./packages/backup/lib/status/age-words.js

function ageWords(ms) {
    const hours = Math.round(ms / 3_600_000);
    if (hours < 1)
        return (0,lists/* count */.U9)(Math.max(0, Math.round(ms / 60_000)), 'minute');
    return hours < 48 ? (0,lists/* count */.U9)(hours, 'hour') : (0,lists/* count */.U9)(Math.round(hours / 24), 'day');
}

;// CONCATENATED MODULE: ./packages/backup/lib/status/runs.js
const LATE = 1.5;
function gapsOf(takenMs, nowMs, { everyMs, runs }) {
    const times = [...takenMs].filter((at) => at <= nowMs).sort((a, b) => a - b);
    const first = times[0] ?? nowMs;
    const since = Math.max(first, nowMs - runs * everyMs);
    const within = times.filter((at) => at > since);
    const points = [since, ...within, nowMs];
    const gaps = [];
    let missing = 0;
    for (const [at, toMs] of points.entries()) {
        const fromMs = points[at - 1];
        if (fromMs === undefined || toMs - fromMs <= LATE * everyMs)
            continue;
        gaps.push({ fromMs, toMs });
        missing += Math.max(1, Math.round((toMs - fromMs) / everyMs) - 1);
    }
    const expected = Math.max(1, Math.min(runs, Math.round((nowMs - since) / everyMs) + (since === first ? 1 : 0)));
    return { expected, missing: Math.min(missing, expected), gaps };
}

;// CONCATENATED MODULE: ./packages/backup/lib/status/status.js





const DAY_MS = 86_400_000;
const TIER_MS = {
    daily: 1.5 * DAY_MS,
    weekly: 7.5 * DAY_MS,
    monthly: 31.5 * DAY_MS,
    yearly: 366.5 * DAY_MS,
};
function judgeStatus(facts, policy) {
    const newest = newestOf(facts.backups);
    const checks = [newestCheck(facts, policy, newest)];
    if (newest === undefined)
        return checks;
    checks.push(runsCheck(facts, policy));
    for (const tier of manifest_manifest/* TIERS */.iB)
        if (policy.tiers.includes(tier))
            checks.push(tierCheck(facts, tier));
    if (policy.lockedForMs !== undefined)
        checks.push(lockCheck(facts, policy.lockedForMs, newest));
    if (policy.maxDrillAgeMs !== undefined && facts.drills !== undefined)
        checks.push(drillCheck(facts.drills, policy.maxDrillAgeMs, facts));
    return checks;
}
function newestCheck(facts, { maxAgeMs }, newest) {
    const check = { id: 'newest-backup', title: 'The newest backup is young enough', what: facts.place };
    const expected = `one of the last ${(0,lib_duration/* formatDuration */.a)(maxAgeMs)}`;
    if (newest === undefined) {
        const unfinished = facts.backups.length;
        const measured = unfinished === 0 ? 'no backup' : `no backup; ${unfinished} that were never finished`;
        const remedy = 'run create, and check that both use the same store';
        return { ...check, verdict: 'fail', reason: 'no-backup', measured, expected, remedy };
    }
    const age = facts.nowMs - newest.takenAtMs;
    const measured = `${newest.tier}/${newest.id}, ${ageWords(age)} old, ${newest.bytes} bytes`;
    if (age <= maxAgeMs)
        return { ...check, verdict: 'pass', reason: 'young-enough', measured, expected, remedy: '' };
    const remedy = 'look at the runs that should have made a newer one';
    return { ...check, verdict: 'fail', reason: 'too-old', measured, expected, remedy };
}
function runsCheck({ backups, place, nowMs }, policy) {
    const taken = backups.filter(({ isWhole }) => isWhole).map(({ takenAtMs }) => takenAtMs);
    const { expected, missing, gaps } = gapsOf(taken, nowMs, policy);
    const whole = missing === 0;
    const where = gaps.map(({ fromMs, toMs }) => `${new Date(fromMs).toISOString()} to ${new Date(toMs).toISOString()}`);
    return {
        id: 'expected-runs',
        title: 'No backup is missing between the others',
        verdict: whole ? 'pass' : 'fail',
        reason: whole ? 'no-gap' : 'gap',
        what: place,
        measured: `${expected - missing} of ${expected} expected runs${whole ? '' : `; none in ${where.join(', ')}`}`,
        expected: `one every ${(0,lib_duration/* formatDuration */.a)(policy.everyMs)}`,
        remedy: whole ? '' : 'look at the runs of that time: a schedule may be late or off',
    };
}
function tierCheck({ backups, place, nowMs }, tier) {
    const longer = manifest_manifest/* TIERS */.iB.slice(manifest_manifest/* TIERS */.iB.indexOf(tier));
    const found = backups.find((one) => one.isWhole && longer.includes(one.tier));
    const age = found === undefined ? undefined : nowMs - found.takenAtMs;
    const isThere = age !== undefined && age <= TIER_MS[tier];
    return {
        id: `tier-${tier}`,
        title: `There is a ${tier} backup`,
        verdict: isThere ? 'pass' : 'fail',
        reason: isThere ? 'tier-kept' : 'tier-missing',
        what: place,
        measured: age === undefined ? 'none' : `${found?.tier}/${found?.id}, ${ageWords(age)} old`,
        expected: `one of the last ${ageWords(TIER_MS[tier])}, kept as ${longer.join(' or ')}`,
        remedy: isThere ? '' : 'leave the tier to auto, or look why it was not made',
    };
}
function lockCheck({ protection, nowMs }, lockedForMs, newest) {
    const until = newest.lockedUntilMs;
    const isLocked = until !== undefined && until - newest.takenAtMs >= lockedForMs && until > nowMs;
    const check = { id: 'immutable', title: 'The newest backup cannot be changed or deleted', what: newest.id };
    const expected = `locked by the place for ${ageWords(lockedForMs)}`;
    if (isLocked) {
        const measured = `locked until ${new Date(until).toISOString()}`;
        return { ...check, verdict: 'pass', reason: 'immutable', measured, expected, remedy: '' };
    }
    const remedy = 'switch on Object Lock with a default retention on the bucket';
    if (until === undefined && protection === undefined)
        return {
            ...check,
            verdict: 'unknown',
            reason: 'lock-unknown',
            measured: 'the place does not say',
            expected,
            remedy,
        };
    const lock = protection?.defaultLock;
    if (until === undefined && lock !== undefined)
        return {
            ...check,
            verdict: 'unknown',
            reason: 'lock-unknown',
            measured: `the bucket has a default lock of ${lock.days} days (${lock.mode}), and its objects do not say theirs`,
            expected,
            remedy: 'give the key the right s3:GetObjectRetention; objects from before the default lock have none',
        };
    const measured = until === undefined
        ? 'no lock, and the bucket has no default one'
        : `locked until ${new Date(until).toISOString()}`;
    return { ...check, verdict: 'fail', reason: 'not-immutable', measured, expected, remedy };
}
function drillCheck(drills, maxAgeMs, { place, nowMs }) {
    const [newest] = drills;
    const passed = drills.find(({ verdict }) => verdict === 'pass');
    const age = passed === undefined ? undefined : nowMs - Date.parse(passed.at);
    const check = {
        id: 'last-drill',
        title: 'A backup was restored and compared lately',
        what: place,
        expected: `one of the last ${ageWords(maxAgeMs)} that passed, and none after it that did not`,
    };
    const last = age === undefined ? 'no drill that passed' : `${passed?.backup}, ${ageWords(age)} ago`;
    const isRecent = age !== undefined && age <= maxAgeMs;
    if (newest !== undefined && newest.verdict !== 'pass') {
        const isFailed = newest.verdict === 'fail';
        return {
            ...check,
            verdict: isFailed || !isRecent ? 'fail' : 'unknown',
            reason: isFailed ? 'drill-failed' : 'drill-unknown',
            measured: `${last}; the latest one, of ${newest.backup}, ${isFailed ? 'failed' : 'ended as unknown'}`,
            remedy: 'read the report of the latest drill, fix what it names, and run drill again',
        };
    }
    if (isRecent)
        return { ...check, verdict: 'pass', reason: 'drilled', measured: last, remedy: '' };
    const remedy = 'run drill: a backup that was never restored is a hope';
    return { ...check, verdict: 'fail', reason: 'not-drilled', measured: last, remedy };
}

;// CONCATENATED MODULE: ./packages/backup/lib/targets/s3/lifecycle.js
const UNFINISHED_DAYS = 7;
const REPLACED_DAYS = 30;
function lifecycleRules(prefix, tiers) {
    const below = (name) => (prefix === '' ? `${name}/` : `${prefix}/${name}/`);
    return {
        Rules: [
            ...tiers.map(({ days, name }) => ({
                ID: `lockstep-${name.replace('/', '-')}`,
                Status: 'Enabled',
                Filter: { Prefix: below(name) },
                Expiration: { Days: days },
                NoncurrentVersionExpiration: { NoncurrentDays: REPLACED_DAYS },
            })),
            {
                ID: 'lockstep-unfinished',
                Status: 'Enabled',
                Filter: { Prefix: prefix === '' ? '' : `${prefix}/` },
                AbortIncompleteMultipartUpload: { DaysAfterInitiation: UNFINISHED_DAYS },
            },
        ],
    };
}
function tierProblems(tiers, expiry) {
    return tiers.flatMap(({ days, name }) => {
        const rules = expiry.filter(({ prefix }) => `${name}/`.startsWith(prefix) || prefix.startsWith(`${name}/`));
        const whole = rules.filter(({ prefix }) => `${name}/`.startsWith(prefix));
        const first = rules.length === 0 ? undefined : Math.min(...rules.map((rule) => rule.days));
        const of = { tier: name, wants: days, has: first };
        if (first !== undefined && first < days)
            return [{ ...of, kind: 'deleted-too-early' }];
        if (whole.length === 0)
            return [{ ...of, has: undefined, kind: 'never-deleted' }];
        const has = Math.min(...whole.map((rule) => rule.days));
        return has > days ? [{ ...of, has, kind: 'kept-too-long' }] : [];
    });
}

;// CONCATENATED MODULE: ./packages/backup/lib/status/lifecycle.js


const WORDS = {
    'deleted-too-early': 'deleted after',
    'kept-too-long': 'deleted only after',
    'never-deleted': 'never deleted',
};
function judgeLifecycle(place, kept, protection) {
    const problems = protection === undefined ? [] : tierProblems(kept, protection.expiry);
    return kept.map(({ days, name }) => {
        const check = {
            id: `lifecycle-${name.replace('/', '-')}`,
            title: `The store keeps ${words(name)} for as long as it should`,
            what: place,
            expected: `deleted after ${(0,lists/* count */.U9)(days, 'day')}`,
        };
        const remedy = 'set the lifecycle rules of the bucket to those that are shown';
        if (protection === undefined)
            return {
                ...check,
                verdict: 'unknown',
                reason: 'lifecycle-unknown',
                measured: 'the store does not say',
                remedy: place.startsWith('s3://')
                    ? 'let the key read the lifecycle of the bucket, or look at the rules of the store yourself'
                    : 'delete old backups there by a rule of your own, or keep the backups in a bucket with lifecycle rules',
            };
        const problem = problems.find(({ tier }) => tier === name);
        if (problem === undefined)
            return { ...check, verdict: 'pass', reason: 'lifecycle-as-promised', measured: check.expected, remedy: '' };
        const { has, kind } = problem;
        const measured = has === undefined ? WORDS[kind] : `${WORDS[kind]} ${(0,lists/* count */.U9)(has, 'day')}`;
        return { ...check, verdict: 'fail', reason: kind, measured, remedy };
    });
}
function words(name) {
    const tier = name.replace('files/', '');
    return tier === name ? `${name} backups` : `files of ${tier} backups`;
}

// EXTERNAL MODULE: ./packages/base/lib/yaml.js
var yaml = __webpack_require__(910221);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./node_modules/.pnpm/yaml@2.9.1/node_modules/yaml/dist/index.js
var dist = __webpack_require__(464659);
// EXTERNAL MODULE: ./packages/base/lib/checks/acceptance.js
var acceptance = __webpack_require__(687133);
;// CONCATENATED MODULE: ./packages/backup/lib/runbook/settings.js


const settings_DAY_MS = 86_400_000;
function readRunbook(fields, problems) {
    const required = (field, expected) => fields.text(field, { required: true, expected });
    const read = {
        document: fields.text('document') || 'docs/BACKUP-RUNBOOK.md',
        owner: required('owner', 'who keeps the runbook true, and how they are reached'),
        restorers: fields.list('restorers'),
        key: required('key', 'where the key that decrypts is kept; never the key itself'),
        store: required('store', 'the place of the backups, such as s3://acme-backups/shop'),
        target: required('target', 'what a lost database is restored into'),
        everyMs: fields.duration('every', settings_DAY_MS),
        reviewed: required('reviewed', 'the day of the last review, such as 2026-11-29'),
        reviewEveryMs: fields.duration('review-every', 180 * settings_DAY_MS),
    };
    if (read.reviewed !== '' && !(0,acceptance/* isDay */.N)(read.reviewed))
        fields.complain('reviewed', `expected a day such as 2026-11-29, got "${read.reviewed}"`);
    if (/AGE-SECRET-KEY-/i.test(read.key))
        fields.complain('key', 'this is the key itself: write where it is kept');
    fields.refuseOthers();
    problems.push(...fields.problems);
    return read;
}
function runbookDigest(runbook, recovery) {
    return (0,external_node_crypto_().createHash)('sha256')
        .update(JSON.stringify([runbook, recovery]))
        .digest('hex')
        .slice(0, 16);
}
function peopleIn(restorers) {
    return new Set(restorers.map((one) => one.trim().toLowerCase())).size;
}

;// CONCATENATED MODULE: ./packages/backup/lib/policy/policy-file.js




const POLICY_FILE = '.lockstep/backup.yml';
const policy_file_DAY_MS = 86_400_000;
function readPolicyFile(text, name) {
    const { data, lineOf } = (0,yaml/* readYaml */.g)({ LineCounter: dist.LineCounter, parseDocument: dist.parseDocument }, text, name);
    if (!(0,lib_fields/* isMap */.j)(data))
        throw new errors/* InputError */.dz(`${name}: expected a map with recovery, retention, legal-holds or runbook`);
    const fields = new lib_fields/* Fields */.C(data, name, (field) => lineOf([field]));
    const problems = [];
    const section = (field) => new lib_fields/* Fields */.C(fields.map(field) ?? {}, `${name}: ${field}`, (one) => lineOf([field, one]));
    const runbook = fields.map('runbook');
    const policy = {
        recovery: readRecovery(section('recovery'), problems),
        retention: readRetention(section('retention'), problems),
        legalHolds: readHolds(fields.any('legal-holds'), { where: `${name}: legal-holds`, lineOf }, problems),
        runbook: runbook === undefined ? undefined : readRunbook(section('runbook'), problems),
    };
    fields.refuseOthers();
    problems.unshift(...fields.problems);
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return policy;
}
function readRecovery(fields, problems) {
    const duration = (name) => {
        const text = fields.text(name);
        const ms = text === '' ? undefined : (0,lib_duration/* parseDuration */.E)(text);
        if (text !== '' && ms === undefined)
            fields.complain(name, `expected a duration like 2h or 26h, got "${text}"`);
        return ms;
    };
    const recovery = { maxDataAgeMs: duration('max-data-age'), maxRestoreMs: duration('max-restore-time') };
    fields.refuseOthers();
    problems.push(...fields.problems);
    return recovery;
}
function readRetention(fields, problems) {
    const retention = {};
    for (const tier of manifest_manifest/* TIERS */.iB) {
        const text = fields.text(tier);
        if (text === '')
            continue;
        const ms = (0,lib_duration/* parseDuration */.E)(text);
        if (ms === undefined || ms < policy_file_DAY_MS || ms % policy_file_DAY_MS !== 0)
            fields.complain(tier, `expected whole days like 14d, got "${text}"`);
        else
            retention[tier] = ms;
    }
    fields.refuseOthers();
    problems.push(...fields.problems);
    return retention;
}
function readHolds(given, { where, lineOf }, problems) {
    if (given === undefined || given === null)
        return [];
    const onLine = (path) => ` (line ${lineOf(path)})`;
    if (!Array.isArray(given)) {
        problems.push(`${where}${onLine(['legal-holds'])}: expected a list of backup, until and reason`);
        return [];
    }
    return given.flatMap((entry, at) => {
        const place = `${where}: entry ${at + 1}`;
        if (!(0,lib_fields/* isMap */.j)(entry)) {
            problems.push(`${place}${onLine(['legal-holds', at])}: expected backup, until and reason`);
            return [];
        }
        const fields = new lib_fields/* Fields */.C(entry, place, (field) => lineOf(['legal-holds', at, field]));
        const hold = {
            backup: fields.text('backup', { required: true, expected: 'the id of a backup' }),
            until: fields.text('until', { required: true, expected: 'a day like 2027-06-30' }),
            reason: fields.text('reason', { required: true, expected: 'why it is held' }),
        };
        if (hold.backup !== '' && !(0,manifest_manifest/* isBackupId */["if"])(hold.backup))
            fields.complain('backup', `"${hold.backup}" is no id of a backup, such as 20260112T030000Z-0a1b2c3d`);
        if (hold.until !== '' && lastMomentOf(hold.until) === undefined)
            fields.complain('until', `expected a day like 2027-06-30, got "${hold.until}"`);
        fields.refuseOthers();
        problems.push(...fields.problems);
        return fields.problems.length === 0 ? [hold] : [];
    });
}
function lastMomentOf(day) {
    const start = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
    const isDay = !Number.isNaN(start) && new Date(start).toISOString().startsWith(day);
    return isDay ? start + policy_file_DAY_MS : undefined;
}

;// CONCATENATED MODULE: ./packages/backup/lib/policy/retention.js




const retention_DAY_MS = 86_400_000;
const LATE_MS = 2 * retention_DAY_MS;
const NAMED = 5;
function judgeRetention(facts, policy) {
    const { legalHolds, retention } = policy;
    const limits = Object.keys(retention).length === 0 ? [] : manifest_manifest/* TIERS */.iB.flatMap((tier) => limitCheck(facts, tier, policy));
    return [...limits, ...legalHolds.map((hold) => holdCheck(facts, hold))];
}
function limitCheck({ backups, place, nowMs }, tier, policy) {
    const limit = policy.retention[tier];
    const kept = backups.filter((one) => one.tier === tier);
    const check = {
        id: `retention-${tier}`,
        title: `No ${tier} backup is kept longer than it may be`,
        what: place,
    };
    if (limit === undefined) {
        if (kept.length === 0)
            return [];
        return [
            {
                ...check,
                verdict: 'fail',
                reason: 'no-limit',
                measured: `${(0,lists/* count */.U9)(kept.length, 'backup')}, and the policy has no limit for them`,
                expected: 'a limit for each tier that is used',
                remedy: `add ${tier} to retention in the policy file`,
            },
        ];
    }
    const held = new Set(policy.legalHolds.filter((hold) => !isOver(hold, nowMs)).map(({ backup }) => backup));
    const past = kept.filter(({ id, takenAtMs }) => nowMs - takenAtMs > limit + LATE_MS && !held.has(id));
    const expected = `none older than ${ageWords(limit)} but those under a legal hold`;
    if (past.length === 0) {
        const measured = `${(0,lists/* count */.U9)(kept.length, 'backup')}, none of them past its limit`;
        return [{ ...check, verdict: 'pass', reason: 'within-limit', measured, expected, remedy: '' }];
    }
    const oldest = Math.min(...past.map(({ takenAtMs }) => takenAtMs));
    const named = past.slice(0, NAMED).map(({ id }) => id);
    const more = past.length > NAMED ? ` and ${past.length - NAMED} more` : '';
    return [
        {
            ...check,
            verdict: 'fail',
            reason: 'past-limit',
            measured: `${(0,lists/* count */.U9)(past.length, 'backup')} past it: ${named.join(', ')}${more}; the oldest is ${ageWords(nowMs - oldest)} old`,
            expected,
            remedy: 'let the lifecycle of the bucket delete them, or write a legal hold into the policy file',
        },
    ];
}
function holdCheck(facts, hold) {
    const { nowMs, protection } = facts;
    const { backup: id, until } = hold;
    const check = {
        id: 'legal-hold',
        title: 'A backup under a legal hold is there, and cannot be deleted before its end',
        what: id,
        expected: `kept until ${until}`,
    };
    if (isOver(hold, nowMs)) {
        const remedy = 'remove it from the policy file, and lift the legal hold of the store';
        return { ...check, verdict: 'pass', reason: 'hold-ended', measured: `it ended on ${until}`, remedy };
    }
    const backup = facts.backups.find((one) => one.id === id && one.isWhole);
    if (backup === undefined) {
        const remedy = 'find out who deleted it; in a bucket that keeps versions it may be behind a delete marker: `aws s3api list-object-versions`';
        return { ...check, verdict: 'fail', reason: 'held-backup-gone', measured: 'no such backup is there', remedy };
    }
    const untilMs = lastMomentOf(until) ?? 0;
    const days = daysUntilDeleted(backup, protection);
    const hides = days === undefined ? '' : `; a lifecycle rule hides it ${(0,lists/* count */.U9)(days, 'day')} after it was made`;
    if (backup.legalHold || (backup.lockedUntilMs ?? 0) >= untilMs) {
        const by = backup.legalHold ? 'a legal hold' : `a lock until ${new Date(backup.lockedUntilMs ?? 0).toISOString()}`;
        const isHidden = days !== undefined && backup.takenAtMs + days * retention_DAY_MS < untilMs;
        const measured = `the store has ${by} on it${isHidden ? hides : ''}`;
        return { ...check, verdict: 'pass', reason: 'held', measured, remedy: '' };
    }
    const remedy = 'put a legal hold on each of its objects: `aws s3api put-object-legal-hold --legal-hold Status=ON`, with a key that may; or keep a copy elsewhere';
    if (protection === undefined) {
        const measured = 'it is there, and the store does not say what may delete it';
        return { ...check, verdict: 'unknown', reason: 'hold-unknown', measured, remedy };
    }
    if (days !== undefined && backup.takenAtMs + days * retention_DAY_MS < untilMs) {
        const measured = `a lifecycle rule deletes it ${(0,lists/* count */.U9)(days, 'day')} after it was made, and nothing holds it`;
        return { ...check, verdict: 'fail', reason: 'hold-would-be-deleted', measured, remedy };
    }
    const measured = 'it is there, and nothing keeps it from being deleted';
    return { ...check, verdict: 'fail', reason: 'hold-not-enforced', measured, remedy };
}
function isOver({ until }, nowMs) {
    return nowMs >= (lastMomentOf(until) ?? 0);
}
function daysUntilDeleted({ prefix }, protection) {
    const rules = protection?.expiry.filter((rule) => prefix.startsWith(rule.prefix)) ?? [];
    return rules.length === 0 ? undefined : Math.min(...rules.map(({ days }) => days));
}

// EXTERNAL MODULE: ./packages/base/lib/since-day.js
var since_day = __webpack_require__(538342);
;// CONCATENATED MODULE: ./packages/backup/lib/runbook/document.js



const MARK = /<!-- lockstep-runbook: (\{.*\}) -->\s*$/;
function runbookMark(document) {
    const [, text = ''] = MARK.exec(document) ?? [];
    try {
        const data = JSON.parse(text);
        return (0,lib_fields/* isMap */.j)(data) && typeof data['settings'] === 'string' ? data : undefined;
    }
    catch {
        return undefined;
    }
}
function renderRunbook({ runbook, recovery, drill, policy }) {
    const { owner, restorers, key, store, target, everyMs, reviewed, reviewEveryMs } = runbook;
    const promise = (ms) => (ms === undefined ? 'not promised' : `at most ${(0,lib_duration/* formatDuration */.a)(ms)}`);
    const rows = [
        ['Owner of this page', owner],
        ['Who may restore', restorers.join('; ')],
        ['Where the backups are', store],
        ['Where the key is that decrypts', key],
        ['What is restored into', target],
        ['A backup is made every', (0,lib_duration/* formatDuration */.a)(everyMs)],
        ['Age of the data that comes back', promise(recovery.maxDataAgeMs)],
        ['Time that the restore takes', promise(recovery.maxRestoreMs)],
        ['Measured by the last drill that passed', measured(drill)],
        ['Last reviewed', `${reviewed}; again every ${ageWords(reviewEveryMs)}`],
    ];
    const mark = {
        settings: runbookDigest(runbook, recovery),
        drill: drill === undefined
            ? null
            : { backup: drill.backup, at: drill.at, restoreMs: drill.restoreMs, dataAgeMs: drill.dataAgeMs },
        recovery: { maxRestoreMs: recovery.maxRestoreMs ?? null, maxDataAgeMs: recovery.maxDataAgeMs ?? null },
        reviewed,
        people: peopleIn(restorers),
    };
    return `# Runbook: restore the database

<!-- Written by \`lockstep backup runbook\` from ${policy}: change that file, not this one. -->

| | |
|---|---|
${rows.map(([label, value]) => `| ${label} | ${cell(value)} |`).join('\n')}

Every command runs on any machine with \`lockstep\`, the key in \`key.txt\`, and the store's credentials in \`AWS_REGION\`,
\`AWS_ACCESS_KEY_ID\` and \`AWS_SECRET_ACCESS_KEY\`.

## Before anything else

1. Stop what writes wrong data: roll the release back, or take the app offline.
2. Write down the time and who decides, and notify the owner of this page.
3. Look at what there is:

   \`\`\`sh
   lockstep backup status --to ${store}
   \`\`\`

## The whole database is lost

1. Create it new and empty: ${sentence(target)}
2. Restore the newest backup, or the one named by \`--backup ID\`. Type the target's host and database to confirm:

   \`\`\`sh
   TARGET_DATABASE_URL=postgresql://USER:PASSWORD@HOST:5432/DATABASE \\
     lockstep backup restore --to ${store} --key-file key.txt --confirm-target HOST/DATABASE
   \`\`\`

3. Give the roles their passwords, and point the app to the new database.
4. Repeat erasures that came after the backup, check the app, then let users back in.

## A table was dropped, or its rows are wrong

Create the table empty, as it was. Then bring its rows back:

\`\`\`sh
TARGET_DATABASE_URL=postgresql://USER:PASSWORD@HOST:5432/DATABASE \\
  lockstep backup restore --to ${store} --key-file key.txt --tables public.TABLE --confirm-target HOST/DATABASE
\`\`\`

## Without Lockstep

Each backup has a script that needs \`psql\`, \`gzip\`, \`sha256sum\` and \`age\` only:

\`\`\`sh
aws s3 cp --recursive ${store}/TIER/ID backup
bash backup/restore.sh postgresql://USER:PASSWORD@HOST:5432/DATABASE key.txt
\`\`\`

<!-- lockstep-runbook: ${JSON.stringify(mark)} -->
`;
}
function measured(drill) {
    if (drill === undefined)
        return 'no drill has passed yet';
    const { at, backup, dataAgeMs, restoreMs, run } = drill;
    const restored = restoreMs === null ? 'restored' : `restored in ${(0,lib_duration/* formatDuration */.a)(restoreMs)}`;
    const age = dataAgeMs === null ? '' : `, its data ${ageWords(dataAgeMs)} old`;
    return `${at.slice(0, 10)}: ${backup} ${restored}${age}${run === null ? '' : ` (${run})`}`;
}
function sentence(text) {
    return /[.!?]$/.test(text) ? text : `${text}.`;
}
function cell(text) {
    return text.replace(/\s+/g, ' ').replaceAll('|', '\\|');
}

;// CONCATENATED MODULE: ./packages/backup/lib/runbook/judge.js




const FEWEST = 2;
const SLOWER = { times: 1.5, ms: 60_000 };
const REWRITE = 'run `lockstep backup runbook` and commit what it writes';
function judgeRunbook(reality) {
    const { document, drills, recovery, runbook } = reality;
    const mark = document === undefined ? undefined : runbookMark(document);
    const passed = drills.find(({ verdict }) => verdict === 'pass');
    const check = (id, title, expected, finding) => ({
        ...{ id: `runbook-${id}`, title, what: runbook.document, expected },
        ...finding,
    });
    const promised = recovery.maxDataAgeMs !== undefined || recovery.maxRestoreMs !== undefined;
    return [
        check('document', 'The runbook is written from its settings', 'the settings of today', documentOf(reality, mark)),
        check('people', 'More than one person may restore', `at least ${FEWEST} people`, peopleOf(runbook)),
        check('review', 'The runbook was reviewed', `one of the last ${ageWords(runbook.reviewEveryMs)}`, reviewOf(reality)),
        check('store', 'The runbook names the store that is used', reality.place, storeOf(reality)),
        check('schedule', 'Backups are made as the runbook says', (0,lib_duration/* formatDuration */.a)(runbook.everyMs), scheduleOf(reality)),
        check('times', 'The times of the runbook are those of the last drill', 'what was measured', timesOf(mark, passed)),
        ...(promised
            ? [check('promise', 'The last drill was as good as promised', promiseOf(recovery), keptOf(recovery, passed))]
            : []),
    ];
}
function good(reason, measured) {
    return { verdict: 'pass', reason, measured, remedy: '' };
}
function bad(reason, measured, remedy) {
    return { verdict: 'fail', reason, measured, remedy };
}
function documentOf({ document, recovery, runbook }, mark) {
    if (document === undefined)
        return bad('runbook-missing', 'there is no such file', REWRITE);
    if (mark === undefined)
        return bad('runbook-not-generated', 'its last line is not that of the generator', REWRITE);
    if (mark.settings === runbookDigest(runbook, recovery))
        return good('runbook-current', 'written from these settings');
    return bad('runbook-outdated', 'the settings have changed since it was written', REWRITE);
}
function peopleOf({ restorers }) {
    const people = peopleIn(restorers);
    if (people >= FEWEST)
        return good('enough-people', `${people} people`);
    return bad('too-few-people', `${people}`, 'name another person in `restorers` who has the key and has tried it');
}
function reviewOf({ nowMs, runbook }) {
    const ageMs = (0,since_day/* sinceDay */.B)(Date.parse(runbook.reviewed), nowMs);
    if (ageMs === undefined)
        return bad('review-in-future', runbook.reviewed, 'write the day of the last review');
    if (ageMs <= runbook.reviewEveryMs)
        return good('reviewed', runbook.reviewed);
    return bad('review-overdue', `${runbook.reviewed}, ${ageWords(ageMs)} ago`, 'read it, correct it, set `reviewed`');
}
function storeOf({ place, runbook }) {
    const bare = (text) => text.replace(/\/+$/, '');
    if (bare(place) === bare(runbook.store))
        return good('same-store', runbook.store);
    return bad('other-store', runbook.store, 'correct `store`: in an emergency people would look in the wrong place');
}
function scheduleOf({ everyMs, runbook }) {
    if (everyMs === runbook.everyMs)
        return good('same-schedule', (0,lib_duration/* formatDuration */.a)(everyMs));
    return bad('other-schedule', `expected every ${(0,lib_duration/* formatDuration */.a)(everyMs)}`, 'correct `every` of the runbook or the check');
}
function timesOf(mark, passed) {
    if (passed === undefined || passed.restoreMs === null)
        return notMeasured();
    const took = `restored in ${(0,lib_duration/* formatDuration */.a)(passed.restoreMs)} on ${passed.at.slice(0, 10)}`;
    const said = mark?.drill?.restoreMs ?? undefined;
    if (said === undefined)
        return bad('no-times', `${took}; the runbook has no time`, REWRITE);
    const words = `${took}; the runbook says ${(0,lib_duration/* formatDuration */.a)(said)}`;
    const isSlower = passed.restoreMs > said * SLOWER.times && passed.restoreMs - said > SLOWER.ms;
    return isSlower ? bad('slower-than-written', words, REWRITE) : good('times-hold', words);
}
function promiseOf({ maxDataAgeMs, maxRestoreMs }) {
    const parts = [
        ...(maxRestoreMs === undefined ? [] : [`restored in ${(0,lib_duration/* formatDuration */.a)(maxRestoreMs)}`]),
        ...(maxDataAgeMs === undefined ? [] : [`data of the last ${(0,lib_duration/* formatDuration */.a)(maxDataAgeMs)}`]),
    ];
    return parts.join(', ');
}
function keptOf({ maxDataAgeMs, maxRestoreMs }, passed) {
    if (passed === undefined)
        return notMeasured();
    const { dataAgeMs, restoreMs } = passed;
    const isUnknown = (maxDataAgeMs !== undefined && dataAgeMs === null) || (maxRestoreMs !== undefined && restoreMs === null);
    if (isUnknown)
        return notMeasured();
    const measured = promiseOf({ maxDataAgeMs: dataAgeMs ?? undefined, maxRestoreMs: restoreMs ?? undefined });
    const isKept = (dataAgeMs ?? 0) <= (maxDataAgeMs ?? Infinity) && (restoreMs ?? 0) <= (maxRestoreMs ?? Infinity);
    if (isKept)
        return good('promise-kept', measured);
    return bad('promise-not-kept', measured, 'back up more often, restore more tables at a time, or promise less');
}
function notMeasured() {
    return { verdict: 'unknown', reason: 'not-measured', measured: 'no drill that passed', remedy: 'run drill' };
}

// EXTERNAL MODULE: ./packages/backup/lib/create/pool.js
var pool = __webpack_require__(487241);
;// CONCATENATED MODULE: ./packages/backup/lib/status/read-locks.js

const AT_ONCE = 8;
async function readLocks(place, backup, options) {
    const keys = [];
    for await (const { key } of place.list(backup.prefix, options))
        keys.push(key);
    const heads = [];
    const workers = Array.from({ length: AT_ONCE }, (_, nth) => nth);
    await (0,pool/* inParallel */.H)(workers, keys, async (_, key) => {
        heads.push(await place.head(key, options));
    }, () => undefined);
    const locks = heads.map((head) => head?.lockedUntilMs);
    const isLocked = locks.length > 0 && locks.every((lock) => lock !== undefined);
    return {
        ...backup,
        lockedUntilMs: isLocked ? locks.reduce((first, lock) => Math.min(first, lock ?? 0), Infinity) : undefined,
        legalHold: heads.length > 0 && heads.every((head) => head?.legalHold === true),
    };
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/backup/look-at-backups.js

function tiersOf(policy) {
    return manifest_manifest/* TIERS */.iB.flatMap((name) => {
        const ms = policy?.retention[name];
        return ms === undefined ? [] : [{ name, days: ms / look_at_backups_DAY_MS }];
    });
}
const look_at_backups_DAY_MS = 86_400_000;
async function lookAtBackups(place, looks, { now, signal }) {
    const { everyMs, lockedForMs, maxAgeMs, maxDrillAgeMs, policy, runs, tiers } = looks;
    const keep = (await hasFiles(place, signal)) ? [...looks.keep, ...(0,generation/* keptFiles */.y2)(looks.keep)] : looks.keep;
    const listed = await listBackups(place, { signal });
    const asksDrills = maxDrillAgeMs !== undefined || policy?.runbook !== undefined;
    const drills = asksDrills ? await listDrills(place, { signal }) : undefined;
    const held = new Set(policy?.legalHolds.map(({ backup }) => backup));
    const newestId = lockedForMs === undefined ? undefined : newestOf(listed)?.id;
    const backups = await withLocks(place, listed, ({ id }) => id === newestId || held.has(id), signal);
    const asks = lockedForMs !== undefined || keep.length > 0 || held.size > 0;
    const protection = asks ? await place.protection?.({ signal }) : undefined;
    const nowMs = now();
    const facts = { place: place.name, backups, protection, nowMs };
    const checks = [
        ...judgeStatus({ ...facts, drills }, { everyMs, runs, maxAgeMs, maxDrillAgeMs, tiers, lockedForMs }),
        ...judgeLifecycle(place.name, keep, protection),
        ...(policy === undefined ? [] : judgeRetention(facts, policy)),
        ...runbookChecks(looks, drills ?? [], nowMs),
    ];
    return { checks, newest: newestOf(backups), rules: rulesFor(looks.to, keep), nowMs };
}
function rulesFor(to, keep) {
    const prefix = /^s3:\/\/[^/]+(?:\/(.*?)\/?)?$/.exec(to);
    if (keep.length === 0 || prefix === null)
        return undefined;
    return JSON.stringify(lifecycleRules(prefix[1] ?? '', keep), null, 2);
}
function runbookChecks({ document, everyMs, policy, to }, drills, nowMs) {
    const runbook = policy?.runbook;
    if (policy === undefined || runbook === undefined)
        return [];
    return judgeRunbook({ runbook, recovery: policy.recovery, document, place: to, everyMs, drills, nowMs });
}
function withLocks(place, backups, isJudged, signal) {
    return Promise.all(backups.map((one) => (isJudged(one) ? readLocks(place, one, { signal }) : one)));
}
async function hasFiles(place, signal) {
    for await (const _object of place.list('files/', { signal }))
        return true;
    return false;
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/backup/restore-end.js

function tablesEnd(restored, backup) {
    switch (restored.kind) {
        case 'restored': {
            const rows = restored.tables.reduce((sum, table) => sum + table.rows, 0);
            const names = restored.tables.map(({ name }) => name);
            const message = `${(0,lists/* count */.U9)(rows, 'row')} of ${(0,lists/* nameSome */.Kf)(names, 5)} are back, from ${backup}`;
            return { verdict: 'pass', reason: 'tables-restored', message };
        }
        case 'not-in-backup':
            return restore_end_failed('not-in-backup', `${backup} does not have ${(0,lists/* nameSome */.Kf)(restored.tables, 10)}: nothing was restored`);
        case 'not-empty':
            return restore_end_failed('target-not-empty', `${(0,lists/* nameSome */.Kf)(restored.tables, 10)} have rows: nothing was restored`);
        case 'broken':
            return restore_end_failed('backup-broken', `nothing was restored: ${backup}: ${restored.check.measured}`);
    }
}
function notConfirmedEnd(name, backup) {
    return restore_end_failed('not-confirmed', `nothing was restored: type ${name} into confirm-target to restore ${backup} into it`);
}
function wholeRefusedEnd(restored) {
    if (restored.kind === 'project-differs')
        return restore_end_failed('project-differs', `nothing was restored: ${(0,lists/* nameSome */.Kf)(restored.differences, 20)}`);
    const what = restored.tables === undefined ? 'tables of its own' : `rows in ${(0,lists/* nameSome */.Kf)(restored.tables, 10)}`;
    return restore_end_failed('target-not-empty', `the target database has ${what}: nothing was restored`);
}
function wholeReason(verdict, { begun, rolledBack }) {
    if (verdict === 'pass')
        return 'restored';
    if (verdict === 'unknown')
        return 'restore-not-verified';
    if (rolledBack === true)
        return 'restore-rolled-back';
    return begun ? 'restore-differs' : 'backup-broken';
}
function restore_end_failed(reason, message) {
    return { verdict: 'fail', reason, message };
}

// EXTERNAL MODULE: ./packages/postgres/lib/connection/database-url.js + 1 modules
var database_url = __webpack_require__(735351);
;// CONCATENATED MODULE: ./packages/backup/lib/status/tiers.js

function tierFor(nowMs, backups) {
    for (const tier of ['yearly', 'monthly', 'weekly']) {
        const period = periodOf(tier, nowMs);
        const kept = manifest_manifest/* TIERS */.iB.slice(manifest_manifest/* TIERS */.iB.indexOf(tier));
        const has = backups.some((one) => one.isWhole && kept.includes(one.tier) && periodOf(tier, one.takenAtMs) === period);
        if (!has)
            return tier;
    }
    return 'daily';
}
function periodOf(tier, atMs) {
    const day = new Date(atMs).toISOString().slice(0, 10);
    if (tier === 'yearly')
        return day.slice(0, 4);
    if (tier === 'monthly')
        return day.slice(0, 7);
    if (tier === 'daily')
        return day;
    const DAY_MS = 86_400_000;
    return String(Math.floor((atMs / DAY_MS + 3) / 7));
}

// EXTERNAL MODULE: ./packages/backup/lib/files/lazily.js
var lazily = __webpack_require__(191747);
;// CONCATENATED MODULE: ./packages/backup/lib/manifest/restore-script.js
const RESTORE_NAME = 'restore.sh';
const SUMS_NAME = 'SHA256SUMS';
function checksumFile(objects) {
    return objects.map(({ sha256, name }) => `${sha256}  ${name}\n`).join('');
}
function restoreScript(order) {
    return `#!/usr/bin/env bash
# Restores this backup into an empty database, with psql alone:
#
#   ./restore.sh postgresql://USER:PASSWORD@HOST:5432/DATABASE [KEY-FILE]
#
# KEY-FILE holds the age identity that decrypts. Either all is restored or nothing. Jobs of pg_cron are restored switched
# off: turn them on with "update cron.job set active = true" when this database is to act on the world.
# This program's own \`restore\` also compares what it restored with the manifest.
set -euo pipefail
# As it was written, whatever is set here.
export PGCLIENTENCODING=UTF8
cd "$(dirname "$0")"
target=\${1:?usage: ./restore.sh postgresql://… [KEY-FILE]}
key=\${2:-}

sha256sum --check --quiet ${SUMS_NAME}

plain() {
  case $1 in
    *.age) age --decrypt --identity "\${key:?this backup is encrypted: give the file of the key}" "$1" | gzip -dc ;;
    *) gzip -dc "$1" ;;
  esac
}

all() {
  echo 'begin;'
${order.map((name) => `  plain ${name}`).join('\n')}
  # Only behind all of it: psql would also commit what was cut.
  echo 'commit;'
}

all | psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 "$target" > /dev/null
echo 'restored'
`;
}

// EXTERNAL MODULE: external "node:child_process"
let external_node_child_process__kept;
const external_node_child_process_ = () => (external_node_child_process__kept ??= __webpack_require__(237763));
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(247048);
;// CONCATENATED MODULE: ./packages/backup/lib/schema/native-dump.js



async function refuseUnfitDump(path, major, signal) {
    const { code, output } = await run(path, ['--version'], {}, signal);
    const words = output.toString('utf8').trim();
    const own = Number(/^pg_dump \(PostgreSQL\) (\d+)/.exec(words)?.[1]);
    if (code !== 0 || Number.isNaN(own)) {
        const said = words.split('\n', 1)[0] || 'nothing';
        throw new errors/* InputError */.dz(`pg-dump-path: ${path} is no pg_dump: with --version it ended with ${code} and wrote ${said}`);
    }
    if (own < major) {
        throw new errors/* InputError */.dz(`pg-dump-path: ${path} is of version ${own}, and the server is PostgreSQL ${major}: ` +
            `use a pg_dump of version ${major} or newer, or leave the input out`);
    }
}
async function nativeDump(path, target, args, signal) {
    const { code, output, words } = await run(path, [...args, '--no-password'], libpqVariables(target), signal);
    if (code === 0)
        return output;
    throw new errors/* RemoteError */.Hi(words || `it ended with ${code}`, { service: 'pg_dump', retryable: false });
}
async function run(path, args, env, signal) {
    const program = (0,external_node_child_process_().spawn)(path, args, {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { PATH: process.env['PATH'], ...env },
        ...(signal === undefined ? {} : { signal }),
    });
    const ended = new Promise((resolve, reject) => {
        program.once('error', (cause) => {
            const isAbsent = cause.code === 'ENOENT' || cause.code === 'EACCES';
            reject(isAbsent ? new errors/* InputError */.dz(`pg-dump-path: ${path} cannot be run`, { cause }) : cause);
        });
        program.once('close', (code, killed) => resolve(code ?? killed ?? 'no code'));
    });
    const [output, words, code] = await Promise.all([(0,consumers_.buffer)(program.stdout), (0,consumers_.buffer)(program.stderr), ended]);
    return { code, output, words: words.toString('utf8').trim() };
}
function libpqVariables(target) {
    const { tls } = target;
    const mode = { off: 'disable', none: 'require', ca: 'verify-ca', full: 'verify-full' }[tls.mode];
    const roots = tls.mode === 'off' || tls.mode === 'none' ? undefined : (tls.roots ?? 'system');
    return {
        PGHOST: target.host,
        PGPORT: String(target.port),
        PGUSER: target.user,
        PGDATABASE: target.database,
        PGPASSWORD: target.password,
        PGSSLMODE: mode,
        PGAPPNAME: 'lockstep backup schema',
        ...(roots === undefined ? {} : { PGSSLROOTCERT: roots }),
        ...(target.options === '' ? {} : { PGOPTIONS: target.options }),
    };
}

// EXTERNAL MODULE: ./packages/backup/lib/seal/sealed-object.js
var sealed_object = __webpack_require__(360467);
// EXTERNAL MODULE: ./packages/postgres/lib/migration-lock.js
var migration_lock = __webpack_require__(283475);
;// CONCATENATED MODULE: ./packages/backup/lib/source/give-way.js


class GaveWay extends Error {
    name = 'GaveWay';
    to;
    constructor(to, message) {
        super(message);
        this.to = to;
    }
}
const LOOK_EVERY_MS = 500;
class GiveWay {
    #options;
    #startedMs;
    #stop = new AbortController();
    #gaveWay = new AbortController();
    #pids = new Set();
    #looking = Promise.resolve();
    constructor(options) {
        this.#options = options;
        this.#startedMs = options.clock.now();
    }
    get signal() {
        return this.#gaveWay.signal;
    }
    watch(session) {
        this.#pids.add(session.pid);
    }
    start() {
        void this.#options.session.send("set statement_timeout = '10s'");
        this.#looking = this.#look().catch((error) => {
            if (!this.#stop.signal.aborted)
                this.#yield(new GaveWay('lock', `whether someone waits for the backup could not be seen: ${(0,errors/* describe */.q0)(error)}`));
        });
    }
    async refuseRelease() {
        const reason = await this.#release();
        if (reason !== undefined)
            throw reason;
    }
    async end() {
        this.#stop.abort();
        await this.#looking;
        await this.#terminate();
    }
    async #look() {
        const { clock } = this.#options;
        for (;;) {
            const reason = this.#late() ?? (await this.#waiter()) ?? (await this.#release());
            if (reason !== undefined) {
                this.#yield(reason);
                await this.#terminate();
                return;
            }
            try {
                await clock.sleep(LOOK_EVERY_MS, this.#stop.signal);
            }
            catch {
                return;
            }
        }
    }
    #yield(reason) {
        this.#gaveWay.abort(reason);
    }
    #late() {
        const passed = this.#options.clock.now() - this.#startedMs;
        if (passed <= this.#options.maxDurationMs)
            return undefined;
        return new GaveWay('time', `it took longer than ${Math.round(this.#options.maxDurationMs / 1_000)} s`);
    }
    async #waiter() {
        if (this.#pids.size === 0)
            return undefined;
        const ours = `array[${[...this.#pids].join(',')}]::int[]`;
        const [row] = await this.#options.session.rows(`select l.pid, a.application_name from pg_catalog.pg_locks l left join pg_catalog.pg_stat_activity a on a.pid = l.pid
        where not l.granted and l.pid <> all (${ours}) and pg_catalog.pg_blocking_pids(l.pid) && ${ours} limit 1`);
        if (row === undefined)
            return undefined;
        return new GaveWay('lock', `backend ${row[0]} (${row[1] || 'no name'}) waits for a table that the backup reads`);
    }
    async #release() {
        const key = migration_lock/* MIGRATION_LOCK */.x;
        const [row] = await this.#options.session.rows(`select l.pid from pg_catalog.pg_locks l where l.locktype = 'advisory' and l.granted and l.objsubid = 1
          and l.classid::bigint = (${key}::bigint >> 32) & 4294967295 and l.objid::bigint = ${key}::bigint & 4294967295
          and l.database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database()) limit 1`);
        return row === undefined ? undefined : new GaveWay('release', `a migration runs (backend ${row[0]})`);
    }
    async #terminate() {
        const { session, log } = this.#options;
        if (this.#pids.size === 0 || session.lost)
            return;
        const result = await session.send(`select pg_catalog.pg_terminate_backend(a.pid) from pg_catalog.pg_stat_activity a
        where a.pid = any (array[${[...this.#pids].join(',')}]::int[]) and a.usename = session_user
          and a.application_name = 'lockstep backup'`);
        if (!result.ok)
            log.warning(`the backup's sessions could not be ended on the server: ${(0,errors/* describe */.q0)(result.error)}`);
    }
}

// EXTERNAL MODULE: ./packages/postgres/lib/connection/pooler.js
var pooler = __webpack_require__(62934);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/session.js + 2 modules
var session = __webpack_require__(356042);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/sql-error.js
var sql_error = __webpack_require__(182089);
// EXTERNAL MODULE: ./packages/backup/lib/source/inventory.js
var source_inventory = __webpack_require__(345882);
// EXTERNAL MODULE: ./packages/backup/lib/source/source-settings.js
var source_settings = __webpack_require__(163522);
;// CONCATENATED MODULE: ./packages/backup/lib/source/snapshot.js




class LockNotGranted extends Error {
    name = 'LockNotGranted';
}
const LOCKS_IN_A_MESSAGE = 200;
const TRIES = 3;
async function takeSnapshot(keeper, options) {
    await (0,pooler/* refuseTransactionPooler */.U)(options.access, keeper);
    for (let turn = 1; turn <= TRIES; turn++) {
        const { toLock } = await (0,source_inventory/* readInventory */.zw)(keeper, options.selection, { locked: false });
        await keeper.rows(`begin isolation level repeatable read, read only; ${settingsFor(keeper)}`);
        await lock(keeper, toLock, options.lockTimeoutMs);
        const [row] = await keeper.rows('select pg_catalog.pg_export_snapshot()');
        const inventory = await (0,source_inventory/* readInventory */.zw)(keeper, options.selection, { locked: true });
        if (inventory.toLock.join('\n') === toLock.join('\n')) {
            return { keeper, id: row?.[0] ?? '', inventory, facts: await readFacts(keeper) };
        }
        await keeper.rows('rollback');
    }
    throw new errors/* RemoteError */.Hi('tables were created or dropped each time the locks were taken', {
        service: 'PostgreSQL',
        retryable: true,
        hint: 'run again when no migration runs',
    });
}
async function joinSnapshot(session, id, mode) {
    await session.rows(`begin isolation level repeatable read, ${mode}; set transaction snapshot '${id}'; ${settingsFor(session)}`);
}
function openSource(target, log, signal) {
    return (0,session/* openSession */.f)(target, { log, signal, applicationName: 'lockstep backup' });
}
function settingsFor(session) {
    return session.version < 170_000 ? source_settings/* SOURCE_SETTINGS */.G : `${source_settings/* SOURCE_SETTINGS */.G}; set local transaction_timeout = 0`;
}
async function lock(keeper, tables, timeoutMs) {
    await keeper.rows(`set local lock_timeout = ${Math.max(1, Math.round(timeoutMs))}`);
    for (let from = 0; from < tables.length; from += LOCKS_IN_A_MESSAGE) {
        const list = tables.slice(from, from + LOCKS_IN_A_MESSAGE).map((name) => `only ${name}`);
        const result = await keeper.send(`lock table ${list.join(', ')} in access share mode`);
        if (result.ok)
            continue;
        const isTimeout = result.error instanceof sql_error/* SqlError */.L8 && result.error.server.code === '55P03';
        throw isTimeout ? new LockNotGranted('a table is locked by another transaction') : result.error;
    }
    await keeper.rows('set local lock_timeout = 0');
}
async function readFacts(keeper) {
    const [row] = await keeper.rows(`select extract(epoch from pg_catalog.clock_timestamp()) * 1000, pg_catalog.current_database(),
            pg_catalog.pg_encoding_to_char(d.encoding), pg_catalog.current_setting('server_version'),
            pg_catalog.pg_current_snapshot()::text,
            case when pg_catalog.has_function_privilege('pg_catalog.pg_control_system()', 'execute')
                 then (select system_identifier::text from pg_catalog.pg_control_system()) end,
            case when pg_catalog.has_function_privilege('pg_catalog.pg_current_wal_insert_lsn()', 'execute')
                 then pg_catalog.pg_current_wal_insert_lsn()::text end
       from pg_catalog.pg_database d where d.datname = pg_catalog.current_database()`);
    const [at, database, encoding, version, snapshot, system, lsn] = row ?? [];
    return {
        takenAtMs: Math.floor(Number(at)),
        database: database ?? '',
        encoding: encoding ?? '',
        serverVersion: version ?? '',
        major: Math.floor(keeper.version / 10_000),
        systemIdentifier: system ?? null,
        snapshot: snapshot ?? '',
        lsn: lsn ?? null,
    };
}

// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __webpack_require__(247753);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/copy-rows.js
var copy_rows = __webpack_require__(309774);
// EXTERNAL MODULE: ./packages/postgres/lib/schema/describe-schema.js + 3 modules
var describe_schema = __webpack_require__(129348);
// EXTERNAL MODULE: ./packages/backup/lib/rows/copy-script.js
var copy_script = __webpack_require__(123728);
// EXTERNAL MODULE: ./packages/backup/lib/restore/script-entries.js
var script_entries = __webpack_require__(857862);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(565658);
// EXTERNAL MODULE: external "node:module"
var external_node_module_ = __webpack_require__(55797);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(989278);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(193482);
// EXTERNAL MODULE: external "node:worker_threads"
let external_node_worker_threads__kept;
const external_node_worker_threads_ = () => (external_node_worker_threads__kept ??= __webpack_require__(760960));
// EXTERNAL MODULE: ./packages/base/lib/clock.js
var clock = __webpack_require__(636190);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/explain.js
var explain = __webpack_require__(63455);
;// CONCATENATED MODULE: ./packages/postgres/lib/connection/raw.js


const WITHIN_MS = 20_000;
async function openRaw(target, options) {
    const { default: pg } = await __webpack_require__.e(/* import() */ 4945).then(__webpack_require__.bind(__webpack_require__, 971287));
    const client = new pg.Client(await (0,session/* clientConfig */.y)(target, options.applicationName, options.withinMs ?? WITHIN_MS));
    const parameters = {};
    client.connection.on('parameterStatus', (message) => {
        parameters[message.parameterName] = message.parameterValue;
    });
    client.on('error', () => undefined);
    try {
        await client.connect();
    }
    catch (error) {
        client.connection.stream.destroy();
        throw (0,explain/* explainFailedLogin */.A)(target, error);
    }
    const socket = client.connection.stream;
    socket.removeAllListeners('data');
    const { processID, secretKey } = client;
    return { socket, parameters, pid: processID, secretKey };
}

;// CONCATENATED MODULE: ./packages/backup/lib/schema/wasm-dump.js







const BUFFER_BYTES = 256 * 1024;
async function wasmDump(target, args, signal) {
    const connection = await openRaw(target, { applicationName: 'lockstep backup schema' });
    const control = new SharedArrayBuffer(8);
    const data = new SharedArrayBuffer(BUFFER_BYTES);
    const { parameters, pid, secretKey } = connection;
    const worker = new (external_node_worker_threads_()).Worker(beside('dump-worker.cjs'), {
        workerData: { module: pgDumpModule(), args, control, data, parameters, pid, secretKey },
    });
    const bridge = new Bridge(connection, new Int32Array(control), new Uint8Array(data));
    try {
        return await new Promise((resolve, reject) => {
            signal?.addEventListener('abort', () => reject((0,clock/* cancellation */.WN)(signal)), { once: true });
            if (signal?.aborted)
                reject((0,clock/* cancellation */.WN)(signal));
            worker.once('error', reject);
            worker.once('exit', (code) => reject(new Error(`the thread of pg_dump ended with code ${code}`)));
            worker.on('message', (said) => {
                if ('write' in said)
                    connection.socket.write(said.write);
                else if ('read' in said)
                    bridge.wanted();
                else if ('sql' in said)
                    resolve(said.sql);
                else
                    reject(wasm_dump_refused(said.error));
            });
        });
    }
    finally {
        await worker.terminate();
        connection.socket.destroy();
    }
}
class Bridge {
    #control;
    #data;
    #received = [];
    #isWanted = false;
    #isClosed = false;
    constructor({ socket }, control, data) {
        this.#control = control;
        this.#data = data;
        socket.on('data', (bytes) => {
            this.#received.push(bytes);
            this.#hand();
        });
        socket.on('close', () => {
            this.#isClosed = true;
            this.#hand();
        });
        socket.on('error', () => undefined);
    }
    wanted() {
        this.#isWanted = true;
        this.#hand();
    }
    #hand() {
        if (!this.#isWanted || (this.#received.length === 0 && !this.#isClosed))
            return;
        this.#isWanted = false;
        let length = 0;
        while (length < this.#data.length) {
            const first = this.#received[0];
            if (first === undefined)
                break;
            const part = first.subarray(0, this.#data.length - length);
            this.#data.set(part, length);
            length += part.length;
            if (part.length === first.length)
                this.#received.shift();
            else
                this.#received[0] = first.subarray(part.length);
        }
        Atomics.store(this.#control, 1, length);
        Atomics.store(this.#control, 0, 1);
        Atomics.notify(this.#control, 0);
    }
}
function wasm_dump_refused(words) {
    const said = /pg_dump: error: ([\s\S]*)/.exec(words)?.[1] ?? words;
    return new errors/* RemoteError */.Hi(`pg_dump: ${said}`, { service: 'pg_dump', retryable: false });
}
function beside(name) {
    const folder = (0,external_node_path_.dirname)((0,external_node_url_.fileURLToPath)(import.meta.url));
    const own = ['.', '../shared', '../../src/schema'].map((each) => (0,external_node_path_.join)(folder, each, name));
    return own.find(external_node_fs_.existsSync) ?? (0,external_node_path_.join)(folder, name);
}
function pgDumpModule() {
    const bundled = beside('pg_dump.cjs');
    if ((0,external_node_fs_.existsSync)(bundled))
        return bundled;
    return (0,external_node_module_.createRequire)(import.meta.url).resolve(['@electric-sql', 'pglite-tools', 'pg_dump'].join('/'));
}

;// CONCATENATED MODULE: ./packages/backup/lib/schema/dump-schema.js



async function dumpSchema(options) {
    const section = async (name) => {
        const args = [`--section=${name}`, `--snapshot=${options.snapshot}`, '--no-subscriptions', '--encoding=UTF8'];
        for (const table of options.withoutTables)
            args.push(`--exclude-table=${table}`);
        for (const schema of options.withoutSchemas)
            args.push(`--exclude-schema=${schema}`);
        const { target, signal, pgDumpPath } = options;
        const sql = pgDumpPath === undefined
            ? await wasmDump(target, args, signal)
            : await nativeDump(pgDumpPath, target, args, signal);
        return portable(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(sql));
    };
    const before = await section('pre-data');
    const after = await section('post-data');
    return { before, after: (0,script_entries/* eventTriggersLast */.IA)(after) };
}
const END_OF_HEAD = '\nSET client_encoding = ';
function portable(sql) {
    const end = sql.indexOf(END_OF_HEAD) + 1;
    const head = sql.slice(0, end);
    const [restrict = '', key = ''] = /^\\restrict (\w+)\n/m.exec(head) ?? [];
    const plainHead = head.replace(restrict, '').replace(/^SET transaction_timeout = 0;\n/m, '');
    const rest = sql.slice(end);
    const unrestrict = `\n\\unrestrict ${key}\n`;
    const last = key === '' || !rest.trimEnd().endsWith(unrestrict.trimEnd()) ? -1 : rest.lastIndexOf(unrestrict);
    return plainHead + (last === -1 ? rest : rest.slice(0, last + 1) + rest.slice(last + unrestrict.length));
}

// EXTERNAL MODULE: ./packages/backup/lib/source/quiet-session.js
var quiet_session = __webpack_require__(793296);
;// CONCATENATED MODULE: ./packages/backup/lib/source/roles.js

const ATTRIBUTES = ['superuser', 'inherit', 'createrole', 'createdb', 'login', 'replication', 'bypassrls'];
async function readGlobals(session) {
    const roles = await session.rows(`select rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication, rolbypassrls, rolconnlimit,
            pg_catalog.shobj_description(oid, 'pg_authid')
       from pg_catalog.pg_roles where rolname !~ '^pg_' order by 1`);
    const members = await session.rows(`select distinct pg_catalog.pg_get_userbyid(m.roleid), pg_catalog.pg_get_userbyid(m.member), m.admin_option
       from pg_catalog.pg_auth_members m order by 1, 2`);
    const settings = await session.rows(`select case when s.setrole = 0 then null else pg_catalog.pg_get_userbyid(s.setrole)::text end, s.setdatabase <> 0, setting
       from pg_catalog.pg_db_role_setting s cross join pg_catalog.unnest(s.setconfig) setting
      where s.setdatabase in (0, (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database()))
      order by 1 nulls first, 2, 3`);
    const [database] = await session.rows(`select pg_catalog.pg_get_userbyid(d.datdba), pg_catalog.shobj_description(d.oid, 'pg_database')
       from pg_catalog.pg_database d where d.datname = pg_catalog.current_database()`);
    const rights = await session.rows(`select case when a.grantee = 0 then null else pg_catalog.pg_get_userbyid(a.grantee)::text end, a.privilege_type, a.is_grantable
       from pg_catalog.pg_database d cross join pg_catalog.aclexplode(d.datacl) a
      where d.datname = pg_catalog.current_database() order by 1 nulls first, 2`);
    const [hasOwnRights] = await session.rows('select datacl is not null from pg_catalog.pg_database where datname = pg_catalog.current_database()');
    return {
        roles: roles.map(([name]) => name ?? ''),
        script: [
            `create temporary table ${NEW_ROLES} (name text);`,
            ...roles.map(createRole),
            ...members.map(grantRole),
            ...databaseScript(database ?? [], rights, hasOwnRights?.[0] === 't'),
            ...settings.map(setting),
            `drop table ${NEW_ROLES};`,
            '',
        ].join('\n'),
    };
}
const NEW_ROLES = 'pg_temp.lockstep_new_roles';
function createRole([name, ...attributes]) {
    const comment = attributes.pop();
    const words = ATTRIBUTES.map((word, at) => (attributes[at] === 't' ? word : `no${word}`));
    const create = `create role ${(0,quote/* identifier */.Cv)(name ?? '')} ${words.join(' ')} connection limit ${attributes.at(-1)}`;
    const said = comment === null || comment === undefined
        ? ''
        : ` execute ${(0,quote/* literal */.eu)(`comment on role ${(0,quote/* identifier */.Cv)(name ?? '')} is ${(0,quote/* literal */.eu)(comment)}`)};`;
    return block(`if not exists (select from pg_catalog.pg_roles where rolname = ${(0,quote/* literal */.eu)(name ?? '')}) then
  execute ${(0,quote/* literal */.eu)(create)};${said} insert into ${NEW_ROLES} values (${(0,quote/* literal */.eu)(name ?? '')}); end if;`);
}
function grantRole([role, member, isAdmin]) {
    const admin = isAdmin === 't' ? ' with admin option' : '';
    const grant = `grant ${(0,quote/* identifier */.Cv)(role ?? '')} to ${(0,quote/* identifier */.Cv)(member ?? '')}${admin}`;
    return block(`if ${isNew(role)} or ${isNew(member)} then execute ${(0,quote/* literal */.eu)(grant)}; end if;`);
}
function isNew(role) {
    return `exists (select from ${NEW_ROLES} where name = ${(0,quote/* literal */.eu)(role ?? '')})`;
}
function block(body, declarations = '') {
    return `do $lockstep$ ${declarations}begin ${body} end $lockstep$;`;
}
function databaseScript([owner, comment], rights, hasOwn) {
    const statements = [`alter database %1$I owner to ${(0,quote/* identifier */.Cv)(owner ?? '').replaceAll('%', '%%')}`];
    if (comment !== null && comment !== undefined)
        statements.push(`comment on database %1$I is ${(0,quote/* literal */.eu)(comment).replaceAll('%', '%%')}`);
    if (hasOwn)
        statements.push('revoke all on database %1$I from public');
    for (const [grantee, privilege, isGrantable] of rights) {
        const to = grantee === null || grantee === undefined ? 'public' : (0,quote/* identifier */.Cv)(grantee).replaceAll('%', '%%');
        statements.push(`grant ${privilege} on database %1$I to ${to}${isGrantable === 't' && to !== 'public' ? ' with grant option' : ''}`);
    }
    return statements.map(onThisDatabase);
}
function onThisDatabase(format) {
    return block(`execute pg_catalog.format(${(0,quote/* literal */.eu)(format)}, pg_catalog.current_database());`);
}
function setting([role, isOfDatabase, text]) {
    const at = (text ?? '').indexOf('=');
    const name = (text ?? '').slice(0, at);
    const value = (text ?? '').slice(at + 1);
    const parameter = name.split('.').map(quote/* identifier */.Cv).join('.').replaceAll('%', '%%');
    const where = isOfDatabase === 't' ? ' in database %1$I' : '';
    const isOfRole = role !== null && role !== undefined;
    const whose = isOfRole ? `alter role ${(0,quote/* identifier */.Cv)(role).replaceAll('%', '%%')}${where}` : 'alter database %1$I';
    const isWanted = isOfRole && isOfDatabase !== 't' ? isNew(role) : 'true';
    return block(`if ${isWanted} then
  perform pg_catalog.set_config(${(0,quote/* literal */.eu)(name)}, ${(0,quote/* literal */.eu)(value)}, false);
  execute pg_catalog.format(${(0,quote/* literal */.eu)(`${whose} set ${parameter} from current`)}, pg_catalog.current_database());
  perform pg_catalog.set_config(${(0,quote/* literal */.eu)(name)}, before, false); end if;`, `declare before text := pg_catalog.current_setting(${(0,quote/* literal */.eu)(name)}, true); `);
}

;// CONCATENATED MODULE: ./packages/backup/lib/create/progress.js

const SAY_EVERY_MS = 15_000;
class Progress {
    #clock;
    #log;
    #tables;
    #startedMs;
    #saidMs;
    #finished = 0;
    #bytes = 0;
    constructor({ clock, log }, tables) {
        this.#clock = clock;
        this.#log = log;
        this.#tables = tables.length;
        this.#startedMs = clock.now();
        this.#saidMs = this.#startedMs;
        const size = tables.reduce((sum, table) => sum + table.bytes, 0);
        log.info(`copying ${(0,lists/* count */.U9)(tables.length, 'table')}, ${megabytes(size)} on the server's disk`);
    }
    async *watched(rows) {
        for await (const batch of rows) {
            this.#bytes += batch.length;
            this.#say();
            yield batch;
        }
    }
    finished() {
        this.#finished++;
        this.#say();
    }
    #say() {
        const now = this.#clock.now();
        if (this.#finished < this.#tables && now - this.#saidMs < SAY_EVERY_MS)
            return;
        this.#saidMs = now;
        const seconds = Math.max(0.1, (now - this.#startedMs) / 1_000);
        const rate = `${megabytes(this.#bytes)} in ${seconds.toFixed(1)} s`;
        this.#log.info(`${this.#finished} of ${(0,lists/* count */.U9)(this.#tables, 'table')}, ${rate}`);
    }
}
function megabytes(bytes) {
    return `${(bytes / 1e6).toFixed(1)} MB`;
}

;// CONCATENATED MODULE: ./packages/backup/lib/create/store-contents.js











const QUIET = `do $lockstep$ begin
  if exists (select from pg_catalog.pg_attribute where attrelid = pg_catalog.to_regclass('cron.job') and attname = 'active' and not attisdropped)
  then update cron.job set active = false; end if; end $lockstep$;
`;
async function storeContents(storing) {
    const { snapshot, seal, id } = storing;
    const { facts, inventory } = snapshot;
    const sessions = await joinedSessions(storing);
    const [scripts, tables] = await Promise.all([schemaScripts(storing), storeTables(storing, sessions)]);
    const globals = await readGlobals(snapshot.keeper);
    const objects = [
        await (0,sealed_object/* storeSealed */.ux)(seal, 'globals.sql', store_contents_text(globals.script)),
        await (0,sealed_object/* storeSealed */.ux)(seal, 'before.sql', store_contents_text(scripts.before)),
    ];
    const order = objects.map(({ name }) => name);
    objects.push(...tables.map(({ stored }) => stored));
    order.push(...tables.map(({ stored }) => stored.name));
    const sequences = await (0,source_inventory/* readSequences */.lu)(snapshot.keeper, inventory.sequences);
    for (const [name, script] of [
        ['sequences.sql', sequences.map(source_inventory/* setSequence */.QA).join('')],
        ['after.sql', scripts.after],
        ['quiet.sql', QUIET],
    ]) {
        const stored = await (0,sealed_object/* storeSealed */.ux)(seal, name, store_contents_text(script));
        objects.push(stored);
        order.push(stored.name);
    }
    const schema = [...(await schemaIn(storing))];
    const contents = {
        kind: manifest_manifest/* CONTENTS_KIND */.s4,
        id,
        takenAt: new Date(facts.takenAtMs).toISOString(),
        source: {
            database: facts.database,
            encoding: facts.encoding,
            serverVersion: facts.serverVersion,
            major: facts.major,
            systemIdentifier: facts.systemIdentifier,
        },
        snapshot: { id: facts.snapshot, lsn: facts.lsn },
        tables: tables.map(({ table }) => table),
        sequences,
        schema,
        schemaDigest: (0,manifest_manifest/* schemaDigest */.ku)(schema),
        roles: globals.roles,
        extensions: await readExtensions(snapshot.keeper),
        notContained: inventory.notContained,
        withoutTables: inventory.withoutTables,
        migrations: await readMigrations(snapshot.keeper),
        release: storing.release,
        order,
    };
    const record = await (0,sealed_object/* storeSealed */.ux)(seal, manifest_manifest/* CONTENTS_NAME */.Zx, store_contents_text(JSON.stringify(contents)));
    return { contents, record, objects };
}
function schemaScripts({ target, snapshot, selection, pgDumpPath, signal }) {
    return dumpSchema({
        target,
        snapshot: snapshot.id,
        withoutTables: snapshot.inventory.withoutTables,
        withoutSchemas: (0,source_inventory/* leftOut */.ig)(selection).map(quote/* identifier */.Cv),
        pgDumpPath,
        signal,
    });
}
async function joinedSessions({ open, parallel, snapshot }) {
    const many = Math.max(1, Math.min(parallel, snapshot.inventory.tables.length));
    const sessions = [];
    for (let nth = 0; nth < many; nth++) {
        const session = await open();
        await joinSnapshot(session, snapshot.id, 'read only');
        sessions.push(session);
    }
    return sessions;
}
async function storeTables(storing, sessions) {
    const { tables } = storing.snapshot.inventory;
    const numbered = tables.map((table, at) => ({ table, at }));
    numbered.sort((a, b) => b.table.bytes - a.table.bytes);
    const stored = [];
    const progress = new Progress(storing, tables);
    await (0,pool/* inParallel */.H)(sessions, numbered, async (session, { table, at }) => {
        stored[at] = await storeTable(storing.seal, session, { table, at, progress });
        progress.finished();
    }, () => abandonAll(sessions));
    return stored;
}
function abandonAll(sessions) {
    for (const session of sessions)
        session.abandon();
}
async function storeTable(seal, session, { table, at, progress }) {
    let digest;
    const rows = progress.watched((0,copy_rows/* copyRows */.D)(session, (0,source_inventory/* copyOutStatement */.zj)(table)));
    const script = (0,copy_script/* copyScript */.XY)({ statement: (0,source_inventory/* copyInStatement */.ec)(table), rows }, (rows) => {
        digest = rows;
    });
    const stored = await (0,sealed_object/* storeSealed */.ux)(seal, `data/${String(at + 1).padStart(5, '0')}.sql`, script);
    if (digest === undefined)
        throw new Error(`${table.name}: its rows were not read to their end`);
    const { name, columns, types, condition } = table;
    return { stored, table: { name, columns, types, condition: condition ?? null, object: stored.name, ...digest } };
}
async function schemaIn({ open, snapshot, selection }) {
    const session = await open();
    await (0,quiet_session/* withoutEventTriggers */._)(session);
    await joinSnapshot(session, snapshot.id, 'read write');
    const schema = await (0,describe_schema/* readSchemaWithin */.zT)(session, (0,source_inventory/* leftOut */.ig)(selection));
    await session.rows('rollback');
    return schema;
}
async function readExtensions(session) {
    const rows = await session.rows('select extname, extversion from pg_catalog.pg_extension order by 1');
    return rows.map(([name, version]) => ({ name: name ?? '', version: version ?? '' }));
}
const MIGRATION_TABLES = [
    ['supabase_migrations.schema_migrations', 'version'],
    ['lockstep.migrations', 'version'],
    ['public.schema_migrations', 'version'],
];
async function readMigrations(session) {
    const found = [];
    for (const [table, column] of MIGRATION_TABLES) {
        const [there] = await session.rows(`select exists (select from pg_catalog.pg_attribute where attrelid = pg_catalog.to_regclass(${(0,quote/* literal */.eu)(table)})
         and attname = ${(0,quote/* literal */.eu)(column)} and not attisdropped)`);
        if (there?.[0] !== 't')
            continue;
        const rows = await session.rows(`select ${column}::text from ${table} order by 1`);
        found.push({ table, versions: rows.map(([version]) => version ?? '') });
    }
    return found;
}
async function* store_contents_text(content) {
    yield Buffer.from(content);
}

;// CONCATENATED MODULE: ./packages/backup/lib/create/create.js










async function createBackup(options) {
    const { target, log, signal } = options;
    const watcher = await openSource(target, log, signal);
    const { clock, maxDurationMs } = options;
    const giveWay = new GiveWay({ session: watcher, clock, log, maxDurationMs });
    const sessions = [];
    const open = async () => {
        const session = await openSource(target, log, signal);
        sessions.push(session);
        giveWay.watch(session);
        return session;
    };
    let working = Promise.resolve();
    try {
        await giveWay.refuseRelease();
        const keeper = await open();
        giveWay.start();
        const ends = either(signal, giveWay.signal);
        const release = async () => {
            await giveWay.end();
            for (const session of sessions)
                session.abandon();
        };
        const backingUp = backUp({ ...options, signal: ends }, keeper, { open, release });
        working = backingUp.catch(() => undefined);
        return await untilAborted(ends, backingUp);
    }
    catch (error) {
        return endOf(giveWay.signal.aborted ? giveWay.signal.reason : error);
    }
    finally {
        await giveWay.end();
        for (const session of sessions)
            session.abandon();
        const settled = new AbortController();
        await Promise.race([working, clock.sleep(SETTLE_MS, settled.signal).catch(() => undefined)]);
        settled.abort();
        await watcher.close();
    }
}
const SETTLE_MS = 5_000;
async function backUp(options, keeper, { open, release }) {
    const { target, selection, lockTimeoutMs, pgDumpPath, log, clock, signal } = options;
    if (pgDumpPath !== undefined)
        await refuseUnfitDump(pgDumpPath, Math.floor(keeper.version / 10_000), signal);
    const access = { target, log, clock, signal };
    const snapshot = await takeSnapshot(keeper, { access, selection, lockTimeoutMs });
    const refused = refusal(snapshot);
    if (refused !== undefined)
        return refused;
    const { facts, inventory } = snapshot;
    const id = (0,manifest_manifest/* backupId */.WH)(facts.takenAtMs, (0,external_node_crypto_().randomBytes)(4).toString('hex'));
    const prefix = (0,manifest_manifest/* backupPrefix */.nY)(options.tier, id);
    const seal = { target: options.place, prefix, encryption: options.encryption, signal };
    const stored = await storeContents({ ...options, id, seal, snapshot, open });
    const files = await listFiles(options, keeper);
    const objects = [...stored.objects];
    objects.push(await (0,sealed_object/* store */.M_)(seal, RESTORE_NAME, textOnce(restoreScript(stored.contents.order))));
    objects.push(await (0,sealed_object/* store */.M_)(seal, SUMS_NAME, textOnce(checksumFile([...objects, stored.record]))));
    let summary;
    if (files !== undefined && options.files !== undefined) {
        await release();
        const { storeFiles } = await (0,lazily/* copying */.kJ)();
        const { tier, parallel } = options;
        const takenAtMs = facts.takenAtMs;
        const kept = await storeFiles({ ...options.files, files, tier, id, takenAtMs, seal, parallel, clock, log });
        summary = kept.summary;
        objects.push(kept.object);
    }
    const manifest = await writeManifest(options, seal, { ...stored, objects, id, files: summary });
    return manifest === undefined
        ? { kind: 'id-taken', id }
        : { kind: 'backed-up', manifest, notContained: inventory.notContained };
}
async function listFiles({ files }, keeper) {
    if (files === undefined)
        return undefined;
    const { hasFiles, readFiles } = await (0,lazily/* listing */.RR)();
    if (await hasFiles(keeper))
        return readFiles(keeper);
    if (files.mode === 'list')
        return undefined;
    throw new errors/* InputError */.dz('storage-files: the database has no table storage.objects that this role may read');
}
function refusal({ inventory }) {
    if (inventory.hidden.length > 0)
        return { kind: 'rows-hidden', tables: inventory.hidden };
    if (inventory.unreadable.length > 0)
        return { kind: 'not-readable', tables: inventory.unreadable };
    if (inventory.largeObjects > 0)
        return { kind: 'large-objects', count: inventory.largeObjects };
    return inventory.toLock.length === 0 ? { kind: 'nothing-to-back-up' } : undefined;
}
async function writeManifest({ tier, encryption, tool, clock, signal }, { target, prefix }, stored) {
    const { contents, record, objects, id, files } = stored;
    const sum = (what) => contents.tables.reduce((total, table) => total + table[what], 0);
    const plain = {
        kind: manifest_manifest/* MANIFEST_KIND */.$8,
        id,
        tier,
        takenAt: contents.takenAt,
        finishedAt: new Date(clock.now()).toISOString(),
        source: contents.source,
        encryption,
        totals: { tables: contents.tables.length, rows: sum('rows'), bytes: sum('bytes') },
        contents: record,
        objects,
        ...(files === undefined ? {} : { files }),
        tool,
    };
    const manifest = { ...plain, digest: (0,manifest_manifest/* manifestDigest */.It)(plain) };
    const body = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
    const put = await target.putIfAbsent(`${prefix}${manifest_manifest/* MANIFEST_NAME */.ir}`, body, { signal, contentType: 'application/json' });
    return put === 'stored' ? manifest : undefined;
}
function endOf(error) {
    if (error instanceof GaveWay)
        return { kind: 'gave-way', to: error.to, why: error.message };
    if (error instanceof LockNotGranted)
        return { kind: 'lock-timeout', why: error.message };
    throw error;
}
async function* textOnce(text) {
    yield Buffer.from(text);
}
function either(outer, inner) {
    return outer === undefined ? inner : AbortSignal.any([outer, inner]);
}
async function untilAborted(signal, work) {
    let stop;
    const aborted = new Promise((_, reject) => {
        stop = () => reject(signal.reason);
        if (signal.aborted)
            stop();
        else
            signal.addEventListener('abort', stop, { once: true });
    });
    try {
        return await Promise.race([work, aborted]);
    }
    finally {
        if (stop !== undefined)
            signal.removeEventListener('abort', stop);
    }
}

// EXTERNAL MODULE: ./packages/backup/lib/seal/recipients.js
var seal_recipients = __webpack_require__(436265);
;// CONCATENATED MODULE: ./packages/backup/lib/restore/lazily.js
const restoring = () => __webpack_require__.e(/* import() */ 3694).then(__webpack_require__.bind(__webpack_require__, 134390));
async function drillBackup(options) {
    return (await restoring()).drillBackup(options);
}
async function restoreWhole(options) {
    return (await restoring()).restoreWhole(options);
}
async function restoreTables(options, names) {
    return (await restoring()).restoreTables(options, names);
}

;// CONCATENATED MODULE: ./packages/backup/lib/drill/check-command.js

const KEPT = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'RUNNER_TEMP', 'RUNNER_TOOL_CACHE', 'CI'];
const SCRATCH_URL = 'LOCKSTEP_SCRATCH_URL';
const GRACE_MS = 5_000;
async function runCheckCommand(of, target) {
    const { command, folder, withinMs, clock, signal, onOutput } = of;
    const kept = KEPT.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
    const env = { ...Object.fromEntries(kept), [SCRATCH_URL]: urlOf(target) };
    const run = (0,external_node_child_process_().spawn)('bash', ['-euo', 'pipefail', '-c', command], {
        cwd: folder,
        env,
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [run.stdout, run.stderr])
        stream.setEncoding('utf8').on('data', onOutput);
    const kill = (how) => {
        try {
            if (run.pid !== undefined)
                process.kill(-run.pid, how);
        }
        catch {
        }
    };
    const over = new AbortController();
    const ended = new Promise((resolve) => {
        run.once('error', (error) => resolve(error.message));
        run.once('exit', (code, killed) => resolve(code === 0 ? '' : `it ended with ${killed ?? code}`));
    });
    const closed = new Promise((resolve) => {
        run.once('error', () => resolve());
        run.once('close', () => resolve());
    });
    const late = clock.sleep(withinMs, over.signal).then(() => 'it took too long', () => new Promise(() => undefined));
    const cancelled = new Promise((resolve) => {
        signal?.addEventListener('abort', () => resolve('it was cancelled'), { once: true, signal: over.signal });
    });
    const first = await Promise.race([ended, late, cancelled]);
    kill('SIGTERM');
    await Promise.race([closed, clock.sleep(GRACE_MS, over.signal).catch(() => undefined)]);
    kill('SIGKILL');
    over.abort();
    return [checkOf(first)];
}
function checkOf(trouble) {
    const passed = trouble === '';
    return {
        id: 'check-command',
        title: "The caller's own check passes",
        verdict: passed ? 'pass' : 'fail',
        reason: passed ? 'command-passed' : 'command-failed',
        what: 'check-command',
        measured: passed ? 'it ended with 0' : trouble,
        expected: 'it ends with 0',
        remedy: passed ? '' : 'read what it printed in the log of the step',
    };
}
function urlOf({ user, password, host, port, database, tls }) {
    const login = `${encodeURIComponent(user)}${password === '' ? '' : `:${encodeURIComponent(password)}`}`;
    const mode = { off: 'disable', none: 'require', ca: 'verify-ca', full: 'verify-full' }[tls.mode];
    const where = host.includes(':') ? `[${host}]` : host;
    return `postgresql://${login}@${where}:${port}/${encodeURIComponent(database)}?sslmode=${mode}`;
}

;// CONCATENATED MODULE: ./packages/backup/lib/restore/target-name.js
function targetName({ host, user, database }) {
    const ref = /\.pooler\.supabase\.com$/.test(host) ? /\.([a-z0-9]{20})$/.exec(user)?.[1] : undefined;
    return `${ref === undefined ? host : `db.${ref}.supabase.co`}/${database}`;
}

// EXTERNAL MODULE: ./packages/base/lib/together.js
var together = __webpack_require__(323512);
// EXTERNAL MODULE: ./packages/cli/lib/files.js
var files = __webpack_require__(110354);
// EXTERNAL MODULE: ./packages/cli/lib/programs.js
var programs = __webpack_require__(553229);
// EXTERNAL MODULE: ./packages/cli/lib/tell-checks.js
var tell_checks = __webpack_require__(106447);
// EXTERNAL MODULE: ./packages/cli/lib/tell-end.js
var tell_end = __webpack_require__(345000);
// EXTERNAL MODULE: ./packages/cli/lib/commands/version.js
var version = __webpack_require__(298176);
;// CONCATENATED MODULE: ./packages/action-kit/lib/backup/id.js
const BACKUP_ID = /^(latest|(?:(?:daily|weekly|monthly|yearly)\/)?\d{8}T\d{6}Z-[0-9a-f]{8})$/;
const EXPECTED_ID = 'latest, or the id of a backup';

// EXTERNAL MODULE: ./packages/backup/lib/targets/open-place.js + 2 modules
var open_place = __webpack_require__(506801);
// EXTERNAL MODULE: ./packages/base/lib/secret.js
var secret = __webpack_require__(487083);
// EXTERNAL MODULE: ./packages/cli/lib/log.js
var log = __webpack_require__(984893);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/backup/options.js





function toolsOf({ terminal, signal }) {
    return { clock: clock/* systemClock */.ml, log: (0,log/* logOf */.G)(terminal), signal };
}
async function placeOf(call) {
    if (call.text('to') === '')
        throw new errors/* InputError */.dz('--to: required: s3://BUCKET/PREFIX or a directory');
    const { clock, log } = toolsOf(call);
    const unsaid = { region: '', endpoint: '', accessKeyId: '', secretAccessKey: new secret/* Secret */.z('') };
    return (0,open_place/* openPlace */.Q)({ to: call.text('to'), ...unsaid }, { clock, log, fetch, env: process.env });
}
function urlFrom(variable) {
    const url = process.env[variable] ?? '';
    if (url === '')
        throw new errors/* InputError */.dz(`${variable}: required in the environment, a postgresql:// URL`);
    return new secret/* Secret */.z(url).reveal();
}
async function identitiesOf(call) {
    const path = call.text('key-file');
    return path === '' ? [] : (0,seal_recipients/* readIdentities */.d1)(readFile(path, '--key-file'));
}
function readFile(path, option) {
    return (0,files/* read */.LF)(path, `name another with ${option}`);
}
function listOf(call, name) {
    return call
        .text(name)
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== '');
}
function durationOf(call, name) {
    const text = call.text(name);
    if (text === '')
        return undefined;
    const ms = (0,lib_duration/* parseDuration */.E)(text);
    if (ms === undefined)
        throw new errors/* InputError */.dz(`--${name}: expected a duration like 90s, 2h or 35d, got "${text}"`);
    return ms;
}
function numberOf(call, name, most) {
    const text = call.text(name);
    if (!/^[1-9]\d{0,3}$/.test(text) || Number(text) > most)
        throw new errors/* InputError */.dz(`--${name}: expected a whole number from 1 to ${most}, got "${text}"`);
    return Number(text);
}
function wantedOf(call) {
    const wanted = call.text('backup');
    if (!BACKUP_ID.test(wanted))
        throw new errors/* InputError */.dz(`--backup: expected ${EXPECTED_ID}, got "${wanted}"`);
    return wanted;
}

;// CONCATENATED MODULE: ./packages/cli/lib/commands/backup/commands.js













const HOUR_MS = 3_600_000;
const NAME = 'backup';
const MOST_PARALLEL = 32;
const MOST_RUNS = 400;
const commands = { create, drill, status: commands_status, restore, runbook };
async function create(call, words) {
    const tools = toolsOf(call);
    const { target, encryption, place, parallel } = await (0,together/* readTogether */.V)({
        target: () => (0,database_url/* readDatabaseUrl */.Bq)(urlFrom('DATABASE_URL')),
        encryption: () => encryptionOf(call),
        place: () => placeOf(call),
        parallel: () => numberOf(call, 'parallel', MOST_PARALLEL),
    });
    const asked = call.text('tier');
    const tier = asked === 'auto' ? tierFor(Date.now(), await listBackups(place, tools)) : asked;
    const created = await createBackup({
        target,
        place,
        tier,
        encryption,
        selection: { withoutSchemas: listOf(call, 'exclude-schemas'), withoutRows: listOf(call, 'exclude-rows') },
        parallel,
        lockTimeoutMs: 10_000,
        maxDurationMs: 24 * HOUR_MS,
        pgDumpPath: call.text('pg-dump-path') || undefined,
        files: { mode: 'list', source: undefined, maxDurationMs: 0 },
        release: null,
        tool: { name: NAME, version: (0,version/* ownVersion */.X)() },
        ...tools,
    });
    const lines = created.kind === 'backed-up' ? created.notContained.map(({ what, why }) => `not contained: ${what}: ${why}\n`) : [];
    return ended(call, words, createEnd(created, place.name), { text: lines.join(''), data: created });
}
function ended(call, words, end, more = {}) {
    return (0,tell_end/* tellEnd */.H)(call, NAME, { ...end, message: words.text(end.message) }, more);
}
async function encryptionOf(call) {
    const recipients = listOf(call, 'encrypt-to');
    if (recipients.length === 1 && recipients[0] === 'none') {
        if (call.text('to').includes('://'))
            throw new errors/* InputError */.dz('--encrypt-to: none is for a directory only');
        return { kind: 'none' };
    }
    const problems = await (0,seal_recipients/* recipientProblems */.O2)(recipients);
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return { kind: 'age', recipients };
}
async function drill(call, words) {
    const tools = toolsOf(call);
    const [after, command] = [call.text('after-restore'), call.text('check-command')];
    if (command !== '' && !(0,programs/* hasProgram */.D)('bash'))
        throw new errors/* InputError */.dz('--check-command: it is run by bash, which is not on the PATH: install it, or leave it out');
    const { scratch, identities, policy, afterRestore, place, parallel, wanted, maxAgeMs, maxRestoreMs } = await (0,together/* readTogether */.V)({
        scratch: () => (0,database_url/* readDatabaseUrl */.Bq)(urlFrom('SCRATCH_DATABASE_URL')),
        identities: () => identitiesOf(call),
        policy: () => policyOf(call),
        afterRestore: () => (after === '' ? undefined : readFile(after, '--after-restore')),
        place: () => placeOf(call),
        parallel: () => numberOf(call, 'parallel', MOST_PARALLEL),
        wanted: () => wantedOf(call),
        maxAgeMs: () => durationOf(call, 'max-age'),
        maxRestoreMs: () => durationOf(call, 'max-restore-time'),
    });
    const recovery = policy?.recovery;
    const backup = await chosenBackup(place, wanted, call.signal);
    if (backup === undefined)
        return ended(call, words, noBackupEnd(wanted, place.name));
    const onOutput = (text) => call.terminal.tell(text);
    const check = { command, folder: process.cwd(), withinMs: HOUR_MS, onOutput, ...tools };
    const drilled = await drillBackup({
        place,
        prefix: backup.prefix,
        identities,
        scratch,
        parallel,
        maxAgeMs: Math.min(maxAgeMs ?? Infinity, recovery?.maxDataAgeMs ?? Infinity),
        maxRestoreMs: maxRestoreMs ?? recovery?.maxRestoreMs,
        afterRestore,
        probe: command === '' ? undefined : (target) => runCheckCommand(check, target),
        ...tools,
    });
    if (drilled.kind === 'refused')
        return ended(call, words, drillRefusedEnd(drilled.why));
    const verdict = judged(call, drilled.backup, inWords(drilled, words));
    const { restoreMs = null, dataAgeMs = null } = drilled;
    const at = new Date().toISOString();
    const record = {
        kind: 'lockstep-drill/1',
        backup: drilled.backup,
        verdict,
        at,
        restoreMs,
        dataAgeMs,
        run: null,
    };
    await keepDrill(place, record, call).catch((error) => tools.log.warning(`the drill could not be recorded next to the backups, so status does not see it: ${(0,errors/* describe */.q0)(error)}`));
    return verdict;
}
function inWords({ checks, notVerified = [] }, words) {
    return { checks: words.checks(checks), notVerified: words.gaps(notVerified) };
}
function judged(call, subject, { checks, notVerified = [] }, reasonOf) {
    return (0,tell_checks/* tellChecks */.z)(call, { subject, tool: NAME, checks, notVerified }, reasonOf);
}
async function commands_status(call, words) {
    const { place, maxDrillAgeMs, policy, every, runs, maxAge } = await (0,together/* readTogether */.V)({
        place: () => placeOf(call),
        maxDrillAgeMs: () => durationOf(call, 'max-drill-age'),
        policy: () => policyOf(call),
        every: () => durationOf(call, 'every'),
        runs: () => numberOf(call, 'runs', MOST_RUNS),
        maxAge: () => durationOf(call, 'max-age'),
    });
    const runbook = policy?.runbook;
    const seen = await lookAtBackups(place, {
        ...{ to: call.text('to'), everyMs: every ?? 24 * HOUR_MS, runs, maxAgeMs: maxAge ?? 30 * HOUR_MS, maxDrillAgeMs },
        ...{ tiers: [], lockedForMs: undefined, keep: tiersOf(policy), policy },
        document: runbook === undefined ? undefined : (0,files/* readIfThere */.qC)(runbook.document, 'name another in the policy file'),
    }, { now: Date.now, signal: call.signal });
    if (seen.rules !== undefined)
        call.terminal.tell(`lifecycle rules for the bucket:\n${seen.rules}\n`);
    return judged(call, place.name, inWords(seen, words));
}
async function runbook(call) {
    const path = call.text('policy-file') || POLICY_FILE;
    const { policy, place } = await (0,together/* readTogether */.V)({
        policy: () => readPolicyFile(readFile(path, '--policy-file'), path),
        place: () => placeOf(call),
    });
    const settings = policy.runbook;
    if (settings === undefined)
        throw new errors/* InputError */.dz(`${path}: no section runbook: write who, where and how often into it`);
    const drills = await listDrills(place, call);
    const drill = drills.find(({ verdict }) => verdict === 'pass');
    const { document } = settings;
    const text = renderRunbook({ runbook: settings, recovery: policy.recovery, drill, policy: path });
    (0,files/* write */.M9)(document, text);
    const words = drill === undefined ? 'no drill has passed yet' : `times of the drill of ${drill.at.slice(0, 10)}`;
    call.terminal.write(call.json ? `${JSON.stringify({ document, drill: drill ?? null })}\n` : `wrote ${document}: ${words}\n`);
    return 'pass';
}
function policyOf(call) {
    const path = call.text('policy-file');
    return path === '' ? undefined : readPolicyFile(readFile(path, '--policy-file'), path);
}
async function restore(call, words) {
    const tools = toolsOf(call);
    const { target, identities, place, parallel, wanted } = await (0,together/* readTogether */.V)({
        target: () => (0,database_url/* readDatabaseUrl */.Bq)(urlFrom('TARGET_DATABASE_URL')),
        identities: () => identitiesOf(call),
        place: () => placeOf(call),
        parallel: () => numberOf(call, 'parallel', MOST_PARALLEL),
        wanted: () => wantedOf(call),
    });
    const found = await chosenBackup(place, wanted, call.signal);
    if (found === undefined)
        return ended(call, words, noBackupEnd(wanted, place.name));
    const backup = `${found.tier}/${found.id}`;
    const name = targetName(target);
    if (call.text('confirm-target') !== name)
        return ended(call, words, notConfirmedEnd(name, backup));
    const options = { place, prefix: found.prefix, identities, target, parallel, ...tools };
    const tables = listOf(call, 'tables');
    if (tables.length > 0) {
        const back = await restoreTables(options, tables);
        const lines = back.kind === 'restored' ? back.tables.map(({ name, rows }) => `restored: ${name}: ${(0,lists/* count */.U9)(rows, 'row')}\n`) : [];
        return ended(call, words, tablesEnd(back, backup), { text: lines.join(''), data: back });
    }
    const restored = await restoreWhole(options);
    if (restored.kind !== 'restored')
        return ended(call, words, wholeRefusedEnd(restored));
    return judged(call, backup, inWords(restored, words), (verdict) => wholeReason(verdict, restored));
}


/***/ }),

/***/ 553229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ hasProgram)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(565658);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(385464);


const ENDINGS = process.platform === 'win32' ? ['.exe', '.cmd', '.bat', '.com'] : [''];
function hasProgram(name) {
    return (0,_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .isProgram */ .Vd)(name, { path: process.env['PATH'] ?? '', endings: ENDINGS, isThere: node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync });
}


/***/ }),

/***/ 309774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ copyRows)
/* harmony export */ });
const BATCH_BYTES = 64 * 1024;
const MOST_WAITING = 16;
async function* copyRows(session, sql) {
    const batches = new Batches();
    let result;
    const sent = session.send(sql, { onCopyRow: (row, socket) => batches.add(row, socket) }).then((answer) => {
        result = answer;
        batches.end();
    });
    try {
        for (;;) {
            const batch = batches.take();
            if (batch !== undefined)
                yield batch;
            else if (batches.isOver)
                break;
            else
                await batches.more();
        }
        await sent;
        if (result?.ok === false)
            throw result.error;
    }
    finally {
        if (result === undefined)
            session.abandon();
        batches.resume();
        await sent;
    }
}
class Batches {
    #full = [];
    #open = Buffer.allocUnsafe(BATCH_BYTES);
    #used = 0;
    #paused;
    #wake;
    isOver = false;
    add(row, socket) {
        if (this.#used + row.length > BATCH_BYTES)
            this.#close();
        if (row.length > BATCH_BYTES)
            this.#push(Buffer.from(row));
        else
            this.#used += row.copy(this.#open, this.#used);
        if (this.#full.length < MOST_WAITING || this.#paused !== undefined)
            return;
        this.#paused = socket;
        socket.pause();
    }
    end() {
        this.#close();
        this.isOver = true;
        this.#wake?.();
    }
    take() {
        const batch = this.#full.shift();
        if (this.#full.length < MOST_WAITING / 2)
            this.resume();
        return batch;
    }
    more() {
        return new Promise((resolve) => {
            this.#wake = resolve;
            if (this.isOver || this.#full.length > 0)
                resolve();
        });
    }
    resume() {
        this.#paused?.resume();
        this.#paused = undefined;
    }
    #close() {
        if (this.#used === 0)
            return;
        const batch = this.#open.subarray(0, this.#used);
        this.#open = Buffer.allocUnsafe(BATCH_BYTES);
        this.#used = 0;
        this.#push(batch);
    }
    #push(batch) {
        this.#full.push(batch);
        this.#wake?.();
    }
}


/***/ }),

/***/ 62934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ refuseTransactionPooler)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(203906);
/* harmony import */ var _database_url_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(735351);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(356042);



async function refuseTransactionPooler(access, session) {
    if (session.announcedPid === session.pid)
        return;
    const second = await (0,_session_js__WEBPACK_IMPORTED_MODULE_0__/* .openSession */ .f)(access.target, {
        log: access.log,
        signal: access.signal,
        applicationName: 'lockstep probe',
    });
    try {
        let shared = second.pid === session.pid;
        if (!shared) {
            await second.rows('begin');
            const [now] = await session.rows('select pg_catalog.pg_backend_pid()');
            shared = Number(now?.[0]) !== session.pid;
            await second.rows('rollback');
        }
        if (!shared)
            return;
    }
    finally {
        await second.close();
    }
    throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(`database-url: ${access.target.host}:${access.target.port} is a pooler in transaction mode, on which locks and ` +
        `settings do not hold; use its session mode, ${(0,_database_url_js__WEBPACK_IMPORTED_MODULE_2__/* .sessionUrl */ ._c)(access.target)}, or the server itself`);
}


/***/ }),

/***/ 283475:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ MIGRATION_LOCK)
/* harmony export */ });
const MIGRATION_LOCK = '4120653457330203772';


/***/ })

};
