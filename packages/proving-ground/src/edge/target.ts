import type { Wall } from './wall.ts';

/** A deployment, as far as serving it goes. */
export interface Served {
  readonly id: string;
  /** The folder of its Build Output. */
  readonly output: string;
  readonly env: Readonly<Record<string, string>>;
  /** The host of its own. */
  readonly url: string;
}

/** What a request to a host leads to. */
export type Target =
  | {
      readonly kind: 'deployment';
      readonly deployment: Served;
      /** Of the platform itself, beside those of the deployment. */
      readonly headers?: Readonly<Record<string, string>>;
      /** Is told the status of each answer. */
      readonly answered?: (status: number) => void;
    }
  | { readonly kind: 'redirect'; readonly to: string; readonly status: number }
  | { readonly kind: 'wall'; readonly wall: Wall }
  | { readonly kind: 'building' }
  | { readonly kind: 'nothing' };
