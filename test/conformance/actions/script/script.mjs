import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor;
const { env } = process;

/** Runners other than GitHub's may run their minutes faster, and say so here. */
const scale = Number(env['CONFORMANCE_TIME_SCALE'] ?? '1');

const tools = {
  env,
  /** Says what was seen: one line of the log, read by compare.ts. */
  observe: (name, value) => console.log(`conformance|${name}|${JSON.stringify(value ?? null)}`),
  /** Appends to GITHUB_OUTPUT, GITHUB_ENV, … */
  append: (kind, text) => appendFileSync(env[`GITHUB_${kind}`], text),
  /** Seconds of the runner's time. */
  sleep: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1_000 * scale)),
  /** Notes for later steps of the job. */
  note: (name, text) => appendFileSync(join(env['RUNNER_TEMP'], `${name}.note`), `${text}\n`),
  notes: (name) => {
    const path = join(env['RUNNER_TEMP'], `${name}.note`);
    return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
  },
};

/** Runs the input of that name. */
export async function runScript(input) {
  const body = env[`INPUT_${input.toUpperCase()}`] ?? '';
  await new AsyncFunction(...Object.keys(tools), body)(...Object.values(tools));
}
