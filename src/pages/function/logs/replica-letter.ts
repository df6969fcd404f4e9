/** A short name for a replica by its place: a, b, … z, a2, b2, …; beside a colour, which alone would say nothing to some. */
export function replicaLetter(index: number): string {
  if (index < 0) return ''
  const letter = String.fromCharCode(97 + (index % 26))
  const round = Math.floor(index / 26)
  return round === 0 ? letter : `${letter}${round + 1}`
}
