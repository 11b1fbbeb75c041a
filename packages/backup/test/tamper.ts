import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type Contents, type Manifest, manifestDigest } from '../src/manifest/manifest.ts';
import { onlyBackup } from './ground.ts';

/** Changes a backup that is not encrypted: plainly, or so that every digest of the manifest fits again. */
export class Tampering {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = join(folder, onlyBackup(folder));
  }

  get manifest(): Manifest {
    return JSON.parse(readFileSync(this.path('manifest.json'), 'utf8')) as Manifest;
  }

  get contents(): Contents {
    return JSON.parse(this.text('contents.json.gz')) as Contents;
  }

  path(name: string): string {
    return join(this.#folder, name);
  }

  text(name: string): string {
    return gunzipSync(readFileSync(this.path(name))).toString('utf8');
  }

  /** The object of a table. */
  data(table: string): string {
    const found = this.contents.tables.find(({ name }) => name === table);
    if (found === undefined) throw new Error(`no table ${table} in the backup`);
    return found.object;
  }

  bytes(name: string, change: (bytes: Buffer) => Buffer): void {
    const before = readFileSync(this.path(name));
    const after = change(Buffer.from(before));
    if (after.equals(before)) throw new Error(`nothing changes in ${name}`);
    writeFileSync(this.path(name), after);
  }

  /** Changes a script, and covers it up. */
  script(name: string, change: (text: string) => string): void {
    this.bytes(name, (bytes) => {
      const text = gunzipSync(bytes).toString('utf8');
      const changed = change(text);
      if (changed === text) throw new Error(`nothing changes in ${name}`);
      return gzipSync(changed);
    });
    this.coverUp(name);
  }

  coverUp(name: string): void {
    const bytes = readFileSync(this.path(name));
    const now = { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    this.rewrite((manifest) => ({
      ...manifest,
      contents: name === manifest.contents.name ? now : manifest.contents,
      objects: manifest.objects.map((object) => (object.name === name ? now : object)),
    }));
  }

  /** Changes the manifest, whose digest fits again. */
  rewrite(change: (manifest: Manifest) => Manifest): void {
    const { digest: _old, ...rest } = change(this.manifest);
    this.write({ ...rest, digest: manifestDigest(rest) });
  }

  /** Changes the manifest, whose digest stays. */
  write(manifest: object): void {
    writeFileSync(this.path('manifest.json'), JSON.stringify(manifest));
  }

  swap(one: string, other: string): void {
    renameSync(this.path(one), this.path('swapped'));
    renameSync(this.path(other), this.path(one));
    renameSync(this.path('swapped'), this.path(other));
  }

  remove(name: string): void {
    rmSync(this.path(name));
  }
}
