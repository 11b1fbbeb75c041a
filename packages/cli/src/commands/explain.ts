import { InputError, jsonText } from '@lockstep/base';
import type { Call, Command } from '../command.ts';
import { nearest } from '../nearest.ts';
import type { Reason } from '../reason.ts';

const ACTIONS = 'https://github.com/lockstep-ci/lockstep/tree/main/actions';

export const explain: Command = {
  name: 'explain',
  summary: 'says what a reason means and what to do',
  details: `
Each step ends with a line ACTION: VERDICT (REASON): message, and so do most commands. This says what the reason means.

  lockstep explain evidence-stale`,
  arguments: [{ name: 'CODE', meaning: 'the reason', required: true }],
  options: [],
  run: async (call) => {
    const code = call.text('CODE');
    // A third of all that the command would load at its start.
    const { reasons } = await import('../reasons.ts');
    const found = reasons.of(code);
    if (found.length === 0) {
      const near = nearest(code, reasons.codes());
      throw new InputError(`no reason is named '${code}'${near === undefined ? '' : `; did you mean ${near}?`}`);
    }
    call.terminal.write(
      call.json ? jsonText({ code, meanings: found }) : found.map((one) => textOf(one, call)).join('\n'),
    );
    return 'pass';
  },
};

function textOf({ code, action, command, step, verdict, meaning, remedy }: Reason, { terminal }: Call): string {
  const word =
    verdict === 'pass' || verdict === 'fail' || verdict === 'unknown' ? terminal.paint(verdict, verdict) : verdict;
  const by = command === undefined ? action || 'every action and command' : `lockstep ${command}`;
  const about = step === 'main' ? by : `${by}, ${step}`;
  const from = action === '' ? [] : [`  ${ACTIONS}/${action}`];
  const more = command === undefined ? from : [`  lockstep help ${command}`];
  return [`${code} (${about}): ${word}`, `  ${meaning}`, `  ${remedy}`, ...more, ''].join('\n');
}
