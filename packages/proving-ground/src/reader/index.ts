export { type ReaderParts, type ReaderStandIn, startReader } from './reader.ts';
