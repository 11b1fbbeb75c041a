import type { Command } from '../command.ts';
import { EVIDENCE_COMMANDS } from './evidence/commands.ts';
import { options } from './evidence/options.ts';

export const evidence: Command = {
  name: 'evidence',
  summary: 'keeps the audit trail, judges documents, and compares controls with evidence',
  details: `
COMMAND is one of:

  record        appends one event
  verify        reads the whole trail and compares it with the anchors
  collect       reads what shows how controls are (reports in artifacts, the trail, runs, files, the ledger) into evidence.json
  report        compares .lockstep/controls.yml with that file: JSON, CSV, Markdown, HTML, OSCAL, and the numbers of DORA
  documents     judges the documents of .lockstep/documents.yml in this folder, also before they are committed
  status        writes the status page, as index.html and status.json
  incident      shows the incidents of the ledger and their issues, and what is due; opens and writes nothing
  error-budget  asks the monitor whether error budget is left for a release

report reads what collect wrote, or the artifact lockstep-controls of evidence.yml: its folder, its archive, or evidence.json of
it. That needs no token. Without --evidence-path it collects first. Files of the repository are those of the folder you are in.

A token comes from GITHUB_TOKEN or GH_TOKEN. With it record, verify and collect go by the time of GitHub, also for a trail that is
elsewhere; without it by the clock of this machine. For a trail on a branch record needs Contents: write, verify Contents: read;
collect, status and incident need Actions: read, Contents: read and Deployments: read, incident also Issues: read; documents reads the
newest drills with Actions: read, and does without a token. error-budget needs none. A bucket is reached with AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and AWS_ENDPOINT_URL_S3 where it is not at AWS.

  GITHUB_TOKEN=$(gh auth token) lockstep evidence verify --anchor-file anchors.txt
  lockstep evidence record --event access-change --subject production --code reviewed --result pass --file review.md
  lockstep evidence documents --skip-links
  gh run download --name lockstep-controls --dir controls && lockstep evidence report --evidence-path controls

Ends with 0 where it is recorded, or an anchor proves the trail; 1 where the trail was changed; 2 where nothing proves it,
or the place of the anchors shows no lock. collect: 0 where all was read, 2 where a part was not. report: 0 where each control
has current evidence or an exception, 1 where evidence shows that one fails, 2 where evidence is missing or too old. documents,
incident and error-budget: 0 where every check passed, 1 where one failed, 2 where one is unknown. status: 0, or 2 where a part of
the page could not be read.`,
  arguments: [{ name: 'COMMAND', meaning: EVIDENCE_COMMANDS.join(', '), required: true, choices: EVIDENCE_COMMANDS }],
  options,
  run: async (call) => (await import('./evidence/run.ts')).runEvidence(call),
};
