import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, gitPath } from '@lockstep/base';
import type { CodeFinding } from '../finding.ts';
import type { ReadGit } from '../read-git.ts';
import { type ReportReading, reading, unreadable } from '../report.ts';
import { statOf } from '../source.ts';

/** Larger files are data, not something that people type a key into. */
const LARGEST_BYTES = 1_048_576;

/**
 * Looks for secrets in every file that git knows or would add, as it is now: not in history. Runs in this process and
 * asks no network. What it finds is shown masked.
 */
export async function scanForSecrets(root: string, readGit: ReadGit, signal?: AbortSignal): Promise<ReportReading> {
  let files: readonly string[];
  try {
    files = await filesOf(readGit);
  } catch (error) {
    return unreadable('tool-crashed', `git cannot list the files: ${describe(error)}`);
  }
  const lint = await linter();
  const findings: CodeFinding[] = [];
  let checked = 0;
  for (const file of files) {
    signal?.throwIfAborted();
    const path = join(root, file);
    const stats = statOf(path);
    if (stats === undefined || !stats.isFile() || stats.size > LARGEST_BYTES) continue;
    const bytes = await readFile(path);
    if (bytes.subarray(0, 8_000).includes(0)) continue;
    checked++;
    findings.push(...(await lint(file, bytes.toString('utf8'))));
  }
  return reading({ checked, findings });
}

async function filesOf(readGit: ReadGit): Promise<readonly string[]> {
  const listed = await readGit(['ls-files', '--cached', '--others', '--exclude-standard']);
  return [...new Set(listed.split('\n').filter((file) => file !== ''))].map(gitPath);
}

/** The rules are half a megabyte of code: loaded only where a gate asks for them. */
async function linter(): Promise<(file: string, content: string) => Promise<readonly CodeFinding[]>> {
  const [{ lintSource }, preset, own] = await Promise.all([
    import('@secretlint/core'),
    import('@secretlint/secretlint-rule-preset-recommend'),
    import('./rule.ts'),
  ]);
  const rules = [
    { id: '@secretlint/secretlint-rule-preset-recommend', rule: preset.creator },
    { id: own.creator.meta.id, rule: own.creator },
  ];
  return async (file, content) => {
    const source = { filePath: file, content, ext: '', contentType: 'text' as const };
    const { messages } = await lintSource({ source, options: { config: { rules }, maskSecrets: true } });
    // Both know some keys; secretlint's word for one is enough.
    const isTwice = ({ ruleId, range: [from, to] }: (typeof messages)[number]) =>
      ruleId === own.creator.meta.id &&
      messages.some((other) => other.ruleId !== ruleId && other.range[0] < to && from < other.range[1]);
    const once = messages.filter((message) => !isTwice(message));
    return once.map(({ ruleId, message, severity, loc, range }) => {
      const secret = content.slice(range[0], range[1]);
      return {
        rule: `${ruleId.replace(/^@secretlint\/secretlint-rule-/, '')}`,
        level: severity === 'warning' || severity === 'info' ? 'warning' : 'error',
        message: secret === '' ? message : message.replaceAll(secret, '***'),
        file,
        line: loc.start.line,
      };
    });
  };
}
