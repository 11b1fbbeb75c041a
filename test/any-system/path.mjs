import { existsSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What must not be needed. */
const NOT_NEEDED = ['bash', 'docker'];

/**
 * A PATH on which git is, and neither bash nor Docker. `folder` is empty, and may be filled for it.
 * @param {string} folder
 */
export function pathOf(folder) {
  const there = (process.env['PATH'] ?? '').split(delimiter).filter((one) => one !== '');
  if (process.platform === 'win32') {
    // Git for Windows has several folders with its program; bash is in some of them.
    const has = (one, name) => existsSync(join(one, `${name}.exe`));
    const found = there.find((one) => has(one, 'git') && !NOT_NEEDED.some((name) => has(one, name)));
    if (found === undefined) throw new Error('no folder on the PATH has git and neither bash nor Docker');
    return found;
  }
  const git = there.map((one) => join(one, 'git')).find((file) => existsSync(file));
  if (git === undefined) throw new Error('git is not on the PATH');
  writeFileSync(join(folder, 'git'), `#!/bin/sh\nexec '${git}' "$@"\n`, { mode: 0o755 });
  return folder;
}
