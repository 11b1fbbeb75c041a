/** A thread of `scripts/build.mjs`: takes the name of a bundle, gives its files. What goes wrong ends it, and so the build. */
import { parentPort } from 'node:worker_threads';
import { bundle } from './build.mjs';

parentPort?.on('message', async (name) => parentPort?.postMessage(await bundle(name)));
