/** The environment of a process: what is its own goes over what all get, and the Node options of both hold. */
export function processEnv(
  all: Readonly<Record<string, string>>,
  own: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const options = [all['NODE_OPTIONS'], own['NODE_OPTIONS']].filter((one) => one !== undefined && one !== '');
  return { ...all, ...own, ...(options.length === 0 ? {} : { NODE_OPTIONS: options.join(' ') }) };
}
