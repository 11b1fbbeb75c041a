import type { FaultEffect } from '../faults/faults.ts';
import type { Reply } from '../http/http-service.ts';
import { Refusal } from './refusal.ts';
import { document, element } from './xml.ts';

/** A refusal in S3's own form. */
export function refusalReply(refusal: Refusal, resource: string, requestId: string): Reply {
  const { code, message, more, status } = refusal;
  const fields = { Code: code, Message: message, ...more, Resource: resource, RequestId: requestId };
  return {
    status,
    headers: { 'content-type': 'application/xml', ...refusal.headers },
    body: document(
      'Error',
      Object.entries(fields)
        .map(([name, text]) => element(name, text))
        .join(''),
      '',
    ),
  };
}

/** The fault that S3 itself would name: `InternalError` with 500, `SlowDown` with 503, or an error in a 200. */
export function s3Fault(status: number, code: string, headers: Readonly<Record<string, string>> = {}): FaultEffect {
  const { body } = refusalReply(new Refusal(status, code, `planted fault: ${code}`), '/', 'PLANTED');
  return { kind: 'status', status, body, headers: { 'content-type': 'application/xml', ...headers } };
}
