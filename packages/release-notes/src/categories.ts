import { Fields, InputError, isMap } from '@lockstep/base';
import { loadAll } from 'js-yaml';
import type { Change } from './changes.ts';

/** What belongs under one heading. */
export interface Category {
  readonly title: string;
  /** `*` for any change at all. */
  readonly labels: readonly string[];
  readonly scopes: readonly string[];
  readonly types: readonly string[];
  readonly breaking: boolean;
  readonly exclude: Exclusion;
}

/** What is left out, of all notes or of one heading. */
export interface Exclusion {
  readonly labels: readonly string[];
  /** Logins; `*` is nobody's. */
  readonly authors: readonly string[];
}

/** How changes are sorted: by the repository's own categories first, then by ours. */
export interface NotesConfig {
  readonly categories: readonly Category[];
  readonly exclude: Exclusion;
}

export interface Section {
  readonly title: string;
  readonly changes: readonly Change[];
}

const nobody: Exclusion = { labels: [], authors: [] };

function category(title: string, what: Partial<Category>): Category {
  return { title, labels: [], scopes: [], types: [], breaking: false, exclude: nobody, ...what };
}

const OWN: readonly Category[] = [
  category('Breaking changes', { breaking: true, labels: ['breaking', 'breaking-change', 'breaking change'] }),
  category('Security', { labels: ['security'], types: ['security'] }),
  category('Dependencies', { labels: ['dependencies'], scopes: ['deps', 'deps-dev'] }),
  category('Features', { labels: ['enhancement', 'feature'], types: ['feat', 'feature'] }),
  category('Fixes', { labels: ['bug', 'fix'], types: ['fix', 'hotfix'] }),
  category('Performance', { labels: ['performance'], types: ['perf'] }),
  category('Reverts', { types: ['revert'] }),
  category('Documentation', { labels: ['documentation'], types: ['docs'] }),
  category('Maintenance', { types: ['build', 'chore', 'ci', 'refactor', 'style', 'test'] }),
];

const OTHER = 'Other changes';

export const plainConfig: NotesConfig = { categories: [], exclude: nobody };

/**
 * GitHub's own `.github/release.yml`, as its generated release notes read it (docs.github.com, "Automatically
 * generated release notes"). Throws InputError with everything that is wrong with it.
 */
export function readNotesConfig(text: string, path: string): NotesConfig {
  const problems: string[] = [];
  const mapped = (value: unknown, where: string) => {
    if (value !== undefined && value !== null && !isMap(value)) problems.push(`${where}: expected a map`);
    return new Fields(isMap(value) ? value : {}, where);
  };
  const exclusion = (value: unknown, where: string): Exclusion => {
    const fields = mapped(value, where);
    const found = { labels: fields.list('labels'), authors: fields.list('authors') };
    problems.push(...fields.problems);
    return found;
  };
  const changelog = mapped(mapped(parse(text, path), path).any('changelog'), `${path}: changelog`);
  const listed = changelog.any('categories') ?? [];
  if (!Array.isArray(listed)) problems.push(`${path}: categories: expected a list`);
  const categories = (Array.isArray(listed) ? listed : []).map((entry: unknown, at) => {
    const where = `${path}: category ${at + 1}`;
    const fields = mapped(entry, where);
    const title = fields.text('title', { required: true });
    const labels = fields.list('labels', { required: true });
    problems.push(...fields.problems);
    return category(title, { labels, exclude: exclusion(fields.any('exclude'), where) });
  });
  const config = { categories, exclude: exclusion(changelog.any('exclude'), path) };
  if (problems.length > 0) throw new InputError(problems);
  return config;
}

/** Sorts changes under headings, each under the first that it fits; without those that are excluded. */
export function sortIntoSections(changes: readonly Change[], config: NotesConfig): Section[] {
  const [breaking, ...ours] = OWN;
  const shown = [...(breaking === undefined ? [] : [breaking]), ...config.categories, ...ours];
  const under = new Map<string, Change[]>([...shown.map((one) => one.title), OTHER].map((title) => [title, []]));
  for (const change of changes) {
    if (isExcluded(change, config.exclude)) continue;
    under.get(headingOf(change, config.categories) ?? headingOf(change, OWN) ?? OTHER)?.push(change);
  }
  return [...under].flatMap(([title, found]) => (found.length === 0 ? [] : [{ title, changes: found }]));
}

/** What somebody said by a label counts for more than how the title begins. */
function headingOf(change: Change, categories: readonly Category[]): string | undefined {
  const open = categories.filter((one) => !isExcluded(change, one.exclude));
  const byLabel = (one: Category) => overlap(one.labels, change.labels) || one.labels.includes('*');
  const by: readonly ((one: Category) => boolean)[] = [
    (one) => one.breaking && change.breaking.length > 0,
    byLabel,
    (one) => one.scopes.includes(change.scope),
    (one) => overlap(one.types, change.types),
  ];
  for (const fits of by) {
    const found = open.find(fits);
    if (found !== undefined) return found.title;
  }
  return undefined;
}

function isExcluded(change: Change, { labels, authors }: Exclusion): boolean {
  return overlap(labels, change.labels) || authors.some((login) => sameText(login, change.author.login));
}

function overlap(some: readonly string[], others: readonly string[]): boolean {
  return some.some((one) => others.some((other) => sameText(one, other)));
}

function sameText(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function parse(text: string, path: string): unknown {
  try {
    return loadAll(text)[0];
  } catch (cause) {
    throw new InputError(`${path}: not readable as YAML`, { cause });
  }
}
