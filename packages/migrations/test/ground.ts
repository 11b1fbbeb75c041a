import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Clock, type Logger, Secret } from '@lockstep/base';
import type { Scope } from '@lockstep/proving-ground/scope';
import type { Database } from '../../postgres/test/ground.ts';
import { createEngine, type Engine, type Limits, type Provenance } from '../src/engine/engine.ts';
import { type Folder, readFolder } from '../src/files/folder.ts';
import type { Layout } from '../src/files/layout.ts';

export { Database, Ground, startGround } from '../../postgres/test/ground.ts';

export type Files = Readonly<Record<string, string | Buffer>>;

/** Files under `supabase/` of a new folder: `migrations/1_a.sql`, `rollbacks/1_a.sql`. */
export function writeFiles(scope: Scope, files: Files): string {
  const root = scope.folder('lockstep-migrations-');
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, 'supabase', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  mkdirSync(path.join(root, 'supabase', 'migrations'), { recursive: true });
  return root;
}

export function folderOf(scope: Scope, files: Files, layout: Layout | 'auto' = 'auto'): Folder {
  return readFolder({
    directory: 'supabase/migrations',
    downDirectory: 'supabase/rollbacks',
    layout,
    base: writeFiles(scope, files),
    mayBeEmpty: true,
  });
}

/** What an engine said. */
export interface Recorded extends Logger {
  readonly lines: string[];
}

export function recorder(): Recorded {
  const lines: string[] = [];
  return {
    lines,
    info: (line) => void lines.push(line),
    warning: (line) => void lines.push(`warning: ${line}`),
    debug: () => undefined,
  };
}

export interface EngineSetup {
  readonly limits?: Partial<Limits>;
  readonly provenance?: Partial<Provenance>;
  readonly log?: Logger;
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
  readonly url?: string;
}

export function engineOn(database: Database, setup: EngineSetup = {}): Engine {
  return createEngine({
    databaseUrl: new Secret(setup.url ?? database.url),
    provenance: { release: '', commit: '', actor: 'tester', run: '', step: 'step-1', ...setup.provenance },
    limits: { lockRetryForMs: 5_000, migrationLockTimeoutMs: 5_000, ...setup.limits },
    log: setup.log ?? recorder(),
    ...(setup.signal === undefined ? {} : { signal: setup.signal }),
    ...(setup.clock === undefined ? {} : { clock: setup.clock }),
  });
}
