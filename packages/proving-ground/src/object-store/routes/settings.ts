import type { Reply } from '../../http/http-service.ts';
import { type Call, header, type Operations, rawXml, xmlReply } from '../call.ts';
import { checkedChecksum } from '../checksums.ts';
import { invalidRequest, malformedXml, Refusal } from '../refusal.ts';
import { around, childrenOf, element, readXml, textOf } from '../xml.ts';

export const settingOperations: Operations = {
  'HEAD bucket': { right: 's3:ListBucket', answer: () => ({ status: 200 }) },
  'GET bucket location': { right: 's3:GetBucketLocation', answer: () => xmlReply('LocationConstraint', '') },
  'GET bucket versioning': { right: 's3:GetBucketVersioning', answer: getVersioning },
  'PUT bucket versioning': { right: 's3:PutBucketVersioning', answer: putVersioning },
  'GET bucket lifecycle': { right: 's3:GetLifecycleConfiguration', answer: getLifecycle },
  'PUT bucket lifecycle': { right: 's3:PutLifecycleConfiguration', answer: putLifecycle },
  'GET bucket encryption': { right: 's3:GetEncryptionConfiguration', answer: getEncryption },
  'PUT bucket encryption': { right: 's3:PutEncryptionConfiguration', answer: putEncryption },
  'GET bucket publicAccessBlock': { right: 's3:GetBucketPublicAccessBlock', answer: getPublicAccessBlock },
  'PUT bucket publicAccessBlock': { right: 's3:PutBucketPublicAccessBlock', answer: putPublicAccessBlock },
};

function getVersioning({ bucket }: Call): Reply {
  return xmlReply('VersioningConfiguration', bucket.versioning === 'never' ? '' : element('Status', bucket.versioning));
}

function putVersioning({ bucket, payload }: Call): Reply {
  bucket.setVersioning(textOf(readXml(payload.bytes, 'VersioningConfiguration'), 'Status'));
  return { status: 200 };
}

function getLifecycle({ bucket }: Call): Reply {
  if (bucket.lifecycle === undefined)
    throw new Refusal(404, 'NoSuchLifecycleConfiguration', 'The lifecycle configuration does not exist');
  return rawXml(bucket.lifecycle);
}

function putLifecycle(call: Call): Reply {
  const { bucket, payload, request } = call;
  const checksum = checkedChecksum(payload.bytes, { ...request.headers, ...payload.trailers });
  if (checksum === undefined && header(call, 'content-md5') === undefined)
    throw invalidRequest('Missing required header for this request: Content-MD5 OR x-amz-checksum-*');
  const rules = childrenOf(readXml(payload.bytes, 'LifecycleConfiguration'), 'Rule');
  const isSound = rules.every((rule) => {
    const acts = ['Expiration', 'Transition', 'NoncurrentVersionExpiration', 'AbortIncompleteMultipartUpload'];
    const status = textOf(rule, 'Status');
    const isScoped = ['Filter', 'Prefix'].some((name) => childrenOf(rule, name).length === 1);
    return (
      (status === 'Enabled' || status === 'Disabled') &&
      isScoped &&
      acts.some((name) => childrenOf(rule, name).length > 0)
    );
  });
  if (rules.length === 0 || !isSound) throw malformedXml();
  bucket.lifecycle = payload.bytes.toString('utf8');
  return { status: 200 };
}

/** Every bucket encrypts since January 2023, whether it was told to or not. */
function getEncryption({ bucket }: Call): Reply {
  if (bucket.encryption !== undefined) return rawXml(bucket.encryption);
  const byDefault = around('ApplyServerSideEncryptionByDefault', element('SSEAlgorithm', 'AES256'));
  return xmlReply('ServerSideEncryptionConfiguration', around('Rule', byDefault + element('BucketKeyEnabled', false)));
}

function putEncryption({ bucket, payload }: Call): Reply {
  readXml(payload.bytes, 'ServerSideEncryptionConfiguration');
  bucket.encryption = payload.bytes.toString('utf8');
  return { status: 200 };
}

function getPublicAccessBlock({ bucket }: Call): Reply {
  if (bucket.publicAccessBlock === undefined)
    throw new Refusal(
      404,
      'NoSuchPublicAccessBlockConfiguration',
      'The public access block configuration was not found',
    );
  return rawXml(bucket.publicAccessBlock);
}

function putPublicAccessBlock({ bucket, payload }: Call): Reply {
  readXml(payload.bytes, 'PublicAccessBlockConfiguration');
  bucket.publicAccessBlock = payload.bytes.toString('utf8');
  return { status: 200 };
}
