import { count, silent } from '@lockstep/base';
import {
  judgeUses,
  missingOf,
  type Relations,
  readSources,
  relationsOf,
  traceGone,
  type Use,
  unreadUses,
  usesOf,
} from '@lockstep/contract';
import { type Findings, NOTHING } from './findings.ts';
import type { Host } from './host.ts';
import type { Inputs } from './inputs.ts';

/** How long a migration may wait and run: on a server of its own nothing is in its way. */
const LIMITS = {
  lockTimeoutMs: 10_000,
  lockRetryForMs: 10_000,
  migrationLockTimeoutMs: 10_000,
  statementTimeoutMs: 300_000,
};

/** Holds what the source asks for against the schema that the migrations produce on a scratch server. */
export async function checkSource(values: Inputs, shell: Host): Promise<Findings> {
  if (values.source.length === 0) return NOTHING;
  const sources = readSources(shell.env.workspace, values.source);
  const uses = await usesOf(sources, values['source-schema']);
  const read = uses.filter(({ kind }) => kind !== 'unread').length;
  shell.log.info(`${count(read, 'call')} of supabase-js read in ${count(sources.length, 'file')}`);
  if (values['dry-run']) return NOTHING;
  // The parser of migrations is large, and not needed otherwise.
  const { buildByFile, createEngine, readFolder, withBuiltSchema } = await import('@lockstep/migrations');
  const { clock, env, log, signal } = shell;
  const engine = createEngine({
    databaseUrl: values['scratch-database-url'],
    provenance: { release: '', commit: '', actor: env.actor, run: env.runUrl, step: shell.instance },
    limits: LIMITS,
    log: silent,
    clock,
    signal,
  });
  const folder = readFolder({
    directory: values.directory,
    downDirectory: values['down-directory'],
    layout: 'auto',
    base: env.workspace,
  });
  const built = await withBuiltSchema(engine, folder, (target) => relationsOf(target, { log, signal }));
  if (built.kind === 'not-built') return notBuilt(built.message);
  const trace = traceGone(uses, missingOf(uses, built.value));
  // Who took it away is asked for only where something is missing: each migration is applied for itself then.
  if (missingOf(uses, built.value).length > 0) {
    const again = await buildByFile(engine, folder, async (target, file) =>
      trace.look(file, await relationsOf(target, { log, signal })),
    );
    if (again.kind === 'not-built') return notBuilt(again.message);
  }
  return judged(uses, built.value, { missing: values['missing-in-schema'], goneWith: trace.goneWith });
}

function judged(uses: readonly Use[], schema: Relations, rules: Parameters<typeof judgeUses>[2]): Findings {
  return { checks: judgeUses(uses, schema, rules), notVerified: unreadUses(uses, rules.missing) };
}

function notBuilt(message: string): Findings {
  return {
    checks: [],
    notVerified: [
      {
        id: 'source/schema',
        what: 'supabase-js calls of the source',
        because: `the migrations could not be applied to a new database: ${message}`,
        remedy: 'fix the migration, or give a server of the version of production in "scratch-database-url"',
        chosen: false,
      },
    ],
  };
}
