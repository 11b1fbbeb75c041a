import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The Node.js that JavaScript actions run on: the node24 that the runner would use where it is installed, else the
 * one that runs this.
 */
export function actionNode(): string {
  const packaged = new URL(
    `../../node24/node_modules/node-${process.platform}-${process.arch}/bin/node`,
    import.meta.url,
  );
  const path = fileURLToPath(packaged);
  return existsSync(path) ? path : process.execPath;
}
