import type {
  FrontendSpec,
  FunctionConfig,
  FunctionEvent,
  FunctionEventConfig,
  FunctionTemplate,
  NuclioFunction,
  Project,
  ProjectBundle,
  ProjectConfig,
  ProjectImportResult,
  RenderTemplateRequest,
  Versions,
} from '@/api/generated/schema'

export interface Named {
  namespace: string
  name: string
}

export type DeleteProjectStrategy = 'restricted' | 'cascading' | 'check'

export interface Projects {
  list(filter: { namespace: string; name?: string }): Promise<Project[]>
  get(ref: Named): Promise<Project>
  /** An empty name gets a UUID. Throws 409 when the name is taken. */
  create(config: ProjectConfig): Promise<Project>
  /** Replaces labels, annotations and spec. Throws 404. */
  update(config: ProjectConfig): Promise<void>
  /** 412 with `Project contains functions` unless cascading; 412 for the default project. */
  delete(ref: Named, strategy: DeleteProjectStrategy): Promise<void>
  export(ref: Named): Promise<ProjectBundle>
  import(bundle: ProjectBundle, namespace: string): Promise<ProjectImportResult>
}

export interface DeployOptions {
  /** Resolve only when the deploy has ended, well or not (header `X-Nuclio-Wait-Function-Action`). */
  waitForEnd?: boolean
  /** How long the new state may take to be stored, milliseconds (header `X-Nuclio-Creation-State-Updated-Timeout`). */
  stateTimeout?: number
}

export interface LogOptions {
  follow: boolean
  /** Milliseconds before now. */
  since?: number
  tailLines?: number
  signal: AbortSignal
}

export interface InvocationRequest {
  method: string
  /** With the query; a leading slash is added when it is missing. */
  path: string
  /** As received, names in any case, hop-by-hop headers already removed. */
  headers: [name: string, value: string][]
  body: Uint8Array
  /** Must be one of the function's own URLs, as in its status. */
  invokeUrl?: string
  /** Milliseconds; absent = the platform's 60 s. */
  timeout?: number
  signal: AbortSignal
}

export interface InvocationAnswer {
  status: number
  headers: [name: string, value: string][]
  body: ReadableStream<Uint8Array> | Uint8Array
}

export interface Functions {
  /**
   * Sorted by name; each with its status and the records of its latest deploy. To be read only: a function of which nothing
   * has changed is the same object again.
   */
  list(filter: { namespace: string; project?: string; name?: string }): Promise<NuclioFunction[]>
  get(ref: Named): Promise<NuclioFunction>
  /** Resolves when the state `building` (or `error`) is stored: a GET after it is never 404. Throws 400, 409, 412. */
  create(config: FunctionConfig, options?: DeployOptions): Promise<void>
  /** Creates when it is missing. Throws 400, 409 for a stale resourceVersion, 412 while provisioning. */
  update(config: FunctionConfig, options?: DeployOptions): Promise<void>
  setDesiredState(ref: Named, desiredState: 'ready' | 'scaledToZero'): Promise<void>
  /** Missing functions are no error. */
  delete(ref: Named, options?: { resourceVersion?: string; ignoreState?: boolean }): Promise<void>
  replicas(ref: Named): Promise<string[]>
  logs(ref: Named, replica: string, options: LogOptions): Promise<ReadableStream<Uint8Array>>
  invoke(ref: Named, request: InvocationRequest): Promise<InvocationAnswer>
  export(ref: Named): Promise<FunctionConfig>
}

export interface FunctionEvents {
  list(filter: { namespace: string; functionName?: string; name?: string }): Promise<FunctionEvent[]>
  get(ref: Named): Promise<FunctionEvent>
  /** An empty name gets a UUID; answers the stored object with its defaults. */
  create(config: FunctionEventConfig): Promise<FunctionEvent>
  update(config: FunctionEventConfig): Promise<void>
  delete(ref: Named): Promise<void>
}

export interface Templates {
  /** Case-sensitive substring of name or configuration. */
  list(contains?: string): Promise<FunctionTemplate[]>
  render(request: RenderTemplateRequest): Promise<FunctionConfig>
}

export interface PlatformInfo {
  readonly namespaces: string[]
  readonly versions: Versions
  externalIpAddresses(): string[]
  frontendSpec(): FrontendSpec
}

/** What the HTTP layer speaks to: the whole platform, without a word of HTTP. Refusals are `PlatformError`s. */
export interface Platform {
  /** Stable for a data folder; the browser keys what it keeps by it. */
  readonly identity: string
  readonly projects: Projects
  readonly functions: Functions
  readonly events: FunctionEvents
  readonly templates: Templates
  readonly info: PlatformInfo
  /** Only for tests: stores functions in bulk as ready records without processes. */
  seed(functions: FunctionConfig[]): Promise<void>
  /** Stops every function process and closes the store. */
  close(): Promise<void>
}

/** Options of `createEmbeddedPlatform` in `backend/platform/embedded.ts`. */
export interface EmbeddedPlatformOptions {
  dataDirectory: string
  assetsDirectory: string
  pythonEnvironment?: string
  namespaces: string[]
  /** Host name or address under which functions are reachable, `127.0.0.1` by default. */
  functionHost: string
  log: {
    debug(o: object, m: string): void
    info(o: object, m: string): void
    warn(o: object, m: string): void
    error(o: object, m: string): void
  }
}
