import { expect, test } from '@jest/globals';
import type { Request } from '../../src/http/index.ts';
import { readPayload } from '../../src/object-store/payload.ts';
import { canonicalRequest, verifySignature } from '../../src/object-store/signature.ts';

/**
 * The example of AWS's own documentation, with the signatures that it prints
 * (docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html): no client of ours signs its chunks.
 */
const SEED = '4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9';
const CHUNKS = [
  ['10000', 'ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648', 65_536],
  ['400', '0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497', 1_024],
  ['0', 'b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9', 0],
] as const;
const HEADERS = ['content-encoding', 'content-length', 'host', 'x-amz-content-sha256', 'x-amz-date'];
const SIGNED_HEADERS = [...HEADERS, 'x-amz-decoded-content-length', 'x-amz-storage-class'];

const rules = {
  region: 'us-east-1',
  now: Date.parse('2013-05-24T00:00:00Z'),
  holder: (accessKeyId: string) => ({
    accessKeyId,
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    sessionToken: undefined,
  }),
};

function example(change: (body: string) => string = (body) => body): Request {
  const body = CHUNKS.map(
    ([size, signature, length]) => `${size};chunk-signature=${signature}\r\n${'a'.repeat(length)}\r\n`,
  );
  const bytes = Buffer.from(change(body.join('')));
  return {
    method: 'PUT',
    path: '/chunkObject.txt',
    query: new URLSearchParams(),
    headers: {
      host: 's3.amazonaws.com/examplebucket'.split('/')[0],
      'x-amz-date': '20130524T000000Z',
      'x-amz-storage-class': 'REDUCED_REDUNDANCY',
      'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
      'content-encoding': 'aws-chunked',
      'x-amz-decoded-content-length': '66560',
      'content-length': '66824',
      authorization: `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=${SIGNED_HEADERS.join(';')},Signature=${SEED}`,
    },
    body: bytes,
    stale: false,
    json: () => undefined,
  };
}

function read(request: Request): Buffer {
  const { payload, stream } = verifySignature(request, rules);
  return readPayload(request, payload, stream).bytes;
}

test('chunks that are each signed', () => {
  const request = { ...example(), path: '/examplebucket/chunkObject.txt' };
  expect(canonicalRequest(request, SIGNED_HEADERS, 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD')).toContain('aws-chunked');
  expect(read(request)).toEqual(Buffer.alloc(66_560, 'a'));
});

test.each([
  ['a byte', (body: string) => body.replace('aaa', 'aab'), 'The chunk signature'],
  ['a chunk that is missing', (body: string) => body.replace(/400;[\s\S]*\r\n(?=0;)/, ''), 'The chunk signature'],
  ['the end', (body: string) => body.slice(0, body.lastIndexOf('0;chunk')), 'the number of bytes'],
  [
    'a signature',
    (body: string) => body.replace(';chunk-signature=b6c6', ';chunk-signature=00c6'),
    'The chunk signature',
  ],
])('refused: %s', (_what, change, message) => {
  expect(() => read({ ...example(change), path: '/examplebucket/chunkObject.txt' })).toThrow(message);
});
