/** A path of a snapshot, one step deeper. A name with other characters is in brackets. */
export function below(path: string, name: string): string {
  if (path === '') return name;
  return /^[\w-]+$/.test(name) ? `${path}.${name}` : `${path}[${name}]`;
}
