import { formatDuration } from '@lockstep/base';
import type { RunEvent, StepResult } from '@lockstep/workflow-runner';

/**
 * What to print of a run while it goes on: a line a step, with the last word of the action in it. What an action lets
 * pass though it found something is neither well nor a failure: `note`.
 */
export function progressLine(event: RunEvent): string | undefined {
  switch (event.type) {
    case 'job-waiting':
      return `    ${lastPart(event.job)}: waiting for ${event.for} (${event.what})`;
    case 'job-started':
      return `    ${lastPart(event.name)}`;
    case 'step-finished':
      return stepLine(event.step);
    default:
      return undefined;
  }
}

function stepLine(step: StepResult): string | undefined {
  const said = lastWord(step);
  if (step.conclusion === 'skipped' || (step.phase === 'post' && said === undefined)) return undefined;
  const mark = step.conclusion !== 'success' ? 'FAIL' : said === undefined || said.startsWith('pass') ? 'ok  ' : 'note';
  const time = formatDuration(step.durationMs).padStart(7);
  return `      ${mark} ${time}  ${step.name}${said === undefined ? '' : `: ${said}`}`;
}

/** `pass (released): …` out of the line that every action ends with. */
function lastWord(step: StepResult): string | undefined {
  const match = [...step.log.matchAll(/^[a-z-]+: ((?:pass|fail|unknown) \([a-z-]+\): .*)$/gm)].at(-1);
  return match?.[1];
}

function lastPart(name: string): string {
  return name.split(' / ').at(-1) ?? name;
}
