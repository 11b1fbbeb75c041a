/** A part of the bundle of its own: who has no list of documents does without what reads one. */

export { readDocumentList } from '@lockstep/evidence/documents';
