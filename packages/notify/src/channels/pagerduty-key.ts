import { createHash } from 'node:crypto';
import { type ReleaseMessage, subjectOf } from '../message.ts';

/** Limit of the Events API v2 (developer.pagerduty.com, "Send an Alert Event"). */
const DEDUP_LENGTH = 255;

/**
 * One alert for each line of releases; contract migrations and scheduled jobs, which run on their own, have others, so
 * that they resolve nothing that a release left behind.
 */
export function dedupKeyOf(message: ReleaseMessage): string {
  const { environment, key: own, repository, service, state, task } = message;
  const kind = subjectOf(state);
  // Each drill has an alert of its own, so that an old one never answers for it.
  const more = kind === 'drill' ? [own] : task === undefined ? [] : [task];
  const parts = [repository, environment, service, ...more];
  const line = parts.map(encodeURIComponent).join('/');
  const key = `lockstep:${kind}:${line}`;
  return key.length <= DEDUP_LENGTH ? key : `lockstep:${kind}:${createHash('sha256').update(line).digest('hex')}`;
}
