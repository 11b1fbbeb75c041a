'use strict';
/**
 * Preload (`NODE_OPTIONS=--require=…/dns-hook.cjs`) for processes that visit the proving ground's hosts by name: every
 * `*.localhost` and `*.test` is 127.0.0.1. Node on Linux asks the system's resolver, which need not know `*.localhost`
 * (RFC 6761, section 6.3), and its fetch drops a Host header, so a URL is the only way to name a host.
 */
const dns = require('node:dns');

const OURS = /(^|\.)(localhost|test)\.?$/i;
/** Never resolves (RFC 6761, section 6.4), whatever the machine's resolver makes of it without a network. */
const NOBODY = /(^|\.)invalid\.?$/i;
const ADDRESS = { address: '127.0.0.1', family: 4 };
const { lookup } = dns;
const { lookup: lookupLater } = dns.promises;

dns.lookup = (hostname, ...rest) => {
  const done = rest[rest.length - 1];
  if (NOBODY.test(String(hostname))) return process.nextTick(() => done(notFound(hostname)));
  if (!OURS.test(String(hostname))) return lookup(hostname, ...rest);
  process.nextTick(() => (wantsAll(rest[0]) ? done(null, [ADDRESS]) : done(null, ADDRESS.address, ADDRESS.family)));
};

dns.promises.lookup = async (hostname, ...rest) => {
  if (NOBODY.test(String(hostname))) throw notFound(hostname);
  if (!OURS.test(String(hostname))) return lookupLater(hostname, ...rest);
  return wantsAll(rest[0]) ? [ADDRESS] : ADDRESS;
};

function notFound(hostname) {
  const error = new Error(`getaddrinfo ENOTFOUND ${hostname}`);
  return Object.assign(error, { code: 'ENOTFOUND', errno: -3008, syscall: 'getaddrinfo', hostname });
}

function wantsAll(options) {
  return typeof options === 'object' && options !== null && options.all === true;
}
