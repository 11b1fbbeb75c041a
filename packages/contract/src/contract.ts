import type { Place } from '@lockstep/base';

/** A schema or any other value of a document; read where it is needed. */
export type Json = unknown;

/** How a contract was written. */
export type ContractFormat = 'openapi' | 'markdown' | 'postgrest';

/** What a backend promises, however it was written down. */
export interface Contract {
  readonly format: ContractFormat;
  /** The title that the document gives itself; '' where it gives none. */
  readonly title: string;
  /** Path that stands before every path of the document: `/v1`; '' where there is none. */
  readonly prefix: string;
  readonly operations: readonly Operation[];
  /** The whole document with all references inside it: the schemas of the operations point into it. */
  readonly document: Json;
  /** What was read and could not be understood, each with its place. Nothing is left out silently. */
  readonly notes: readonly string[];
}

/** Whether an operation refuses those who do not say who they are. `unstated`: the document does not say. */
export type Security = 'required' | 'optional' | 'none' | 'unstated';

/** One method of one path. */
export interface Operation {
  /** `GET /patients/{id}`: how people and inputs name it. */
  readonly name: string;
  readonly method: Method;
  /** With its parameters in braces. */
  readonly path: string;
  readonly where: Place | undefined;
  readonly security: Security;
  /** Each way to say who one is, as the credentials that it takes together; undefined where the document does not say. */
  readonly credentials?: readonly (readonly string[])[] | undefined;
  readonly parameters: readonly Parameter[];
  /** Bodies that it takes; empty where there are none, or none is described. */
  readonly request: readonly MediaRule[];
  /** Empty where the document says nothing of answers. */
  readonly responses: readonly ResponseRule[];
}

export const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'QUERY'] as const;
export type Method = (typeof METHODS)[number];

/** Methods that change nothing (RFC 9110, section 9.2.1; QUERY: its own draft). */
export const SAFE_METHODS: readonly Method[] = ['GET', 'HEAD', 'OPTIONS'];

export function isSafe({ method }: Pick<Operation, 'method'>): boolean {
  return SAFE_METHODS.includes(method);
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required: boolean;
  /** A value that the document itself gives: an example, a default, the first of an enumeration. */
  readonly example: string | undefined;
}

export interface ResponseRule {
  /** `200`, `2XX` or `default`. */
  readonly status: string;
  /** Undefined where the document does not say whether there is a body, or of what type. */
  readonly content: readonly MediaRule[] | undefined;
  readonly headers: readonly HeaderRule[];
}

export interface MediaRule {
  /** `application/json`, `text/*`; without parameters, in small letters. */
  readonly type: string;
  /** JSON Pointer of the schema in the document (`#/…`); undefined where there is none. */
  readonly schema: string | undefined;
}

export interface HeaderRule {
  readonly name: string;
  readonly required: boolean;
  readonly schema: string | undefined;
}

/** The rule for a status: its own, its hundred's, or the one for all others. */
export function ruleFor(operation: Pick<Operation, 'responses'>, status: number): ResponseRule | undefined {
  const find = (name: string) => operation.responses.find((rule) => rule.status.toUpperCase() === name);
  return find(String(status)) ?? find(`${Math.floor(status / 100)}XX`) ?? find('DEFAULT');
}
