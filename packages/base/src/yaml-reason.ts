/**
 * A YAML parser's own words, up to where it begins to quote the text: a name behind `*`, `&` or `!` is one to YAML, and a
 * secret may begin with any of them.
 */
export function yamlReason(reason: string): string {
  const words = reason.replace(/\s*[:"'<!*&%].*$/s, '').trim();
  return words === '' ? 'it is no valid text of that format' : words;
}
