/** What an action keeps of a run. */
export interface ReportArtifact {
  /** The name that our workflows give it. */
  readonly artifact: string;
  /** Whose report it is. */
  readonly tool: string;
  readonly form: 'checks' | 'gates';
  /** The file in it that is read. */
  readonly file: string;
}

const checks = (artifact: string, tool: string): ReportArtifact => ({
  artifact,
  tool,
  form: 'checks',
  file: 'checks.json',
});
const gates = (artifact: string): ReportArtifact => ({
  artifact,
  tool: 'quality-gate',
  form: 'gates',
  file: 'report.json',
});

/** The tool that judges what people wrote. */
export const DOCUMENTS = 'documents';

/** The artifacts of our workflows that are evidence. */
export const REPORT_ARTIFACTS: readonly ReportArtifact[] = [
  checks('lockstep-edge-audit', 'edge-audit'),
  checks('lockstep-platform-audit', 'platform-audit'),
  checks('lockstep-database-report', 'database-report'),
  checks('lockstep-tenant-audit', 'tenant-audit'),
  checks('lockstep-contract-check', 'contract-check'),
  checks('lockstep-backup-status', 'backup'),
  checks('lockstep-drill', 'backup'),
  checks('lockstep-alert-drill', 'alert-drill'),
  checks('lockstep-incidents', 'incidents'),
  checks('lockstep-documents', DOCUMENTS),
  gates('lockstep-quality'),
  gates('lockstep-scan'),
  gates('lockstep-candidate-tests'),
];
