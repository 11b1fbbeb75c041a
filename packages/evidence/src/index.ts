export { type Anchor, anchorLine, anchorsIn } from './trail/anchor.ts';
export { type Appended, appendEntry } from './trail/append.ts';
export { entryProblems } from './trail/read-record.ts';
export { EVENTS, type TrailEntry, type TrailEvent, type TrailHead } from './trail/record.ts';
export type { TrailStore } from './trail/store.ts';
export {
  judgeTrail,
  readTrail,
  type StoredRecord,
  type Tampering,
  type TrailFacts,
  type TrailFinding,
  type TrailReport,
} from './trail/verify.ts';
