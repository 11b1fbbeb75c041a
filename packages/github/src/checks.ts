import type { GitHub } from './client.ts';
import { cutMarkdown } from './comment/cut-markdown.ts';
import type { EndpointParameters } from './endpoints.ts';

export interface CheckAnnotation {
  /** Relative to the repository's root. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly column?: number;
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

export interface CheckRequest {
  readonly name: string;
  /** The commit, whole: of a pull request its head, not the merge that was built. */
  readonly commit: string;
  /** The same for every try to write this check, so that one whose answer was lost is found again. */
  readonly externalId: string;
  readonly conclusion: 'success' | 'failure' | 'neutral';
  readonly title: string;
  /** Markdown; cut to what GitHub takes. */
  readonly summary: string;
  /** In the order in which they matter: the first are shown. */
  readonly annotations: readonly CheckAnnotation[];
  /** How many there are in all; the summary says how many are not shown. */
  readonly annotationCount: number;
  readonly detailsUrl: string;
}

export type CheckResult =
  /** `lost`: annotations of the first 200 that GitHub did not take. */
  | { readonly kind: 'published'; readonly id: number; readonly url: string; readonly lost: number }
  /** GitHub said no: nothing is there. */
  | { readonly kind: 'refused'; readonly status: number | undefined; readonly message: string }
  /** The answer was lost, and reading shows nothing. */
  | { readonly kind: 'unconfirmed'; readonly message: string };

/** docs.github.com/rest/checks/runs: of summary and text, and of annotations in one request. */
const SUMMARY_LIMIT = 65_535;
const CUT_NOTE = '… the rest did not fit; the step summary has it.';
const ANNOTATIONS_PER_REQUEST = 50;
/** More would not be read; the rest is counted in the summary. */
const ANNOTATIONS_SHOWN = 200;

type Create = EndpointParameters<'checks.create'>;
type Output = NonNullable<Create['output']>;

/** Writes one completed check with its annotations. Needs `checks: write`. Throws RemoteError where reading fails. */
export async function publishCheck(github: GitHub, request: CheckRequest): Promise<CheckResult> {
  const shown = request.annotations.slice(0, ANNOTATIONS_SHOWN);
  const first = shown.slice(0, ANNOTATIONS_PER_REQUEST);
  const answer = await github.change('checks.create', {
    name: request.name,
    head_sha: request.commit,
    external_id: request.externalId,
    status: 'completed',
    conclusion: request.conclusion,
    details_url: request.detailsUrl,
    output: outputOf(request, first),
  });
  if (answer.kind === 'refused') return { kind: 'refused', status: answer.error.status, message: answer.error.message };
  const check = answer.kind === 'accepted' ? answer.data : await findCheck(github, request);
  if (check === undefined)
    return { kind: 'unconfirmed', message: `GitHub did not answer, and the check ${request.name} is not there` };
  const url = check.html_url ?? '';
  let count = first.length;
  while (count < shown.length) {
    const next = shown.slice(count, count + ANNOTATIONS_PER_REQUEST);
    // Annotations are added to those that are there, so a lost answer must not be tried again.
    const added = await github.change('checks.update', {
      check_run_id: Number(check.id),
      output: outputOf(request, next),
    });
    if (added.kind !== 'accepted') break;
    count += next.length;
  }
  return { kind: 'published', id: Number(check.id), url, lost: shown.length - count };
}

async function findCheck(github: GitHub, request: CheckRequest) {
  const { check_runs: runs } = await github.read('checks.listForRef', {
    ref: request.commit,
    check_name: request.name,
  });
  return runs.find((run) => run.external_id === request.externalId);
}

function outputOf(request: CheckRequest, annotations: readonly CheckAnnotation[]): Output {
  const left = request.annotationCount - Math.min(request.annotations.length, ANNOTATIONS_SHOWN);
  const note = left > 0 ? `\n\n${left} more annotations are not shown.` : '';
  return {
    title: request.title,
    summary: `${cutMarkdown(request.summary, SUMMARY_LIMIT - note.length, CUT_NOTE)}${note}`,
    annotations: annotations.map(({ file, line, column, level, title, message }) => ({
      path: file,
      start_line: line,
      end_line: line,
      ...(column === undefined ? {} : { start_column: column, end_column: column }),
      annotation_level: level === 'error' ? 'failure' : level,
      title: title.slice(0, 255),
      message: message.slice(0, 4_000),
    })),
  };
}
