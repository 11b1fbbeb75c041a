/** What S3 says no with: its code and status (docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html). */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly code: string;
  /** More elements of the answer, such as the region that was expected. */
  readonly more: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    message: string,
    extra: { readonly more?: Record<string, string>; readonly headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.more = extra.more ?? {};
    this.headers = extra.headers ?? {};
  }
}

export const accessDenied = (message = 'Access Denied') => new Refusal(403, 'AccessDenied', message);
export const noSuchKey = () => new Refusal(404, 'NoSuchKey', 'The specified key does not exist.');
export const invalidRequest = (message: string) => new Refusal(400, 'InvalidRequest', message);
export const invalidArgument = (message: string) => new Refusal(400, 'InvalidArgument', message);
export const malformedXml = () =>
  new Refusal(400, 'MalformedXML', 'The XML you provided was not well-formed or did not validate against our schema');
