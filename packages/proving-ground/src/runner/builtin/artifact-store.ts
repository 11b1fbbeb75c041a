import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The artifacts of one run, each a folder with its files. */
export class ArtifactStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The names of all artifacts, sorted. */
  list(): string[] {
    return existsSync(this.#folder) ? readdirSync(this.#folder).sort() : [];
  }

  has(name: string): boolean {
    return this.list().includes(name);
  }

  /** Stores files, by the path they have inside the artifact. */
  save(name: string, files: ReadonlyMap<string, string>): void {
    mkdirSync(join(this.#folder, name), { recursive: true });
    for (const [inside, file] of files) cpSync(file, join(this.#folder, name, inside), { recursive: true });
  }

  /** Copies an artifact's files into a folder. */
  load(name: string, into: string): void {
    mkdirSync(into, { recursive: true });
    cpSync(join(this.#folder, name), into, { recursive: true });
  }
}
