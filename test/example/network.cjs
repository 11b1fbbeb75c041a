'use strict';
/**
 * Preload (`NODE_OPTIONS=--require=…/network.cjs`) that leads the addresses of the example to this machine: a hosts file
 * and a NAT for one process. EXAMPLE_ROUTES has for each `HOST:PORT` the port on 127.0.0.1.
 */
const dgram = require('node:dgram');
const net = require('node:net');

const routes = JSON.parse(process.env.EXAMPLE_ROUTES || '{}');
const portOf = (host, port) => routes[`${host}:${port}`];

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function connectByRoute(...args) {
  // `net.connect` passes what it has read of its arguments, as a list; `tls.connect` passes its options.
  const list = Array.isArray(args[0]) ? args[0] : args;
  const [options] = list;
  const port = typeof options === 'object' && options !== null ? portOf(options.host, options.port) : undefined;
  if (port !== undefined) list[0] = { ...options, host: '127.0.0.1', port };
  return connect.apply(this, args);
};

const { connect: connectDatagrams } = dgram.Socket.prototype;
dgram.Socket.prototype.connect = function connectByRoute(port, address, ...rest) {
  const own = portOf(address, port);
  return own === undefined
    ? connectDatagrams.call(this, port, address, ...rest)
    : connectDatagrams.call(this, own, '127.0.0.1', ...rest);
};
