'use strict';
/**
 * Preload (`NODE_OPTIONS=--require=…/calls-hook.cjs`) that ends a process at the nth call it makes to the world: a write to
 * a socket, or a change below the folder LOCKSTEP_CALLS_FOLDER. `LOCKSTEP_CALLS_AT` is the number; `LOCKSTEP_CALLS_DO` says
 * what happens before it: a signal, or `cut` (the connection breaks, the disk gives an error), or `after` (killed when it is
 * made, before any answer). Each call is a line in the file LOCKSTEP_CALLS_LOG.
 */
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');
const net = require('node:net');
const { Duplex } = require('node:stream');
const { isMainThread } = require('node:worker_threads');

const { LOCKSTEP_CALLS_AT: at, LOCKSTEP_CALLS_DO: what, LOCKSTEP_CALLS_FOLDER: folder } = process.env;
const log = process.env['LOCKSTEP_CALLS_LOG'];
let calls = 0;

/** Whether this is the call; what is done with the process itself is done. */
function isCall(words) {
  calls++;
  if (log !== undefined) fs.appendFileSync(log, `${words}\n`);
  if (calls !== Number(at)) return false;
  if (what !== 'cut' && what !== 'after') process.kill(process.pid, what);
  return true;
}

function killed() {
  process.kill(process.pid, 'SIGKILL');
}

function watchSockets() {
  net.Socket.prototype.write = function write(...args) {
    const isOurs = this.connecting || this.remotePort !== undefined;
    if (
      !isOurs ||
      !isCall(
        `socket ${Buffer.from(args[0])
          .toString('latin1')
          .replace(/[^ -~]+/g, ' ')
          .trim()
          .slice(0, 60)}`,
      )
    )
      return Duplex.prototype.write.apply(this, args);
    if (what === 'cut') {
      this.destroy(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }));
      return false;
    }
    const isRoom = Duplex.prototype.write.apply(this, args);
    if (what === 'after') setImmediate(killed);
    return isRoom;
  };
}

/** A method of the file system whose call counts where `path` of it is below the folder. */
function watched(owner, name, path) {
  const own = owner[name];
  owner[name] = async function call(...args) {
    const where = path(args);
    const isIt =
      where.startsWith(folder) && isCall(`file ${name} ${where.slice(folder.length).replace(/\/\d{8}T.*?\//, '/ID/')}`);
    if (isIt && what === 'cut') throw Object.assign(new Error(`EIO: i/o error, ${name}`), { code: 'EIO' });
    const result = await own.apply(this, args);
    if (isIt && what === 'after') killed();
    if (name === 'open' && where.startsWith(folder)) {
      for (const each of ['write', 'sync']) watched(result, each, () => where);
    }
    return result;
  };
}

if (isMainThread) {
  watchSockets();
  if (folder !== undefined) {
    for (const name of ['open', 'rename', 'link', 'unlink']) watched(fs.promises, name, ([path]) => String(path));
    syncBuiltinESMExports();
  }
}
