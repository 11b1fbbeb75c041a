import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import { Scope } from '../../src/scope/scope.ts';

describe('a scope', () => {
  test('ends what it owns in reverse order, once', async () => {
    const ended: string[] = [];
    {
      await using scope = new Scope();
      for (const name of ['first', 'second', 'third']) scope.defer(name, () => ended.push(name));
      await scope[Symbol.asyncDispose]();
    }
    expect(ended).toEqual(['third', 'second', 'first']);
  });

  test('ends all of it though some fail or hang, and tells of each in one line', async () => {
    const scope = new Scope();
    const ended: string[] = [];
    scope.defer('folder', () => ended.push('folder'));
    scope.defer('server', () => Promise.reject(new Error('port 4242 does not close')));
    scope.defer('proxy', () => new Promise(() => undefined), 30);
    await expect(scope[Symbol.asyncDispose]()).rejects.toThrow(
      '2 things did not end: ending proxy took longer than 30 ms; port 4242 does not close',
    );
    expect(ended).toEqual(['folder']);
  });

  test('forgets what has ended by itself', async () => {
    const scope = new Scope();
    const forget = scope.defer('server', () => Promise.reject(new Error('ended twice')));
    forget();
    await scope[Symbol.asyncDispose]();
  });

  test('tells through its signal that it ends, and takes nothing more', async () => {
    const scope = new Scope();
    let aborted = false;
    scope.defer('server', () => {
      aborted = scope.signal.aborted;
    });
    await scope[Symbol.asyncDispose]();
    expect(aborted).toBe(true);
    expect(() => scope.folder()).toThrow('temp folder: the proving ground is being stopped');
    await expect(scope.spawn('true', [])).rejects.toThrow('true: the proving ground is being stopped');
  });

  test('removes its folders with all that is in them', async () => {
    const scope = new Scope();
    const folder = scope.folder('scope-test-');
    writeFileSync(path.join(folder, 'file'), 'x');
    await scope[Symbol.asyncDispose]();
    expect(existsSync(folder)).toBe(false);
  });
});

describe('an owned process', () => {
  test('that cannot be started is one line', async () => {
    await using scope = new Scope();
    await expect(scope.spawn('/no/such/program', [])).rejects.toThrow('cannot start /no/such/program (ENOENT)');
  });

  test('ends with its scope, its children too', async () => {
    const scope = new Scope();
    const shell = await scope.spawn('sh', ['-c', 'sleep 600 & echo $!; wait'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const [grandchild] = await once(shell.child.stdout ?? process.stdin, 'data');
    await scope[Symbol.asyncDispose]();
    expect(await shell.ended).toEqual({ code: null, signal: 'SIGTERM' });
    expect(await isRunning(Number(grandchild))).toBe(false);
  });

  test('leaves no child behind when it ends by itself', async () => {
    await using scope = new Scope();
    const shell = await scope.spawn('sh', ['-c', 'sleep 600 >&- & echo $!'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const grandchild = Number(await text(shell.child.stdout ?? process.stdin));
    expect(await shell.ended).toEqual({ code: 0, signal: null });
    expect(await isRunning(grandchild)).toBe(false);
  });

  test('is killed where it does not obey within its grace, even when it is stopped', async () => {
    await using scope = new Scope();
    const shell = await scope.spawn('sh', ['-c', `trap '' TERM; echo up; while :; do sleep 600; done`], {
      stdio: ['ignore', 'pipe', 'ignore'],
      graceMs: 50,
    });
    await once(shell.child.stdout ?? process.stdin, 'data');
    shell.kill('SIGSTOP');
    expect(await shell.stop()).toEqual({ code: null, signal: 'SIGKILL' });
  });
});

/** Whether a process runs, once init has had a moment to collect it. */
async function isRunning(pid: number): Promise<boolean> {
  for (let look = 0; look < 20; look++) {
    const state = await text(
      spawn('ps', ['-o', 'stat=', '-p', `${pid}`], { stdio: ['ignore', 'pipe', 'ignore'] }).stdout,
    );
    if (state.trim() === '' || state.trim().startsWith('Z')) return false;
    // Real time: between two looks.
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return true;
}
