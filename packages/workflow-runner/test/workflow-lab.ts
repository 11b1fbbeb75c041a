import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunOptions } from '../src/plan/options.ts';
import type { JobResult, RunEvent, RunResult } from '../src/plan/result.ts';
import { Runner } from '../src/runner.ts';

const toolkit = fileURLToPath(new URL('fixtures/repo', import.meta.url));

/** A repository made of a few files, and a runner for it. `$/` and `./` lead into it; `lockstep-ci/lockstep` has `probe`. */
export class WorkflowLab implements Disposable {
  readonly root = mkdtempSync(join(tmpdir(), 'workflow-lab-'));
  readonly runner = new Runner();
  readonly events: RunEvent[] = [];

  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  write(path: string, text: string): void {
    const full = join(this.root, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
  }

  /** `on: workflow_dispatch` and these jobs, unless the text says more. */
  workflow(text: string): void {
    this.write('.github/workflows/main.yml', /^on:/m.test(text) ? text : `on: workflow_dispatch\n${text}`);
  }

  options(more: Partial<RunOptions> = {}): RunOptions {
    return {
      repository: { name: 'octo-org/octo-app', root: this.root },
      workflow: '.github/workflows/main.yml',
      actions: { 'lockstep-ci/lockstep': toolkit },
      timeScale: 0.02,
      ...more,
      onEvent: (event) => {
        this.events.push(event);
        more.onEvent?.(event);
      },
    };
  }

  run(workflow: string, more: Partial<RunOptions> = {}): Promise<RunResult> {
    this.workflow(workflow);
    return this.runner.run(this.options(more));
  }

  [Symbol.dispose](): void {
    this.runner.destroy();
    rmSync(this.root, { recursive: true, force: true });
  }
}

export function job(result: RunResult, id: string): JobResult {
  const found = result.jobs.find((each) => each.id === id);
  if (found === undefined)
    throw new Error(`there is no job ${id} among ${result.jobs.map((each) => each.id).join(', ')}`);
  return found;
}

/** `id: conclusion` of each job. */
export function conclusions(result: RunResult): Record<string, string> {
  return Object.fromEntries(result.jobs.map((each) => [each.id, each.conclusion]));
}

/** `name: conclusion` of each step of a job, in order. */
export function steps(result: RunResult, id: string): string[] {
  return job(result, id).steps.map((step) => `${step.name}: ${step.conclusion}`);
}

export function logOf(result: RunResult, id: string): string {
  return job(result, id)
    .steps.map((step) => step.log)
    .join('\n');
}
