import { access } from './checks/access.ts';
import { body } from './checks/body.ts';
import type { Checker } from './checks/check.ts';
import { errorShape } from './checks/error-shape.ts';
import { headers } from './checks/headers.ts';
import { mounted } from './checks/mounted.ts';
import { protection } from './checks/protection.ts';
import { cleanedUp, latency, nextPage } from './checks/small.ts';
import { status } from './checks/status.ts';

/** What is judged of an operation that the backend has, in the order in which reports show it. */
const checkers: readonly Checker[] = [
  protection,
  status,
  body,
  headers,
  errorShape,
  access,
  nextPage,
  latency,
  cleanedUp,
];

/** Everything that is judged of an operation. Of one that is not there, only that: it has no status and no body. */
export const judgeVisit: Checker = (visit, context) => {
  const first = mounted(visit, context);
  if (first.some(({ verdict }) => verdict === 'fail')) return first;
  return [...first, ...checkers.flatMap((check) => check(visit, context))];
};
