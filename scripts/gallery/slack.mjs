/** Slack's blocks as HTML, as far as our messages use them (docs.slack.dev, Block Kit). */

/** What a message of a channel looked like: `content` is one version of it. */
export function slackHtml({ text, blocks, colour }, answers = []) {
  const body = blocks.length > 0 ? blocks.map(blockHtml).join('') : `<div class="section">${mrkdwn(text)}</div>`;
  const below = answers.map((answer) => `<div class="answer">${slackHtml(answer)}</div>`).join('');
  return `<div class="attachment" style="border-color:${colour || 'transparent'}">${body}</div>${below}`;
}

function blockHtml(block) {
  switch (block.type) {
    case 'header':
      return `<div class="header">${escaped(block.text.text)}</div>`;
    case 'section':
      return [
        block.text === undefined ? '' : `<div class="section">${mrkdwn(block.text.text)}</div>`,
        block.fields === undefined
          ? ''
          : `<div class="fields">${block.fields.map((one) => `<div>${mrkdwn(one.text)}</div>`).join('')}</div>`,
      ].join('');
    case 'context':
      return `<div class="context">${block.elements.map((one) => mrkdwn(one.text)).join(' ')}</div>`;
    case 'divider':
      return '<hr>';
    case 'actions':
      return `<div class="section">${block.elements.map((one) => `<span class="button">${escaped(one.text.text)}</span>`).join(' ')}</div>`;
    default:
      throw new Error(`no picture of a Slack block "${block.type}"`);
  }
}

function mrkdwn(text) {
  return text
    .split(/(```[\s\S]*?```)/)
    .map((part) => (part.startsWith('```') ? `<pre>${escaped(part.slice(3, -3))}</pre>` : lines(part)))
    .join('');
}

function lines(text) {
  return text
    .split('\n')
    .map((line) =>
      line.startsWith('> ') ? `<blockquote>${inline(line.slice(2))}</blockquote>` : `${inline(line)}<br>`,
    )
    .join('')
    .replace(/(<br>)+$/, '');
}

function inline(text) {
  return text
    .split(/(<[^>]*>)/)
    .map((part) => (part.startsWith('<') ? reference(part.slice(1, -1)) : styled(part)))
    .join('');
}

/** `<url|words>`, or `<!date^seconds^form|words>`, which Slack shows in the reader's own zone. */
function reference(inside) {
  const [to = '', words = to] = inside.split('|');
  const date = /^!date\^(\d+)\^/.exec(to);
  if (date === null) return `<a>${escaped(words)}</a>`;
  return escaped(
    new Date(Number(date[1]) * 1000).toLocaleString('en-US', {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: 'UTC',
    }),
  );
}

function styled(text) {
  return escaped(text)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\*([^*]+)\*/g, '<b>$1</b>')
    .replace(/_([^_]+)_/g, '<i>$1</i>');
}

export function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
