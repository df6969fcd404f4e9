import type { FunctionSpec } from '@/api/generated/schema'
import type { Path } from '@/lib/tree'
import { finding, type Finding } from './finding'
import { itemsOf } from './parts'
import type { Subject } from './surroundings'

type Container = NonNullable<FunctionSpec['sidecars']>[number]
type Port = NonNullable<Container['ports']>[number]

/** Ports of the processor itself, which no other container of the pod may take. */
const takenPorts = new Set([8080, 8081, 8082, 8090])
const takenPortNames = new Set(['http', 'metrics'])

interface Used {
  names: Set<string>
  numbers: Set<number>
}

export function containers({ spec }: Subject): Finding[] {
  const used: Used = { names: new Set(), numbers: new Set() }
  return (['initContainers', 'sidecars'] as const).flatMap((list) =>
    itemsOf(spec[list]).flatMap(([index, container]) =>
      containerFindings(container, ['spec', list, String(index)], used),
    ),
  )
}

function containerFindings(container: Container, at: Path, used: Used): Finding[] {
  const { name, image } = container
  if (!name) return [finding('containers/name', [...at, 'name'], 'Container name must be provided')]
  const found: Finding[] = []
  if (!image) {
    const words = `Container image must be provided for container ${name}`
    found.push(finding('containers/image', [...at, 'image'], words))
  }
  for (const [index, port] of itemsOf(container.ports))
    found.push(...portFindings(port, `container ${name}`, [...at, 'ports', String(index)], used))
  return found
}

function portFindings(
  { name, containerPort: number }: Port,
  where: string,
  at: Path,
  { names, numbers }: Used,
): Finding[] {
  const ofNumber = (words: string) => finding('containers/port', [...at, 'containerPort'], words)
  const ofName = (words: string) => finding('containers/port-name', [...at, 'name'], words)
  const found: Finding[] = []
  if (!number) found.push(ofNumber(`Container port must be provided for ${where}`))
  else if (takenPorts.has(number))
    found.push(ofNumber(`Container port ${number} of ${where} is reserved for Nuclio`))
  if (!name) found.push(ofName(`Container port name must be provided for ${where}`))
  else if (takenPortNames.has(name))
    found.push(ofName(`Container port name ${name} of ${where} is reserved for Nuclio`))
  else if (names.has(name)) found.push(ofName(`Container port name ${name} is used more than once`))
  if (number && numbers.has(number)) found.push(ofNumber(`Container port ${number} is used more than once`))
  if (name) names.add(name)
  if (number) numbers.add(number)
  return found
}
