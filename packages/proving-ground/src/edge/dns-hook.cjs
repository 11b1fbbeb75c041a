'use strict';
/**
 * Preload (`NODE_OPTIONS=--require=…/dns-hook.cjs`) for processes that visit the proving ground's hosts by name: every
 * `*.localhost` and `*.test` is 127.0.0.1. Node on Linux asks the system's resolver, which need not know `*.localhost`
 * (RFC 6761, section 6.3), and its fetch drops a Host header, so a URL is the only way to name a host.
 */
const dns = require('node:dns');

const OURS = /(^|\.)(localhost|test)\.?$/i;
const ADDRESS = { address: '127.0.0.1', family: 4 };
const { lookup } = dns;
const { lookup: lookupLater } = dns.promises;

dns.lookup = (hostname, ...rest) => {
  if (!OURS.test(String(hostname))) return lookup(hostname, ...rest);
  const done = rest[rest.length - 1];
  process.nextTick(() => (wantsAll(rest[0]) ? done(null, [ADDRESS]) : done(null, ADDRESS.address, ADDRESS.family)));
};

dns.promises.lookup = async (hostname, ...rest) => {
  if (!OURS.test(String(hostname))) return lookupLater(hostname, ...rest);
  return wantsAll(rest[0]) ? [ADDRESS] : ADDRESS;
};

function wantsAll(options) {
  return typeof options === 'object' && options !== null && options.all === true;
}
