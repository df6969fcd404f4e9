/** Gives way to what else the page has to do. */
export const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))
