/** The package declares types for its entry alone; this is the module below it. */
declare module 'libpg-query/wasm/libpg-query.js' {
  /** Starts the emscripten module. */
  const start: (options: { readonly locateFile: () => string }) => Promise<unknown>;
  // biome-ignore lint/style/noDefaultExport: it is what CommonJS exports
  export default start;
}
