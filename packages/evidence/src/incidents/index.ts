export { type IncidentPolicy, incidentChecks } from './checks.ts';
export {
  type Changed,
  type IncidentComment,
  type IncidentIssue,
  type IncidentIssues,
  type IncidentReading,
  openIncidents,
  readIncidents,
  writeFacts,
} from './follow-incidents.ts';
export { INCIDENT_LABEL, type Incident, type IncidentFacts } from './incident.ts';
export { keepRecords } from './keep-records.ts';
export { planIncidents } from './plan-incidents.ts';
export { type Postmortems, postmortemsIn } from './postmortems.ts';
export { subjectOf } from './subject.ts';
export { factsComment, postmortemOf } from './texts.ts';
export { timelineOf } from './timeline.ts';
export { timesOf } from './times.ts';
export { unopenedChecks } from './unopened.ts';
