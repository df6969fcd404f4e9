import type { JsonPath } from './json-path'

/** What is to be left out of a comparison, from one place of a value on. */
export type Noise = readonly NoiseNode[]

interface NoiseNode {
  /** Whether a path ends here. */
  isNoise: boolean
  steps: Map<string | number, NoiseNode[]>
  any: NoiseNode[]
}

/** Nothing is left out. */
export const noNoise: Noise = []

/** Noise of a whole value, from the paths to leave out. */
export function noiseOf(paths: readonly JsonPath[]): Noise {
  if (paths.length === 0) return noNoise
  const root = emptyNode()
  for (const path of paths) {
    let node = root
    for (const step of path) {
      let next = typeof step === 'object' ? node.any : node.steps.get(step)
      if (!next) node.steps.set(step as string | number, (next = []))
      node = next[0] ?? (next[0] = emptyNode())
    }
    node.isNoise = true
  }
  return [root]
}

const emptyNode = (): NoiseNode => ({ isNoise: false, steps: new Map(), any: [] })

/** Whether the place itself, with all in it, is left out. */
export function isLeftOut(noise: Noise): boolean {
  for (const node of noise) if (node.isNoise) return true
  return false
}

/** The noise of a member of an object. */
export function noiseOfMember(noise: Noise, key: string): Noise {
  let found = noNoise
  for (const { steps, any } of noise) found = joinedNoise(joinedNoise(found, any), steps.get(key) ?? noNoise)
  return found
}

/** The noise of an item of a list of `length` items; indexes below zero count from its end. */
export function noiseOfItem(noise: Noise, index: number, length: number): Noise {
  if (noise.length === 0) return noNoise
  let found = noNoise
  for (const { steps, any } of noise) {
    found = joinedNoise(found, any)
    if (steps.size === 0) continue
    found = joinedNoise(found, steps.get(index) ?? noNoise)
    found = joinedNoise(found, steps.get(index - length) ?? noNoise)
  }
  return found
}

/** Both noises together. */
export function joinedNoise(a: Noise, b: Noise): Noise {
  if (b.length === 0 || a === b) return a
  if (a.length === 0) return b
  return [...new Set([...a, ...b])]
}
