export type { ArtifactPlace } from '../sources/gather-reports.ts';
export type { ReadDocument } from './document.ts';
export { type DocumentFacts, type DocumentReport, judgeDocuments } from './judge-documents.ts';
export { reportFileOf } from './kinds/pentest.ts';
export { followLinks, type LinkTools } from './links/follow-links.ts';
export { readMeasured } from './measured.ts';
export { readDocument } from './read-document.ts';
export { type DocumentList, readDocumentList } from './settings.ts';
