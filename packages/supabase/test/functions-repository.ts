import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const CODE_AT = '2026-11-20T12:00:00Z';

/** A repository with two Edge Functions, of which one uses shared code. */
export class FunctionsRepository {
  readonly root = mkdtempSync(join(tmpdir(), 'lockstep-functions-'));

  static withTwo(): FunctionsRepository {
    const repository = new FunctionsRepository();
    repository.git(['init', '-qb', 'main']);
    repository.file('supabase/config.toml', 'project_id = "shop"\n[functions.stripe]\nverify_jwt = false\n');
    repository.file('supabase/functions/mail/index.ts', "import { cors } from '../_shared/cors.ts';\n");
    repository.file('supabase/functions/stripe/index.ts', 'Deno.serve(() => new Response());\n');
    repository.file('supabase/functions/_shared/cors.ts', 'export const cors = {};\n');
    repository.commit();
    return repository;
  }

  git(args: readonly string[], when = CODE_AT): void {
    const env = { ...process.env, GIT_AUTHOR_DATE: when, GIT_COMMITTER_DATE: when, GIT_CONFIG_GLOBAL: '/dev/null' };
    const author = ['-c', 'user.name=t', '-c', 'user.email=t@example.com'];
    execFileSync('git', [...author, ...args], { cwd: this.root, env, stdio: 'pipe' });
  }

  file(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  commit(when = CODE_AT): void {
    this.git(['add', '-A']);
    this.git(['commit', '-qm', 'change'], when);
  }

  remove(path = ''): void {
    rmSync(join(this.root, path), { recursive: true, force: true });
  }
}
