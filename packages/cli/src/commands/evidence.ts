import type { Command } from '../command.ts';
import { repositoryOption } from '../repository-option.ts';

export const evidence: Command = {
  name: 'evidence',
  summary: 'records what happened in the audit trail, and verifies the trail',
  details: `
COMMAND is one of:

  record  appends one event
  verify  reads the whole trail and compares it with the anchors

For a trail on a branch a token comes from GITHUB_TOKEN or GH_TOKEN; record needs Contents: write, verify Contents: read. A
bucket is reached with AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and AWS_ENDPOINT_URL_S3 where it is not at AWS.

  GITHUB_TOKEN=$(gh auth token) lockstep evidence verify --anchor-file anchors.txt
  lockstep evidence record --event access-change --subject production --code reviewed --result pass --file review.md

Ends with 0 where it is recorded, or an anchor proves the trail; 1 where the trail was changed; 2 where nothing proves it,
or the place of the anchors shows no lock.`,
  arguments: [{ name: 'COMMAND', meaning: 'record, verify', required: true }],
  options: [
    {
      name: 'to',
      value: 'PLACE',
      meaning: 'where the trail is: branch:NAME, s3://BUCKET/PREFIX or a directory',
      absent: 'branch:lockstep-evidence',
    },
    {
      name: 'anchor-to',
      value: 'PLACE',
      meaning: 'where anchors are: s3://BUCKET/PREFIX of a bucket with Object Lock',
    },
    { name: 'anchor', value: 'LINE', meaning: 'verify: an anchor, as lockstep-anchor NUMBER DIGEST', many: true },
    { name: 'anchor-file', value: 'FILE', meaning: 'verify: a file with anchors', many: true },
    {
      name: 'max-unanchored',
      value: 'DURATION',
      meaning: 'verify: how old a record without one may be',
      absent: '35d',
    },
    { name: 'event', value: 'EVENT', meaning: 'record: what happened, such as access-change' },
    { name: 'subject', value: 'CODE', meaning: 'record: what it is about' },
    {
      name: 'result',
      value: 'RESULT',
      meaning: 'record: how it ended',
      choices: ['pass', 'fail', 'unknown'],
      absent: 'unknown',
    },
    { name: 'code', value: 'CODE', meaning: 'record: the same in one word; by default the event' },
    { name: 'id', value: 'CODE', meaning: 'record: its id; what has one that is there is not recorded again' },
    { name: 'actor-id', value: 'NUMBER', meaning: 'record: numeric id of the person who did it' },
    { name: 'happened-at', value: 'TIME', meaning: 'record: when, such as 2026-11-30T07:20:05.000Z; by default now' },
    { name: 'file', value: 'FILE', meaning: 'record: a file that proves it; its digest is recorded', many: true },
    repositoryOption,
  ],
  run: async (call) => (await import('./evidence/run.ts')).runEvidence(call),
};
