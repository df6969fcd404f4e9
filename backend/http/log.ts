/** The part of a pino logger that the HTTP layer uses. */
export interface HttpLog {
  debug(o: object, m: string): void
  info(o: object, m: string): void
  warn(o: object, m: string): void
  error(o: object, m: string): void
}
