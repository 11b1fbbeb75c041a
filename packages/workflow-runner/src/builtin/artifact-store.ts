import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The artifacts of one run, each a set of files. What is not content (mode, times) is lost, as on GitHub. */
export class ArtifactStore {
  readonly #artifacts = new Map<string, ReadonlyMap<string, Buffer>>();

  /** The names of all artifacts, sorted. */
  list(): string[] {
    return [...this.#artifacts.keys()].sort();
  }

  has(name: string): boolean {
    return this.#artifacts.has(name);
  }

  /** Stores files, by the path they have inside the artifact. */
  save(name: string, files: ReadonlyMap<string, string>): void {
    this.#artifacts.set(name, new Map([...files].map(([inside, file]) => [inside, readFileSync(file)])));
  }

  /** Writes an artifact's files into a folder. */
  load(name: string, into: string): void {
    mkdirSync(into, { recursive: true });
    for (const [inside, content] of this.#artifacts.get(name) ?? []) {
      mkdirSync(dirname(join(into, inside)), { recursive: true });
      writeFileSync(join(into, inside), content);
    }
  }
}
