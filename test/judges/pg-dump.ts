import { spawnSync } from 'node:child_process';
import { systemVersions } from '@lockstep/proving-ground/postgres';

export interface NativeDump {
  readonly path: string;
  /** 15 */
  readonly major: number;
}

/**
 * The programs of this name that there are: `LOCKSTEP_PG_DUMP`, which `.ci/run` installs and which is of the major version of
 * ours, and those of the system.
 */
export function nativeDumps(): readonly NativeDump[] {
  const given = process.env['LOCKSTEP_PG_DUMP'];
  const paths = [
    ...(given === undefined ? [] : [given]),
    ...systemVersions().map((major) => `/usr/lib/postgresql/${major}/bin/pg_dump`),
  ];
  return paths.flatMap((path) => {
    const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
    const major = Number(/ (\d+)\./.exec(stdout ?? '')?.[1]);
    return status === 0 && major > 0 ? [{ path, major }] : [];
  });
}
