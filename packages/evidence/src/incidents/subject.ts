/** `production/web`, as the first line of an issue has it; `production` without a service. */
export function subjectOf({
  environment,
  service,
}: {
  readonly environment: string;
  readonly service: string;
}): string {
  return [environment, service]
    .filter((part) => part !== '')
    .map(encodeURIComponent)
    .join('/');
}
