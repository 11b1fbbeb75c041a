import { runAction } from '@lockstep/action-shell';
import { action } from './run.ts';

await runAction(action);
