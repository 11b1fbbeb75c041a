/** What of a page's HTML matters to a browser that enforces a policy, in the order of the document. */
export interface Page {
  readonly scripts: readonly Script[];
  readonly styles: readonly Style[];
  readonly images: readonly string[];
  /** Elements with an event handler in an attribute (`onclick`). */
  readonly handlers: number;
  /** Values of `<meta http-equiv>`, by lower-case name. */
  readonly metaHeaders: ReadonlyMap<string, readonly string[]>;
  /** The last `<meta name="referrer">`. */
  readonly metaReferrer: string | undefined;
  /** What addresses of the document are relative to, where it says so. */
  readonly base: string | undefined;
}

export interface Script {
  /** As written; undefined for an inline script. */
  readonly src: string | undefined;
  readonly nonce: string | undefined;
  readonly integrity: string | undefined;
  readonly type: ScriptType;
  /** Of an inline script: what is between its tags. */
  readonly text: string;
}

/** `data` is not run by a browser: JSON, templates. */
export type ScriptType = 'classic' | 'module' | 'importmap' | 'speculation' | 'data';

export interface Style {
  /** The address of a stylesheet; undefined for an inline `<style>`. */
  readonly href: string | undefined;
  readonly nonce: string | undefined;
  readonly text: string;
}

/** Does the browser run it, so that a policy has a say? */
export function runs({ type }: Script): boolean {
  return type !== 'data';
}
