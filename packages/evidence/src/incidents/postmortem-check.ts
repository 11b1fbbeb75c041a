import { type Check, formatDuration, nameSome } from '@lockstep/base';
import { DECISIONS, type Incident, nameOf } from './incident.ts';
import type { Postmortems } from './postmortems.ts';

export interface PostmortemPolicy {
  /** How long people have for it, from when the incident was closed. */
  readonly postmortemWithinMs: number;
  /** Undefined where the files of the repository were not there to be read. */
  readonly postmortems: Postmortems | undefined;
}

const BASE = { id: 'incident/postmortem', title: 'A closed incident has a postmortem' } as const;
const { noPostmortem, postmortemDone } = DECISIONS;

/**
 * Whether each closed incident has its postmortem: a document of the repository that names it and passes, or the label by
 * which a person says that it is elsewhere, or that none is needed. There is always one check: where nothing was closed,
 * that nothing was. Pure.
 */
export function postmortemChecks(
  incidents: readonly Incident[],
  policy: PostmortemPolicy,
  { hasSeen, nowMs }: { readonly hasSeen: boolean; readonly nowMs: number },
): readonly Check[] {
  const closed = incidents.flatMap((incident) =>
    incident.closedMs === null ? [] : [checkOf(incident, incident.closedMs, policy, nowMs)],
  );
  if (closed.length > 0) return closed;
  const none = { ...BASE, what: 'issues', measured: 'no closed incident', expected: 'a postmortem of each' };
  return hasSeen
    ? [{ ...none, verdict: 'pass', reason: 'none-closed', remedy: '' }]
    : [{ ...none, verdict: 'unknown', reason: 'nothing-seen', remedy: 'see incident/known' }];
}

function checkOf(incident: Incident, closedMs: number, policy: PostmortemPolicy, nowMs: number): Check {
  const { postmortemWithinMs: withinMs, postmortems } = policy;
  const own = postmortems?.found.filter((one) => one.incident === incident.number) ?? [];
  const whole = own.find(({ problems }) => problems.length === 0);
  const expected = `within ${formatDuration(withinMs)} of ${new Date(closedMs).toISOString().slice(0, 10)}`;
  const about = { ...BASE, what: nameOf(incident), expected };
  const pass = (reason: string, measured: string): Check => ({
    ...{ ...about, verdict: 'pass', reason, measured, remedy: '' },
    ...(whole === undefined ? {} : { where: { file: whole.file } }),
  });
  if (whole !== undefined) return pass('postmortem-written', whole.file);
  if (incident.postmortem === 'not-needed') return pass('postmortem-not-needed', `the label ${noPostmortem}`);
  // A document is a fact, and the label a word: one that is not finished counts against it.
  const [unfinished] = own;
  if (unfinished === undefined && incident.postmortem === 'done')
    return pass('postmortem-done', `the label ${postmortemDone}`);
  const measured =
    unfinished === undefined ? missing(postmortems) : `${unfinished.file}: ${unfinished.problems.join('; ')}`;
  if (nowMs <= closedMs + withinMs) return pass('postmortem-awaited', `not yet: ${measured}`);
  if (unfinished !== undefined)
    return {
      ...{ ...about, verdict: 'fail', reason: 'postmortem-unfinished', measured, where: { file: unfinished.file } },
      remedy: 'finish it, or remove the file and add a label where the postmortem is elsewhere',
    };
  const remedy = `fill in the draft of the issue's comment and store it in the repository, or add the label ${postmortemDone} where it is elsewhere, ${noPostmortem} where none is needed`;
  if (postmortems === undefined)
    return {
      ...{ ...about, verdict: 'unknown', reason: 'postmortem-not-seen', measured },
      remedy: `let the job use actions/checkout, so that documents can be read; or add the label ${postmortemDone}`,
    };
  return { ...about, verdict: 'fail', reason: 'postmortem-missing', measured, remedy };
}

function missing(postmortems: Postmortems | undefined): string {
  if (postmortems === undefined) return 'no label, and the files of the repository were not read';
  const { strays } = postmortems;
  return strays.length === 0
    ? 'no document and no label'
    : `no document and no label; without a readable "incident: NUMBER" at the top: ${nameSome(strays, 5)}`;
}
