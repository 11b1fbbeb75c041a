/** A path in a repository as a relative URI. Each part by itself: in a path `#` and `?` are letters. */
export function fileUri(file: string): string {
  const whole = file.replace(/\p{Surrogate}/gu, '\ufffd');
  return whole.split('/').map(encodeURIComponent).join('/');
}
