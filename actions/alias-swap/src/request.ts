import { rollingWish } from '@lockstep/action-kit/rolling-inputs';
import type { Shell } from '@lockstep/action-shell';
import { combine, openEvidence } from '@lockstep/base';
import type { GitHub } from '@lockstep/github';
import {
  type ForeignAlias,
  readAlias,
  type SwapEvidence,
  type SwapRequest,
  type SwapSnapshot,
  type VercelApi,
} from '@lockstep/vercel';
import { commitOrderOf } from './commit-order.ts';
import type { Inputs } from './inputs.ts';

/** The caller's request, with the facts it depends on. Throws InputError on evidence that cannot be read. */
export async function requestOf(
  values: Inputs,
  shell: Shell,
  { api, github }: { readonly api: VercelApi; readonly github: GitHub },
  state: SwapSnapshot,
): Promise<SwapRequest> {
  return {
    strategy: values.strategy,
    rolling: values.strategy === 'rolling' ? rollingWish(values) : undefined,
    aliases: values.aliases,
    foreignAliases: values.strategy === 'alias' ? await foreignAliases(api, values.aliases, state) : [],
    expectCurrent: values['expect-current'] || undefined,
    commitOrder: await commitOrderOf(values, shell, github, state),
    evidence: values.evidence === '' ? undefined : evidenceOf(values.evidence),
    maxEvidenceAgeMs: values['max-evidence-age'],
    skipGitDeploymentCheck: values['skip-git-deployment-check'],
  };
}

function evidenceOf(text: string): SwapEvidence {
  const { deployment, verdicts, at } = openEvidence(text);
  return { deploymentId: deployment ?? 'no deployment', verdict: combine(Object.values(verdicts)), at: Date.parse(at) };
}

/** Names that are not in the project's own list: new ones, or another project's. */
async function foreignAliases(api: VercelApi, names: readonly string[], state: SwapSnapshot): Promise<ForeignAlias[]> {
  const held = await Promise.all(names.filter((name) => !state.aliases.has(name)).map((name) => readAlias(api, name)));
  return held.filter((alias) => alias !== undefined);
}
