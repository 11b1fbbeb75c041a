import { githubClient } from '@lockstep/action-kit/github';
import { type KeptAt, openTrail } from '@lockstep/action-kit/trail';
import type { Shell } from '@lockstep/action-shell';
import type { Inputs } from './inputs.ts';

/** The trail of `to`, and the place of its anchors where `anchor-to` names one. */
export function trailOf(values: Inputs, shell: Shell): Promise<KeptAt> {
  const store = {
    region: values['s3-region'],
    endpoint: values['s3-endpoint'],
    accessKeyId: values['s3-access-key-id'],
    secretAccessKey: values['s3-secret-access-key'],
  };
  const { clock, log } = shell;
  return openTrail(
    { to: values.to, anchorTo: values['anchor-to'], store },
    {
      ...{ clock, log, fetch, env: process.env, requestTimeoutMs: values['request-timeout'] },
      github: () => githubClient(values, shell),
    },
  );
}
