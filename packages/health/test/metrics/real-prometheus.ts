import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';

/** It reads the whole history once for each block: of a month, 14 times and not 360. */
const BLOCKS = ['openmetrics', '--max-block-duration=54h'];

export interface RealPrometheus {
  readonly url: string;
  end(): Promise<void>;
}

/**
 * Prometheus itself, with a history that it did not have to scrape.
 *
 * @param programs the folder of `prometheus` and `promtool`
 * @param history in the text format of OpenMetrics
 * @param options of the program, such as how long it keeps what it has
 */
export async function startPrometheus(
  programs: string,
  history: string,
  options: readonly string[] = [],
): Promise<RealPrometheus> {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-prometheus-'));
  chmodSync(folder, 0o755);
  const [data, file, config] = [join(folder, 'data'), join(folder, 'history.txt'), join(folder, 'prometheus.yml')];
  writeFileSync(file, history);
  writeFileSync(config, 'scrape_configs: []\n');
  const made = spawnSync(join(programs, 'promtool'), ['tsdb', 'create-blocks-from', ...BLOCKS, file, data]);
  if (made.status !== 0 || /error/i.test(String(made.stderr))) throw new Error(`promtool: ${made.stderr}`);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const flags = [`--config.file=${config}`, `--storage.tsdb.path=${data}`, `--web.listen-address=127.0.0.1:${port}`];
  const server = spawn(join(programs, 'prometheus'), [...flags, ...options], { stdio: 'ignore' });
  const end = async () => {
    if (server.exitCode === null)
      await new Promise<void>((resolve) => {
        server.on('exit', () => resolve());
        server.kill();
      });
    rmSync(folder, { recursive: true, force: true });
  };
  const ready = () =>
    fetch(`${url}/-/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  // Real time: it says when it is ready.
  while (!(await ready()) && server.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 100));
  if (server.exitCode === null) return { url, end };
  await end();
  throw new Error('Prometheus did not start');
}
