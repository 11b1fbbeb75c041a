import { auditReasons } from '@lockstep/action-kit/audit';
import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with. */
export const reasons = defineReasons({
  ...auditReasons,
  recorded: {
    verdict: 'pass',
    meaning: 'The record was appended to the audit trail; with `anchor-to`, the head of the trail is locked there.',
    remedy: 'Nothing.',
  },
  'nothing-happened': {
    verdict: 'unknown',
    meaning:
      'The ledger has no release of the last `look-back`, and no run kept a report: nothing was seen, and nothing was appended. Whether nothing happened, or the step looked in the wrong place, it cannot know.',
    remedy:
      'Where there were releases, check `environment`, `service` and `ledger-creator`. Where there were none, `on-unknown: warn` lets the step pass.',
  },
  'already-recorded': {
    verdict: 'pass',
    meaning:
      'The trail has a record with this id already, by this job or an earlier attempt of it. Nothing was appended.',
    remedy: 'Nothing. Two things that happened in one run need ids of their own: set `event-id`.',
  },
  'recorded-otherwise': {
    verdict: 'unknown',
    meaning:
      'The trail has a record with this id, and it says something else: another event, subject, result or code. Either the same run ended in another way before, or someone who can write to the trail took the id. Nothing was appended for it.',
    remedy:
      'Look at the record that is there. If both are true, record this one with an `event-id` of its own; if no run of yours wrote it, find out who did.',
  },
  'anchors-differ': {
    verdict: 'fail',
    meaning:
      'The newest anchor of `anchor-to` knows a record that the trail does not have: the trail was cut off or written again, or the anchors are of another trail. Nothing was appended.',
    remedy:
      'Run `verify`, which names each anchor. Where two trails share one place for their anchors, give each a prefix of its own.',
  },
  overridden: {
    verdict: 'pass',
    meaning:
      'The error budget is spent, is being spent too fast, or was not measured, and a person lets this commit through all the same. The report and the ledger have the reason.',
    remedy: 'Nothing for this commit. For the next one, the budget is asked again.',
  },
  'page-written': {
    verdict: 'pass',
    meaning: 'The status page and its JSON are written.',
    remedy: 'Nothing.',
  },
  'page-incomplete': {
    verdict: 'unknown',
    meaning: 'The status page is written, and a part of it could not be read. The page says so of each such part.',
    remedy: 'Follow the warnings in the log: usually a missing permission, or a monitor that did not answer.',
  },
  'dry-run': {
    verdict: 'pass',
    meaning: 'The log shows the record. Nothing was written because `dry-run` is set.',
    remedy: 'Nothing.',
  },
  'anchor-not-locked': {
    verdict: 'unknown',
    meaning:
      'The record was appended and the anchor was written, but the place of `anchor-to` does not say that it refuses to delete or change it, or the lock is over. An anchor that can be deleted proves little.',
    remedy:
      'Switch on Object Lock with a default retention for the bucket. Where a store locks objects without saying so (bucket locks of Cloudflare R2), set `on-unknown: warn`. A lock that is over: the next record gets an anchor with a lock of its own; choose a retention that is longer than the time between two records.',
  },
  collected: {
    verdict: 'pass',
    meaning:
      'Everything that controls and numbers are made of was read, and is in the file of `evidence-path`. Whether it is good, the command `report` says.',
    remedy: 'Nothing.',
  },
  'collected-in-part': {
    verdict: 'unknown',
    meaning:
      'Some kind of evidence could not be read: the log says which, and why. Controls that depend on it are not current.',
    remedy:
      'Grant the permissions that the README lists (`actions: read`, `contents: read`, `deployments: read`), or run it again.',
  },
});

export type Reason = keyof typeof reasons;
