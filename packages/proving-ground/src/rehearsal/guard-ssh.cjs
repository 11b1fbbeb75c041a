'use strict';
/**
 * What git has for ssh in a rehearsal: `guard-ssh.cjs [-p PORT] [-o …] [USER@]HOST COMMAND`. The preload refuses the
 * connection and writes it down where HOST is another machine; ssh itself runs where it is this one.
 */
const { spawnSync } = require('node:child_process');
const net = require('node:net');

const args = process.argv.slice(2);
/** Options of ssh's that have a value of their own. */
const VALUED = /^-[BbcDEeFIiJLlmOopQRSWw]$/;
let port = 22;
let at = 0;
while (at < args.length && args[at].startsWith('-')) {
  if (args[at] === '-p') port = Number(args[at + 1]);
  at += VALUED.test(args[at]) ? 2 : 1;
}
const host = (args[at] ?? '').replace(/^.*@/, '');
const socket = net.connect({ host, port });
socket.once('connect', () => {
  socket.destroy();
  process.exitCode = spawnSync('ssh', args, { stdio: 'inherit' }).status ?? 255;
});
socket.once('error', (error) => {
  console.error(error.message);
  process.exitCode = 255;
});
