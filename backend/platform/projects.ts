import { randomUUID } from 'node:crypto'
import type { Project, ProjectConfig } from '@/api/generated/schema'
import { PlatformError } from '../errors'
import type { ProjectStore } from '../store/project-store'
import { defaultProject } from '@/domain/function-config'
import { annotationsProblem, dnsLabelProblems, labelsProblem } from '@/domain/spec-rules/kubernetes-names'
import { writableNamespace } from './namespaces'
import type { ApiGateways, Functions, Named, Projects } from './platform'

export interface ProjectsOptions {
  store: ProjectStore
  namespaces: string[]
  functions: Pick<Functions, 'list' | 'delete'>
  gateways: Pick<ApiGateways, 'list'> & { deleteOfProject(project: Named): Promise<void> }
}

/** Projects without their export and import, which need the rest of the platform (see `transfer.ts`). */
export type ProjectResource = Omit<Projects, 'export' | 'import'> & {
  /** False from the moment a deletion begins, so that nothing is put into a project that is about to go. */
  exists(ref: Named): Promise<boolean>
}

/** Projects of a store. Makes the default project of each namespace when it is missing. */
export async function createProjects({
  store,
  namespaces,
  functions,
  gateways,
}: ProjectsOptions): Promise<ProjectResource> {
  const beingDeleted = new Set<string>()

  for (const namespace of namespaces) {
    const ref = { namespace, name: defaultProject }
    await store.insert(ref, stored(ref, { metadata: ref, spec: {} }))
  }

  async function removeWithContent(ref: Named): Promise<void> {
    await gateways.deleteOfProject(ref)
    const contained = await functions.list({ namespace: ref.namespace, project: ref.name })
    for (const { metadata } of contained) {
      // Whatever their state: who deletes a project with all it holds does not wait for a build to end, and a gateway of
      // another project has to do without.
      await functions.delete(
        { namespace: ref.namespace, name: metadata.name },
        { ignoreState: true, ignoreApiGateways: true },
      )
    }
    if (!(await store.delete(ref))) throw missing(ref)
  }

  return {
    async list({ namespace, name }) {
      const projects = await store.list(namespace)
      return name ? projects.filter((project) => project.metadata.name === name) : projects
    },

    async get(ref) {
      const project = await store.get(ref)
      if (project === undefined) throw new PlatformError(404, 'Project not found')
      return project
    },

    async exists(ref) {
      const found = await store.get(ref)
      // Looked at last: a deletion may have begun while the store was asked.
      return found !== undefined && !beingDeleted.has(keyOf(ref))
    },

    async create(config) {
      const ref = {
        namespace: writableNamespace(namespaces, config.metadata.namespace),
        name: config.metadata.name || randomUUID(),
      }
      refuseProblems(ref.name, config)
      const project = stored(ref, config)
      if (beingDeleted.has(keyOf(ref)) || !(await store.insert(ref, project))) {
        throw new PlatformError(409, `Project ${ref.name} already exists`)
      }
      return project
    },

    async update(config) {
      const name = config.metadata.name
      if (!name) throw new PlatformError(400, 'Project name must be provided in metadata')
      const ref = { namespace: writableNamespace(namespaces, config.metadata.namespace), name }
      refuseProblems(name, config)
      if (!(await store.replace(ref, stored(ref, config)))) throw new PlatformError(404, 'Project not found')
    },

    async delete(ref, strategy) {
      if (ref.name === defaultProject) {
        throw new PlatformError(412, 'Cannot delete the default project')
      }
      if (beingDeleted.has(keyOf(ref))) {
        throw new PlatformError(409, `Project ${ref.name} is being deleted`)
      }
      if (strategy !== 'check') beingDeleted.add(keyOf(ref))
      try {
        const contained = await functions.list({ namespace: ref.namespace, project: ref.name })
        if (contained.length > 0 && strategy !== 'cascading') {
          throw new PlatformError(412, 'Project contains functions')
        }
        const inFront = await gateways.list({ namespace: ref.namespace, project: ref.name })
        if (inFront.length > 0 && strategy !== 'cascading') {
          throw new PlatformError(412, 'Project contains api gateways')
        }
        if (strategy !== 'check') await removeWithContent(ref)
      } finally {
        if (strategy !== 'check') beingDeleted.delete(keyOf(ref))
      }
    },
  }
}

function keyOf({ namespace, name }: Named): string {
  return `${namespace}/${name}`
}

function missing({ name }: Named): PlatformError {
  return new PlatformError(404, `Project ${name} not found`)
}

function refuseProblems(name: string, { metadata, spec }: ProjectConfig): void {
  const ofName = dnsLabelProblems(name)
  if (ofName.length > 0) {
    throw new PlatformError(
      400,
      `Project name must adhere to Kubernetes naming conventions. Errors: ${ofName.join(', ')}`,
    )
  }
  const problem =
    labelsProblem(metadata.labels) ??
    annotationsProblem(metadata.annotations) ??
    labelsProblem(spec?.defaultFunctionNodeSelector)
  if (problem) throw new PlatformError(400, problem)
}

function stored({ namespace, name }: Named, { metadata, spec }: ProjectConfig): Project {
  const { labels, annotations } = metadata
  return {
    metadata: {
      name,
      namespace,
      ...(labels && Object.keys(labels).length > 0 && { labels }),
      ...(annotations && Object.keys(annotations).length > 0 && { annotations }),
    },
    spec: spec ?? {},
    status: { updatedAt: new Date().toISOString() },
  }
}
