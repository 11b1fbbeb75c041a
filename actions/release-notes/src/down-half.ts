/** Loaded only where notes are read: it brings the lexer of migrations with it. */
export { hasDownHalf } from '@lockstep/migrations';
