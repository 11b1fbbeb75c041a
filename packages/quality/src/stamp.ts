import { type BigIntStats, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What a report's file looked like at a moment, so that one that was not written since is known for stale without
 * comparing clocks. Undefined where it is not there.
 */
export function stampOf(path: string): string | undefined {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  if (!stats.isDirectory()) return words(stats);
  // A build folder is as new as what names its build.
  const buildId = statSync(join(path, 'BUILD_ID'), { bigint: true, throwIfNoEntry: false });
  if (buildId !== undefined) return words(buildId);
  return readdirSync(path, { recursive: true })
    .map((file) => statSync(join(path, String(file)), { bigint: true, throwIfNoEntry: false }))
    .filter((one) => one !== undefined)
    .map(words)
    .sort()
    .join('\n');
}

/** When it was last written, in milliseconds since the epoch; undefined where it is not there. */
export function writtenAt(path: string): number | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  const build = stats?.isDirectory() === true ? statSync(join(path, 'BUILD_ID'), { throwIfNoEntry: false }) : undefined;
  return (build ?? stats)?.mtimeMs;
}

function words({ ino, mtimeNs, size }: BigIntStats): string {
  return `${ino}:${mtimeNs}:${size}`;
}
