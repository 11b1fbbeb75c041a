import type { Shell } from '@lockstep/action-shell';
import { RemoteError } from '@lockstep/base';
import type { Live } from '@lockstep/github';
import { readDeployment, readProject } from '@lockstep/vercel';
import { type VercelInputs, vercelClient } from './vercel.ts';

/** What Vercel serves in production, where the caller gave a way to look. Throws RemoteError. */
export async function readLive(
  values: VercelInputs & { readonly 'vercel-project': string },
  shell: Shell,
): Promise<Live> {
  if (values['vercel-project'] === '') return 'not-asked';
  const api = vercelClient(values, shell);
  const { production } = await readProject(api, values['vercel-project']);
  if (production === undefined) return 'nothing';
  const deployment = await readDeployment(api, production).catch((error: unknown) => {
    // The pointer is what counts: of a deployment that cannot be read, the commit is not known.
    if (error instanceof RemoteError && error.status === 404) return undefined;
    throw error;
  });
  return { deployment: production, commit: deployment?.commit ?? null };
}
