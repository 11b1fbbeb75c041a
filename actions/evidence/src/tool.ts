/** Who made a list of checks. */
export function toolOf(name = 'evidence'): { readonly name: string; readonly version: string } {
  return { name, version: process.env['GITHUB_ACTION_REF'] || 'v1' };
}
