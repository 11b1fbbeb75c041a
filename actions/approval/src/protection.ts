import { githubClient } from '@lockstep/action-kit/github';
import type { Outcome, Shell } from '@lockstep/action-shell';
import type { Protection } from '@lockstep/github';
import { readProtection } from '@lockstep/github';
import type { Inputs } from './inputs.ts';

/**
 * Says what stands between a run and the release. It only tells: the step passes whatever it finds, for teams have
 * other ways to protect themselves, but nobody shall believe in an approval that is not there.
 */
export async function protection(values: Inputs, shell: Shell): Promise<Outcome> {
  if (values.request !== '')
    return told(shell, values, 'four-eyes', `four eyes: somebody else approved request ${values.request}`);
  const github = githubClient(values, shell);
  const names = [...new Set([values['approval-environment'], values.environment])].filter((name) => name !== '');
  const found = await Promise.all(names.map((name) => readProtection(github, name)));
  const words = found.map((one) => one.words).join('; ');
  return told(shell, values, strongest(found), words);
}

/** One that waits for people is enough; where none does and one could not be read, nobody knows. */
function strongest(found: readonly Protection[]): Protection['kind'] {
  const order = ['reviewers', 'unknown', 'branches', 'none'] as const;
  return order.find((kind) => found.some((one) => one.kind === kind)) ?? 'none';
}

function told(shell: Shell, values: Inputs, kind: Protection['kind'] | 'four-eyes', words: string): Outcome {
  const outputs = { protection: kind };
  switch (kind) {
    case 'reviewers':
    case 'four-eyes':
    case 'branches':
      return { verdict: 'pass', reason: 'protected', message: words, outputs };
    case 'none': {
      if (values['allow-unprotected']) {
        const message = `whoever may start this workflow releases by themselves, as was said (allow-unprotected; ${words})`;
        return { verdict: 'pass', reason: 'unprotected-by-choice', message, outputs };
      }
      const message = `no protection: whoever may start this workflow releases by themselves (${words})`;
      shell.summary.add(
        `> [!WARNING]\n> ${message}. Required reviewers, or four eyes (promote.yml), would ask somebody; allow-unprotected: true says once that nobody shall be asked.`,
      );
      return { verdict: 'fail', reason: 'not-protected', message, outputs, passes: true };
    }
    case 'unknown': {
      const message = `it is not known whether anybody is asked: ${words}`;
      shell.summary.add(`> [!WARNING]\n> ${message}.`);
      return { verdict: 'unknown', reason: 'protection-unknown', message, outputs, passes: true };
    }
  }
}
