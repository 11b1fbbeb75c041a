import { githubClient } from '@lockstep/action-kit/github';
import type { Outcome, Shell } from '@lockstep/action-shell';
import type { Protection } from '@lockstep/github';
import { readProtection } from '@lockstep/github';
import type { Inputs } from './inputs.ts';
import type { Reason } from './reasons.ts';

/**
 * Reports what protects the release. The step passes whatever it finds, since teams have other ways to protect
 * themselves, but no one must believe in an approval that does not exist.
 */
export async function protection(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  if (values.request !== '')
    return report(shell, values, 'four-eyes', `two-person approval: another person approved request ${values.request}`);
  const github = githubClient(values, shell);
  const names = [...new Set([values['approval-environment'], values.environment])].filter((name) => name !== '');
  const found = await Promise.all(names.map((name) => readProtection(github, name)));
  const words = found.map((one) => one.words).join('; ');
  return report(shell, values, strongest(found), words);
}

/** One that waits for people is enough; if none does and one could not be read, it is not known. */
function strongest(found: readonly Protection[]): Protection['kind'] {
  const order = ['reviewers', 'unknown', 'branches', 'none'] as const;
  return order.find((kind) => found.some((one) => one.kind === kind)) ?? 'none';
}

function report(shell: Shell, values: Inputs, kind: Protection['kind'] | 'four-eyes', words: string): Outcome<Reason> {
  const outputs = { protection: kind };
  switch (kind) {
    case 'reviewers':
    case 'four-eyes':
    case 'branches':
      return { verdict: 'pass', reason: 'protected', message: words, outputs };
    case 'none': {
      if (values['allow-unprotected']) {
        const message = `anyone who can start this workflow can release without an approval, which allow-unprotected confirms (${words})`;
        return { verdict: 'pass', reason: 'unprotected-by-choice', message, outputs };
      }
      const message = `anyone who can start this workflow can release without an approval (${words})`;
      shell.summary.add(
        `> [!WARNING]\n> ${message}. Add required reviewers to the environment, or use a two-person approval (promote.yml); \`allow-unprotected: true\` confirms that no approval is needed.`,
      );
      return { verdict: 'fail', reason: 'not-protected', message, outputs, passes: true };
    }
    case 'unknown': {
      const message = `it is not known whether an approval is needed: ${words}`;
      shell.summary.add(`> [!WARNING]\n> ${message}.`);
      return { verdict: 'unknown', reason: 'protection-unknown', message, outputs, passes: true };
    }
  }
}
