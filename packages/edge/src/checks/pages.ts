import { shown } from '../ask/exchange.ts';
import { isReadable, type ReadVisit, readableRemedy, type Site, whatOf } from '../site.ts';
import { type Finding, unclear } from './check.ts';

/** Judges every page that can be read; one that cannot is unknown. */
export async function eachPage(
  site: Site,
  judge: (visit: ReadVisit, what: string) => Finding | readonly Finding[] | Promise<Finding | readonly Finding[]>,
): Promise<readonly Finding[]> {
  const visits = await site.visits();
  const found = await Promise.all(
    visits.map(async (visit) => {
      const what = whatOf(site.plan, visit.path);
      if (isReadable(visit)) return await judge(visit, what);
      return unclear('page-not-readable', what, shown(visit.first), { remedy: readableRemedy(visit) });
    }),
  );
  return found.flat();
}
