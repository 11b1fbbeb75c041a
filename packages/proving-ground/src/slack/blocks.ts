/** Limits of Block Kit (docs.slack.dev/reference/block-kit/blocks). */
const BLOCKS_PER_MESSAGE = 50;
const HEADER_LENGTH = 150;
const TEXT_LENGTH = 3_000;
const FIELD_LENGTH = 2_000;
const FIELDS_PER_SECTION = 10;
const ELEMENTS_PER_CONTEXT = 10;

const ATTACHMENTS_PER_MESSAGE = 100;

type Problem = string;

/**
 * What Slack would say against these blocks, in the form of its `response_metadata.messages`; `[]` where it takes
 * them. Knows the blocks that a notification is made of; any other type is refused, so that a test never passes on a
 * block nobody checked.
 */
export function blockProblems(blocks: unknown): readonly Problem[] {
  if (!Array.isArray(blocks)) return ['[ERROR] blocks must be an array'];
  if (blocks.length > BLOCKS_PER_MESSAGE) return [`[ERROR] no more than ${BLOCKS_PER_MESSAGE} items allowed`];
  return blocks.flatMap((block, index) => problemsOf(block, `/blocks/${index}`));
}

/** The same for attachments (docs.slack.dev/messaging/formatting-message-text, secondary attachments): a colour and blocks. */
export function attachmentProblems(attachments: readonly unknown[]): readonly Problem[] {
  if (attachments.length > ATTACHMENTS_PER_MESSAGE) return ['[ERROR] too_many_attachments'];
  return attachments.flatMap((one, index) => {
    const at = `/attachments/${index}`;
    if (!isObject(one)) return [refused('must be an object', at)];
    const { color, blocks } = one;
    const isColour = color === undefined || /^(?:#?[0-9a-f]{6}|good|warning|danger)$/i.test(String(color));
    return [...(isColour ? [] : [refused('invalid color', `${at}/color`)]), ...blockProblems(blocks ?? [])];
  });
}

function problemsOf(block: unknown, at: string): readonly Problem[] {
  if (!isObject(block)) return [refused('must be an object', at)];
  switch (block['type']) {
    case 'divider':
      return [];
    case 'header':
      return textProblems(block['text'], `${at}/text`, HEADER_LENGTH, ['plain_text']);
    case 'section':
      return sectionProblems(block, at);
    case 'context':
      return contextProblems(block['elements'], `${at}/elements`);
    default:
      return [refused(`unsupported type: ${String(block['type'])}`, at)];
  }
}

function sectionProblems(block: Readonly<Record<string, unknown>>, at: string): readonly Problem[] {
  const { text, fields } = block;
  if (text === undefined && fields === undefined) return [refused('missing required field: text', at)];
  const ofText = text === undefined ? [] : textProblems(text, `${at}/text`, TEXT_LENGTH);
  if (fields === undefined) return ofText;
  if (!Array.isArray(fields) || fields.length === 0) return [...ofText, refused('must be an array', `${at}/fields`)];
  if (fields.length > FIELDS_PER_SECTION)
    return [...ofText, refused(`no more than ${FIELDS_PER_SECTION} items allowed`, `${at}/fields`)];
  return [...ofText, ...fields.flatMap((field, index) => textProblems(field, `${at}/fields/${index}`, FIELD_LENGTH))];
}

function contextProblems(elements: unknown, at: string): readonly Problem[] {
  if (!Array.isArray(elements) || elements.length === 0) return [refused('must be an array', at)];
  if (elements.length > ELEMENTS_PER_CONTEXT)
    return [refused(`no more than ${ELEMENTS_PER_CONTEXT} items allowed`, at)];
  return elements.flatMap((element, index) => textProblems(element, `${at}/${index}`, TEXT_LENGTH));
}

function textProblems(
  text: unknown,
  at: string,
  limit: number,
  types: readonly string[] = ['plain_text', 'mrkdwn'],
): readonly Problem[] {
  if (!isObject(text)) return [refused('missing required field: text', at)];
  const { type, text: words } = text;
  if (typeof type !== 'string' || !types.includes(type)) return [refused(`unsupported type: ${String(type)}`, at)];
  if (typeof words !== 'string' || words === '') return [refused('must be more than 0 characters', `${at}/text`)];
  return words.length > limit ? [refused(`must be less than ${limit + 1} characters`, `${at}/text`)] : [];
}

function refused(what: string, at: string): Problem {
  return `[ERROR] ${what} [json-pointer:${at}]`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
