import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type SpawnOptions, spawnAction } from '../src/action/spawn-action.ts';

const actions = fileURLToPath(new URL('fixtures/repo/actions', import.meta.url));
const probe = (inputs: Record<string, string> = {}, options: SpawnOptions = {}) =>
  spawnAction(join(actions, 'probe'), inputs, options);
const seen = (action: { output: string }): Record<string, string> =>
  JSON.parse(/^sees (.*)$/m.exec(action.output)?.[1] ?? '{}');

describe('spawnAction', () => {
  test('gives inputs by their names, hyphens and all, and evaluates the defaults', async () => {
    const action = await probe({}, { jobStatus: 'failure', github: { token: 'ghs_abcdef' } });
    expect(seen(action)).toMatchObject({
      'INPUT_DRY-RUN': 'false',
      'INPUT_JOB-STATUS': 'failure',
      INPUT_TOKEN: 'ghs_abcdef',
      INPUT_PRINT: '',
    });
    expect(action).toMatchObject({ status: 0, outcome: 'success', outputs: { 'job-status': 'failure' } });
    expect(action.log).not.toContain('ghs_abcdef');
  });

  test('lets nothing of its own environment leak in', async () => {
    process.env['LEAKING_VARIABLE'] = 'yes';
    try {
      const env = seen(await probe({}, { env: { LOCKSTEP_JOURNAL: '/tmp/journal' } }));
      expect(env).not.toHaveProperty('LEAKING_VARIABLE');
      expect(env).not.toHaveProperty('NODE_OPTIONS');
      expect(env).toMatchObject({ CI: 'true', GITHUB_ACTIONS: 'true', LOCKSTEP_JOURNAL: '/tmp/journal' });
      expect(env['GITHUB_REPOSITORY']).toBe('octo-org/octo-app');
    } finally {
      delete process.env['LEAKING_VARIABLE'];
    }
  });

  test('hands what main saved to post', async () => {
    const main = await probe();
    expect(main.state).toEqual({ main: 'seen' });
    const post = await probe({}, { phase: 'post', state: main.state, jobStatus: 'cancelled' });
    expect(post.output).toContain('phase post');
    expect(post.outputs).toEqual({ 'job-status': 'cancelled' });
  });

  test('collects outputs, variables, path, summary and annotations', async () => {
    const append = {
      output: 'plan<<EOF\na\nb=c\nEOF\n',
      env: 'COLOUR=blue\n',
      path: '/opt/bin\n',
      step_summary: '# Done\n',
    };
    const print = '::warning title=Slow,file=a.sql,line=3::took%0Along\n::debug::hidden\n::group::Phase\n::endgroup::';
    const action = await probe({ append: JSON.stringify(append), print });
    expect(action).toMatchObject({
      outputs: { plan: 'a\nb=c' },
      env: { COLOUR: 'blue' },
      path: ['/opt/bin'],
      summary: '# Done\n',
      annotations: [{ level: 'warning', title: 'Slow', file: 'a.sql', line: 3, message: 'took\nlong' }],
    });
    expect(action.log).toContain('##[group]Phase');
    expect(action.log).not.toContain('##[debug]');
  });

  test('says how the step failed', async () => {
    expect(await probe({ end: 'exit:3' })).toMatchObject({ status: 3, outcome: 'failure' });
    const broken = await probe({ append: JSON.stringify({ output: 'no equals sign\n' }) });
    expect(broken).toMatchObject({ status: 0, outcome: 'failure' });
    expect(broken.annotations.map((a) => a.message)).toEqual([
      "Unable to process file command 'output' successfully.",
      "Invalid format 'no equals sign'",
    ]);
  });

  test('reads state and outputs after a kill', async () => {
    const action = await probe({ end: 'hang' }, { kill: { signal: 'SIGKILL', afterLine: /^ready$/ } });
    expect(action).toMatchObject({ status: 137, signal: 'SIGKILL', outcome: 'failure', state: { main: 'seen' } });
    expect(action.outputs).toEqual({ 'job-status': 'success' });
  });

  test.each([
    ['hang', ['got SIGINT'], undefined],
    ['hang-deaf', ['got SIGINT', 'got SIGTERM'], 'SIGKILL'],
  ])('cancels as the runner does: %s', async (end, signals, signal) => {
    const controller = new AbortController();
    const onLine = (line: string) => (line === 'ready' ? controller.abort() : undefined);
    const action = await probe({ end }, { signal: controller.signal, timeScale: 0.02, onLine });
    expect(action.output.split('\n').filter((line) => line.startsWith('got'))).toEqual(signals);
    expect(action).toMatchObject({ outcome: 'cancelled', signal });
  });

  test('refuses an action or a phase that does not exist', async () => {
    await expect(spawnAction(join(actions, 'nothing'))).rejects.toThrow("Can't find 'action.yml'");
    await expect(probe({}, { phase: 'pre' })).rejects.toThrow('action probe has no pre to run');
  });

  describe('with folders of the caller', () => {
    let temp = '';
    beforeEach(() => {
      temp = mkdtempSync(join(tmpdir(), 'spawn-'));
    });
    afterEach(() => rmSync(temp, { recursive: true, force: true }));

    test('uses them as RUNNER_TEMP and workspace and leaves them', async () => {
      const env = seen(await probe({}, { temp, cwd: temp }));
      expect(env).toMatchObject({ RUNNER_TEMP: temp, GITHUB_WORKSPACE: temp });
    });
  });
});
