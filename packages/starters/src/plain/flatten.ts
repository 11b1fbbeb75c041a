import type { Document } from 'yaml';
import { literal, rewrite, type Tree, templateTree } from '../expressions/tree.ts';
import type { Sources } from '../sources.ts';
import { type Called, calledBy, callOf, workflowOf } from '../workflows.ts';
import { type Entry, mapsBelow, type Names, namesAt, textAt } from '../yaml.ts';
import { type FlatJob, type Frame, idIn, replacer } from './frame.ts';

/** What a job that calls may say here, and a workflow that is called besides its jobs. */
const CALLER = ['name', 'if', 'needs', 'uses', 'with', 'secrets', 'permissions'];
const CALLED = ['name', 'on', 'permissions', 'jobs'];

/** The jobs of a workflow, those of the workflows that it calls in their place. */
export function flatJobs(workflow: Document, sources: Sources): readonly FlatJob[] {
  const alone = mapsBelow(workflow, 'jobs').length === 1;
  return flatten(workflow, { names: [], ids: [], alone, needs: [], conditions: [] }, sources);
}

function flatten(workflow: Document, frame: Frame, sources: Sources): readonly FlatJob[] {
  return mapsBelow(workflow, 'jobs').flatMap(({ key, value: node }) => {
    const names = [...frame.names, textAt(node, 'name') ?? ''];
    const ids = [...frame.ids, key.value];
    const called = calledBy(textAt(node, 'uses'));
    const needs = namesAt(node, 'needs').map((name) => idIn(frame, name));
    const entry = needs.length === 0 ? frame.needs : needs;
    if (called === undefined) return [{ id: idIn(frame, key.value), names, key, node, frame, needs: entry }];
    refuse(node.items, CALLER, `job ${key.value}`);
    const inner = workflowOf(sources, called);
    refuse(entriesOf(inner), CALLED, `${called}.yml`);
    const conditions = node.has('if') ? [...frame.conditions, { text: node.get('if'), frame }] : frame.conditions;
    const asked = callOf(sources, called);
    const call = { name: called, outer: frame, ...given(asked, node, frame), outputs: asked.outputs ?? {} };
    return flatten(inner, { names, ids, alone: frame.alone, needs: entry, conditions, call }, sources);
  });
}

function entriesOf(document: Document): readonly Entry[] {
  return (document.contents as Names | null)?.items ?? [];
}

function refuse(entries: readonly Entry[], known: readonly string[], where: string): void {
  const strange = entries.map(({ key }) => key.value).filter((name) => !known.includes(name));
  if (strange.length > 0) throw new Error(`${where}: cannot say ${strange.join(', ')} as plain steps`);
}

/** Its inputs and secrets as expressions that mean something in the caller. */
function given({ inputs = {}, secrets = {} }: Called, node: Names, frame: Frame) {
  const caller = node.toJSON() as { with?: Record<string, unknown>; secrets?: Record<string, unknown> };
  const tree = (value: unknown): Tree => {
    if (typeof value === 'string') return rewrite(templateTree(value), replacer(frame));
    return literal(typeof value === 'number' || typeof value === 'boolean' ? value : null);
  };
  const nothing = { boolean: false, number: 0, string: '' };
  const strange = Object.keys(caller.with ?? {}).filter((name) => !(name in inputs));
  if (strange.length > 0) throw new Error(`there is no input ${strange.join(', ')}`);
  return {
    inputs: mapValues(inputs, ({ type = 'string', default: usual = nothing[type] }, name) =>
      tree(caller.with?.[name] ?? usual),
    ),
    secrets: mapValues(secrets, (_declared, name) => tree(caller.secrets?.[name] ?? '')),
  };
}

function mapValues<V, W>(object: Readonly<Record<string, V>>, change: (value: V, name: string) => W) {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value, name)]));
}
