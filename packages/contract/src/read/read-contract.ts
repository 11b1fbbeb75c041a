import { InputError } from '@lockstep/base';
import type { Contract } from '../contract.ts';
import type { ContractFiles } from './source.ts';

/** Reads a contract from a file of the repository. Throws InputError with all that is in the way. */
export async function readContract(
  file: string,
  format: 'auto' | 'openapi' | 'markdown',
  files: ContractFiles,
): Promise<Contract> {
  const isMarkdown = format === 'markdown' || (format === 'auto' && /\.(md|mdx|markdown)$/i.test(file));
  const contract = isMarkdown
    ? await (await import('./markdown.ts')).readMarkdown(file, files)
    : await (await import('./openapi.ts')).readOpenApi(file, files);
  if (contract.operations.length === 0)
    throw new InputError(`${file}: has no operation that could be read: a check of nothing would pass everything`);
  return contract;
}
