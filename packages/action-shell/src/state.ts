import * as core from '@actions/core';

const PREFIX = 'lockstep-';

/** What main leaves for post, by GITHUB_STATE: written at once, kept by the runner also when main is killed. */
export interface StateStore {
  /** Keeps a JSON value. Small ones only: they travel in the environment of the post step. */
  save(key: string, value: unknown): void;
  /** What was saved last under the key, in main or, from post, by main; undefined when nothing was. */
  get(key: string): unknown;
}

export function runnerState(env: Readonly<Record<string, string | undefined>>): StateStore {
  const own = new Map<string, string>();
  return {
    save: (key, value) => {
      const text = JSON.stringify(value);
      own.set(key, text);
      core.saveState(`${PREFIX}${key}`, text);
    },
    get: (key) => {
      const text = own.get(key) ?? env[`STATE_${PREFIX}${key}`];
      return text === undefined || text === '' ? undefined : (JSON.parse(text) as unknown);
    },
  };
}
