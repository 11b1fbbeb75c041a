import { InputError, isMap, parseList } from '@lockstep/base';

/**
 * The routes of an app as templates of paths: from Next's `.next/app-path-routes-manifest.json` (its route handlers, not
 * its pages) or from a text with one path per line.
 */
export function readRoutes(text: string, file: string): readonly string[] {
  if (!text.trimStart().startsWith('{')) {
    const lines = parseList(text).filter((line) => !line.startsWith('#'));
    const wrong = lines.filter((line) => !line.startsWith('/'));
    if (wrong.length > 0) throw new InputError(`${file}: expected paths that begin with a slash, one per line`);
    return [...new Set(lines.map(template))];
  }
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw new InputError(`${file}: not readable as JSON`, { cause });
  }
  const entries = Object.entries(isMap(data) ? data : {});
  const handlers = entries.filter(([key, value]) => key.endsWith('/route') && typeof value === 'string');
  if (handlers.length === 0)
    throw new InputError(
      `${file}: has no route handlers; expected Next's app-path-routes-manifest.json, or one path per line`,
    );
  return [...new Set(handlers.map(([, value]) => template(String(value))))].sort();
}

/** `/patients/[id]` and `/patients/:id` → `/patients/{id}`. */
function template(path: string): string {
  return path.replace(/\[\[?(?:\.\.\.)?([^[\]]+)\]\]?/g, '{$1}').replace(/:([A-Za-z_]\w*)/g, '{$1}');
}
