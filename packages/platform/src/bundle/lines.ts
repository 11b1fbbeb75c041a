import { type Finding, failed, gap, looking, passed } from '../finding.ts';
import { type Line, line } from '../line.ts';
import { flag, type Kind, text } from '../policy/kinds.ts';
import type { BundleFacts } from './facts.ts';

const MISSING = 'no build was given to look at: neither a directory nor an address';

function ofBundle<V>(parts: {
  readonly key: string;
  readonly title: string;
  readonly says: string;
  readonly source: string;
  readonly kind: Kind<V>;
  readonly propose: (bundle: BundleFacts) => V | undefined;
  readonly look: (bundle: BundleFacts, wanted: V) => readonly Finding[];
}): Line {
  const { look, propose, ...naming } = parts;
  return line<V>({
    ...naming,
    scope: 'none',
    forRelease: true,
    propose: ({ bundle }) => (bundle?.kind === 'read' ? propose(bundle.value) : undefined),
    judge: (wanted, { bundle }) =>
      looking(bundle, { what: naming.title, expected: naming.kind.show(wanted), missing: MISSING }, (value) =>
        look(value, wanted),
      ),
  });
}

function clean(
  { files, from }: BundleFacts,
  bad: readonly string[],
  words: { readonly reason: string; readonly expected: string; readonly measured: string; readonly remedy: string },
): readonly Finding[] {
  const { expected, measured, reason, remedy } = words;
  if (bad.length === 0) return [passed({ what: from, measured: `${files} files, none of them`, expected })];
  return bad.map((what) => failed(reason, { what, measured, expected, remedy }));
}

/** Of the files that browsers load: what only they can say. */
export const bundleLines: readonly Line[] = [
  ofBundle({
    key: 'bundle.supabase-project',
    title: 'The app talks to the project that is meant',
    says: 'Reference of the Supabase project that the app in the browser talks to, and no other.',
    source: 'https://supabase.com/docs/guides/api',
    kind: text,
    propose: ({ supabaseRefs }) => (supabaseRefs.length === 1 ? supabaseRefs[0] : undefined),
    look: ({ from, supabaseRefs }, wanted) => {
      const what = from;
      const expected = wanted;
      if (supabaseRefs.length === 0)
        return [
          gap(
            what,
            'no file names a Supabase project: it may be behind a domain of its own, or be used on the server only',
            'Pass a page that uses Supabase in the browser, or remove the line.',
          ),
        ];
      const measured = supabaseRefs.join(', ');
      const others = supabaseRefs.filter((one) => one !== wanted);
      return [
        others.length === 0
          ? passed({ what, measured, expected })
          : failed('other-project', {
              what,
              measured,
              expected,
              remedy:
                'Correct NEXT_PUBLIC_SUPABASE_URL of production, and build again: the value is written into the build.',
            }),
      ];
    },
  }),
  ofBundle({
    key: 'bundle.no-placeholder',
    title: 'No placeholder in the build',
    says: 'Whether the word [SENSITIVE], which `vercel env pull` writes for secrets, may not be in the build.',
    source: 'https://github.com/vercel/vercel/blob/main/packages/cli/CHANGELOG.md',
    kind: flag,
    propose: () => true,
    look: (bundle, wanted) =>
      wanted
        ? clean(bundle, bundle.withPlaceholder, {
            reason: 'placeholder-in-build',
            measured: 'the word [SENSITIVE]',
            expected: 'no [SENSITIVE]',
            remedy:
              'Do not build from a file of `vercel env pull`: give the build the values in another way, and build again.',
          })
        : [],
  }),
  ofBundle({
    key: 'bundle.no-server-key',
    title: 'No key for servers in the build',
    says: 'Whether no key for servers (service_role, sb_secret_…, sk_live_…) may be in the build.',
    source: 'https://supabase.com/docs/guides/api/api-keys',
    kind: flag,
    propose: () => true,
    look: (bundle, wanted) =>
      wanted
        ? clean(bundle, bundle.withServerKey, {
            reason: 'server-key-in-build',
            measured: 'a key for servers',
            expected: 'only keys for browsers',
            remedy: 'Create a new key at once, since this one is public, use it on the server only, and build again.',
          })
        : [],
  }),
];
