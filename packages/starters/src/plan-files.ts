import { InputError } from '@lockstep/base';
import { isScalar, parseDocument, visit } from 'yaml';
import { pinReferences } from './pin-references.ts';
import { plainSteps } from './plain/plain-steps.ts';
import type { Sources } from './sources.ts';
import { type CalledInput, calledBy, callOf, HOME } from './workflows.ts';
import { mapAt, mapsBelow, textAt } from './yaml.ts';

export interface StarterOptions {
  /** Inputs of the called workflows, for every call that has them. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly ref?: string;
  /** The branch that is released. */
  readonly branch?: string;
  /** A set of its own next to others: `lockstep-release-NAME.yml`, "Release NAME". */
  readonly named?: string;
  /** Every step in the file itself. */
  readonly plain?: boolean;
  /** Where this toolkit is found, on a server of one's own. */
  readonly mirror?: string;
  /** Leaves out what servers do not know. */
  readonly olderServer?: boolean;
}

export interface PlannedFiles {
  /** The files to write, by their path in the user's repository. */
  readonly files: ReadonlyMap<string, string>;
  /** What is still to be filled in, a line each. */
  readonly missing: readonly string[];
}

/**
 * Another way to release than lockstep-release.yml: where both were there, each push would do both. And what runs on a
 * schedule and needs a store, targets, a contract, or the commands of the package manager: without them it would fail
 * every time. And what writes a branch of its own into the repository.
 */
const NAMED_ONLY: readonly string[] = [
  ...['lockstep-stage', 'lockstep-promote', 'lockstep-approve'],
  ...['lockstep-backup', 'lockstep-drill', 'lockstep-scan', 'lockstep-backend', 'lockstep-alert-drill'],
  'lockstep-evidence',
];
const PLACEHOLDER = /^YOUR-[A-Z-]+$/;

/** What is installed where none is named. */
export function usualStarters(sources: Sources): readonly string[] {
  return [...sources.templates.keys()].filter((name) => !NAMED_ONLY.includes(name));
}

/** The workflows to write. Throws InputError where a starter or an input is not known, all of it at once. */
export function planFiles(names: readonly string[], sources: Sources, options: StarterOptions = {}): PlannedFiles {
  const { inputs = {}, branch = 'main', named = '', mirror = HOME } = options;
  const chosen = chosenStarters(names, sources);
  const problems = inputProblems(inputs, chosen, sources);
  if (problems.length > 0) throw new InputError(problems);
  const files = new Map<string, string>();
  const missing: string[] = [];
  for (const name of chosen) {
    const template = (sources.templates.get(name) ?? '').replaceAll('$default-branch', branch);
    const filled = fillIn(template, sources, options);
    const file = `${suffixed(name, '-', named)}.yml`;
    missing.push(...filled.missing.map((what) => `${file}: ${what}`));
    files.set(
      `.github/workflows/${file}`,
      finished(filled.text, sources, options).replaceAll(`${HOME}/`, `${mirror}/`),
    );
  }
  return { files, missing };
}

function finished(text: string, sources: Sources, { plain = false, ref = 'v1', olderServer = false }: StarterOptions) {
  return pinReferences(plain ? plainSteps(text, sources, { ref }) : text, { ref, olderServer });
}

/** `pull-request` and `lockstep-pull-request` are the same. */
export function chosenStarters(names: readonly string[], { templates, ...sources }: Sources): readonly string[] {
  if (names.length === 0) return usualStarters({ templates, ...sources });
  const found = names.map((name) => ({ name, starter: starterOf(name, templates) }));
  const strange = found.filter(({ starter }) => starter === undefined);
  if (strange.length === 0) return found.flatMap(({ starter }) => starter ?? []);
  const all = [...templates.keys()].map((name) => name.replace('lockstep-', '')).join(', ');
  throw new InputError(strange.map(({ name }) => `there is no starter "${name}"; expected one of ${all}`));
}

function starterOf(name: string, templates: Sources['templates']): string | undefined {
  return [name, `lockstep-${name}`].find((one) => templates.has(one));
}

/** The names of all inputs that the workflows have which a starter calls. */
export function inputsOf(name: string, sources: Sources): readonly string[] {
  return [...new Set(chosenStarters([name], sources).flatMap((one) => [...declaredBy(one, sources).keys()]))];
}

function declaredBy(starter: string, sources: Sources): ReadonlyMap<string, CalledInput> {
  const jobs = mapsBelow(parseDocument(sources.templates.get(starter) ?? ''), 'jobs');
  const called = jobs.flatMap(({ value }) => calledBy(textAt(value, 'uses')) ?? []);
  return new Map(called.flatMap((name) => Object.entries(callOf(sources, name).inputs ?? {})));
}

function inputProblems(inputs: Readonly<Record<string, string>>, chosen: readonly string[], sources: Sources) {
  const declared = chosen.map((name) => declaredBy(name, sources));
  return Object.entries(inputs).flatMap(([name, value]) => {
    const found = declared.flatMap((all) => all.get(name) ?? []);
    if (found.length === 0) return [`--with: no called workflow has an input ${name}${near(name, declared)}`];
    const wrong = found.find(({ type }) => typed(value, type) === undefined);
    return wrong === undefined ? [] : [`--with ${name}: expected a ${wrong.type}, got "${value}"`];
  });
}

/** The inputs that begin like a wrong one, or share a word with it. */
function near(wrong: string, declared: readonly ReadonlyMap<string, unknown>[]): string {
  const words = wrong.split('-').filter((word) => word.length > 2);
  const all = [...new Set(declared.flatMap((one) => [...one.keys()]))];
  const alike = all.filter(
    (one) => one.startsWith(wrong.slice(0, 4)) || one.split('-').some((word) => words.includes(word)),
  );
  return alike.length === 0 ? '' : `; there is ${alike.slice(0, 8).join(', ')}`;
}

function suffixed(name: string, between: string, named: string): string {
  return named === '' ? name : `${name}${between}${named}`;
}

function fillIn(text: string, sources: Sources, { inputs = {}, ref = 'v1', named = '' }: StarterOptions) {
  const document = parseDocument(text);
  document.set('name', suffixed(textAt(document, 'name') ?? '', ' ', named));
  followOwnSet(document, named);
  for (const { key, value: job } of mapsBelow(document, 'jobs')) {
    const name = calledBy(textAt(job, 'uses'));
    const declared = name === undefined ? {} : (callOf(sources, name).inputs ?? {});
    for (const [input, value] of Object.entries(inputs))
      if (declared[input] !== undefined)
        document.setIn(['jobs', key.value, 'with', input], typed(value, declared[input].type));
  }
  const missing: string[] = [];
  visit(document, {
    Pair(_key, { key, value }) {
      if (!isScalar(value) || !isScalar(key)) return;
      if (key.value === 'uses') value.value = usesOf(String(value.value), ref);
      if (PLACEHOLDER.test(String(value.value))) missing.push(`${key.value} is still ${value.value}`);
    },
  });
  return { text: document.toString({ lineWidth: 0, flowCollectionPadding: false }), missing };
}

/** What follows a workflow follows the one of its own set. */
function followOwnSet(document: ReturnType<typeof parseDocument>, named: string): void {
  const followed = mapAt(document, 'on');
  const workflows = (followed && mapAt(followed, 'workflow_run'))?.get('workflows', true) as
    | { readonly items: readonly unknown[] }
    | undefined;
  for (const one of workflows?.items ?? []) if (isScalar(one)) one.value = suffixed(String(one.value), ' ', named);
}

function usesOf(uses: string, ref: string): string {
  return uses.startsWith(`${HOME}/`) ? uses.replace(/@[^@]*$/, `@${ref}`) : uses;
}

/** The value as its type; undefined where it is none of that. */
function typed(value: string, type: CalledInput['type']): string | number | boolean | undefined {
  if (type === 'boolean') return value === 'true' ? true : value === 'false' ? false : undefined;
  if (type === 'number') return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
  return value;
}
