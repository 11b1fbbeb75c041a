interface Parsed {
  readonly lines: { readonly found: number; readonly hit: number };
}

declare module 'cobertura-parse' {
  const parser: { parseContent(xml: string, done: (error: Error, data: Parsed[] | undefined) => void): void };
  export = parser;
}

declare module 'lcov-parse' {
  const parse: (lcov: string, done: (error: Error, data: Parsed[] | undefined) => void) => void;
  export = parse;
}
