import { marked } from 'marked';
import { escaped, slackHtml } from './slack.mjs';

/** What becomes a picture: a name, what it shows, and its HTML. */

/** The run's page: what its annotations say, and the summary of each job that wrote one. */
export function runPage({ name, title, jobs }) {
  const annotations = jobs.flatMap((job) => job.annotations.map((one) => ({ ...one, job: job.name })));
  const order = ['error', 'warning', 'notice'];
  const sorted = annotations.toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
  const told = sorted.map(
    ({ level, job, title: about, message }) =>
      `<div class="annotation ${level}"><b>${escaped(about ?? job)}</b><br>${escaped(message).replaceAll('\n', '<br>')}</div>`,
  );
  // The job that released is what people open; what was prepared is a click away.
  const main = jobs.findLast(({ summary }) => summary.trim() !== '');
  return {
    name: `${name}-run`,
    title: `${title}: the page of the run`,
    html: `<div class="box"><h4>Annotations</h4>${told.join('') || '<p class="dim">None.</p>'}</div>
      <div class="box markdown-body"><h4>${escaped(main?.name ?? '')} summary</h4>${markdown(main?.summary ?? '')}</div>`,
  };
}

/** One message through its life: what it said first, and what it says at the end, with its thread. */
export function messagePage({ name, title, messages }) {
  const [root, ...rest] = messages;
  const answers = rest.filter(({ threadTs }) => threadTs === root.ts);
  const states = [...root.history, root];
  const shown = states.length > 3 ? [states[0], states.at(-2), states.at(-1)] : states;
  return {
    name: `${name}-message`,
    title: `${title}: the message in Slack, from first to last`,
    html: shown
      .map(
        (state, index) => `<div class="box slack">${slackHtml(state, index === shown.length - 1 ? answers : [])}</div>`,
      )
      .join('<div class="then">then, the same message</div>'),
  };
}

export function commentPage({ name, title, comment }) {
  return {
    name: `${name}-comment`,
    title: `${title}: the comment`,
    html: `<div class="box markdown-body"><div class="author"><b>github-actions</b> <span class="badge">bot</span> commented</div>${markdown(comment)}</div>`,
  };
}

/** The steps of the job that released, main steps first and then its undo, as GitHub lists them. */
export function unwindingPage({ name, title, jobs }) {
  const job = jobs.findLast(({ steps }) => steps.some(({ phase }) => phase === 'post'));
  const sign = { success: '✓', failure: '✕', cancelled: '■' };
  const rows = job.steps.map(
    ({ name: step, phase, conclusion, said }) =>
      `<tr class="${phase} ${conclusion}"><td>${sign[conclusion] ?? ''}</td><td>${escaped(step)}</td><td>${escaped(said)}</td></tr>`,
  );
  return {
    name: `${name}-unwinding`,
    title: `${title}: the job unwinds, last step first`,
    html: `<div class="box steps"><h4>${escaped(job.name)}</h4><table>${rows.join('')}</table></div>`,
  };
}

/** What a terminal showed at the end: the table, and what follows it. */
export function terminalPage({ name, title, text }) {
  const end = text.slice(text.lastIndexOf('\nrelease ') + 1).trimEnd();
  return { name, title, html: `<pre class="terminal">$ npm run demo\n…\n\n${escaped(end)}</pre>` };
}

function markdown(text) {
  // GitHub hides comments, and opens nothing that is folded.
  return marked.parse(text.replace(/<!--[\s\S]*?-->/g, ''), { gfm: true });
}
