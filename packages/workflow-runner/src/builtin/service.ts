/** A service container as a job asks for it. */
export interface ServiceRequest {
  /** Its key in `services`. */
  readonly id: string;
  readonly image: string;
  readonly env: Readonly<Record<string, string>>;
  /** As written: `5432`, `5432:5432`. */
  readonly ports: readonly string[];
}

/**
 * Stands in for the container of a service: gives the port on this machine of each port of the container, as
 * `job.services.ID.ports` shows them. What it starts is its caller's to end.
 */
export type ServiceStandIn = (
  request: ServiceRequest,
) => Promise<Readonly<Record<string, string>>> | Readonly<Record<string, string>>;

/** `job.services`: where the services of a job are reached. */
export type Services = Readonly<Record<string, { readonly ports: Readonly<Record<string, string>> }>>;
