import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** More refusals than this, and the rest most likely stands on what was refused. */
const REFUSALS = 10;

/** Applies migrations as psql does, each file in a session of its own and each statement committed by itself. */
export class Psql {
  #database;
  #work;

  constructor(database, work) {
    this.#database = database;
    this.#work = work;
  }

  /**
   * All files that psql takes, on one database. One that it refuses half-way leaves something behind: then a new
   * database gets what it took before.
   */
  async applyAll(migrations) {
    const refused = [];
    let taken = migrations;
    for (;;) {
      const database = await this.#database();
      const { at, message, ms } = await this.#apply(database.url, taken);
      if (at === undefined) return { database, taken, refused, ms };
      refused.push({ file: taken[at].file, message });
      taken = refused.length > REFUSALS ? taken.slice(0, at) : taken.toSpliced(at, 1);
    }
  }

  /** Up to the first that is refused: its place among them, undefined where there is none. */
  async #apply(url, migrations) {
    const files = migrations.map(({ up }, nth) => {
      const file = path.join(this.#work, `${nth}.sql`);
      writeFileSync(file, up.source.read(0, up.source.size));
      return file;
    });
    const script = path.join(this.#work, 'all.sql');
    writeFileSync(script, files.map((file, nth) => `\\echo ${nth}\n\\i '${file}'\n\\c\n`).join(''));
    const started = performance.now();
    const { code, reached, said } = await run(url, script);
    const ms = performance.now() - started;
    if (code === 0) return { at: undefined, message: '', ms };
    return { at: reached, message: /ERROR: {2}.*/.exec(said)?.[0] ?? `psql ended with ${code}`, ms };
  }
}

function run(url, file) {
  return new Promise((resolve, reject) => {
    const child = spawn('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-f', file, url], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [reached, said, line] = [0, '', ''];
    child.stdout.setEncoding('latin1').on('data', (text) => {
      const lines = (line + text).split('\n');
      line = lines.pop().slice(-100);
      for (const each of lines) if (/^\d+$/.test(each) && Number(each) === reached + 1) reached++;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said = (said + text).slice(-20_000);
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, reached, said }));
  });
}
