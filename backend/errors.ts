/**
 * A refusal that the caller can act on. The HTTP layer turns it into `{"error", "errorStackTrace"}` with the status;
 * anything else that is thrown is a fault of ours and becomes a 500.
 */
export class PlatformError extends Error {
  readonly status: number

  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'PlatformError'
    this.status = status
  }
}
