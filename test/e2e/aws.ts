import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Faults } from '@lockstep/proving-ground/faults';
import { type Reply, type Request, serve } from '@lockstep/proving-ground/http';
import type { ObjectStore } from '@lockstep/proving-ground/object-store';
import type { Scope } from '@lockstep/proving-ground/scope';

/**
 * The folder of `aws-actions/configure-aws-credentials` itself, in the version that the workflows pin: it is run then, and
 * not the few lines that do here what it promises.
 */
const REAL = process.env['LOCKSTEP_AWS_CREDENTIALS'];
export const ROLE = 'arn:aws:iam::123456789012:role/lockstep-backup';

/** GitHub's issuer of OIDC tokens, STS, and the action that takes one to the other. */
export interface Aws {
  readonly action: string;
  /** What jobs with `id-token: write` are told. */
  readonly idTokens: { readonly url: string; readonly token: string };
  readonly env: Readonly<Record<string, string>>;
  /** The sessions that STS gave: the role and the access key of each. */
  readonly sessions: readonly { readonly role: string; readonly accessKeyId: string }[];
}

export async function startAws(scope: Scope, store: ObjectStore, faults: Faults): Promise<Aws> {
  const requestToken = 'a token of the job that may ask for tokens';
  const idToken = [{ alg: 'none' }, { aud: 'sts.amazonaws.com', sub: 'repo:acme/shop:environment:backup' }, 'signed']
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const sessions: { role: string; accessKeyId: string }[] = [];
  const issuer = await serve(
    'oidc',
    ({ headers, query }) => {
      const mayAsk = headers['authorization'] === `Bearer ${requestToken}`;
      if (!mayAsk || query.get('audience') !== 'sts.amazonaws.com') return { status: 401 };
      return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ value: idToken }) };
    },
    faults,
  );
  const sts = await serve('sts', (request) => answer(request), faults);
  scope.defer('the issuer', () => issuer.close());
  scope.defer('STS', () => sts.close());

  function answer({ body }: Request): Reply {
    const form = new URLSearchParams(body.toString());
    const action = form.get('Action') ?? '';
    if (action === 'GetCallerIdentity')
      return xml(action, `<Arn>${ROLE}</Arn><UserId>USER:x</UserId><Account>123456789012</Account>`);
    if (action !== 'AssumeRoleWithWebIdentity') return { status: 400 };
    if (form.get('WebIdentityToken') !== idToken || form.get('RoleArn') !== ROLE)
      return { status: 403, body: '<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>' };
    const { accessKeyId, secretAccessKey, sessionToken } = store.key({ temporary: true });
    sessions.push({ role: ROLE, accessKeyId });
    return xml(
      action,
      `<Credentials><AccessKeyId>${accessKeyId}</AccessKeyId><SecretAccessKey>${secretAccessKey}</SecretAccessKey>` +
        `<SessionToken>${sessionToken}</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>`,
    );
  }

  return {
    action: REAL ?? contractOf(scope),
    idTokens: { url: `${issuer.url}/token?of=job`, token: requestToken },
    env: { AWS_ENDPOINT_URL_STS: sts.url },
    sessions,
  };
}

function xml(action: string, result: string): Reply {
  const body = `<${action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${action}Result>${result}</${action}Result></${action}Response>`;
  return { status: 200, headers: { 'content-type': 'text/xml' }, body };
}

/** An action that does what the README of the real one says of a role and a region. */
function contractOf(scope: Scope): string {
  const folder = scope.folder('lockstep-aws-');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'action.yml'),
    `name: Log in
description: A role by OIDC.
inputs:
  role-to-assume: { description: ARN, required: true }
  aws-region: { description: Region, required: true }
runs: { using: node24, main: index.js }
`,
  );
  writeFileSync(
    join(folder, 'index.js'),
    `const { appendFileSync } = require('node:fs');
(async () => {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token, GITHUB_ENV: file } = process.env;
  if (url === undefined) throw new Error('It looks like you might be trying to authenticate with OIDC: id-token: write');
  const asked = await fetch(url + '&audience=sts.amazonaws.com', { headers: { authorization: 'Bearer ' + token } });
  const { value } = await asked.json();
  const form = { Action: 'AssumeRoleWithWebIdentity', Version: '2011-06-15', RoleSessionName: 'GitHubActions',
    RoleArn: process.env['INPUT_ROLE-TO-ASSUME'], WebIdentityToken: value };
  const answer = await fetch(process.env.AWS_ENDPOINT_URL_STS, { method: 'POST', body: new URLSearchParams(form) });
  if (!answer.ok) throw new Error('Could not assume role with OIDC: ' + answer.status);
  const text = await answer.text();
  const of = (name) => new RegExp('<' + name + '>([^<]*)<').exec(text)[1];
  const variables = { AWS_ACCESS_KEY_ID: of('AccessKeyId'), AWS_SECRET_ACCESS_KEY: of('SecretAccessKey'),
    AWS_SESSION_TOKEN: of('SessionToken'), AWS_REGION: process.env['INPUT_AWS-REGION'],
    AWS_DEFAULT_REGION: process.env['INPUT_AWS-REGION'] };
  for (const [name, it] of Object.entries(variables)) {
    if (/SECRET|TOKEN|KEY_ID/.test(name)) console.log('::add-mask::' + it);
    appendFileSync(file, name + '=' + it + '\\n');
  }
})().catch((error) => { console.log('::error::' + error.message); process.exitCode = 1; });
`,
  );
  return folder;
}
