import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { StrayFile } from './layouts/other-layout.ts';

const NAME = /^(?:V(\d+(?:[._]\d+)*)__|(\d+)[-_.]).*(?<!\.d)\.([cm]?[jt]s|java|kt|groovy)$/;
const LOOKED_AT = 20_000;

/** Words that only the migrations of one tool have; the first that fits. */
const TOOLS: readonly (readonly [string, RegExp])[] = [
  ['Flyway', /flywaydb|BaseJavaMigration/],
  ['node-pg-migrate', /node-pg-migrate|\bpgm\b|\bshorthands\b/],
  ['TypeORM', /typeorm|MigrationInterface|QueryRunner/i],
  ['Sequelize', /sequelize|queryInterface/i],
  ['Kysely', /kysely/i],
  ['MikroORM', /mikro-orm/i],
  ['Knex', /\bknex\b/i],
  ['Drizzle', /drizzle/i],
];

/** Whose migration a program is; undefined where nothing shows it. */
export function toolOfCode(file: string): string | undefined {
  try {
    const text = readFileSync(file, 'utf8').slice(0, LOOKED_AT);
    return TOOLS.find(([, words]) => words.test(text))?.[0];
  } catch {
    return undefined;
  }
}

/** Programs among the migrations of a folder: only their own tool can run them. */
export function listCode(directory: string, base: string | undefined): readonly StrayFile[] {
  const at = path.resolve(base ?? '.', directory);
  return readdirSync(at, { withFileTypes: true }).flatMap((entry): StrayFile[] => {
    const [, parts, digits] = NAME.exec(entry.name) ?? [];
    const version = digits ?? parts?.replaceAll('_', '.');
    if (!entry.isFile() || version === undefined) return [];
    const whose = toolOfCode(path.join(at, entry.name)) ?? 'the tool that it is written for';
    const message = `a migration in ${languageOf(entry.name)}, which only ${whose} can run; apply it with that, then take over its history (lockstep import, or command: adopt with from), and write new ones in SQL`;
    return [{ file: path.posix.join(directory, entry.name), message, version }];
  });
}

export function languageOf(file: string): string {
  const ending = /\.(\w+)$/.exec(file)?.[1] ?? '';
  if (/^[cm]?ts$/.test(ending)) return 'TypeScript';
  return { java: 'Java', kt: 'Kotlin', groovy: 'Groovy' }[ending] ?? 'JavaScript';
}
