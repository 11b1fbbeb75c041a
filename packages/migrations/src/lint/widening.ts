import { child, children, listName, type Node } from './parser.ts';

/**
 * Whether a column of some type (as PostgreSQL writes it) takes another one without being written anew: PostgreSQL then
 * only changes its catalog (ALTER TABLE, the notes on changing types).
 */
export function isWidening(from: string, to: Node): boolean {
  const name = listName(children(to, 'names')).replace(/^pg_catalog\./, '');
  if (children(to, 'arrayBounds').length > 0) return false;
  const [size, scale] = children(to, 'typmods').map((each) => {
    const value = child(child(each, 'A_Const') ?? {}, 'ival');
    return Number(value?.['ival'] ?? 0);
  });
  const [, kind = '', oldSize, oldScale] = /^([a-z ]+?)(?:\((\d+)(?:,(\d+))?\))?$/.exec(from) ?? [];
  if (name === 'text') return kind === 'text' || kind === 'character varying';
  if (name === 'varchar') {
    if (size === undefined) return kind === 'text' || kind === 'character varying';
    return kind === 'character varying' && oldSize !== undefined && size >= Number(oldSize);
  }
  if (name !== 'numeric' || kind !== 'numeric') return false;
  if (size === undefined) return true;
  return oldSize !== undefined && (scale ?? 0) === Number(oldScale ?? 0) && size >= Number(oldSize);
}
