import { type ChildProcess, spawn } from 'node:child_process';
import { InputError, jsonText, type Verdict } from '@lockstep/base';
import { seedAsSupabase } from '@lockstep/migrations';
import type { Call } from '../command.ts';
import { withLocalServer } from '../local-database.ts';
import { engineOf } from './engine.ts';

export async function runDb(call: Call): Promise<Verdict> {
  return await withLocalServer(call, async ({ url }) => {
    if (!call.flag('plain')) await seedAsSupabase(await engineOf(call, { url, source: 'the new database' }));
    const command = call.text('run');
    if (command !== '') return await runCommand(command, url.reveal(), call);
    call.terminal.writeSecret(call.json ? jsonText({ url: url.reveal() }) : `${url.reveal()}\n`);
    call.terminal.tell('Ctrl-C ends it and deletes everything in it.\n');
    await new Promise<void>((resolve) => call.signal.addEventListener('abort', () => resolve(), { once: true }));
    return 'pass';
  });
}

async function runCommand(command: string, url: string, { signal }: Call): Promise<Verdict> {
  const env = { ...process.env, LOCKSTEP_DATABASE_URL: url, DATABASE_URL: url };
  // At a terminal it must stay in the foreground, where Ctrl-C reaches all of it; elsewhere it is a group, to end it whole.
  const isGroup = process.platform !== 'win32' && process.stdin.isTTY !== true;
  const child = spawn(command, { shell: true, stdio: 'inherit', env, detached: isGroup });
  signal.addEventListener('abort', () => endAll(child, isGroup), { once: true });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', (cause) => reject(new InputError(`--run: ${cause.message}`, { cause })));
    child.once('close', resolve);
  });
  signal.throwIfAborted();
  if (code !== 0) return 'fail';
  return 'pass';
}

/** The shell, and what it started. */
function endAll(child: ChildProcess, isGroup: boolean): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawn('taskkill', ['/T', '/F', '/PID', String(child.pid)], { stdio: 'ignore' }).on('error', () => child.kill());
    return;
  }
  try {
    process.kill(isGroup ? -child.pid : child.pid, 'SIGTERM');
  } catch {
    // It has ended by itself.
  }
}
