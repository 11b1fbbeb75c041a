/** Whether it is a path of a file within the repository, as every system writes it the same. */
export function isPath(file: string): boolean {
  const isFar = file.startsWith('/') || file.includes('\\') || file.includes(':');
  return !isFar && !file.split('/').some((part) => part === '' || part === '.' || part === '..');
}
