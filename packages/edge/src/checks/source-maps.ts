import { type Answer, header, shown } from '../ask/exchange.ts';
import { builtOf, unreadAssets } from '../assets.ts';
import type { Site } from '../site.ts';
import { type EdgeCheck, type Finding, failed, leftOut, notWhole, passed, unclear } from './check.ts';

export const sourceMaps: EdgeCheck = {
  id: 'source-maps',
  title: 'Source maps are not served',
  expected: 'no map next to a script or a style, in it, or where it says',
  remedy:
    'Turn off `productionBrowserSourceMaps`, or upload the maps to your error tracker and delete them before the deployment. A map contains the source code of the app.',
  look: async (site) => {
    const files = await builtOf(site);
    if (files.read.length + files.missed.length === 0)
      return [leftOut(site.plan.url.host, 'no page loads a script or a style from a host that may be requested')];
    const found = await Promise.all(files.read.map(({ url, answer }) => judge(site, url, answer)));
    return [...found, ...unreadAssets(files)];
  },
};

async function judge({ asker }: Site, url: URL, answer: Answer): Promise<Finding> {
  const what = `${url.host}${url.pathname}`;
  const said =
    header(answer, 'sourcemap') ?? /[#@]\s*sourceMappingURL=(\S+)\s*(?:\*\/)?\s*$/.exec(answer.body.slice(-4096))?.[1];
  if (said?.startsWith('data:') === true) return failed('map-in-script', what, 'a map in the file itself');
  const beside = new URL(url);
  beside.pathname += '.map';
  const places = [beside.href, said ?? ''].filter((one) => one !== '' && URL.canParse(one, url.href));
  let asked = 0;
  for (const place of new Set(places.map((one) => new URL(one, url.href).href))) {
    const map = await asker.ask(new URL(place));
    if (map.kind === 'none') {
      if (map.why === 'not-allowed') continue;
      return unclear('no-answer', what, shown(map), { remedy: AGAIN });
    }
    if (map.status === 429 || map.status >= 500) return unclear('no-answer', what, shown(map), { remedy: AGAIN });
    asked += 1;
    if (map.status === 200 && isMap(map)) return failed('map-served', what, new URL(place).pathname);
    if (map.status === 200 && map.truncated && map.body === '') return notWhole(what);
  }
  // Its last line names the map; that of a file which was cut is not known.
  if (answer.truncated) return notWhole(what);
  return passed(what, `${asked} places asked`);
}

/** A page for paths that are not there answers 200 as well, and is no map. `mappings` is at the end of a large one. */
function isMap({ body, truncated }: Answer): boolean {
  const isObject = body
    .replace(/^\)\]\}'/, '')
    .trimStart()
    .startsWith('{');
  const end = truncated ? /"(?:mappings|sections|sources)"\s{0,20}:/ : /"(?:mappings|sections)"\s{0,20}:/;
  return isObject && /"version"\s{0,20}:/.test(body) && end.test(body);
}

const AGAIN = 'Run the audit again when the site answers.';
