import { child, children, type Node, text } from '../../parse/parser.ts';
import type { Around } from './around.ts';

/** Who follows a publication does not get everything any more. */
export function narrowedPublication(fields: Node, { file, nth }: Around): string[] {
  const name = text(fields, 'pubname');
  const isMade = file.statements
    .slice(0, nth)
    .some((each) => each?.type === 'CreatePublicationStmt' && text(each.fields, 'pubname') === name);
  if (isMade) return [];
  if (/^AP_(Drop|Set)Objects$/.test(text(fields, 'action')) && children(fields, 'pubobjects').length > 0)
    return [`removes tables from publication ${name}`];
  const options = children(fields, 'options').map((each) => child(each, 'DefElem') ?? {});
  const publish = options.find((each) => text(each, 'defname') === 'publish');
  const events = text(child(child(publish ?? {}, 'arg') ?? {}, 'String'), 'sval')
    .split(',')
    .map((each) => each.trim());
  const gone = ['insert', 'update', 'delete', 'truncate'].filter((each) => !events.includes(each));
  return publish === undefined || gone.length === 0
    ? []
    : [`no longer publishes ${gone.join(', ')} with publication ${name}`];
}
