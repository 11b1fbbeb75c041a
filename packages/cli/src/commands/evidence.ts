import type { Command } from '../command.ts';
import { repositoryOption } from '../repository-option.ts';

export const evidence: Command = {
  name: 'evidence',
  summary: 'keeps the audit trail, and compares controls with their evidence',
  details: `
COMMAND is one of:

  record   appends one event
  verify   reads the whole trail and compares it with the anchors
  collect  reads what shows how controls are (reports in artifacts, the trail, runs, files, the ledger) into evidence.json
  report   compares .lockstep/controls.yml with that file: JSON, CSV, Markdown, HTML, OSCAL, and the numbers of DORA

report reads what collect wrote, or the artifact lockstep-controls of evidence.yml: its folder, its archive, or evidence.json of
it. That needs no token. Without --evidence-path it collects first. Files of the repository are those of the folder you are in.

A token comes from GITHUB_TOKEN or GH_TOKEN. For a trail on a branch record needs Contents: write, verify Contents: read;
collect needs Actions: read, Contents: read and Deployments: read. A bucket is reached with AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and AWS_ENDPOINT_URL_S3 where it is not at AWS.

  GITHUB_TOKEN=$(gh auth token) lockstep evidence verify --anchor-file anchors.txt
  lockstep evidence record --event access-change --subject production --code reviewed --result pass --file review.md
  gh run download --name lockstep-controls --dir controls && lockstep evidence report --evidence-path controls

Ends with 0 where it is recorded, or an anchor proves the trail; 1 where the trail was changed; 2 where nothing proves it,
or the place of the anchors shows no lock. collect: 0 where all was read, 2 where a part was not. report: 0 where each control
has current evidence or an exception, 1 where evidence shows that one fails, 2 where evidence is missing or too old.`,
  arguments: [{ name: 'COMMAND', meaning: 'record, verify, collect, report', required: true }],
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
    {
      name: 'anchor',
      value: 'LINE',
      meaning: 'verify, collect: an anchor, as lockstep-anchor NUMBER DIGEST',
      many: true,
    },
    { name: 'anchor-file', value: 'FILE', meaning: 'verify, collect: a file with anchors', many: true },
    {
      name: 'max-unanchored',
      value: 'DURATION',
      meaning: 'verify, collect: how old a record without one may be',
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
    {
      name: 'controls-file',
      value: 'FILE',
      meaning: 'collect, report: the map of controls',
      absent: '.lockstep/controls.yml',
    },
    {
      name: 'evidence-path',
      value: 'PATH',
      meaning: 'report: what collect wrote, or an artifact; by default it collects first',
    },
    {
      name: 'report-directory',
      value: 'FOLDER',
      meaning: 'collect, report: where the files are written',
      absent: 'lockstep-evidence',
    },
    {
      name: 'report-file',
      value: 'FILE',
      meaning: 'collect: a list of checks that is evidence too, besides those in artifacts',
      many: true,
    },
    { name: 'environment', value: 'NAME', meaning: 'collect: whose releases count', absent: 'production' },
    { name: 'service', value: 'NAME', meaning: 'collect: which of several services of the environment' },
    { name: 'window', value: 'DURATION', meaning: 'collect: how far back is read', absent: '90d' },
    {
      name: 'trusted-branch',
      value: 'BRANCH',
      meaning: 'collect: a branch whose runs are believed; by default the default branch',
      many: true,
    },
    {
      name: 'quality-workflow',
      value: 'FILE',
      meaning: 'collect: the workflow whose repeated runs show flaky gates',
      absent: 'lockstep-pull-request.yml',
    },
    {
      name: 'ledger-creator',
      value: 'LOGIN',
      meaning: 'collect: whose records of releases count',
      absent: 'github-actions[bot]',
    },
    repositoryOption,
  ],
  run: async (call) => (await import('./evidence/run.ts')).runEvidence(call),
};
