import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, parse as pathOf } from 'node:path';
import { parse, parseDocument } from 'yaml';

/** What the starters are made of: texts of this toolkit, by their names without the ending. */
export interface Sources {
  /** The starters, in the order of their names. */
  readonly templates: ReadonlyMap<string, string>;
  /** The workflows that they call. */
  readonly workflows: ReadonlyMap<string, string>;
  /** What each action takes. */
  readonly actions: ReadonlyMap<string, ActionInputs>;
  /** The templates of documents by their kind, and `documents`: the list of them. */
  readonly documents: ReadonlyMap<string, string>;
  /** The maps of controls, by their frameworks. */
  readonly controls: ReadonlyMap<string, string>;
}

/** The inputs of an action by their names, as far as a starter needs them. */
export type ActionInputs = Readonly<Record<string, { readonly default?: string; readonly required?: boolean }>>;

/** The files of a folder with one of these endings, by what stands before that. */
function textsIn(folder: string, endings: readonly string[] = ['.yml']): ReadonlyMap<string, string> {
  const files = readdirSync(folder).filter((name) => endings.includes(extname(name)));
  return new Map(files.sort().map((file) => [pathOf(file).name, readFileSync(join(folder, file), 'utf8')]));
}

/** What `make` gives for each of them, made once. */
export function onceEach<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const known = made.get(key) ?? { value: make(key) };
    made.set(key, known);
    return known.value;
  };
}

/** The starters of a checkout of this toolkit. */
export function sourcesIn(root: string): Sources {
  const workflows = [...textsIn(join(root, '.github', 'workflows'))].filter(([name]) => !name.startsWith('selftest'));
  const actions = readdirSync(join(root, 'actions')).filter((name) => existsSync(manifestIn(root, name)));
  return {
    templates: textsIn(join(root, 'workflows-templates')),
    workflows: new Map(workflows.filter(([, text]) => parseDocument(text).hasIn(['on', 'workflow_call']))),
    actions: new Map(actions.sort().map((name) => [name, inputsIn(readFileSync(manifestIn(root, name), 'utf8'))])),
    documents: textsIn(join(root, 'packages/starters/documents'), ['.md', '.yml']),
    controls: textsIn(join(root, 'packages/starters/controls')),
  };
}

function manifestIn(root: string, action: string): string {
  return join(root, 'actions', action, 'action.yml');
}

/** What the starters need of an action.yml. */
function inputsIn(manifest: string): ActionInputs {
  const { inputs = {} } = parse(manifest) as { inputs?: Record<string, { default?: unknown; required?: unknown }> };
  const kept = Object.entries(inputs).map(([name, { default: usual, required }]) => [
    name,
    { ...(usual === undefined ? {} : { default: String(usual) }), ...(required === true ? { required } : {}) },
  ]);
  return Object.fromEntries(kept) as ActionInputs;
}
