import { stringify } from 'yaml';
import type { Facts } from '../facts.ts';
import type { Line } from '../line.ts';

/**
 * A policy as `init` writes it: what is set now, and where production should look otherwise, that; each line with what
 * it is about. A line of which nothing is known stands there as a comment.
 */
export function writePolicy(facts: Facts, lines: readonly Line[]): string {
  const sections = [...new Set(lines.map(({ key }) => key.slice(0, key.indexOf('.'))))];
  const parts = sections.map((section) => sectionText(section, facts, lines));
  return `${HEADER}${parts.join('\n')}\n${PINNED}`;
}

const HEADER = `# What production must look like. \`lockstep platform audit\` and the action platform-audit compare it with what is set.
# Every line is optional: remove what does not matter to you. No value of a secret belongs here.

`;

const PINNED = `# Paths of a snapshot whose change fails \`lockstep platform compare\`; * matches anything. Members are
# who has access: - vercel.members* and - supabase.members*, once a snapshot is committed.
pinned: []
`;

function sectionText(section: string, facts: Facts, lines: readonly Line[]): string {
  const written = lines
    .filter(({ key }) => key.startsWith(`${section}.`))
    .map((line) => {
      const name = line.key.slice(section.length + 1);
      const value = line.propose(facts);
      const comment = `  # ${line.says}\n`;
      return value === undefined
        ? `${comment}  # ${name}:\n`
        : `${comment}${indented(stringify({ [name]: value }, { lineWidth: 0 }))}`;
    });
  return `${section}:\n${written.join('')}`;
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((one) => (one === '' ? '' : `  ${one}`))
    .join('\n');
}
