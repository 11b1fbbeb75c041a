import type { Outcome, Shell } from '@lockstep/action-shell';
import type { GitHub } from '@lockstep/github';
import {
  headline,
  type Notes,
  type PublishResult,
  planRelease,
  publishRelease,
  type ReleasePlan,
  type ReleaseRequest,
  readRelease,
  readTag,
} from '@lockstep/release-notes';
import type { Inputs } from './inputs.ts';
import type { Reason } from './reasons.ts';

/** Puts the notes into the GitHub Release of the tag; a dry run says what it would do. */
export async function publish(
  values: Inputs,
  shell: Shell,
  github: GitHub,
  { markdown, notes }: { readonly notes: Notes; readonly markdown: string },
): Promise<Outcome<Reason>> {
  const request: ReleaseRequest = {
    tag: values.tag,
    title: values.title,
    commit: notes.to.sha,
    notes: markdown,
    draft: values.publish === 'draft',
    prerelease: values.prerelease,
    mayBeLatest: notes.direction !== 'back' && !values.prerelease,
  };
  const plan = planRelease(request, await readTag(github, request.tag), await readRelease(github, request.tag));
  shell.log.info(describePlan(plan, request));
  if (values['dry-run'] && plan.kind !== 'refuse')
    return { verdict: 'pass', reason: 'dry-run', message: `would ${describePlan(plan, request)}: ${headline(notes)}` };
  return outcomeOf(await publishRelease(github, request, plan), notes);
}

function describePlan(plan: ReleasePlan, { tag, draft }: ReleaseRequest): string {
  switch (plan.kind) {
    case 'create':
      return `create the ${draft ? 'draft of the ' : ''}release ${tag}`;
    case 'update':
      return `update the notes of the release ${tag}${plan.release.draft && !draft ? ' and publish it' : ''}`;
    case 'keep':
      return `leave the release ${tag} as it is`;
    case 'refuse':
      return plan.message;
  }
}

function outcomeOf(result: PublishResult, notes: Notes): Outcome<Reason> {
  switch (result.kind) {
    case 'refused':
      return { verdict: 'fail', reason: 'not-publishable', message: result.message };
    case 'unconfirmed':
      return { verdict: 'unknown', reason: 'not-confirmed', message: result.message };
    case 'published':
    case 'drafted':
    case 'unchanged': {
      const { url, tag } = result.release;
      const message = `${headline(notes)}; release ${tag} ${result.kind}`;
      return { verdict: 'pass', reason: result.kind, message, outputs: { 'release-url': url } };
    }
  }
}
