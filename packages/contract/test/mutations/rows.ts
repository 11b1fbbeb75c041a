import { ACCESS, ANSWER, BODY } from './answer-rows.ts';
import type { Row } from './row.ts';
import { COMPATIBILITY, DATA, LIVE } from './state-rows.ts';

export const ROWS: readonly Row[] = [...BODY, ...ANSWER, ...ACCESS, ...COMPATIBILITY, ...LIVE, ...DATA];
