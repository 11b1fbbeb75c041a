/** A build that fails for reasons of its own. Code, message and step are what the API shows. */
export class BuildFailure extends Error {
  override readonly name = 'BuildFailure';
  readonly code: string;
  readonly step: string;

  constructor(code: string, message: string, step = 'buildStep') {
    super(message);
    this.code = code;
    this.step = step;
  }
}
