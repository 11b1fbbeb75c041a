// A safety net: a helper in a session of its own that outlives its parent by a moment. It is told of
// every process group and temp folder; when its stdin closes, however the parent ended, it ends and removes whatever
// is still on its list. Plain JavaScript beside the sources, so that it starts alike from src/ and from lib/.
import { readFileSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const GRACE_MS = 3_000;
/** Process group → the signal that asks it to end. */
const groups = new Map();
const folders = new Set();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
try {
  for await (const line of createInterface({ input: process.stdin })) note(line);
} catch {
  // A reset pipe says the same as a closed one.
}
await reap();

function note(line) {
  let message;
  try {
    message = JSON.parse(line);
  } catch {
    return; // Cut off where the parent was killed while writing.
  }
  if (message.kind === 'group') groups.set(message.id, message.signal);
  if (message.kind === 'folder') folders.add(message.path);
  if (message.kind === 'group-gone') groups.delete(message.id);
  if (message.kind === 'folder-gone') folders.delete(message.path);
}

async function reap() {
  for (const [group, signal] of groups) {
    send(group, 'SIGCONT');
    send(group, signal);
  }
  await gone(GRACE_MS);
  for (const group of groups.keys()) send(group, 'SIGKILL');
  await gone(GRACE_MS);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

async function gone(withinMs) {
  const deadline = Date.now() + withinMs;
  while ([...groups.keys()].some(isAlive) && Date.now() < deadline) await sleep(10);
}

/** A leader that has ended, and that an idle init has not collected yet, is not worth waiting for. */
function isAlive(group) {
  if (!send(group, 0)) return false;
  try {
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${group}/stat`, 'utf8'));
  } catch {
    return true; // No /proc, or no leader any more.
  }
}

function send(group, signal) {
  try {
    return process.kill(-group, signal);
  } catch {
    return false;
  }
}
