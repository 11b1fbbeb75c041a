/** Who made a backup or a list of checks. */
export function toolOf(): { readonly name: string; readonly version: string } {
  return { name: 'backup', version: process.env['GITHUB_ACTION_REF'] || 'v1' };
}
