import { inputText, runAction } from '@lockstep/action-shell';
import { actionFor } from './run.ts';

await runAction(await actionFor(inputText('command')));
