import { isMap, parseDocument } from 'yaml';
import { callOf } from '../../scripts/install-templates.mjs';

/** Laid over what a call passes; null leaves one out. */
export type Overlay = Readonly<Record<string, string | null>>;

const OURS = /^lockstep-ci\/lockstep\/\.github\/workflows\/([\w-]+)\.yml@/;

/** A workflow, with each call of ours given those of these inputs that the called one has, and these secrets by name. */
export function layOver(text: string, inputs: Overlay, secrets: Overlay = {}): string {
  const document = parseDocument(text);
  const jobs = document.get('jobs');
  if (!isMap<{ value: string }, { get(key: string): unknown }>(jobs)) throw new Error('a workflow without jobs');
  for (const { key, value: job } of jobs.items) {
    const called = OURS.exec(String(job?.get('uses')))?.[1];
    if (called === undefined) continue;
    const { inputs: has = {}, secrets: takes = {} } = callOf(called);
    const lay = (part: string, name: string, value: string | null) => {
      const path = ['jobs', key.value, part, name];
      if (value === null) document.deleteIn(path);
      else document.setIn(path, value);
    };
    for (const [name, value] of Object.entries(inputs)) if (name in has) lay('with', name, value);
    for (const [name, value] of Object.entries(secrets))
      if (name in takes) lay('secrets', name, value === null ? null : `\${{ secrets.${name} }}`);
  }
  return String(document);
}
