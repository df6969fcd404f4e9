import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import { api, dataOf, headerName, requiredDataOf } from './client'
import { ApiError, unreadableAnswer } from './errors'
import { functionKeys } from './function-keys'
import type { Project, ProjectBundle, ProjectConfig, ProjectImportResult } from './generated/schema'
import { listOf, namedMetadata } from './lists'
import { pollWhile } from './polling'

export interface ProjectRef {
  namespace: string
  project: string
}

export const projectKeys = {
  list: (namespace: string) => ['projects', 'list', { namespace }] as const,
  detail: ({ namespace, project }: ProjectRef) => ['projects', 'detail', { namespace, project }] as const,
}

/** The projects of a namespace, by name. */
export function projectsQuery(namespace: string) {
  return queryOptions({
    queryKey: projectKeys.list(namespace),
    queryFn: async ({ signal }): Promise<Project[]> => {
      const answer = await dataOf(
        api.GET('/api/projects', { params: { header: namespaced(namespace) }, signal }),
      )
      return listOf(answer, fullProject)
    },
    ...pollWhile<Project[]>(() => false),
  })
}

/** One project. */
export function projectQuery({ namespace, project }: ProjectRef) {
  return queryOptions({
    queryKey: projectKeys.detail({ namespace, project }),
    queryFn: ({ signal }) => readProject({ namespace, project }, signal),
    ...pollWhile<Project>(() => false),
  })
}

/**
 * Creates a project and resolves with it, or with undefined when a server that made up the name does not tell it. Some servers
 * overwrite a project of the same name, so look first. Refreshes the namespace's projects.
 */
export function createProject(queryClient: QueryClient) {
  return mutationOptions({
    mutationFn: async (config: ProjectConfig): Promise<Project | undefined> => {
      const answer = await dataOf(api.POST('/api/projects', { body: config }))
      if (answer && 'metadata' in answer) return fullProject(answer, config.metadata.name ?? '')
      const { namespace = '', name } = config.metadata
      return name ? readProject({ namespace, project: name }) : undefined
    },
    onSettled: (_data, _error, { metadata }) => {
      void queryClient.invalidateQueries({ queryKey: projectKeys.list(metadata.namespace ?? '') })
    },
  })
}

/**
 * Replaces labels, annotations and spec of a project. Some servers answer that all is well when they kept nothing of it, so it is read
 * back; rejects when it differs. Refreshes the project and the namespace's projects.
 */
export function updateProject(queryClient: QueryClient) {
  return mutationOptions({
    mutationFn: async (config: ProjectConfig & { metadata: { name: string } }): Promise<Project> => {
      const { namespace = '', name } = config.metadata
      await dataOf(api.PUT('/api/projects/{name}', { params: { path: { name } }, body: config }))
      const kept = await readProject({ namespace, project: name })
      const lost = lostParts(config, kept)
      if (lost.length === 0) return kept
      throw new ApiError(400, `The server did not keep the ${lost.join(' and the ')} of project ${name}`)
    },
    onSettled: (_data, _error, { metadata }) => {
      const { namespace = '', name } = metadata
      void queryClient.invalidateQueries({ queryKey: projectKeys.list(namespace) })
      void queryClient.invalidateQueries({ queryKey: projectKeys.detail({ namespace, project: name }) })
    },
  })
}

/** Deletes a project. Refreshes the namespace's projects and functions. */
export function deleteProject(queryClient: QueryClient) {
  return mutationOptions({
    mutationFn: async ({ ref, strategy = 'restricted' }: DeleteProjectVariables): Promise<void> => {
      await dataOf(
        api.DELETE('/api/projects', {
          params: { header: { 'x-nuclio-delete-project-strategy': strategy } },
          body: { metadata: { name: ref.project, namespace: ref.namespace } },
        }),
      )
    },
    onSettled: (_data, error, { ref }) => {
      if (!error) queryClient.removeQueries({ queryKey: projectKeys.detail(ref), type: 'inactive' })
      void queryClient.invalidateQueries({ queryKey: projectKeys.list(ref.namespace) })
      void queryClient.invalidateQueries({ queryKey: functionKeys.lists(ref.namespace) })
    },
  })
}

export interface DeleteProjectVariables {
  ref: ProjectRef
  strategy?: 'restricted' | 'cascading' | 'check'
}

/** A project with everything in it, to keep or to import elsewhere. */
export async function exportProject({ namespace, project }: ProjectRef): Promise<ProjectBundle> {
  const answer = await requiredDataOf(
    api.GET('/api/projects/{name}', {
      params: { path: { name: project }, header: namespaced(namespace), query: { export: true } },
    }),
  )
  if ('project' in answer) return { ...answer, apiGateways: answer.apiGateways ?? {} }
  throw unreadableAnswer(200, 'a project that was not exported')
}

/**
 * Imports an exported project into a namespace; the result says what failed, with empty lists where nothing did. Everything in it gets the
 * namespace: servers lose what has none. Refreshes the namespace's projects and functions.
 */
export function importProject(queryClient: QueryClient) {
  return mutationOptions({
    mutationFn: async ({ namespace, bundle }: { namespace: string; bundle: ProjectBundle }) => {
      const answer = await requiredDataOf(
        api.POST('/api/projects', { params: { query: { import: true } }, body: placed(bundle, namespace) }),
      )
      if ('functionImportResult' in answer) return fullImportResult(answer)
      throw unreadableAnswer(201, 'a project')
    },
    onSettled: (_data, _error, { namespace }) => {
      void queryClient.invalidateQueries({ queryKey: projectKeys.list(namespace) })
      void queryClient.invalidateQueries({ queryKey: functionKeys.lists(namespace) })
    },
  })
}

function namespaced(namespace: string) {
  return { 'x-nuclio-project-namespace': headerName(namespace) || undefined }
}

async function readProject({ namespace, project }: ProjectRef, signal?: AbortSignal): Promise<Project> {
  const answer = await requiredDataOf(
    api.GET('/api/projects/{name}', {
      params: { path: { name: project }, header: namespaced(namespace) },
      signal,
    }),
  )
  return fullProject(answer, project)
}

function fullProject(wire: Project | ProjectBundle, name: string): Project {
  const project = 'project' in wire ? wire.project : wire
  return { ...project, metadata: namedMetadata(project.metadata, name), spec: project.spec ?? {} }
}

function fullImportResult(result: ProjectImportResult) {
  const { functionImportResult, functionEventImportResult, apiGatewayImportResult } = result
  return {
    functionImportResult: {
      ...functionImportResult,
      failedFunctions: functionImportResult.failedFunctions ?? [],
    },
    functionEventImportResult: {
      ...functionEventImportResult,
      failedFunctionEvents: functionEventImportResult.failedFunctionEvents ?? [],
    },
    apiGatewayImportResult: {
      ...apiGatewayImportResult,
      failedAPIGateways: apiGatewayImportResult.failedAPIGateways ?? [],
    },
  } satisfies ProjectImportResult
}

function placed(bundle: ProjectBundle, namespace: string): ProjectBundle {
  const all = <T extends { metadata?: object }>(items: Record<string, T> | null | undefined) =>
    Object.fromEntries(
      Object.entries(items ?? {}).map(([name, item]) => [
        name,
        { ...item, metadata: { ...item.metadata, namespace } },
      ]),
    )
  return {
    project: { ...bundle.project, metadata: { ...bundle.project.metadata, namespace } },
    functions: all(bundle.functions),
    functionEvents: all(bundle.functionEvents),
    apiGateways: all(bundle.apiGateways),
  }
}

function lostParts(sent: ProjectConfig, kept: Project): string[] {
  const parts: [name: string, sent: unknown, kept: unknown][] = [
    ['description', sent.spec?.description ?? '', kept.spec.description ?? ''],
    ['labels', sent.metadata.labels ?? {}, kept.metadata.labels ?? {}],
    ['annotations', sent.metadata.annotations ?? {}, kept.metadata.annotations ?? {}],
    [
      'node selector',
      sent.spec?.defaultFunctionNodeSelector ?? {},
      kept.spec.defaultFunctionNodeSelector ?? {},
    ],
  ]
  return parts.filter(([, one, other]) => stable(one) !== stable(other)).map(([name]) => name)
}

function stable(value: unknown): string {
  return typeof value === 'object' && value !== null
    ? JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : JSON.stringify(value)
}
