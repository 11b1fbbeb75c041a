/** What `make` gives for a name, made once for each: of files of this repository, which stay as they are while a script runs. */
export function onceEach(make) {
  const made = new Map();
  return (name) => {
    if (!made.has(name)) made.set(name, make(name));
    return made.get(name);
  };
}
