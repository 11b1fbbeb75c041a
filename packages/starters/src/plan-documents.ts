import { parse } from 'yaml';
import { withOwnWorkflows } from './own-workflows.ts';
import type { PlannedFiles } from './plan-files.ts';
import type { Sources } from './sources.ts';

/** Whose controls there is a map of, in the order in which a joined map has them. */
export const FRAMEWORKS = ['hipaa', 'gdpr', 'soc-2', 'readiness'] as const;

export const DOCUMENTS_FILE = '.lockstep/documents.yml';
export const CONTROLS_FILE = '.lockstep/controls.yml';

/** What the repository's own list of documents says; undefined where it has none. */
export interface KnownDocuments {
  /** Files by their kinds. */
  readonly files: ReadonlyMap<string, string>;
  /** Kinds that the team does without. */
  readonly leftOut: readonly string[];
}

export interface DocumentChoices {
  readonly frameworks: readonly string[];
  /** Environment whose releases are evidence. */
  readonly environment: string;
  readonly known: KnownDocuments | undefined;
  /** Paths of the workflows that are there, and of those that are written with this. */
  readonly workflows: readonly string[];
  /** Whether something is at a path of the repository. */
  readonly has: (path: string) => boolean;
}

export interface PlannedDocuments extends PlannedFiles {
  /** What is there already, and belongs to people. */
  readonly kept: readonly string[];
}

/**
 * The templates of documents, the list of them, and the map of controls, as far as nothing is at their place: what people
 * filled in is theirs, and is never written again. Pure.
 */
export function planDocuments(
  sources: Sources,
  { environment, frameworks, has, known, workflows }: DocumentChoices,
): PlannedDocuments {
  const list = sources.documents.get('documents') ?? '';
  const kinds = kindsIn(list);
  const wanted = new Map<string, string>([
    [DOCUMENTS_FILE, list],
    [CONTROLS_FILE, withOwnWorkflows(controlsText(sources, frameworks, environment), workflows, environment)],
  ]);
  const unlisted: string[] = [];
  for (const [kind, usual] of kinds) {
    const template = sources.documents.get(kind);
    if (known?.leftOut.includes(kind) === true) continue;
    if (known !== undefined && !known.files.has(kind))
      unlisted.push(`${DOCUMENTS_FILE}: add the line "${kind}: ${usual}"`);
    if (template !== undefined) wanted.set(known?.files.get(kind) ?? usual, template);
  }
  const runbook =
    known?.files.get('runbook') ?? (known?.leftOut.includes('runbook') === true ? undefined : kinds.get('runbook'));
  const files = new Map([...wanted].filter(([path]) => !has(path)));
  return {
    files,
    kept: [...wanted.keys()].filter(has),
    missing: [
      ...[...files].flatMap(([path, text]) => placesIn(path, text)),
      ...(runbook === undefined || has(runbook) ? [] : [`${runbook}: "lockstep backup runbook" writes it`]),
      ...unlisted,
    ],
  };
}

/** Files by their kinds, as the list to begin with has them. */
function kindsIn(list: string): ReadonlyMap<string, string> {
  const { documents } = parse(list) as { documents: Readonly<Record<string, string | { readonly file: string }>> };
  return new Map(Object.entries(documents).map(([kind, at]) => [kind, typeof at === 'string' ? at : at.file]));
}

function placesIn(path: string, text: string): readonly string[] {
  const places = text.match(/\[FILL IN/g)?.length ?? 0;
  return places === 0 ? [] : [`${path}: ${places} places, each marked with [FILL IN]`];
}

const HEAD = 'version: 1\ncontrols:\n';

/** One map of several frameworks; what is said at the top of each stays with its rows. */
function controlsText({ controls }: Sources, frameworks: readonly string[], environment: string): string {
  const parts = FRAMEWORKS.filter((name) => frameworks.includes(name)).map((name) => {
    const [about = '', rows = ''] = (controls.get(name) ?? '').split(HEAD);
    return `${about.replace(/^(?=.)/gm, '  ')}${rows}`;
  });
  return `${HEAD}${parts.join('\n')}`.replaceAll('subject: production/*', `subject: ${environment}/*`);
}
