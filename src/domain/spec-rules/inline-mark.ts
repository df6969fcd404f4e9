/** What a comment in the source begins with that carries a `function.yaml`. */
export const mark = '@nuclio.configure'

/** The letters of the mark in base64 that are the same whatever stands around it, for each place that it can begin at. */
const inBase64 = [0, 1, 2].map((offset) => {
  const text = btoa('\0'.repeat(offset) + mark)
  const whole = Math.floor((offset + mark.length) / 3) * 4
  return text.slice(offset === 0 ? 0 : offset + 1, whole)
})

/** Whether a source (in base64) may have the mark in it: quick, and never wrong when it says no. */
export function mayBeConfigured(base64: string): boolean {
  return inBase64.some((letters) => base64.includes(letters)) || /[\r\n]/.test(base64)
}
