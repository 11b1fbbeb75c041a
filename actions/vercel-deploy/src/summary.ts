import { formatDuration, inlineText, linkTarget, markdownTable, type Verdict } from '@lockstep/base';
import { type Deployment, originOf } from '@lockstep/vercel';

const SIGNS: Readonly<Record<Verdict, string>> = { pass: '✅', fail: '❌', unknown: '⚠️' };

export interface DeployNews {
  readonly verdict: Verdict;
  readonly message: string;
  readonly deployment: Deployment;
  readonly target: string;
  /** Whether it was kept away from the production domains. */
  readonly staged: boolean;
  readonly commit: string;
  readonly tookMs: number;
  /** The last lines of a build that failed. */
  readonly lines: readonly string[];
}

/** What the run page shows of a deployment: how it ended, one table, and the end of the build's log where it failed. */
export function deploySummary(news: DeployNews): string {
  const { deployment, verdict } = news;
  const { id, readyState, inspectorUrl } = deployment;
  const message = verdict === 'pass' ? [] : [sentence(news.message)];
  const link = (text: string, url: string) => `[${text}](${linkTarget(url)})`;
  const table = markdownTable(
    ['deployment', 'address', 'target', 'commit', 'state on Vercel', 'time'],
    [
      [
        inspectorUrl === undefined ? id : link(id, inspectorUrl),
        verdict === 'pass' ? link(inlineText(deployment.url), originOf(deployment.url)) : '',
        `${inlineText(news.target)}${news.staged ? ', staged' : ''}`,
        `\`${news.commit.slice(0, 7)}\``,
        inlineText(readyState),
        formatDuration(news.tookMs),
      ],
    ],
  );
  const blocks = [`### ${SIGNS[verdict]} ${headline(news)}`, ...message, table];
  if (news.lines.length > 0) blocks.push(logOf(news.lines));
  return blocks.join('\n\n');
}

function headline({ deployment: { id }, staged, target, verdict }: DeployNews): string {
  if (verdict === 'pass')
    return staged
      ? `${id} is staged for production: built, without traffic`
      : `${id} is deployed to ${inlineText(target)}`;
  return verdict === 'fail' ? `${id} was not deployed` : `${id} is not ready yet`;
}

/** A message as a sentence of its own; the ids and names at its beginning stay as they are. */
function sentence(text: string): string {
  const shown = inlineText(text, 1_000).replace(/^[a-z]+[ :]/, (word) => word[0]?.toUpperCase() + word.slice(1));
  return /[.!?]$/.test(shown) ? shown : `${shown}.`;
}

/** A log of others between fences that nothing in it can close. */
function logOf(lines: readonly string[]): string {
  const fence = '`'.repeat(Math.max(3, ...lines.map((line) => (/`+/.exec(line)?.[0].length ?? 0) + 1)));
  const text = `${fence}text\n${lines.join('\n')}\n${fence}`;
  return `<details open><summary>The last ${lines.length} lines of the build</summary>\n\n${text}\n\n</details>`;
}
