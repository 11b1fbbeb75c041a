export { type NotedCommit, readCommit } from './commit-range.ts';
export type { GitHub } from './github.ts';
export { type Direction, type Notes, type NotesQuestion, readNotes, type Sources } from './notes.ts';
export {
  type FoundRelease,
  type PublishResult,
  planRelease,
  publishRelease,
  type ReleasePlan,
  type ReleaseRequest,
  readRelease,
  readTag,
} from './publish-release.ts';
export { changeLines, headline, renderNotes } from './render-notes.ts';
