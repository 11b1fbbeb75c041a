/** Whether it is a path of a file within the repository, as every system writes it the same. */
export function isPath(file: string): boolean {
  const isFar = file.startsWith('/') || file.includes('\\') || file.includes(':');
  // What no one sees in a name is a slip.
  const isHidden = file.trim() !== file || /\p{C}/u.test(file);
  return !isFar && !isHidden && !file.split('/').some((part) => part === '' || part === '.' || part === '..');
}
