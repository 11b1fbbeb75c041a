import { runScript } from './script.mjs';

await runScript('post');
