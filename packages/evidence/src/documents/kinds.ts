import type { DocumentKind } from './kind.ts';
import { accessReview } from './kinds/access-review.ts';
import { contacts } from './kinds/contacts.ts';
import { dpia } from './kinds/dpia.ts';
import { incidentResponse } from './kinds/incident-response.ts';
import { pentest } from './kinds/pentest.ts';
import { processors } from './kinds/processors.ts';
import { recordsOfProcessing } from './kinds/records-of-processing.ts';
import { retention } from './kinds/retention.ts';
import { runbook } from './kinds/runbook.ts';
import { securityPolicy } from './kinds/security-policy.ts';
import type { KindName } from './names.ts';

/** Every kind of document, by its name. */
export const documentKinds: Readonly<Record<KindName, DocumentKind>> = {
  'incident-response': incidentResponse,
  runbook,
  contacts,
  dpia,
  'records-of-processing': recordsOfProcessing,
  processors,
  retention,
  pentest,
  'security-policy': securityPolicy,
  'access-review': accessReview,
};
