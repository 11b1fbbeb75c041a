import { OwnWords } from '../../own-words.ts';

const OPTIONS = [
  ...['to', 'anchor-to', 'anchor', 'max-unanchored', 'event', 'subject', 'actor-id', 'happened-at'],
  ...['controls-file', 'evidence-path', 'ledger-creator'],
  ...['documents-file', 'link-timeout', 'status-title', 'status-directory', 'incidents-report', 'controls-report'],
  ...['availability-source', 'availability-objective', 'budget-window', 'override'],
  ...['acknowledge-within', 'postmortem-within', 'postmortems', 'environment', 'service'],
];

/** What the inputs of the action `evidence` are called here. */
export const WORDS = new OwnWords({
  ...Object.fromEntries(OPTIONS.map((name) => [name, `--${name}`])),
  ...{ 'event-result': '--result', 'event-code': '--code', 'event-id': '--id', files: '--file' },
  ...{ anchors: '--anchor', 'anchor-files': '--anchor-file' },
  'report-files': '--report-file',
  'drill-files': '--drill-file',
  'status-lines': '--status-line',
  'follow-links': '--skip-links',
  'trusted-branches': '--trusted-branch',
  'github-token': 'GITHUB_TOKEN',
  'metrics-secrets': 'METRICS_SECRETS',
  's3-region': 'AWS_REGION',
  's3-endpoint': 'AWS_ENDPOINT_URL_S3',
  's3-access-key-id': 'AWS_ACCESS_KEY_ID',
  's3-secret-access-key': 'AWS_SECRET_ACCESS_KEY',
});
