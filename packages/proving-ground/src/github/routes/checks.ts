import {
  type Call,
  counted,
  created,
  invalid,
  listed,
  newestFirst,
  notFound,
  ok,
  type Routes,
  refusal,
} from '../call.ts';
import { resolveRef } from '../graph.ts';
import { fullName, nodeId, repoUrl } from '../shapes.ts';
import { type CheckRun, takeId } from '../world.ts';

const read = [{ checks: 'read' }] as const;
const write = [{ checks: 'write' }] as const;

export const checkRoutes: Routes = {
  'checks/create': { needs: write, answer: create },
  'checks/update': { needs: write, answer: (call) => checkOf(call, (check) => update(call, check)) },
  'checks/get': { needs: read, answer: (call) => checkOf(call, (check) => ok(checkShape(call, check))) },
  'checks/list-for-ref': { needs: read, answer: listForRef },
  'checks/list-annotations': {
    needs: read,
    answer: (call) => checkOf(call, (check) => listed(call, check.annotations, annotationShape)),
  },
};

function create(call: Call) {
  const sha = String(call.body['head_sha']);
  if (!call.repo.commits.has(sha)) return refusal(422, `No commit found for SHA: ${sha}`);
  const check: CheckRun = {
    id: takeId(call.world),
    sha,
    name: String(call.body['name']),
    status: 'queued',
    conclusion: null,
    detailsUrl: null,
    externalId: null,
    startedAt: call.at,
    completedAt: null,
    output: { title: null, summary: null, text: null },
    annotations: [],
  };
  const problem = apply(call, check);
  if (problem !== undefined) return problem;
  call.repo.checkRuns.push(check);
  return created(checkShape(call, check));
}

function update(call: Call, check: CheckRun) {
  return apply(call, check) ?? ok(checkShape(call, check));
}

/** Takes the body's fields over; annotations are added to those that are there. A refusal leaves the check as it was. */
function apply(call: Call, check: CheckRun) {
  const { body } = call;
  const text = (name: string, old: string | null) => (body[name] === undefined ? old : String(body[name]));
  const status = (body['status'] as CheckRun['status'] | undefined) ?? check.status;
  const conclusion = (body['conclusion'] as CheckRun['conclusion'] | undefined) ?? check.conclusion;
  if ((status === 'completed' || body['completed_at'] !== undefined) && conclusion === null)
    return invalid('CheckRun', 'conclusion', 'missing_field');
  const output = body['output'] as
    | ({ annotations?: Record<string, unknown>[] } & Partial<CheckRun['output']>)
    | undefined;
  check.name = text('name', check.name) ?? check.name;
  check.conclusion = conclusion;
  check.status = conclusion === null ? status : 'completed';
  check.completedAt = conclusion === null ? null : text('completed_at', check.completedAt ?? call.at);
  check.startedAt = text('started_at', check.startedAt);
  check.detailsUrl = text('details_url', check.detailsUrl);
  check.externalId = text('external_id', check.externalId);
  if (output !== undefined) {
    const { annotations = [], title = null, summary = null, text: details = null } = output;
    check.output = { title, summary, text: details };
    check.annotations.push(...annotations);
  }
  return undefined;
}

/** By default the newest of each name. */
function listForRef(call: Call) {
  const sha = resolveRef(call.repo, call.params['ref'] ?? '');
  if (sha === undefined) return refusal(422, `No commit found for SHA: ${call.params['ref']}`);
  const name = call.query.get('check_name');
  const status = call.query.get('status');
  const all = newestFirst(call.repo.checkRuns.filter((check) => check.sha === sha))
    .filter((check) => name === null || check.name === name)
    .filter((check) => status === null || check.status === status);
  const latest = all.filter((check, at) => all.findIndex((other) => other.name === check.name) === at);
  const shown = call.query.get('filter') === 'all' ? all : latest;
  return counted(call, 'check_runs', shown, (check) => checkShape(call, check));
}

function checkOf(call: Call, then: (check: CheckRun) => ReturnType<typeof ok>) {
  const found = call.repo.checkRuns.find((check) => String(check.id) === call.params['check_run_id']);
  return found === undefined ? notFound() : then(found);
}

function checkShape(call: Call, check: CheckRun): object {
  const url = `${repoUrl(call.base, call.repo)}/check-runs/${check.id}`;
  return {
    id: check.id,
    node_id: nodeId('CheckRun', check.id),
    head_sha: check.sha,
    name: check.name,
    external_id: check.externalId ?? '',
    url,
    html_url: `${call.base}/${fullName(call.repo)}/runs/${check.id}`,
    details_url: check.detailsUrl,
    status: check.status,
    conclusion: check.conclusion,
    started_at: check.startedAt,
    completed_at: check.completedAt,
    output: { ...check.output, annotations_count: check.annotations.length, annotations_url: `${url}/annotations` },
    check_suite: { id: check.id },
    app: null,
    pull_requests: [],
  };
}

function annotationShape(sent: Record<string, unknown>): object {
  return {
    start_column: null,
    end_column: null,
    title: null,
    raw_details: null,
    blob_href: '',
    ...sent,
  };
}
