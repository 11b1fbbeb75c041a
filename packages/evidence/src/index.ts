export { budgetChecks } from './availability/budget-checks.ts';
export {
  type BudgetReport,
  type BudgetRule,
  type Measured,
  percent,
  reportBudget,
} from './availability/budget-report.ts';
export { OVERRIDE_FORM, type Override, overrides, readOverride } from './availability/override.ts';
export { windowsOf } from './availability/windows.ts';
export { controlChecks } from './controls/as-checks.ts';
export { collectEvidence } from './controls/collect.ts';
export type { Control, ControlMap, ControlReport, ControlRow, EvidenceSource, RowState } from './controls/control.ts';
export { CONTROL_FORMATS } from './controls/formats/all.ts';
export { headline, idleWords } from './controls/formats/words.ts';
export type { FoundEvidence, FoundFile, FoundList, FoundRecord, FoundRun } from './controls/found.ts';
export { readControls } from './controls/read-controls.ts';
export { readMeasured } from './documents/measured.ts';
export { isPath } from './is-path.ts';
export { DEFINITIONS, type Dora, doraOf, PHASE_WORDS, PHASES } from './numbers/dora.ts';
export { type PastRelease, type PastSwap, type ReleaseAside, releaseFacts } from './numbers/from-ledger.ts';
export type { GateFact } from './numbers/gates.ts';
export { type NumberFacts, type Numbers, numbersOf, type ReleaseSize } from './numbers/numbers.ts';
export { numbersMarkdown } from './numbers/numbers-markdown.ts';
export type { ReleaseFacts, Window } from './numbers/release-facts.ts';
export { accessEntries } from './sources/access-entries.ts';
export { type Collected, collectedJson, readCollected } from './sources/collected.ts';
export {
  type IdOf,
  type Line,
  ledgerEntries,
  type RecordedRelease,
  type RecordedSwap,
  reportEntries,
} from './sources/entries.ts';
export { filesOf, foundFile } from './sources/found-files.ts';
export { foundRecords } from './sources/found-records.ts';
export { type GatheredDrills, gatherDrills } from './sources/gather-drills.ts';
export { type ArtifactPlace, type GatheredReports, gatherReports } from './sources/gather-reports.ts';
export { migrationEntries } from './sources/migration-entries.ts';
export { soundEntries } from './sources/sound-entries.ts';
export { readZip } from './sources/zip.ts';
export {
  controlsOf,
  drillsOf,
  environmentOf,
  type ReleaseLine,
  releasesOf,
  type ShownLine,
  statusIncidents,
} from './status/from-facts.ts';
export { statusJson, statusPage } from './status/page.ts';
export { lineName, type PublicStatus, publicStatus } from './status/public-status.ts';
export * from './status/status-facts.ts';
export { type Anchor, anchorLine, anchorsIn, anchorsInFile } from './trail/anchor.ts';
export {
  type AnchorPlace,
  anchorAgainst,
  type KeptAnchor,
  keepAnchor,
  readAnchors,
} from './trail/anchor-place.ts';
export { type Appended, appendEntries, appendEntry, headOf } from './trail/append.ts';
export { type TrailChecks, type TrailPolicy, trailChecks } from './trail/checks.ts';
export type { Tampering, TrailFinding } from './trail/finding.ts';
export { readPast } from './trail/past.ts';
export { entryProblems, isFileName } from './trail/read-record.ts';
export {
  digestOf,
  EVENTS,
  keyOf,
  numberOf,
  RECORDS,
  type TrailEntry,
  type TrailEvent,
  type TrailHead,
} from './trail/record.ts';
export type { NewObject, TrailStore } from './trail/store.ts';
export {
  judgeTrail,
  readTrail,
  type StoredRecord,
  type TrailFacts,
  type TrailReport,
} from './trail/verify.ts';
