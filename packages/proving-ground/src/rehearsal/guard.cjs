'use strict';
/**
 * Preload for every Node process of a rehearsal: a connection, or a question to a name server, that would leave this
 * machine is refused, and written down for the rehearsal to stop at. Package managers may ask their registries.
 */
const dgram = require('node:dgram');
const dns = require('node:dns');
const fs = require('node:fs');
const net = require('node:net');

const { LOCKSTEP_GUARD_LOG = '', LOCKSTEP_GUARD_REGISTRIES = '', LOCKSTEP_GUARD_VERCEL = '' } = process.env;
const OURS = /(^|\.)(localhost|test)\.?$/i;
const MANAGER = /\/(npm|npx)-cli\.js$|\/(pnpm|pnpx|yarn|yarnpkg|corepack|bun)(\.[cm]?js)?$/;

const VERCEL_CLI = /\/vercel\/dist\/(vc|index)\.[cm]?js$/;

const program = process.argv[1] === undefined ? process.argv0 : realPath(process.argv[1]);
const registries = MANAGER.test(program) ? LOCKSTEP_GUARD_REGISTRIES.split(',') : [];

// Vercel's own CLI reads from its settings where the API is. A login of whoever sits here is not in these.
if (LOCKSTEP_GUARD_VERCEL !== '' && VERCEL_CLI.test(program)) {
  const rest = process.argv.indexOf('--', 2);
  process.argv.splice(rest < 0 ? process.argv.length : rest, 0, '--global-config', LOCKSTEP_GUARD_VERCEL);
}

function realPath(path) {
  try {
    return fs.realpathSync(path);
  } catch {
    return path;
  }
}

function mayAsk(host) {
  const name = String(host)
    .replace(/^\[|\]$/g, '')
    .toLowerCase();
  if (name === '' || OURS.test(name) || registries.includes(name)) return true;
  if (net.isIPv4(name)) return name.startsWith('127.') || name === '0.0.0.0';
  return name === '::1' || name === '::' || name.startsWith('::ffff:127.');
}

function refusal(host, port) {
  const attempt = { host: String(host), port: Number(port ?? 0), by: [program, ...process.argv.slice(2, 5)].join(' ') };
  if (LOCKSTEP_GUARD_LOG !== '') fs.appendFileSync(LOCKSTEP_GUARD_LOG, `${JSON.stringify(attempt)}\n`);
  const error = new Error(`a rehearsal asks nothing outside of this machine, and this would have asked ${host}`);
  return Object.assign(error, { code: 'ERR_OUTSIDE_OF_REHEARSAL', hostname: String(host) });
}

/** Host and port of the arguments of `socket.connect`; no host for a path. */
function destination(args) {
  const first = Array.isArray(args[0]) ? args[0][0] : args[0];
  if (typeof first === 'object' && first !== null)
    return first.path ? {} : { host: first.host ?? 'localhost', port: first.port };
  if (typeof first === 'string' && !/^\d+$/.test(first)) return {};
  return { host: typeof args[1] === 'string' ? args[1] : 'localhost', port: first };
}

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function guarded(...args) {
  const { host, port } = destination(args);
  if (host === undefined || mayAsk(host)) return connect.apply(this, args);
  const error = refusal(host, port);
  process.nextTick(() => this.destroy(error));
  return this;
};

const { send } = dgram.Socket.prototype;
dgram.Socket.prototype.send = function guarded(...args) {
  const address = args.find((arg, at) => at > 0 && typeof arg === 'string');
  if (address === undefined || mayAsk(address)) return send.apply(this, args);
  const error = refusal(address);
  const done = args.at(-1);
  process.nextTick(() => (typeof done === 'function' ? done(error) : this.emit('error', error)));
};

/** Methods that end in a callback, and those that give a promise. */
function guardNames(owner, later) {
  for (const name of Object.getOwnPropertyNames(owner)) {
    const ask = owner[name];
    if (typeof ask !== 'function' || !/^(lookup|resolve|reverse)/.test(name)) continue;
    owner[name] = function guarded(host, ...rest) {
      if (mayAsk(host)) return ask.call(this, host, ...rest);
      const error = refusal(host, 53);
      if (later) return Promise.reject(error);
      const done = rest.at(-1);
      process.nextTick(() => typeof done === 'function' && done(error));
      return undefined;
    };
  }
}
guardNames(dns, false);
guardNames(dns.Resolver.prototype, false);
guardNames(dns.promises, true);
guardNames(dns.promises.Resolver.prototype, true);
