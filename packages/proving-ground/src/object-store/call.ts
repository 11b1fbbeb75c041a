import type { Reply, Request } from '../http/http-service.ts';
import type { Bucket } from './bucket.ts';
import type { Payload } from './payload.ts';
import { accessDenied } from './refusal.ts';
import { document } from './xml.ts';

/** One request whose signature is good and whose key may do what it asks. */
export interface Call {
  readonly request: Request;
  readonly bucket: Bucket;
  /** `''` where the request is about the bucket. */
  readonly key: string;
  readonly payload: Payload;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly smallestPart: number;
  readonly conditionalWrites: boolean;
  /** Whether the key of the caller has a right, such as `s3:PutObject`. */
  may(right: string): boolean;
}

export interface Operation {
  /** What IAM calls it (docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html). */
  readonly right: string;
  readonly answer: (call: Call) => Reply;
}

/** By method, `bucket` or `object`, and the subresource, where there is one: `GET bucket versioning`. */
export type Operations = Readonly<Record<string, Operation>>;

export function assertMay(call: Call, right: string): void {
  if (!call.may(right)) throw accessDenied(`User is not authorized to perform: ${right}`);
}

export function header(call: Call, name: string): string | undefined {
  const value = call.request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

export function bypassesGovernance(call: Call): boolean {
  if (header(call, 'x-amz-bypass-governance-retention')?.toLowerCase() !== 'true') return false;
  assertMay(call, 's3:BypassGovernanceRetention');
  return true;
}

export function xmlReply(name: string, inner: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return rawXml(document(name, inner), headers);
}

export function rawXml(body: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status: 200, headers: { 'content-type': 'application/xml', ...headers }, body };
}

/** As S3 writes times in XML. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
