import type { Losing } from './losing.ts';
import { touched } from './losing-columns.ts';
import { counted } from './losing-counted.ts';
import { moved, since } from './losing-moved.ts';
import { unseen } from './losing-unseen.ts';

export const losingHistories: readonly Losing[] = [...touched, ...moved, ...since, ...unseen, ...counted];
