import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Packument {
  readonly name: string;
  'dist-tags': Record<string, string>;
  readonly versions: Record<string, { dist: Record<string, unknown> }>;
}

/** As much of a registry as npm publish and a reader of it need. */
export interface Registry {
  readonly url: string;
  /** What was published, in order. */
  readonly puts: string[];
  readonly asked: number;
  /** Whether what is published has a provenance, as the registry makes of a trusted publication. */
  attests: boolean;
  /** Packages that have a version already. */
  readonly know: (...names: readonly string[]) => void;
  /** The next publication of it is stored, and answered as if it failed. */
  readonly loseAnswerOf: (name: string) => void;
  readonly close: () => Promise<void>;
}

export async function startRegistry(): Promise<Registry> {
  const packages = new Map<string, Packument>();
  const tarballs = new Map<string, Buffer>();
  const lost = new Set<string>();
  const state = { puts: [] as string[], asked: 0, attests: true };
  let url = '';

  function put(name: string, body: Buffer): void {
    const sent = JSON.parse(body.toString('utf8')) as Packument & {
      readonly _attachments: Record<string, { readonly data: string }>;
    };
    const kept = packages.get(name) ?? { name, 'dist-tags': {}, versions: {} };
    for (const [version, manifest] of Object.entries(sent.versions)) {
      if (kept.versions[version] !== undefined) throw new Error('published already');
      const [attachment] = Object.values(sent._attachments);
      const bytes = Buffer.from(attachment?.data ?? '', 'base64');
      const path = `/-/${name.replace('/', '-')}-${version}.tgz`;
      tarballs.set(path, bytes);
      const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
      const attestations = state.attests ? { attestations: { url: `${url}/attestations` } } : {};
      kept.versions[version] = { ...manifest, dist: { integrity, tarball: url + path, ...attestations } };
      state.puts.push(`${name}@${version}`);
    }
    kept['dist-tags'] = { ...kept['dist-tags'], ...sent['dist-tags'] };
    packages.set(name, kept);
  }

  const server = createServer(async (request, response) => {
    state.asked++;
    const path = decodeURIComponent(request.url ?? '').replace(/\?.*$/, '');
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    const tarball = tarballs.get(path);
    if (tarball !== undefined) return void response.end(tarball);
    const name = path.slice(1);
    if (request.method === 'PUT') {
      try {
        put(name, await read(request));
      } catch (error) {
        return answer(409, { error: String(error) });
      }
      return lost.delete(name) ? answer(502, { error: 'bad gateway' }) : answer(201, { ok: true });
    }
    const found = packages.get(name);
    return found === undefined ? answer(404, { error: 'not found' }) : answer(200, found);
  });
  // As a registry closes what is idle, while npm packs and publishes: whoever kept a connection meets a closed one.
  server.keepAliveTimeout = 1;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.defineProperties(state, {
    url: { value: url },
    know: {
      value: (...names: readonly string[]) => {
        for (const name of names)
          packages.set(name, { name, 'dist-tags': { latest: '1.0.0' }, versions: { '1.0.0': { dist: {} } } });
      },
    },
    loseAnswerOf: { value: (name: string) => lost.add(name) },
    close: {
      value: () =>
        new Promise<void>((resolve) => {
          server.closeAllConnections();
          server.close(() => resolve());
        }),
    },
  }) as unknown as Registry;
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
