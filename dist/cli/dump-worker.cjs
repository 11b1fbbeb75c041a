/**
 * A thread in which pg_dump runs, compiled to WebAssembly. It is made for a database in the same process and calls it without
 * waiting; here each call waits for the thread that owns the connection to a real server. Talks the protocol as it comes:
 * only the login is answered here, since the other thread has logged in already.
 */
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { parentPort, workerData } = require('node:worker_threads');

/** @type {{ module: string, args: string[], control: SharedArrayBuffer, data: SharedArrayBuffer, parameters: Record<string, string>, pid: number, secretKey: number }} */
const { module: path, args, control: controlBuffer, data: dataBuffer, parameters, pid, secretKey } = workerData;
const control = new Int32Array(controlBuffer);
const data = new Uint8Array(dataBuffer);

/** Kinds of messages after which the server answers: a simple query, and the end of an extended one. */
const ASKS = new Set(['Q', 'S']);
const READY = 'Z'.charCodeAt(0);
let isLoggedIn = false;
let unsent = Buffer.alloc(0);

const database = {
  // What pglite-tools asks its own database before and after.
  query: async () => ({ rows: [{ search_path: 'public' }] }),
  exec: async () => {},
  execProtocolRawStream: exchange,
};

/** Takes what pg_dump writes; returns when the server has answered whatever needs an answer. */
function exchange(bytes, { onRawData }) {
  unsent = Buffer.concat([unsent, bytes]);
  if (!isLoggedIn) {
    if (unsent.length < 4 || unsent.length < unsent.readInt32BE(0)) return;
    unsent = Buffer.alloc(0);
    isLoggedIn = true;
    onRawData(loginAnswer());
    return;
  }
  const { whole, kinds } = wholeMessages(unsent, 0);
  // Terminate: the other thread ends the connection.
  if (kinds.includes('X') || whole === 0) return;
  parentPort.postMessage({ write: Uint8Array.from(unsent.subarray(0, whole)) });
  unsent = unsent.subarray(whole);
  if (!kinds.some((kind) => ASKS.has(kind))) return;
  let received = Buffer.alloc(0);
  for (;;) {
    received = Buffer.concat([received, receive()]);
    const { whole: length, last } = wholeMessages(received, 0);
    if (length > 0) onRawData(Uint8Array.from(received.subarray(0, length)));
    received = received.subarray(length);
    if (last === READY && received.length === 0) return;
  }
}

function receive() {
  Atomics.store(control, 0, 0);
  parentPort.postMessage({ read: true });
  // A waking that comes late is of the answer before: only the value says that there is a new one.
  while (Atomics.load(control, 0) === 0) Atomics.wait(control, 0, 0);
  const length = control[1];
  if (length === 0) throw new Error('the connection to the database was lost');
  return Buffer.from(data.slice(0, length));
}

/** How many bytes from the start are whole messages, and of which kinds. */
function wholeMessages(bytes, from) {
  const kinds = [];
  let at = from;
  while (at + 5 <= bytes.length) {
    const end = at + 1 + bytes.readInt32BE(at + 1);
    if (end > bytes.length) break;
    kinds.push(String.fromCharCode(bytes[at]));
    at = end;
  }
  return { whole: at, kinds, last: kinds.at(-1)?.charCodeAt(0) };
}

function loginAnswer() {
  const reports = Object.entries(parameters).map(([name, value]) => message('S', Buffer.from(`${name}\0${value}\0`)));
  const key = Buffer.alloc(8);
  key.writeInt32BE(pid, 0);
  key.writeInt32BE(secretKey, 4);
  return Buffer.concat([message('R', Buffer.alloc(4)), ...reports, message('K', key), message('Z', Buffer.from('I'))]);
}

function message(kind, body) {
  const head = Buffer.alloc(5);
  head.write(kind);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

/**
 * What the module does to the text that pg_dump wrote, and what it does here. It would drop each line that begins with
 * `\restrict`, in the body of a function as well, and put a sign of its own where bytes are no UTF-8: a function that is
 * restored must be the one that was backed up, byte by byte.
 */
const UNTOUCHED = [
  ['.FS.readFile(x,{encoding:"utf8"})', '.FS.readFile(x)'],
  [String.raw`.fileContents.replace(/^(?:\\(?:un)?restrict\b.*\r?\n?)/gim,"")`, '.fileContents'],
];

/** The module, whose version is exact: one that is written in another way is refused rather than believed. */
function load() {
  let code = readFileSync(path, 'utf8');
  for (const [theirs, ours] of UNTOUCHED) {
    const parts = code.split(theirs);
    if (parts.length !== 2) throw new Error('pglite-tools is not of the version that this was made for');
    code = parts.join(ours);
  }
  const loaded = new Module(path, module);
  loaded.filename = path;
  loaded.paths = Module._nodeModulePaths(__dirname);
  loaded._compile(code, path);
  return loaded.exports;
}

// The name that it gives itself in what it says.
process.argv[1] = 'pg_dump';
load()
  .pgDump({ pg: database, args })
  .then((file) => file.arrayBuffer())
  .then(
    (bytes) => parentPort.postMessage({ sql: new Uint8Array(bytes) }),
    (error) => parentPort.postMessage({ error: String(error?.message ?? error) }),
  );
