import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import cobertura from 'cobertura-parse';
import lcovParse from 'lcov-parse';
import { Repository, recordedText } from '../repository.ts';

let repo: Repository;
beforeEach(() => {
  repo = new Repository();
});
afterEach(() => repo.remove());

describe('coverage', () => {
  test('the four reports of one run say the same', async () => {
    const lcov = await repo.report('lcov', repo.recorded('lcov.info'));
    const summary = await repo.report('istanbul', repo.recorded('coverage-summary.json'));
    const final = await repo.report('istanbul', repo.recorded('coverage-final.json'));
    const xml = await repo.report('cobertura', repo.recorded('cobertura-coverage.xml'));
    expect(summary.metrics).toEqual({ lines: (2 / 3) * 100, branches: 0, functions: 50, statements: 40 });
    expect(final.metrics).toEqual(summary.metrics);
    expect(lcov.metrics).toEqual({ lines: (2 / 3) * 100, branches: 0, functions: 50 });
    expect(xml.metrics).toEqual({ lines: (2 / 3) * 100, branches: 0 });
  });

  test('lcov: as lcov-parse counts it', async () => {
    const judge = await new Promise<{ lines: { found: number; hit: number } }[]>((resolve, reject) =>
      lcovParse(recordedText('lcov.info'), (error, data) => (data === undefined ? reject(error) : resolve(data))),
    );
    const hit = judge.reduce((sum, file) => sum + file.lines.hit, 0);
    const found = judge.reduce((sum, file) => sum + file.lines.found, 0);
    expect((await repo.report('lcov', repo.recorded('lcov.info'))).metrics?.['lines']).toBe((hit / found) * 100);
  });

  test('Cobertura: as cobertura-parse counts it', async () => {
    const judge = await new Promise<{ lines: { found: number; hit: number } }[]>((resolve, reject) =>
      cobertura.parseContent(recordedText('cobertura-coverage.xml'), (error, data) =>
        data === undefined ? reject(error) : resolve(data),
      ),
    );
    const { metrics } = await repo.report('cobertura', repo.recorded('cobertura-coverage.xml'));
    expect(metrics?.['lines']).toBe(((judge[0]?.lines.hit ?? 0) / (judge[0]?.lines.found ?? 0)) * 100);
  });
});
