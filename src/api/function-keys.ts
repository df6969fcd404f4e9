/** Addresses a function. The project is part of it because pages do, not because servers need it. */
export interface FunctionRef {
  namespace: string
  project: string
  name: string
}

/** Which functions a list is of; without a project those of the whole namespace. */
export interface FunctionScope {
  namespace: string
  project?: string
}

/** Query keys of functions. Lists and single functions are apart, so that one can be refreshed without the other. */
export const functionKeys = {
  /** Every list of a namespace, for invalidation. */
  lists: (namespace: string) => ['functions', 'list', { namespace }] as const,
  list: ({ namespace, project }: FunctionScope) => ['functions', 'list', { namespace, project }] as const,
  detail: ({ namespace, project, name }: FunctionRef) =>
    ['functions', 'detail', { namespace, project, name }] as const,
  replicas: ({ namespace, project, name }: FunctionRef) =>
    ['functions', 'replicas', { namespace, project, name }] as const,
}
