/** Characters that are compared at once: the engine compares whole strings far faster than a loop compares characters. */
const block = 4_096

/** How many characters two texts begin with in common (UTF-16). */
export function commonStart(a: string, b: string): number {
  const least = Math.min(a.length, b.length)
  let start = 0
  while (start + block <= least && a.slice(start, start + block) === b.slice(start, start + block))
    start += block
  while (start < least && a.charCodeAt(start) === b.charCodeAt(start)) start += 1
  return start
}

/** How many characters two texts end with in common (UTF-16), but at most so many. */
export function commonEnd(a: string, b: string, most: number): number {
  const [atA, atB] = [a.length, b.length]
  let end = 0
  while (
    end + block <= most &&
    a.slice(atA - end - block, atA - end) === b.slice(atB - end - block, atB - end)
  )
    end += block
  while (end < most && a.charCodeAt(atA - 1 - end) === b.charCodeAt(atB - 1 - end)) end += 1
  return end
}
