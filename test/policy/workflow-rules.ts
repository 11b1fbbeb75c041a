import { parseDocument } from 'yaml';

/** Third-party actions stand at a commit; ours at `$/` inside our own files, at the major tag in what users copy. */
const PINNED = /^[\w.-]+\/[\w.-]+(\/[\w./-]+)?@[0-9a-f]{40}$/;
/** A stored secret's name (docs.github.com/actions/reference/security/secrets, "Naming your secrets"), in upper case. */
const STORABLE = /^[A-Z_][A-Z0-9_]*$/;
const OWN_PATH = /^\$\/[\w./-]+$/;
const OWN_TAG = /^lockstep-ci\/lockstep\/(actions\/[\w-]+|\.github\/workflows\/[\w-]+\.yml)@v\d+$/;

interface Step {
  readonly name?: unknown;
  readonly run?: unknown;
  readonly uses?: unknown;
}

interface Job {
  readonly name?: unknown;
  readonly uses?: unknown;
  readonly steps?: readonly Step[];
  readonly 'timeout-minutes'?: unknown;
  readonly secrets?: unknown;
}

interface Workflow {
  readonly name?: unknown;
  readonly permissions?: unknown;
  readonly on?: Readonly<Record<string, unknown>>;
  readonly jobs?: Readonly<Record<string, Job>>;
}

export interface Finding {
  readonly rule: string;
  readonly where: string;
}

/**
 * What GitHub's own language service does not see in a workflow of ours.
 * `kind` `template`: a starter that users copy, which names us by our major tag.
 */
export function workflowFindings(text: string, kind: 'own' | 'template'): Finding[] {
  const document = parseDocument(text);
  const workflow = document.toJS() as Workflow;
  const findings: Finding[] = [];
  const find = (rule: string, where: string) => findings.push({ rule, where });

  if (typeof workflow.name !== 'string') find('workflow-name', 'top');
  if (workflow.permissions === undefined) find('permissions-at-top', 'top');
  const reusable = workflow.on !== null && typeof workflow.on === 'object' && 'workflow_call' in workflow.on;
  // Only by an equal name does a secret of the job's environment take the place of the one that was passed.
  for (const name of declaredSecrets(workflow)) if (!STORABLE.test(name)) find('storable-secret-name', name);
  for (const [id, job] of Object.entries(workflow.jobs ?? {})) {
    if (job.steps !== undefined && job['timeout-minutes'] === undefined) find('job-timeout', id);
    if (reusable && typeof job.name !== 'string') find('fixed-check-name', id);
    if (reusable && typeof job.name === 'string' && job.name.includes('${{')) find('fixed-check-name', id);
    if (job.secrets === 'inherit') find('no-inherited-secrets', id);
    for (const output of outputsAskedFor(job)) find('only-a-handover-travels', `${id}: ${output}`);
    const steps = job.steps ?? [];
    for (const [index, step] of steps.entries()) {
      const where = `${id}, step ${index + 1}`;
      if (typeof step.run === 'string' && step.run.includes('${{')) find('no-expression-in-run', where);
      if (typeof step.uses === 'string' && !mayUse(step.uses, kind)) find('pinned-uses', `${where}: ${step.uses}`);
    }
    if (typeof job.uses === 'string' && !mayUse(job.uses, kind)) find('pinned-uses', `${id}: ${job.uses}`);
  }
  return findings;
}

function mayUse(uses: string, kind: 'own' | 'template'): boolean {
  return PINNED.test(uses) || (kind === 'template' ? OWN_TAG.test(uses) : OWN_PATH.test(uses));
}

/**
 * GitHub drops a job output in which a line of any secret occurs, and for the job that reads it that is an output that
 * was not set: from job to job only what actions/handover packed may travel.
 */
function outputsAskedFor(job: Job): readonly string[] {
  const found = JSON.stringify(job).matchAll(
    /needs(?:\.[\w*-]+|\[[^\]]*\])\s*(?:\.outputs|\[[^\]]*\])(?:\.([\w*-]+))?/g,
  );
  return [...found].filter(([, output]) => output !== 'handover').map(([whole]) => whole);
}

function declaredSecrets({ on }: Workflow): readonly string[] {
  const call = on?.['workflow_call'] as { readonly secrets?: object } | null | undefined;
  return Object.keys(call?.secrets ?? {});
}
