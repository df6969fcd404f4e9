import type {
  ApiGateway,
  ApiGatewayConfig,
  EmbeddedProducer,
  EmbeddedProducerOrder,
  EmbeddedRecords,
  EmbeddedStream,
  EmbeddedStreamReference,
  FrontendSpec,
  FunctionConfig,
  FunctionEvent,
  FunctionEventConfig,
  FunctionTemplate,
  ParametricTemplate,
  NuclioFunction,
  Project,
  ProjectBundle,
  ProjectConfig,
  ProjectImportResult,
  RenderTemplateRequest,
  ShardLags,
  ShardLagsRequest,
  V3ioStream,
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
  /** 412 with `Project contains functions` or `Project contains api gateways` unless cascading; 412 for the default project. */
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

export interface DeleteFunctionOptions {
  resourceVersion?: string
  /** Whatever is under way (header `X-Nuclio-Delete-Function-Ignore-State-Validation`). */
  ignoreState?: boolean
  /** Delete the gateways that lead to it as well (header `X-Nuclio-Delete-Function-With-API-Gateways`). */
  withApiGateways?: boolean
  /** Leave those gateways without their function: for what deletes whole projects. */
  ignoreApiGateways?: boolean
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
  /** Throws 412 while API gateways lead to it, unless they go with it or are to be ignored. */
  delete(ref: Named, options?: DeleteFunctionOptions): Promise<void>
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

/** A request to a gateway, as a client of it would make it. */
export interface GatewayCall {
  method: string
  /** With the query. */
  path: string
  headers: [name: string, value: string][]
  body: Uint8Array
  signal: AbortSignal
}

export interface ApiGateways {
  /** Sorted by name. */
  list(filter: { namespace: string; project?: string; functionName?: string }): Promise<ApiGateway[]>
  get(ref: Named): Promise<ApiGateway>
  /** Resolves when it is stored, and sets it up after that. Throws 400, 409, 412; `validates` asks for its functions to be there. */
  create(config: ApiGatewayConfig, validates?: boolean): Promise<void>
  /** Replaces labels, annotations and spec of the named one. Throws 400, also when the configuration is that of another, 404, 412. */
  update(name: string, config: ApiGatewayConfig, validates?: boolean): Promise<void>
  /** Throws 404. */
  delete(ref: Named): Promise<void>
  export(ref: Named): Promise<ApiGatewayConfig>
  /** Names of the gateways that lead to each function of a namespace, sorted; functions without one are not in it. */
  namesByFunction(namespace: string): ReadonlyMap<string, string[]>
  /** Where all gateways listen, and the key of those that ask for one. */
  listener(): { url: string; port: number; accessKey: string }
  /** Sends a request through the listener. Throws 400 for one that cannot be sent, 404, 502. */
  call(ref: Named, call: GatewayCall): Promise<InvocationAnswer>
}

export interface Templates {
  /** Case-sensitive substring of name or configuration. */
  list(contains?: string): Promise<(FunctionTemplate | ParametricTemplate)[]>
  render(request: RenderTemplateRequest): Promise<FunctionConfig>
}

export interface PlatformStreams {
  /** What the v3ioStream triggers of a project's functions read, by `<function>@<trigger>`; nulls where only a URL says it. */
  ofProject(filter: { namespace: string; project: string }): Promise<Record<string, V3ioStream>>
  /** Throws 404 for a stream that is not there. A group that nobody knows has read nothing. */
  lags(request: ShardLagsRequest): Promise<ShardLags>
  /** By `<container>/<stream path>`. */
  list(): Promise<Record<string, EmbeddedStream>>
  /** Throws 400, 409. */
  create(reference: EmbeddedStreamReference, shardCount?: number): Promise<EmbeddedStream>
  /** Throws 404. */
  delete(reference: EmbeddedStreamReference): Promise<void>
  /** Resolves with their places when the records are on disk. Throws 400, 404. */
  put(
    reference: EmbeddedStreamReference,
    records: EmbeddedRecords['records'],
  ): Promise<{ shardId: number; sequenceNumber: number }[]>
  /** Has records put in, in the place of an earlier order for the stream. Throws 400, 404. */
  produce(order: EmbeddedProducerOrder): Promise<EmbeddedProducer>
  /** Throws 404. */
  stopProducing(reference: EmbeddedStreamReference): Promise<void>
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
  readonly apiGateways: ApiGateways
  readonly templates: Templates
  readonly streams: PlatformStreams
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
  /** Where the API gateways listen; any free port of this machine when it is left out. */
  gatewayPort?: { port: number; nextWhenTaken: boolean; skip?: number[] }
  log: {
    debug(o: object, m: string): void
    info(o: object, m: string): void
    warn(o: object, m: string): void
    error(o: object, m: string): void
  }
}
