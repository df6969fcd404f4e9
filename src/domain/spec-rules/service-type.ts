import type { Path } from '@/lib/tree'
import { finding, type Finding } from './finding'
import { attributesOf, triggersOf } from './parts'
import type { Subject } from './surroundings'

export function serviceTypes({ spec }: Subject): Finding[] {
  const types: [unknown, Path][] = [
    [spec.serviceType, ['spec', 'serviceType']],
    ...triggersOf(spec).map(([key, trigger]): [unknown, Path] => [
      attributesOf(trigger).serviceType,
      ['spec', 'triggers', key, 'attributes', 'serviceType'],
    ]),
  ]
  return types.flatMap(([type, path]) =>
    typeof type === 'string' && type !== '' && type !== 'NodePort' && type !== 'ClusterIP'
      ? [finding('service-type/known', path, `Unsupported service type ${type}`)]
      : [],
  )
}
