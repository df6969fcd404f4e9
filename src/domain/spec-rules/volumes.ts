import type { FunctionSpec } from '@/api/generated/schema'
import { isBranch, sameValue } from '@/lib/tree'
import { finding, type Finding } from './finding'
import { itemsOf } from './parts'
import type { Subject } from './surroundings'

type Volume = NonNullable<FunctionSpec['volumes']>[number]

export function volumes({ spec }: Subject): Finding[] {
  const seen = new Map<string, unknown>()
  return itemsOf(spec.volumes).flatMap(([index, item]) => {
    const at = ['spec', 'volumes', String(index)]
    const { mountName, name } = namesOf(item)
    const found: Finding[] = []
    const namePath = [...at, 'volume', 'name']
    if (!mountName) {
      found.push(
        finding('volumes/mount-name', [...at, 'volumeMount', 'name'], 'Volume mount name is missing'),
      )
    }
    if (!name) found.push(finding('volumes/name', namePath, 'Volume name is missing'))
    if (!mountName || !name) return found
    if (name !== mountName) {
      const words = 'Volume and volume mount must have the same name'
      return [finding('volumes/same-name', namePath, words)]
    }
    if (seen.has(name) && !sameValue(seen.get(name), item.volume)) {
      const words = `Volumes sharing the same volume mount '${name}' must having the same configuration`
      return [finding('volumes/shared', namePath, words)]
    }
    seen.set(name, item.volume)
    return []
  })
}

function namesOf({ volume, volumeMount }: Volume): { name?: string; mountName?: string } {
  return {
    name: isBranch(volume) ? volume.name : undefined,
    mountName: isBranch(volumeMount) ? volumeMount.name : undefined,
  }
}
