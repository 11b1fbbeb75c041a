/**
 * A path on a site. Two slashes would begin the name of another host, and to an address a backslash is a slash, so that
 * `new URL(path, origin)` would leave the origin.
 */
export const SITE_PATH: RegExp = /^\/(?![/\\])\S*$/;

/** The address of a path on an origin: whatever the path says, it is on that origin and no other. */
export function onOrigin(path: string, origin: URL): URL {
  const [, pathname = '', search = ''] = /^([^?#]*)(\?[^#]*)?/.exec(path) ?? [];
  const url = new URL(origin.origin);
  url.pathname = pathname;
  url.search = search;
  return url;
}
