import { formatDuration, inlineText, markdownTable } from '@lockstep/base';
import { type Clock, type ClockState, clocksOf } from './clocks.ts';
import { DECISIONS, type Incident, type IncidentCause, type IncidentFacts, markOf } from './incident.ts';
import type { Moment } from './timeline.ts';
import { TIME_WORDS, timesOf } from './times.ts';

const CAUSES: Readonly<Record<IncidentCause, string>> = {
  'failed-release': 'a release failed after users had it',
  rollback: 'a release was rolled back after users had it',
  'lost-run': 'a run ended without a final state of its release',
  'by-hand': 'a person opened it',
};

/** By which the own comment is found again. */
export const FACTS_MARK = '<!-- lockstep-incident-facts -->';

export function titleOf({ cause, subject }: IncidentFacts): string {
  return `Incident in ${subject}: ${CAUSES[cause]}`;
}

/** What people find when the issue is opened; from then on its text is theirs. */
export function bodyOf(facts: IncidentFacts): string {
  const { cause, release, subject } = facts;
  return `${markOf(facts)}
**${subject}**: ${CAUSES[cause]}${release === null ? '' : ` (release \`${release}\`)`}.

1. Write a comment: it is the acknowledgement.
2. Decide whether personal data is affected, and add the label \`${DECISIONS.affected}\` or \`${DECISIONS.notAffected}\`.
3. After notifying, add \`${DECISIONS.authorityNotified}\` (GDPR article 33) or \`${DECISIONS.peopleNotified}\` (HIPAA 164.404).
4. Close it when it is over. Only a person closes it.
5. Then write the postmortem: fill in the draft below, and store it in the folder of postmortems of this repository. Where it is
   elsewhere, add the label \`${DECISIONS.postmortemDone}\`; where none is needed, \`${DECISIONS.noPostmortem}\`.

The comment below has the facts and a draft of the postmortem. Do not write personal data into this issue.
`;
}

/** What is known now; written again by each run. */
export function factsComment(incident: Incident, timeline: readonly Moment[], nowMs: number): string {
  return `${FACTS_MARK}
${markOf(incident)}

### What is known

${timesTable(incident)}

${clocksTable(clocksOf(incident, nowMs))}

${timelineTable(timeline)}

<details><summary>Postmortem, to copy into a file and fill in</summary>

\`\`\`\`markdown
${postmortemOf(incident, timeline)}\`\`\`\`

</details>
`;
}

export function postmortemOf(incident: Incident, timeline: readonly Moment[]): string {
  const { cause, number, release, subject } = incident;
  return `---
kind: postmortem
incident: ${number}
owner: "[FILL IN: a role that follows the measures]"
---

# Postmortem of incident ${number}

- Where: ${subject}
- What: ${CAUSES[cause]}${release === null ? '' : `, release ${release}`}
- Personal data: ${incident.personalData}

${timesTable(incident)}

## Timeline

${timelineTable(timeline)}

## Impact

[FILL IN: who could not do what, how many, and for how long.]

## Causes

[FILL IN: what made it possible, and why no check saw it before. No names.]

## What helped, and what was in the way

[FILL IN]

## Measures

| Measure | Owner | Until |
|---|---|---|
| [FILL IN] | [FILL IN: role] | [FILL IN] |
`;
}

function timesTable(incident: Incident): string {
  const times = timesOf(incident);
  const rows = (['detectMs', 'acknowledgeMs', 'restoreMs'] as const).map((name) => {
    const ms = times[name];
    return [TIME_WORDS[name], ms === null ? 'not known' : formatDuration(ms)];
  });
  return markdownTable(['time', 'measured'], rows);
}

const STATES: Readonly<Record<ClockState, string>> = {
  'not-needed': 'not needed: no personal data',
  done: 'notified',
  late: 'notified, and only after that time',
  undated: 'notified, and when is not known',
  running: 'open',
  undecided: 'over, and no one has decided whether personal data is affected',
  overdue: 'over',
};

function clocksTable(clocks: readonly Clock[]): string {
  return markdownTable(
    ['who is notified, where personal data is affected', 'until', 'state'],
    clocks.map(({ dueMs, state, title }) => [title, timeText(dueMs), STATES[state]]),
  );
}

function timelineTable(timeline: readonly Moment[]): string {
  return markdownTable(
    ['when', 'what'],
    timeline.map(({ atMs, what }) => [timeText(atMs), inlineText(what, 300)]),
  );
}

function timeText(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
