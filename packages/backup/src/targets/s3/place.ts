import { InputError, Secret } from '@lockstep/base';
import { keyProblem } from '../target.ts';

export interface S3Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: Secret;
  /** Of temporary credentials, as OIDC gives them. */
  readonly sessionToken: Secret | undefined;
}

/** Where backups are kept, and as whom. */
export interface S3Place {
  readonly bucket: string;
  /** Without a slash at its end; `''` for the whole bucket. */
  readonly prefix: string;
  readonly region: string;
  /** The address of the bucket, without a slash at its end. */
  readonly address: string;
  readonly credentials: S3Credentials;
}

/** What a caller may say; what is `''` is taken from the environment. */
export interface S3Settings {
  /** `s3://bucket/prefix` */
  readonly to: string;
  readonly region?: string;
  /** Of a store that is compatible with S3; AWS when absent. */
  readonly endpoint?: string;
  readonly accessKeyId?: string;
  readonly secretAccessKey?: Secret;
  readonly sessionToken?: Secret;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads where to and as whom, the credentials from the environment as `aws-actions/configure-aws-credentials` leaves them
 * unless keys are given. Throws InputError with all that is wrong.
 */
export function readS3Place(settings: S3Settings, env: Environment): S3Place {
  const problems: string[] = [];
  const [, bucket = '', prefix = ''] = /^s3:\/\/([^/]+)(?:\/(.*?)\/?)?$/.exec(settings.to) ?? [];
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket))
    problems.push(`to: "${settings.to}" names no bucket; expected s3://BUCKET or s3://BUCKET/PREFIX`);
  const wrong = prefix === '' ? undefined : keyProblem(prefix);
  if (wrong !== undefined) problems.push(`to: the prefix "${prefix}" can be none: ${wrong}`);

  const endpoint = readEndpoint(
    settings.endpoint || env['AWS_ENDPOINT_URL_S3'] || env['AWS_ENDPOINT_URL'] || '',
    problems,
  );
  const region = settings.region || env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || '';
  if (!/^[a-z0-9-]+$/.test(region))
    problems.push(
      region === ''
        ? 's3-region: required, for example eu-central-1, or auto for Cloudflare R2; AWS_REGION is not set either'
        : `s3-region: "${region}" is not a region; expected a name like eu-central-1`,
    );
  const credentials = readCredentials(settings, env, problems);
  if (problems.length > 0) throw new InputError(problems);
  return { bucket, prefix, region, address: addressOf(bucket, region, endpoint), credentials };
}

function readCredentials(settings: S3Settings, env: Environment, problems: string[]): S3Credentials {
  const given = settings.accessKeyId !== undefined && settings.accessKeyId !== '';
  const secret = settings.secretAccessKey;
  // Keys of two origins are never mixed: a session token of the environment belongs to the keys of the environment.
  if (given || (secret !== undefined && !secret.isEmpty)) {
    if (!given) problems.push('s3-access-key-id: required where s3-secret-access-key is given');
    if (secret === undefined || secret.isEmpty)
      problems.push('s3-secret-access-key: the secret is empty; an unset secret arrives as an empty text');
    const token = settings.sessionToken;
    return {
      accessKeyId: settings.accessKeyId ?? '',
      secretAccessKey: secret ?? new Secret(''),
      sessionToken: token === undefined || token.isEmpty ? undefined : token,
    };
  }
  const [accessKeyId = '', secretAccessKey = '', token = ''] = [
    env['AWS_ACCESS_KEY_ID'],
    env['AWS_SECRET_ACCESS_KEY'],
    env['AWS_SESSION_TOKEN'],
  ];
  if (accessKeyId === '' || secretAccessKey === '')
    problems.push(
      'credentials: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set; run aws-actions/configure-aws-credentials before this step, or give s3-access-key-id and s3-secret-access-key',
    );
  return {
    accessKeyId,
    secretAccessKey: new Secret(secretAccessKey),
    sessionToken: token === '' ? undefined : new Secret(token),
  };
}

function readEndpoint(text: string, problems: string[]): URL | undefined {
  if (text === '') return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.search !== '' || url.hash !== '' || url.username !== '') {
    problems.push(
      `s3-endpoint: "${text}" is not an address; expected one like https://ACCOUNT.r2.cloudflarestorage.com`,
    );
    return undefined;
  }
  // A session token travels in the open. A name without a dot is a container beside this one.
  const isNear = !url.hostname.includes('.') || /^(?:127\.\d+\.\d+\.\d+|.*\.localhost)$/.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isNear))
    problems.push(`s3-endpoint: "${text}" must begin with https://`);
  return url;
}

/** By its own name at AWS, which is what AWS asks for; by path elsewhere, and where a dot would break the certificate. */
function addressOf(bucket: string, region: string, endpoint: URL | undefined): string {
  if (endpoint !== undefined) return `${endpoint.href.replace(/\/$/, '')}/${bucket}`;
  const host = `s3.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
  return bucket.includes('.') ? `https://${host}/${bucket}` : `https://${bucket}.${host}`;
}
