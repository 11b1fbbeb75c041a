/** Who made a list of checks. */
export function toolOf(): { readonly name: string; readonly version: string } {
  return { name: 'evidence', version: process.env['GITHUB_ACTION_REF'] || 'v1' };
}
