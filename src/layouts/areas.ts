import type { ProjectRef } from '@/api/projects'
import { paths } from '@/domain/paths'

interface Area {
  label: string
  /** The part of the address after the project. */
  segment: string
  path: (at: ProjectRef) => string
}

/** What a project has pages for, in the order of the navigation. */
export const areas: readonly Area[] = [
  { label: 'Functions', segment: 'functions', path: paths.functions },
  { label: 'Events', segment: 'events', path: paths.events },
  { label: 'API gateways', segment: 'api-gateways', path: paths.apiGateways },
  { label: 'Streams', segment: 'streams', path: paths.streams },
]
