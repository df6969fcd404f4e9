import type { ProjectRef } from '@/api/projects'
import { paths } from '@/domain/paths'

interface Area {
  label: string
  /** The part of the address after the project. */
  segment: string
  path: (at: ProjectRef) => string
}

/** What a project has pages for, in the order of the navigation. */
export const areas: readonly Area[] = [{ label: 'Functions', segment: 'functions', path: paths.functions }]
