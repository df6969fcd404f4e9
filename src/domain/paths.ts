interface NamespacePart {
  namespace?: string
}
interface ProjectPart extends NamespacePart {
  project: string
}
interface FunctionPart extends ProjectPart {
  name: string
}
type Search = Record<string, string | undefined>

// The server's default never changes while a page lives, and every link needs it: it stands here once, so that no
// caller has to carry it. The namespace is always resolved before the first link is drawn.
let defaultNamespace = ''

/** Tells the path builder which namespace goes without saying: links to it carry no `?ns=`. */
export function setDefaultNamespace(namespace: string): void {
  defaultNamespace = namespace
}

function build(segments: string[], { namespace }: NamespacePart, search: Search = {}): string {
  const params = new URLSearchParams()
  if (namespace && namespace !== defaultNamespace) params.set('ns', namespace)
  for (const [key, value] of Object.entries(search)) if (value) params.set(key, value)
  const query = params.toString()
  return '/' + segments.map(encodeURIComponent).join('/') + (query && `?${query}`)
}

/**
 * Every address of the application. Each takes the reference that the page has (`ProjectRef`, `FunctionRef`) and keeps
 * a namespace that is not the server's default as `?ns=`; a second argument adds search parameters, empty ones are left out.
 */
export const paths = {
  projects: (at: NamespacePart = {}, search?: Search) => build(['projects'], at, search),
  project: (at: ProjectPart) => build(['projects', at.project], at),
  functions: (at: ProjectPart, search?: Search) => build(['projects', at.project, 'functions'], at, search),
  events: (at: ProjectPart, search?: Search) => build(['projects', at.project, 'events'], at, search),
  apiGateways: (at: ProjectPart, search?: Search) =>
    build(['projects', at.project, 'api-gateways'], at, search),
  apiGateway: (at: FunctionPart) => build(['projects', at.project, 'api-gateways', at.name], at),
  createApiGateway: (at: ProjectPart, search?: Search) =>
    build(['projects', at.project, 'create-api-gateway'], at, search),
  streams: (at: ProjectPart, search?: Search) => build(['projects', at.project, 'streams'], at, search),
  /** A stream as one trigger reads it, `<function>@<trigger>`. */
  stream: (at: ProjectPart & { stream: string }, search?: Search) =>
    build(['projects', at.project, 'streams', at.stream], at, search),
  createFunction: (at: ProjectPart, search?: Search) =>
    build(['projects', at.project, 'create-function'], at, search),
  /** The templates: of a project's creation of a function, or by themselves. */
  templates: ({ project, ...at }: NamespacePart & { project?: string }, search?: Search) =>
    build(project ? ['projects', project, 'create-function', 'templates'] : ['templates'], at, search),
  function: (at: FunctionPart) => build(['projects', at.project, 'functions', at.name], at),
  functionCode: (at: FunctionPart, search?: Search) =>
    build(['projects', at.project, 'functions', at.name, 'code'], at, search),
  /** One tab of a function, by the part of its address after the function. */
  functionTab: (at: FunctionPart, tab: string, search?: Search) =>
    build(['projects', at.project, 'functions', at.name, tab], at, search),
}
