import type { Reply } from '../../http/http-service.ts';
import { bypassesGovernance, type Call, isoTime, type Operations, xmlReply } from '../call.ts';
import { assertMayRetain, type DefaultRetention, lockMode, readRetention } from '../lock.ts';
import { malformedXml, Refusal } from '../refusal.ts';
import { around, childrenOf, element, readXml, textOf } from '../xml.ts';
import { asked } from './objects.ts';

export const lockOperations: Operations = {
  'GET object retention': { right: 's3:GetObjectRetention', answer: getRetention },
  'PUT object retention': { right: 's3:PutObjectRetention', answer: putRetention },
  'GET object legal-hold': { right: 's3:GetObjectLegalHold', answer: getLegalHold },
  'PUT object legal-hold': { right: 's3:PutObjectLegalHold', answer: putLegalHold },
  'GET bucket object-lock': { right: 's3:GetBucketObjectLockConfiguration', answer: getConfiguration },
  'PUT bucket object-lock': { right: 's3:PutBucketObjectLockConfiguration', answer: putConfiguration },
};

const none = () =>
  new Refusal(404, 'NoSuchObjectLockConfiguration', 'The specified object does not have a ObjectLock configuration');

function assertLockBucket({ bucket }: Call): void {
  if (!bucket.hasObjectLock) throw new Refusal(400, 'InvalidRequest', 'Bucket is missing Object Lock Configuration');
}

function getRetention(call: Call): Reply {
  assertLockBucket(call);
  const { retention } = asked(call);
  if (retention === undefined) throw none();
  const { mode, until } = retention;
  return xmlReply('Retention', element('Mode', mode) + element('RetainUntilDate', isoTime(until)));
}

function putRetention(call: Call): Reply {
  assertLockBucket(call);
  const version = asked(call);
  const xml = readXml(call.payload.bytes, 'Retention');
  const after = readRetention(textOf(xml, 'Mode'), textOf(xml, 'RetainUntilDate'), call.now);
  assertMayRetain(version.retention, after, call.now, bypassesGovernance(call));
  version.retention = after;
  return { status: 200 };
}

function getLegalHold(call: Call): Reply {
  assertLockBucket(call);
  return xmlReply('LegalHold', element('Status', asked(call).legalHold ? 'ON' : 'OFF'));
}

function putLegalHold(call: Call): Reply {
  assertLockBucket(call);
  const version = asked(call);
  const status = textOf(readXml(call.payload.bytes, 'LegalHold'), 'Status');
  if (status !== 'ON' && status !== 'OFF') throw malformedXml();
  version.legalHold = status === 'ON';
  return { status: 200 };
}

function getConfiguration({ bucket }: Call): Reply {
  if (!bucket.hasObjectLock)
    throw new Refusal(
      404,
      'ObjectLockConfigurationNotFoundError',
      'Object Lock configuration does not exist for this bucket',
    );
  const byDefault = bucket.defaultRetention;
  return xmlReply(
    'ObjectLockConfiguration',
    element('ObjectLockEnabled', 'Enabled') + (byDefault === undefined ? '' : ruleOf(byDefault)),
  );
}

function ruleOf({ days, mode, years }: DefaultRetention): string {
  const length = days === undefined ? element('Years', years ?? 0) : element('Days', days);
  return around('Rule', around('DefaultRetention', element('Mode', mode) + length));
}

function putConfiguration({ bucket, payload }: Call): Reply {
  if (bucket.versioning !== 'Enabled')
    throw new Refusal(
      409,
      'InvalidBucketState',
      'Versioning must be ‘Enabled’ on the bucket to apply a Object Lock configuration',
    );
  const xml = readXml(payload.bytes, 'ObjectLockConfiguration');
  if (textOf(xml, 'ObjectLockEnabled') !== 'Enabled') throw malformedXml();
  const [rule] = childrenOf(xml, 'Rule');
  const days = rule && textOf(rule, 'DefaultRetention', 'Days');
  const years = rule && textOf(rule, 'DefaultRetention', 'Years');
  if (rule !== undefined && (days === undefined) === (years === undefined)) throw malformedXml();
  bucket.hasObjectLock = true;
  bucket.defaultRetention =
    rule === undefined
      ? undefined
      : {
          mode: lockMode(textOf(rule, 'DefaultRetention', 'Mode')),
          ...(days === undefined ? { years: Number(years) } : { days: Number(days) }),
        };
  return { status: 200 };
}
