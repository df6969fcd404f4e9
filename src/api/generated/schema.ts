// Generated from openapi.yaml by `npm run generate`. Do not edit.

export interface paths {
    "/api/functions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Functions of a namespace */
        get: operations["listFunctions"];
        put?: never;
        /**
         * Create and deploy a function
         * @description Answers as soon as the function is stored; a GET after it finds the function. The deploy goes on in the background until `status.state` is steady. A request that fails while it fetches the source may still leave a function in state `error`.
         */
        post: operations["createFunction"];
        /**
         * Delete a function and its function events
         * @description The function is named in the body. A function that does not exist is no error.
         */
        delete: operations["deleteFunction"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/functions/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the function. */
                name: string;
            };
            cookie?: never;
        };
        /** One function */
        get: operations["getFunction"];
        /**
         * Replace a function's configuration and deploy it
         * @description The whole spec is replaced by the one in the body, so start from what a GET answered. A function that does not exist is created. Nuclio 1.14 takes the name from the body and ignores the one in the address.
         */
        put: operations["updateFunction"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Start a deployed function again, or scale it to zero */
        patch: operations["patchFunction"];
        trace?: never;
    };
    "/api/functions/{name}/replicas": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the function. */
                name: string;
            };
            cookie?: never;
        };
        /** Names of a function's replicas */
        get: operations["listReplicas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/functions/{name}/logs/{replica}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the function. */
                name: string;
                /** @description Name of the replica. */
                replica: string;
            };
            cookie?: never;
        };
        /** Output of a replica */
        get: operations["getReplicaLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/function_invocations": {
        parameters: {
            query?: never;
            header: {
                /** @description Function to call. */
                "x-nuclio-function-name": string;
                /** @description Namespace of the function. Nuclio 1.14 falls back to its own one. */
                "x-nuclio-function-namespace": components["parameters"]["FunctionNamespace"];
                /** @description One of the function's own URLs as they stand in its status, without a scheme. Left out, the server chooses, which is the safer way. */
                "x-nuclio-invoke-url"?: string;
                /** @description Path to call the function with, which may end in a query; `/` when it is left out. */
                "x-nuclio-path"?: string;
                /** @description How long to wait for the answer, a number with a unit such as `10s`; a minute when it is left out. The function itself is not stopped. Nuclio 1.14 calls the function without a limit when this is not a duration. */
                "x-nuclio-invoke-timeout"?: string;
                /** @description Least level of the records in `X-Nuclio-Logs`. */
                "x-nuclio-log-level"?: string;
                /** @description With `true`, accept any certificate when the function is reached through TLS. */
                "x-nuclio-skip-tls-verification"?: boolean;
                /** @description With `true`, clean HTML out of the answer. Nuclio 1.14 keeps the old length then, so the answer breaks. */
                "x-nuclio-sanitize-response"?: boolean;
                /** @description Set to `1` by this application: the answer comes with status 200 and as plain bytes, and the function's own status and headers are in `x-dashboard-answer`. A server that does not know it passes it on to the function. */
                "x-dashboard-sealed"?: "1";
            };
            path?: never;
            cookie?: never;
        };
        /** Call a function with GET */
        get: operations["invokeFunctionWithGet"];
        /** Call a function with PUT */
        put: operations["invokeFunctionWithPut"];
        /** Call a function with POST */
        post: operations["invokeFunctionWithPost"];
        /** Call a function with DELETE */
        delete: operations["invokeFunctionWithDelete"];
        /** Call a function with OPTIONS */
        options: operations["invokeFunctionWithOptions"];
        head?: never;
        /** Call a function with PATCH */
        patch: operations["invokeFunctionWithPatch"];
        trace?: never;
    };
    "/api/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Projects of a namespace */
        get: operations["listProjects"];
        put?: never;
        /**
         * Create a project, or import one
         * @description The project exists when the answer comes. Without a name it gets a UUID; Nuclio 1.14 refuses that with 400, and on a single machine it overwrites a project of the same name.
         */
        post: operations["createProject"];
        /**
         * Delete a project
         * @description The project is named in the body. A project with functions or API gateways in it is refused unless asked for.
         */
        delete: operations["deleteProject"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the project. */
                name: string;
            };
            cookie?: never;
        };
        /** One project */
        get: operations["getProject"];
        /**
         * Replace a project's labels, annotations and spec
         * @description Nuclio 1.14 answers 204 whatever became of the change (and creates a missing project), so only a GET shows whether it was stored.
         */
        put: operations["updateProject"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/function_events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved test events of a namespace */
        get: operations["listFunctionEvents"];
        /**
         * Replace a test event
         * @description The event is named in the body. Nuclio 1.14 answers an empty 500 when it does not exist.
         */
        put: operations["updateFunctionEvent"];
        /**
         * Save a test event
         * @description The label `nuclio.io/function-name` says which function it belongs to. Without a name it gets a UUID. Nuclio 1.14 answers faults in it with 500.
         */
        post: operations["createFunctionEvent"];
        /**
         * Delete a test event
         * @description The event is named in the body.
         */
        delete: operations["deleteFunctionEvent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/function_events/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One test event */
        get: operations["getFunctionEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/function_templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Functions to start from */
        get: operations["listFunctionTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/function_templates/render": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fill in the values of a template */
        post: operations["renderFunctionTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/api_gateways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** API gateways of a namespace */
        get: operations["listApiGateways"];
        put?: never;
        /**
         * Create an API gateway
         * @description A GET after the answer finds the gateway; read it until `status.state` is `ready` or `error`.
         */
        post: operations["createApiGateway"];
        /**
         * Delete an API gateway
         * @description The gateway is named in the body. Nuclio 1.14 answers 500 when it does not exist.
         */
        delete: operations["deleteApiGateway"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/api_gateways/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the gateway. */
                name: string;
            };
            cookie?: never;
        };
        /** One API gateway */
        get: operations["getApiGateway"];
        /** Replace an API gateway's labels, annotations and spec */
        put: operations["updateApiGateway"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/embedded/gateway_listener": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the API gateways of the embedded platform listen
         * @description A call of the embedded platform's own, which no Nuclio has.
         */
        get: operations["getGatewayListener"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/embedded/gateway_requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a request to an API gateway of the embedded platform
         * @description A call of the embedded platform's own, which no Nuclio has. The server sends the request to the gateway's host like any other client and hands the answer over sealed, as in an invocation: status 200, the raw body, and the true status and headers in `x-dashboard-answer`. So a page can try a gateway out, although it answers at another origin.
         */
        post: operations["sendGatewayRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3io_streams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Streams that the functions of a project read */
        get: operations["listV3ioStreams"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3io_streams/get_shard_lags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How far a consumer group is behind, shard by shard */
        post: operations["getShardLags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/embedded/streams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All streams of the embedded platform
         * @description Not a call of Nuclio.
         */
        get: operations["listEmbeddedStreams"];
        put?: never;
        /**
         * Create a stream of the embedded platform
         * @description Not a call of Nuclio. Deploying a function with a `v3ioStream` trigger creates its stream with 8 shards, if it is missing.
         */
        post: operations["createEmbeddedStream"];
        /**
         * Delete a stream of the embedded platform
         * @description Not a call of Nuclio. Its records and the commits of all consumer groups go with it.
         */
        delete: operations["deleteEmbeddedStream"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/embedded/streams/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put records into a stream of the embedded platform
         * @description Not a call of Nuclio.
         */
        post: operations["putEmbeddedRecords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/embedded/streams/producer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have the embedded platform put records into a stream
         * @description Not a call of Nuclio. Either `count` records as fast as it can, or `rate` records a second for `seconds`. A stream has one producer: this takes the place of one that is at work.
         */
        post: operations["startEmbeddedProducer"];
        /**
         * Stop the producer of a stream of the embedded platform
         * @description Not a call of Nuclio. What was put in stays.
         */
        delete: operations["stopEmbeddedProducer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Version of the server */
        get: operations["getVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/external_ip_addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Addresses under which functions are reached from outside */
        get: operations["getExternalIpAddresses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/namespaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Namespaces that the server manages */
        get: operations["getNamespaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/frontend_spec": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the platform can do, and the defaults for forms */
        get: operations["getFrontendSpec"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Why a request failed. */
        ErrorBody: {
            /** @description The cause. May be empty. */
            error: string;
            /** @description Where it came from, many lines, sometimes very many. */
            errorStackTrace?: string;
        };
        /** @description Short texts by key, for finding and grouping. */
        Labels: {
            [key: string]: string;
        };
        /** @description Texts by key that tools leave on the object. */
        Annotations: {
            [key: string]: string;
        };
        /** @description What the object is called and where it belongs. */
        Metadata: {
            /** @description Name, unique in its namespace. Cannot be changed later. */
            name: string;
            /** @description Namespace; the server's own one when it is left out. */
            namespace?: string;
            /** @description Short texts by key. `nuclio.io/project-name` says which project the object belongs to. */
            labels?: components["schemas"]["Labels"];
            annotations?: components["schemas"]["Annotations"];
            /** @description Version that was read. Sent back, it makes the server refuse the change when somebody else was faster. */
            resourceVersion?: string;
            /** @description When it was created, as the server says it. API gateways have it. */
            creationTimestamp?: string;
        };
        /** @description Metadata of an object whose name the server may choose. */
        DraftMetadata: {
            /** @description Name, unique in its namespace; the server chooses one when it is left out. */
            name?: string;
            /** @description Namespace; the server's own one when it is left out. */
            namespace?: string;
            labels?: components["schemas"]["Labels"];
            annotations?: components["schemas"]["Annotations"];
            /** @description Version that was read. */
            resourceVersion?: string;
            /** @description When it was created, as the server says it. */
            creationTimestamp?: string;
        };
        /** @description A function as the server keeps it. */
        NuclioFunction: {
            metadata: components["schemas"]["Metadata"];
            spec: components["schemas"]["FunctionSpec"];
            status: components["schemas"]["FunctionStatus"];
        };
        /** @description A function to create or to replace. */
        FunctionConfig: {
            metadata: components["schemas"]["Metadata"];
            spec: components["schemas"]["FunctionSpec"];
            /** @description Ignored; it may stay in an object that was read. */
            status?: components["schemas"]["FunctionStatus"];
        };
        /** @description A function to delete. */
        FunctionReference: {
            metadata: {
                /** @description Name of the function. */
                name: string;
                /** @description Its namespace. */
                namespace?: string;
                /** @description Delete only when this is still its version. */
                resourceVersion?: string;
            };
        };
        /** @description What the function should become. */
        FunctionPatch: {
            /**
             * @description `ready` starts the image that was built last, `scaledToZero` stops all replicas until the next event.
             * @enum {string}
             */
            desiredState?: "ready" | "scaledToZero";
        };
        /**
         * @description Where a function stands. `ready`, `error`, `unhealthy`, `scaledToZero` and `imported` last; the others pass.
         * @enum {string}
         */
        FunctionState: "ready" | "error" | "unhealthy" | "scaledToZero" | "imported" | "building" | "waitingForBuild" | "configuringResources" | "waitingForResourceConfiguration" | "waitingForScaleResourceFromZero" | "waitingForScaleResourceToZero";
        /** @description What became of the function. */
        FunctionStatus: {
            state?: components["schemas"]["FunctionState"];
            /** @description Why it is in this state, when something went wrong. May be long and coloured for a terminal. */
            message?: string;
            /** @description What the server did in the latest deploy. Kept in memory, so gone after a restart of the server. */
            logs?: components["schemas"]["LogRecord"][];
            /** @description The latest event of scaling to or from zero. */
            scaleToZero?: {
                /**
                 * @description What happened.
                 * @enum {string}
                 */
                lastScaleEvent?: "resourceUpdated" | "scaleFromZeroStarted" | "scaleFromZeroCompleted" | "scaleToZeroStarted" | "scaleToZeroCompleted";
                /** @description When it happened. */
                lastScaleEventTime?: string;
            };
            /** @description API gateways that lead to the function. Only filled in when asked for. */
            apiGateways?: string[];
            /** @description Port under which it is reached from outside. 0 and -1 mean none. */
            httpPort?: number;
            /** @description Image that runs. */
            containerImage?: string;
            /** @description Addresses inside the platform, without a scheme. */
            internalInvocationUrls?: string[];
            /** @description Addresses from outside, without a scheme. */
            externalInvocationUrls?: string[];
            /** @description Node labels asked for by the function, its project and the platform together. */
            enrichedNodeSelector?: {
                [key: string]: string;
            };
        };
        /** @description One record of a log. */
        LogRecord: {
            /** @enum {string} */
            level: "debug" | "info" | "warn" | "error";
            /** @description Milliseconds since 1970, with a fraction. */
            time: number;
            message: string;
            /** @description Who logged it, unless a value of that name took its place. */
            name?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Names of replicas. */
        ReplicaNames: {
            /** @description The names. Nuclio 1.14 answers null when there are none. */
            names: string[] | null;
        };
        /** @description How the function is built, run, called and scaled. */
        FunctionSpec: {
            /** @description What the function is for, in words. */
            description?: string;
            /** @description Keep the function, but run none of its replicas. */
            disable?: boolean;
            /** @description Left over from versions of functions; has no effect. */
            publish?: boolean;
            /** @description Left over from versions of functions; has no effect. */
            version?: number;
            /** @description Left over from versions of functions; has no effect. */
            alias?: string;
            /** @description Seen in older servers; today it is in the status. */
            httpPort?: number;
            /**
             * @description Where an event enters the code, mostly `<module>:<function>`; for Java a class, for shell a file.
             * @example main:handler
             */
            handler?: string;
            /**
             * @description Language of the function, with a version where there are several.
             * @example python:3.11
             * @example python:3.10
             * @example python:3.9
             * @example nodejs
             * @example golang
             * @example java
             * @example dotnetcore
             * @example ruby
             * @example shell
             */
            runtime?: string;
            /** @description Environment variables of the function's processes. */
            env?: components["schemas"]["EnvironmentVariable"][];
            /** @description Config maps and secrets that are turned into environment variables as a whole. */
            envFrom?: components["schemas"]["EnvironmentSource"][];
            resources?: components["schemas"]["Resources"];
            /** @description Container image to run. Written by a build; set by hand for a function without source. */
            image?: string;
            /** @description Written by the server. */
            imageHash?: string;
            /** @description Exact number of replicas; takes the place of the minimum and maximum. */
            replicas?: number;
            /** @description Least number of replicas. 0 lets the function scale to zero. */
            minReplicas?: number;
            /** @description Greatest number of replicas. */
            maxReplicas?: number;
            /**
             * @description CPU use in percent at which a replica is added.
             * @default 75
             */
            targetCPU?: number;
            /** @description Data sources that the handler finds in its context, by name. */
            dataBindings?: {
                [key: string]: components["schemas"]["DataBinding"];
            };
            /** @description What calls the function, by name. Without an http trigger the server adds one, unless told not to. */
            triggers?: {
                [key: string]: components["schemas"]["Trigger"];
            };
            /** @description Storage that is mounted into the function's containers. */
            volumes?: components["schemas"]["Volume"][];
            build?: components["schemas"]["FunctionBuild"];
            /** @description Registry that the platform pulls the image from, when it is not the one it was pushed to. */
            runRegistry?: string;
            /** @description Name of one secret for pulling the image. Not a list. */
            imagePullSecrets?: string;
            /**
             * @description When the image is pulled.
             * @default Always
             * @enum {string}
             */
            imagePullPolicy?: "Always" | "IfNotPresent" | "Never";
            /** @description Options of the runtime. */
            runtimeAttributes?: {
                /** @description For shell, arguments of the script. */
                arguments?: string;
                /** @description For shell, headers of every answer. */
                responseHeaders?: {
                    [key: string]: string;
                };
                /** @description For Java, options of the virtual machine. */
                jvmOptions?: string[];
            } & {
                [key: string]: unknown;
            };
            /** @description Where the function's log goes, and from which level on. */
            loggerSinks?: components["schemas"]["LoggerSink"][];
            /** @description Settings for the platform that the function runs on. */
            platform?: {
                /** @description The settings. */
                attributes?: {
                    /** @description On Docker, the network of the container. */
                    network?: string;
                    /** @description On Docker, whether the container is started again when it ends. */
                    restartPolicy?: {
                        /** @description Name of the policy, such as `always` or `on-failure`. */
                        name?: string;
                        /** @description How often to try. */
                        maximumRetryCount?: number;
                    };
                    /** @description On Docker, time between health checks, as a duration or in seconds. */
                    healthCheckInterval?: string | number;
                } & {
                    [key: string]: unknown;
                };
            };
            /**
             * @description How long the function may take to start, in seconds, before its deploy counts as failed. 0 takes the platform's own limit.
             * @default 120
             */
            readinessTimeoutSeconds?: number;
            /** @description Wait for the whole time even when it is clear before that the function cannot start. */
            waitReadinessTimeoutBeforeFailure?: boolean;
            /**
             * @description Kind of Kubernetes service. The http trigger's own setting goes first.
             * @enum {string}
             */
            serviceType?: "ClusterIP" | "NodePort" | "LoadBalancer";
            securityContext?: components["schemas"]["PodSecurityContext"];
            /** @description Kubernetes service account of the function's pods. */
            serviceAccount?: string;
            /** @description When the function counts as idle. */
            scaleToZero?: {
                /** @description What is measured; all of them must be idle. */
                scaleResources?: components["schemas"]["ScaleResource"][];
            };
            /** @description Add no http trigger when there is none. */
            disableDefaultHTTPTrigger?: boolean;
            /** @description Keep passwords in plain text in the stored function. */
            disableSensitiveFieldsMasking?: boolean;
            /** @description On Docker, devices of the host that the container gets. */
            devices?: string[];
            affinity?: components["schemas"]["Affinity"];
            /** @description Labels that a node must have to run the function. */
            nodeSelector?: {
                [key: string]: string;
            };
            /** @description The one node that runs the function. */
            nodeName?: string;
            /** @description Taints of nodes that the function puts up with. */
            tolerations?: components["schemas"]["Toleration"][];
            /** @description Priority class of the pods, one of those that the platform lists. */
            priorityClassName?: string;
            /**
             * @description Whether the pods may push out pods of lower priority.
             * @enum {string}
             */
            preemptionPolicy?: "Never" | "PreemptLowerPriority";
            /**
             * @description Whether the function may, must or must not run on nodes that can be taken away.
             * @enum {string}
             */
            preemptionMode?: "allow" | "constrain" | "prevent" | "none";
            deploymentStrategy?: components["schemas"]["DeploymentStrategy"];
            /** @description Share the host's memory segments and semaphores. */
            hostIPC?: boolean;
            /** @description Kubernetes metrics to scale by; they take the place of `targetCPU`. */
            customScalingMetricSpecs?: components["schemas"]["MetricSpec"][];
            /** @description Metrics to scale by, where the platform allows custom ones. */
            autoScaleMetrics?: components["schemas"]["AutoScaleMetric"][];
            /** @description How long one event may take, a number with a unit such as `30s`. Empty means no limit. */
            eventTimeout?: string;
            /** @description Containers that run beside the function's own one. */
            sidecars?: components["schemas"]["Container"][];
            /** @description Containers that run to their end before the function starts. */
            initContainers?: components["schemas"]["Container"][];
        };
        /** @description Where the source comes from, and how an image is made of it. */
        FunctionBuild: {
            /** @description Address of the source, for code that is not inline. */
            path?: string;
            /** @description The source itself, in base64. */
            functionSourceCode?: string;
            /** @description Path of a function.yaml within the source. */
            functionConfigPath?: string;
            /** @description Folder on the server to build in. */
            tempDir?: string;
            /** @description Registry that the image is pushed to. */
            registry?: string;
            /** @description Registry that base images come from. */
            baseImageRegistry?: string;
            /** @description Name for the image that is built. */
            image?: string;
            /** @description Use base images that are there already. The server overwrites it with its own setting. */
            noBaseImagesPull?: boolean;
            /** @description Build every layer anew. */
            noCache?: boolean;
            /** @description Leave the build folder on the server. */
            noCleanup?: boolean;
            /** @description Image to build upon. */
            baseImage?: string;
            /** @description Shell commands that run during the build, such as `pip install requests`. Those after `@nuclio.postCopy` run when the source is in place. */
            commands?: string[];
            /** @description Dockerfile lines for stages of the build, `preCopy` and `postCopy`. Commands take their place. */
            directives?: {
                [key: string]: {
                    /** @description Instruction, such as `RUN`. */
                    kind?: string;
                    /** @description The rest of the line. */
                    value?: string;
                }[];
            };
            /** @description Scripts to run during the build. */
            scriptPaths?: string[];
            /** @description Further files for the image, source path to target path. */
            addedPaths?: {
                [key: string]: string;
            };
            /** @description Dependencies for runtimes that resolve them themselves, such as Java. */
            dependencies?: string[];
            /** @description Image that holds the runtime. May contain `{{ .Label }}` and `{{ .Arch }}`. */
            onbuildImage?: string;
            /** @description Build without the network. The server overwrites it with its own setting. */
            offline?: boolean;
            /** @description Options of the runtime for the build. */
            runtimeAttributes?: {
                /** @description For Java, repositories of the dependencies. */
                repositories?: string[];
            } & {
                [key: string]: unknown;
            };
            /**
             * @description Kind of source.
             * @example sourceCode
             * @example image
             * @example git
             * @example github
             * @example archive
             * @example s3
             * @example jar
             */
            codeEntryType?: string;
            codeEntryAttributes?: components["schemas"]["CodeEntryAttributes"];
            /** @description When it was built last, in seconds since 1970. Written by the server. */
            timestamp?: number;
            /**
             * @description How long a build may take, in seconds. 0 means no limit.
             * @default 3600
             */
            buildTimeoutSeconds?: number;
            /**
             * @description `neverBuild` deploys with the image that is there. Used once, not kept.
             * @enum {string}
             */
            mode?: "neverBuild" | "alwaysBuild";
            /** @description Build arguments by name. */
            args?: {
                [key: string]: string;
            };
            /** @description Further flags for the builder. */
            flags?: string[];
            /** @description Kubernetes service account of the builder's pod. */
            builderServiceAccount?: string;
        };
        /** @description How to get at source that is not inline. Which of them count depends on the kind of source. */
        CodeEntryAttributes: {
            /** @description Git branch. */
            branch?: string;
            /** @description Git tag. */
            tag?: string;
            /** @description Git reference, such as `refs/heads/main`. */
            reference?: string;
            /** @description User for git. */
            username?: string;
            /** @description Password or token for git. */
            password?: string;
            /** @description Headers for the download, such as `Authorization`. */
            headers?: {
                [key: string]: string;
            };
            /** @description S3 bucket. */
            s3Bucket?: string;
            /** @description Key of the archive in the bucket. */
            s3ItemKey?: string;
            /** @description Region of the bucket. */
            s3Region?: string;
            /** @description Access key for the bucket. */
            s3AccessKeyId?: string;
            /** @description Secret of the access key. */
            s3SecretAccessKey?: string;
            /** @description Token of a temporary access key. */
            s3SessionToken?: string;
            /** @description Folder within the source that holds the function. */
            workDir?: string;
        };
        /** @description One environment variable. */
        EnvironmentVariable: {
            /** @description Name of the variable. */
            name: string;
            /** @description Its value, always text. */
            value?: string;
            /** @description Where its value comes from. */
            valueFrom?: {
                secretKeyRef?: components["schemas"]["KeyReference"];
                configMapKeyRef?: components["schemas"]["KeyReference"];
                fieldRef?: components["schemas"]["PodField"];
                resourceFieldRef?: components["schemas"]["ContainerAmount"];
            };
        };
        /** @description A field of the pod. */
        PodField: {
            /** @description Version that the path is written for. */
            apiVersion?: string;
            /** @description Path of the field. */
            fieldPath?: string;
        };
        /** @description An amount that a container asks for. */
        ContainerAmount: {
            /** @description The container. */
            containerName?: string;
            /** @description Which amount, such as `limits.cpu`. */
            resource?: string;
            divisor?: components["schemas"]["Quantity"];
        };
        /** @description One key of a secret or config map. */
        KeyReference: {
            /** @description Name of the secret or config map. */
            name?: string;
            /** @description The key in it. */
            key?: string;
            /** @description Go on without it when it is missing. */
            optional?: boolean;
        };
        /** @description A config map or secret, each key of which becomes a variable. */
        EnvironmentSource: {
            /** @description Text before each name. */
            prefix?: string;
            configMapRef?: components["schemas"]["NameReference"];
            secretRef?: components["schemas"]["NameReference"];
        };
        /** @description An object by its name. */
        NameReference: {
            /** @description The name. */
            name?: string;
            /** @description Go on without it when it is missing. */
            optional?: boolean;
        };
        /** @description An amount, such as `500m`, `0.5` or `128Mi`. Servers answer it as text, in a form of their own. */
        Quantity: string | number;
        /** @description CPU, memory and other amounts for each replica. */
        Resources: {
            /** @description What is set aside. */
            requests?: {
                [key: string]: components["schemas"]["Quantity"];
            };
            /** @description What it may not exceed. */
            limits?: {
                [key: string]: components["schemas"]["Quantity"];
            };
        };
        /** @description A data source for the handler. */
        DataBinding: {
            /** @description Its name. */
            name?: string;
            /** @description Its class. */
            class?: string;
            /** @description Its kind. */
            kind?: string;
            /** @description Its address. */
            url?: string;
            /** @description Path within it. */
            path?: string;
            /** @description Query to select by. */
            query?: string;
            /** @description Secret to get at it. */
            secret?: string;
            /** @description Settings of the kind. */
            attributes?: {
                [key: string]: unknown;
            };
        };
        /** @description Something that calls the function. */
        Trigger: {
            /** @description Written by the server. */
            class?: string;
            /**
             * @description What calls. Servers store kinds that they do not know, and the function then fails to start.
             * @example http
             * @example cron
             * @example kafka-cluster
             * @example kafka
             * @example kinesis
             * @example nats
             * @example rabbit-mq
             * @example eventhub
             * @example mqtt
             * @example iotCoreMqtt
             * @example pubsub
             * @example v3ioStream
             * @example v3ioItemPoller
             * @example kickstart
             */
            kind: string;
            /** @description The same as its key. */
            name?: string;
            /** @description Keep the trigger, but do not let it call. */
            disabled?: boolean;
            /**
             * @description How many events each replica works on at a time, up to 100000.
             * @default 1
             */
            numWorkers?: number;
            /** @description Older name of `numWorkers`. */
            maxWorkers?: number;
            /** @description Address of what it listens to. */
            url?: string;
            /** @description Paths or topics, for kinds that have them. */
            paths?: string[];
            /** @description User at the address. */
            username?: string;
            /** @description Password at the address. Servers that mask it answer `$ref:…`, which goes back unchanged. */
            password?: string;
            /** @description Name of a secret with what is needed at the address. */
            secret?: string;
            /** @description Partitions to read. */
            partitions?: {
                /** @description The partition. */
                id?: string;
                /** @description Where to begin. */
                checkpoint?: string | null;
            }[];
            annotations?: components["schemas"]["Annotations"];
            /**
             * @description How long a worker may take to end when partitions move, a number with a unit.
             * @default 10s
             */
            workerTerminationTimeout?: string;
            /**
             * @description How long an event waits for a free worker, in milliseconds.
             * @default 10000
             */
            workerAvailabilityTimeoutMilliseconds?: number;
            /** @description Name of a pool of workers that triggers share. */
            workerAllocatorName?: string;
            /**
             * @description Whether the handler says itself that it has taken an event.
             * @default disable
             * @enum {string}
             */
            explicitAckMode?: "enable" | "disable" | "explicitOnly";
            /** @description How long to wait for that while partitions move, a number with a unit. */
            waitExplicitAckDuringRebalanceTimeout?: string;
            /** @description Hand several events to the handler at once. For http triggers of Python functions. */
            batch?: {
                /**
                 * @description Whether to do so.
                 * @enum {string}
                 */
                mode?: "enable" | "disable";
                /**
                 * @description How many events at most, 1 or more.
                 * @default 10
                 */
                batchSize?: number;
                /**
                 * @description How long to wait for a full batch, a number with a unit.
                 * @default 1s
                 */
                timeout?: string;
            };
            /** @description Number of tasks that partitions are shared out to. */
            total_tasks?: number;
            /** @description Greatest number of tasks of one replica. */
            max_task_allocation?: number;
            /** @description Settings of the kind. */
            attributes?: {
                [key: string]: unknown;
            };
        };
        /** @description Settings of an http trigger. */
        HttpTriggerAttributes: {
            /**
             * @description Port under which the function is reached on the node or host; 0 lets the platform choose.
             * @default 0
             */
            port?: number;
            /**
             * @description Kind of Kubernetes service. `NodePort` opens the port to the outside, `ClusterIP` does not.
             * @example ClusterIP
             * @example NodePort
             */
            serviceType?: string;
            /** @description Hosts and paths under which the function is reached through the cluster's ingress, by any name. */
            ingresses?: {
                [key: string]: components["schemas"]["HttpIngress"];
            };
            /**
             * @description Bytes for reading the first line and the headers of a request; longer ones are refused.
             * @default 16384
             */
            readBufferSize?: number;
            /**
             * @description Greatest size of a request's body in bytes.
             * @default 4194304
             */
            maxRequestBodySize?: number;
            /**
             * @description Use less memory for connections, at the price of more work for the processor.
             * @default false
             */
            reduceMemoryUsage?: boolean;
            cors?: components["schemas"]["HttpCors"];
            /**
             * @description On Docker, publish no port on the host; the function is reached from inside only.
             * @default false
             */
            disablePortPublishing?: boolean;
            /**
             * @description Whether a worker waits for the handler (`sync`) or takes further events meanwhile (`async`).
             * @default sync
             * @enum {string}
             */
            mode?: "sync" | "async";
        } & {
            [key: string]: unknown;
        };
        /** @description One host of an ingress, and its paths. */
        HttpIngress: {
            /** @description Host name, such as `api.example.com`. */
            host?: string;
            /**
             * @description Pattern to make the host of, when there is none. `@nuclio.fromDefault` takes the platform's.
             * @example @nuclio.fromDefault
             */
            hostTemplate?: string;
            /**
             * @description Number of random characters in a host that is made of a pattern.
             * @default 8
             */
            hostTemplateRandomCharsLength?: number;
            /** @description Paths that lead to the function, each with a leading slash. */
            paths?: string[];
            /**
             * @description How paths are compared. Nuclio 1.14 always uses `ImplementationSpecific`.
             * @example ImplementationSpecific
             * @example Exact
             * @example Prefix
             */
            pathType?: string;
            /** @description Secret with the certificate for TLS. */
            secretName?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Answers for browsers that call from pages of other origins. While it is on, a request without an `Origin` header does not reach the handler. */
        HttpCors: {
            /**
             * @description Whether the function answers such browsers.
             * @default false
             */
            enabled?: boolean;
            /**
             * @description Origins that may call.
             * @default [
             *       "*"
             *     ]
             */
            allowOrigins?: string[];
            /**
             * @description Methods that may be used.
             * @default [
             *       "HEAD",
             *       "GET",
             *       "POST",
             *       "PUT",
             *       "DELETE",
             *       "OPTIONS",
             *       "PATCH"
             *     ]
             */
            allowMethods?: string[];
            /**
             * @description Request headers that may be sent.
             * @default [
             *       "Accept",
             *       "Content-Length",
             *       "Content-Type",
             *       "Authorization",
             *       "X-Nuclio-Log-Level"
             *     ]
             */
            allowHeaders?: string[];
            /**
             * @description Whether cookies and sign-ins may be sent.
             * @default false
             */
            allowCredentials?: boolean;
            /**
             * @description Answer headers that the page may read.
             * @default []
             */
            exposeHeaders?: string[];
            /** @description For how many seconds a browser may remember the permission. */
            preflightMaxAgeSeconds?: number;
        } & {
            [key: string]: unknown;
        };
        /** @description The event that the handler gets. */
        TriggerEvent: {
            /** @description Body of the event. */
            body?: string;
            /** @description Headers of the event. */
            headers?: {
                [key: string]: string | number | boolean;
            };
            /** @description Path of the event. */
            path?: string;
            /** @description Method of the event. */
            method?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description When the function is called: either `interval` or `schedule`. With both, the interval counts. */
        CronTriggerAttributes: {
            /** @description Time between calls, a number with a unit such as `30s` or `1h30m`. */
            interval?: string;
            /**
             * @description Five fields (minute, hour, day of month, month, day of week), or six with the second in front. On Kubernetes, where the cluster itself makes the calls, the second is dropped.
             * @example 0 * * * *
             * @example *\/10 * * * * *
             */
            schedule?: string;
            event?: components["schemas"]["TriggerEvent"];
            /**
             * @description What happens when a call is due while the last one still runs. Only where the cluster makes the calls.
             * @default Forbid
             * @enum {string}
             */
            concurrencyPolicy?: "Allow" | "Forbid" | "Replace";
            /**
             * @description How often a failed call is tried again. Only where the cluster makes the calls.
             * @default 2
             */
            jobBackoffLimit?: number;
        } & {
            [key: string]: unknown;
        };
        /** @description What is read from Kafka, and how. `topics` and `consumerGroup` are needed. */
        KafkaTriggerAttributes: {
            /** @description Addresses of brokers; the trigger's `url` when there are none. */
            brokers?: string[];
            /** @description Topics to read. */
            topics?: string[];
            /** @description Consumer group that the function's replicas form. */
            consumerGroup?: string;
            /**
             * @description Where to begin in a partition that the group has not read yet.
             * @default latest
             * @enum {string}
             */
            initialOffset?: "earliest" | "latest";
            /**
             * @description How partitions are shared out among replicas.
             * @default range
             * @enum {string}
             */
            balanceStrategy?: "range" | "roundrobin" | "sticky";
            workerAllocationMode?: components["schemas"]["WorkerAllocationMode"];
            /** @description Sign-in at the brokers. */
            sasl?: {
                /**
                 * @description Whether to sign in.
                 * @default false
                 */
                enable?: boolean;
                /** @description Whether to send the handshake before it. */
                handshake?: boolean;
                /** @description The user. */
                user?: string;
                /** @description The password. */
                password?: string;
                /**
                 * @description How to sign in.
                 * @example PLAIN
                 * @example SCRAM-SHA-256
                 * @example SCRAM-SHA-512
                 * @example OAUTHBEARER
                 */
                mechanism?: string;
                /** @description For the mechanism OAUTHBEARER. */
                oauth?: {
                    /** @description The client's name. */
                    clientID?: string;
                    /** @description The client's secret. */
                    clientSecret?: string;
                    /** @description Address that gives out tokens. */
                    tokenURL?: string;
                    /** @description What tokens are asked for. */
                    scopes?: string[];
                } & {
                    [key: string]: unknown;
                };
            } & {
                [key: string]: unknown;
            };
            /** @description Encryption of the connection. */
            tls?: {
                /**
                 * @description Whether to encrypt.
                 * @default false
                 */
                enable?: boolean;
                /**
                 * @description Trust any certificate of a broker.
                 * @default false
                 */
                insecureSkipVerify?: boolean;
                /** @description Least version of TLS, such as `1.2`. */
                minimumVersion?: string;
            } & {
                [key: string]: unknown;
            };
            /** @description Folder in the container with mounted certificates and keys. */
            secretPath?: string;
            /** @description Certificate of the authority that signed those of the brokers. */
            caCert?: string;
            /** @description Private key of the client. */
            accessKey?: string;
            /** @description Certificate of the client. */
            accessCertificate?: string;
            /**
             * @description How long the group waits for a sign of life of a replica before it gives its partitions away.
             * @default 10s
             */
            sessionTimeout?: string;
            /**
             * @description Time between signs of life; well below the session timeout.
             * @default 3s
             */
            heartbeatInterval?: string;
            /**
             * @description How long a message may wait for the handler before its partition is read anew.
             * @default 24h
             */
            maxProcessingTime?: string;
            /**
             * @description How long replicas have to join when partitions are shared out anew.
             * @default 60s
             */
            rebalanceTimeout?: string;
            /**
             * @description Time between attempts to share out partitions.
             * @default 2s
             */
            rebalanceRetryBackoff?: string;
            /**
             * @description How many attempts there are.
             * @default 4
             */
            rebalanceRetryMax?: number;
            /**
             * @description Time until a failed read is tried again.
             * @default 2s
             */
            retryBackoff?: string;
            /**
             * @description How long a broker waits for enough data before it answers.
             * @default 250ms
             */
            maxWaitTime?: string;
            /**
             * @description How long handlers have to finish when partitions are taken away.
             * @default 5s
             */
            maxWaitHandlerDuringRebalance?: string;
            /**
             * @description Least number of bytes that a broker answers.
             * @default 1
             */
            fetchMin?: number;
            /**
             * @description Bytes to ask for at a time. More than 67108864 rarely makes sense.
             * @default 1048576
             */
            fetchDefault?: number;
            /**
             * @description Greatest number of bytes to ask for; 0 means no limit.
             * @default 0
             */
            fetchMax?: number;
            /**
             * @description How many messages wait in memory.
             * @default 256
             */
            channelBufferSize?: number;
            /**
             * @description How many offsets to stay behind the latest handled one when committing, a number or its digits as text.
             * @default 0
             */
            ackWindowSize?: number | string;
            /** @description How much the Kafka client logs. */
            logLevel?: number | string;
            /** @description Version of the brokers, such as `2.8.0`. */
            version?: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description Whether any worker takes events of any partition (`pool`), or each partition has a worker of its own (`static`).
         * @default pool
         * @enum {string}
         */
        WorkerAllocationMode: "pool" | "static";
        /** @description What is read from a V3IO stream, and how. `containerName`, `streamPath` and `consumerGroup` are needed. */
        V3ioStreamTriggerAttributes: {
            /** @description Data container that holds the stream. */
            containerName?: string;
            /** @description Path of the stream in its container. */
            streamPath?: string;
            /** @description Consumer group; letters, digits and underscores, not beginning with a digit. */
            consumerGroup?: string;
            /**
             * @description Where to begin in a shard that the group has not read yet.
             * @default latest
             * @enum {string}
             */
            seekTo?: "latest" | "earliest";
            workerAllocationMode?: components["schemas"]["WorkerAllocationMode"];
            /**
             * @description Records to read at a time, up to 16384.
             * @default 64
             */
            readBatchSize?: number;
            /**
             * @description Connections to the stream's server.
             * @default 8
             */
            numTransportWorkers?: number;
            /**
             * @description How long the group waits for a sign of life of a replica before it gives its shards away.
             * @default 10s
             */
            sessionTimeout?: string;
            /**
             * @description Time between signs of life.
             * @default 3s
             */
            heartbeatInterval?: string;
            /**
             * @description Time between commits of what was handled.
             * @default 1s
             */
            sequenceNumberCommitInterval?: string;
            /**
             * @description Time until a shard is looked at again that has nothing to read from yet.
             * @default 1s
             */
            sequenceNumberShardWaitInterval?: string;
            /** @description How many batches wait in memory. */
            recordBatchSizeChan?: number;
            /**
             * @description How many records to stay behind the latest handled one when committing.
             * @default 0
             */
            ackWindowSize?: number | string;
            /**
             * @description Time between reads in milliseconds, in older servers.
             * @default 500
             */
            pollingIntervalMs?: number;
        } & {
            [key: string]: unknown;
        };
        /** @description What is read from an Amazon Kinesis stream. All but the last two are needed. */
        KinesisTriggerAttributes: {
            /** @description Name of the access key. */
            accessKeyID?: string;
            /** @description Secret of the access key. */
            secretAccessKey?: string;
            /** @description Region of the stream, such as `eu-west-1`. */
            regionName?: string;
            /** @description Name of the stream. */
            streamName?: string;
            /** @description Shards to read. */
            shards?: string[];
            /**
             * @description Begin with new records, or with the oldest that are kept.
             * @default LATEST
             * @enum {string}
             */
            iteratorType?: "LATEST" | "TRIM_HORIZON";
            /**
             * @description Time between reads.
             * @default 500ms
             */
            pollingPeriod?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description What is read from NATS. `topic` is needed. */
        NatsTriggerAttributes: {
            /** @description Subject to listen to. */
            topic?: string;
            /** @description Queue group that shares the messages out among replicas. May contain a Go template. */
            queueName?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description What is read from RabbitMQ, either a queue that exists (`queueName`) or `topics` of an exchange. */
        RabbitMqTriggerAttributes: {
            /** @description The exchange. */
            exchangeName?: string;
            /** @description A queue that exists. */
            queueName?: string;
            /** @description Topics for which a queue is made. */
            topics?: string[];
            /**
             * @description How long to try to connect again when the connection is lost.
             * @default 5m
             */
            reconnectDuration?: string;
            /**
             * @description Time between these attempts.
             * @default 15s
             */
            reconnectInterval?: string;
            /**
             * @description How many messages the server sends ahead; 0 means no limit.
             * @default 0
             */
            prefetchCount?: number;
            /**
             * @description The exchange outlives a restart of the server.
             * @default false
             */
            durableExchange?: boolean;
            /**
             * @description The queue outlives a restart of the server.
             * @default false
             */
            durableQueue?: boolean;
        } & {
            [key: string]: unknown;
        };
        /** @description What is read from Azure Event Hubs. */
        EventHubTriggerAttributes: {
            /** @description Name of the shared access key. */
            sharedAccessKeyName?: string;
            /** @description The shared access key. */
            sharedAccessKeyValue?: string;
            /** @description Namespace of the hub. */
            namespace?: string;
            /** @description Name of the hub. */
            eventHubName?: string;
            /**
             * @description Consumer group.
             * @default $Default
             */
            consumerGroup?: string;
            /** @description Partitions to read. */
            partitions?: number[];
        } & {
            [key: string]: unknown;
        };
        /** @description A topic to listen to. */
        MqttSubscription: {
            /** @description The topic; `+` and `#` stand for other parts. */
            topic?: string;
            /**
             * @description How surely messages arrive, at most once (0), at least once (1) or exactly once (2).
             * @default 0
             */
            qos?: number;
        } & {
            [key: string]: unknown;
        };
        /** @description What is read from an MQTT broker. */
        MqttTriggerAttributes: {
            /** @description Topics to listen to. */
            subscriptions?: components["schemas"]["MqttSubscription"][];
            /** @description Name to connect under; each connection needs one of its own. */
            clientID?: string;
            /**
             * @description Version of MQTT; 4 is 3.1.1.
             * @default 4
             */
            protocolVersion?: number;
        } & {
            [key: string]: unknown;
        };
        /** @description What is read from Google Cloud IoT Core. */
        IotCoreMqttTriggerAttributes: {
            /** @description Topics to listen to. */
            subscriptions?: components["schemas"]["MqttSubscription"][];
            /** @description Name to connect under. */
            clientID?: string;
            /**
             * @description Version of MQTT; 4 is 3.1.1.
             * @default 4
             */
            protocolVersion?: number;
            /** @description Google Cloud project. */
            projectID?: string;
            /** @description Region of the registry. */
            regionName?: string;
            /** @description Registry of the device. */
            registryID?: string;
            /** @description The device. */
            deviceID?: string;
            /** @description Key of the device. */
            privateKey?: {
                /** @description The key itself. */
                contents?: string;
            } & {
                [key: string]: unknown;
            };
            /**
             * @description Time until the sign-in is renewed.
             * @default 1h
             */
            jwtRefreshInterval?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description What is read from Google Cloud Pub/Sub. */
        PubSubTriggerAttributes: {
            /** @description Google Cloud project. */
            projectID?: string;
            /** @description Topics to listen to. */
            subscriptions?: components["schemas"]["PubSubSubscription"][];
            /** @description How long a message may take before it is sent again, for subscriptions that do not say so themselves. */
            ackDeadline?: string;
            /** @description Key of a service account. */
            credentials?: {
                /** @description The key file itself. */
                contents?: string;
            } & {
                [key: string]: unknown;
            };
            /**
             * @description Sign in with what the machine has, or not at all.
             * @default false
             */
            noCredentials?: boolean;
        } & {
            [key: string]: unknown;
        };
        /** @description A topic to listen to. */
        PubSubSubscription: {
            /** @description The topic. */
            topic?: string;
            /**
             * @description First part of the subscription's name.
             * @default nuclio-pub
             */
            idPrefix?: string;
            /**
             * @description Replicas share one subscription instead of each getting all.
             * @default false
             */
            shared?: boolean;
            /** @description How long a message may take before it is sent again. */
            ackDeadline?: string;
            /**
             * @description The subscription exists already.
             * @default false
             */
            skipCreate?: boolean;
            /**
             * @description How many messages are worked on at a time.
             * @default 1
             */
            maxNumWorkers?: number;
            /**
             * @description Ask for messages instead of being sent them.
             * @default false
             */
            synchronous?: boolean;
        } & {
            [key: string]: unknown;
        };
        /** @description Which items of a V3IO container are looked for, and how often. `url` and `paths` are needed. */
        V3ioItemPollerTriggerAttributes: {
            /** @description Address of V3IO. */
            url?: string;
            /** @description Data container by its name. */
            containerAlias?: string;
            /** @description Data container by its number. */
            containerID?: number;
            /** @description Folders of the container to look in. */
            paths?: string[];
            /** @description Attributes of an item that the handler gets, beside its name, size, type and time. */
            attributes?: string[];
            /** @description Conditions that an item must meet, all of them. */
            queries?: string[];
            /** @description Ends of names, one of which an item must have. */
            suffixes?: string[];
            /**
             * @description Look only for items that changed since the last time.
             * @default false
             */
            incremental?: boolean;
            /**
             * @description Forget what was handled before.
             * @default false
             */
            restart?: boolean;
            /** @description Time between looks in milliseconds. */
            intervalMs?: number;
            /** @description Most items that are handled together. */
            maxBatchSize?: number;
            /** @description How long to wait for that many in milliseconds. */
            maxBatchWaitMs?: number;
            /** @description Which part of the items this trigger takes. */
            shardID?: number;
            /** @description How many parts there are. */
            totalShards?: number;
        } & {
            [key: string]: unknown;
        };
        /** @description The event that each replica's handler gets once, when it starts. */
        KickstartTriggerAttributes: {
            event?: components["schemas"]["TriggerEvent"];
        } & {
            [key: string]: unknown;
        };
        /** @description One place for the log. Without a name the level counts for the platform's own places. */
        LoggerSink: {
            /**
             * @description Least level.
             * @enum {string}
             */
            level?: "debug" | "info" | "warn" | "error";
            /** @description Name of the place, as the platform is configured. */
            sink?: string;
        };
        /** @description A metric that says whether the function is idle. */
        ScaleResource: {
            /** @description The metric. */
            metricName?: string;
            /** @description Time it is looked at over, a number with a unit. */
            windowSize?: string;
            /** @description Up to this value it counts as idle. */
            threshold?: number;
        };
        /** @description A metric to scale by. */
        AutoScaleMetric: {
            /** @description The metric. */
            metricName?: string;
            /** @description Time it is looked at over, a number with a unit. */
            windowSize?: string;
            /** @description Value for each replica at which one is added. */
            threshold?: number;
            /**
             * @description Where the metric comes from.
             * @enum {string}
             */
            sourceType?: "Resource" | "Pods" | "External" | "Object" | "ContainerResource";
            /**
             * @description How the threshold is shown.
             * @enum {string}
             */
            displayType?: "int" | "percentage";
        };
        /** @description A volume, and where it is mounted. Both parts must have the same name. */
        Volume: {
            /** @description What is mounted. Kinds of volumes that are not listed here are passed on as they are. */
            volume?: {
                /** @description Name of the volume. */
                name?: string;
                /** @description A folder or file of the host. */
                hostPath?: {
                    /** @description Path on the host. */
                    path?: string;
                    /** @description What must be there, such as `Directory`. */
                    type?: string;
                };
                /** @description A secret as files. */
                secret?: {
                    /** @description Name of the secret. */
                    secretName?: string;
                    /** @description Permissions of the files. */
                    defaultMode?: number;
                    /** @description Go on without it when it is missing. */
                    optional?: boolean;
                    items?: components["schemas"]["KeyPaths"];
                };
                /** @description A config map as files. */
                configMap?: {
                    /** @description Name of the config map. */
                    name?: string;
                    /** @description Permissions of the files. */
                    defaultMode?: number;
                    /** @description Go on without it when it is missing. */
                    optional?: boolean;
                    items?: components["schemas"]["KeyPaths"];
                };
                /** @description A claim on storage. */
                persistentVolumeClaim?: {
                    /** @description Name of the claim. */
                    claimName?: string;
                    /** @description Do not allow writing. */
                    readOnly?: boolean;
                };
                /** @description A folder that lives as long as the replica. */
                emptyDir?: {
                    /** @description Where it is kept; `Memory` keeps it in memory. */
                    medium?: string;
                    sizeLimit?: components["schemas"]["Quantity"];
                };
                /** @description Storage behind a driver, such as v3io. */
                flexVolume?: {
                    /** @description Name of the driver. */
                    driver?: string;
                    /** @description File system. */
                    fsType?: string;
                    /** @description Do not allow writing. */
                    readOnly?: boolean;
                    secretRef?: components["schemas"]["NameReference"];
                    /** @description Options of the driver. */
                    options?: {
                        [key: string]: string;
                    };
                };
                /** @description A folder of an NFS server. */
                nfs?: {
                    /** @description Name or address of the server. */
                    server?: string;
                    /** @description Folder that the server exports. */
                    path?: string;
                    /** @description Do not allow writing. */
                    readOnly?: boolean;
                };
                /** @description Storage behind a driver of the Container Storage Interface. */
                csi?: {
                    /** @description Name of the driver, as it is registered. */
                    driver?: string;
                    /** @description File system. */
                    fsType?: string;
                    /** @description Do not allow writing. */
                    readOnly?: boolean;
                    nodePublishSecretRef?: components["schemas"]["NameReference"];
                    /** @description Settings of the driver. */
                    volumeAttributes?: {
                        [key: string]: string;
                    };
                };
                /** @description What the pod says of itself as files. */
                downwardAPI?: {
                    /** @description Permissions of the files. */
                    defaultMode?: number;
                    items?: components["schemas"]["PodFiles"];
                };
                /** @description Several sources as files of one folder. */
                projected?: {
                    /** @description Permissions of the files. */
                    defaultMode?: number;
                    /** @description The sources; each has one of these. */
                    sources?: {
                        secret?: components["schemas"]["ProjectedKeys"];
                        configMap?: components["schemas"]["ProjectedKeys"];
                        /** @description What the pod says of itself. */
                        downwardAPI?: {
                            items?: components["schemas"]["PodFiles"];
                        };
                        /** @description A token of the service account. */
                        serviceAccountToken?: {
                            /** @description Path of the file. */
                            path?: string;
                            /** @description Whom the token is for. */
                            audience?: string;
                            /** @description How long it is valid, in seconds; at least 600. */
                            expirationSeconds?: number;
                        };
                    }[];
                };
            };
            volumeMount?: components["schemas"]["VolumeMount"];
        };
        /** @description Which keys become which files; all when left out. */
        KeyPaths: {
            /** @description The key. */
            key?: string;
            /** @description Path of the file. */
            path?: string;
            /** @description Permissions of the file. */
            mode?: number;
        }[];
        /** @description What becomes which file. */
        PodFiles: {
            /** @description Path of the file. */
            path?: string;
            /** @description Permissions of the file. */
            mode?: number;
            fieldRef?: components["schemas"]["PodField"];
            resourceFieldRef?: components["schemas"]["ContainerAmount"];
        }[];
        /** @description Keys of a secret or config map. */
        ProjectedKeys: {
            /** @description Name of the secret or config map. */
            name?: string;
            /** @description Go on without it when it is missing. */
            optional?: boolean;
            items?: components["schemas"]["KeyPaths"];
        };
        /** @description Where a volume appears. */
        VolumeMount: {
            /** @description Name of the volume. */
            name?: string;
            /** @description Path in the container. */
            mountPath?: string;
            /** @description Path within the volume. */
            subPath?: string;
            /** @description Path within the volume with variables in it. */
            subPathExpr?: string;
            /** @description Do not allow writing. */
            readOnly?: boolean;
            /** @description Whether mounts made later are seen. */
            mountPropagation?: string;
        };
        /** @description Users and rights of the pod's processes. */
        PodSecurityContext: {
            /** @description User id. */
            runAsUser?: number;
            /** @description Group id. */
            runAsGroup?: number;
            /** @description Refuse to run as root. */
            runAsNonRoot?: boolean;
            /** @description Group id of mounted storage. */
            fsGroup?: number;
            /** @description When the group of mounted storage is changed. */
            fsGroupChangePolicy?: string;
            /** @description Further group ids. */
            supplementalGroups?: number[];
            seLinuxOptions?: components["schemas"]["SeLinuxOptions"];
            seccompProfile?: components["schemas"]["SeccompProfile"];
            /** @description Kernel settings. */
            sysctls?: {
                /** @description Name of the setting. */
                name?: string;
                /** @description Its value. */
                value?: string;
            }[];
        };
        /** @description Users and rights of one container's processes. */
        ContainerSecurityContext: {
            /** @description User id. */
            runAsUser?: number;
            /** @description Group id. */
            runAsGroup?: number;
            /** @description Refuse to run as root. */
            runAsNonRoot?: boolean;
            /** @description Give it the rights of the host. */
            privileged?: boolean;
            /** @description Do not allow writing outside of volumes. */
            readOnlyRootFilesystem?: boolean;
            /** @description Let processes gain further rights. */
            allowPrivilegeEscalation?: boolean;
            /** @description How `/proc` is mounted. */
            procMount?: string;
            /** @description Rights to add or to take away. */
            capabilities?: {
                /** @description Rights to add. */
                add?: string[];
                /** @description Rights to take away. */
                drop?: string[];
            };
            seLinuxOptions?: components["schemas"]["SeLinuxOptions"];
            seccompProfile?: components["schemas"]["SeccompProfile"];
        };
        /** @description SELinux labels. */
        SeLinuxOptions: {
            /** @description User. */
            user?: string;
            /** @description Role. */
            role?: string;
            /** @description Type. */
            type?: string;
            /** @description Level. */
            level?: string;
        };
        /** @description Which system calls are allowed. */
        SeccompProfile: {
            /** @description Kind of profile, such as `RuntimeDefault`. */
            type?: string;
            /** @description Path of a profile on the node. */
            localhostProfile?: string;
        };
        /** @description A taint that is put up with. */
        Toleration: {
            /** @description Key of the taint; all when left out. */
            key?: string;
            /**
             * @description Whether the value counts.
             * @enum {string}
             */
            operator?: "Exists" | "Equal";
            /** @description Value of the taint. */
            value?: string;
            /**
             * @description What the taint does.
             * @enum {string}
             */
            effect?: "NoSchedule" | "PreferNoSchedule" | "NoExecute";
            /** @description How long it is put up with, in seconds. */
            tolerationSeconds?: number;
        };
        /** @description A comparison of one label. */
        SelectorTerm: {
            /** @description Key of the label. */
            key?: string;
            /** @description How to compare: In, NotIn, Exists, DoesNotExist, Gt or Lt. */
            operator?: string;
            /** @description What to compare with. */
            values?: string[];
        };
        /** @description Which objects are meant, by their labels. */
        LabelSelector: {
            matchLabels?: components["schemas"]["Labels"];
            /** @description Comparisons that must all be true. */
            matchExpressions?: components["schemas"]["SelectorTerm"][];
        };
        /** @description Which nodes are meant. */
        NodeSelectorTerm: {
            /** @description Comparisons of labels. */
            matchExpressions?: components["schemas"]["SelectorTerm"][];
            /** @description Comparisons of fields. */
            matchFields?: components["schemas"]["SelectorTerm"][];
        };
        /** @description Which pods to be near to, or away from. */
        PodAffinityTerm: {
            labelSelector?: components["schemas"]["LabelSelector"];
            namespaceSelector?: components["schemas"]["LabelSelector"];
            /** @description Namespaces of those pods. */
            namespaces?: string[];
            /** @description Label of nodes that says what near means. */
            topologyKey?: string;
        };
        /** @description Rules about pods to be near to, or away from. */
        PodAffinity: {
            /** @description What must be. */
            requiredDuringSchedulingIgnoredDuringExecution?: components["schemas"]["PodAffinityTerm"][];
            /** @description What should be. */
            preferredDuringSchedulingIgnoredDuringExecution?: {
                /** @description How much it counts, 1 to 100. */
                weight?: number;
                podAffinityTerm?: components["schemas"]["PodAffinityTerm"];
            }[];
        };
        /** @description Where the pods should run, in relation to nodes and to other pods. */
        Affinity: {
            /** @description Rules about nodes. */
            nodeAffinity?: {
                /** @description What must be. */
                requiredDuringSchedulingIgnoredDuringExecution?: {
                    /** @description One of these must fit. */
                    nodeSelectorTerms?: components["schemas"]["NodeSelectorTerm"][];
                };
                /** @description What should be. */
                preferredDuringSchedulingIgnoredDuringExecution?: {
                    /** @description How much it counts, 1 to 100. */
                    weight?: number;
                    preference?: components["schemas"]["NodeSelectorTerm"];
                }[];
            };
            podAffinity?: components["schemas"]["PodAffinity"];
            podAntiAffinity?: components["schemas"]["PodAffinity"];
        };
        /** @description How old pods are replaced by new ones. */
        DeploymentStrategy: {
            /**
             * @description All at once, or one after the other.
             * @enum {string}
             */
            type?: "Recreate" | "RollingUpdate";
            /** @description How many at a time. */
            rollingUpdate?: {
                /** @description How many may be missing, a number or a percentage. */
                maxUnavailable?: string | number;
                /** @description How many may be too many, a number or a percentage. */
                maxSurge?: string | number;
            };
        };
        /** @description Value to keep to. */
        MetricTarget: {
            /**
             * @description How it is meant.
             * @enum {string}
             */
            type?: "Utilization" | "Value" | "AverageValue";
            /** @description Use in percent, over all replicas. */
            averageUtilization?: number;
            value?: components["schemas"]["Quantity"];
            averageValue?: components["schemas"]["Quantity"];
        };
        /** @description A metric by its name. */
        MetricIdentifier: {
            /** @description The metric. */
            name?: string;
            selector?: components["schemas"]["LabelSelector"];
        };
        /** @description A Kubernetes metric to scale by. */
        MetricSpec: {
            /**
             * @description Where the metric comes from.
             * @enum {string}
             */
            type?: "Resource" | "Pods" | "Object" | "External" | "ContainerResource";
            /** @description CPU or memory of the pods. */
            resource?: {
                /** @description Which resource. */
                name?: string;
                target?: components["schemas"]["MetricTarget"];
            };
            /** @description CPU or memory of one container. */
            containerResource?: {
                /** @description Which resource. */
                name?: string;
                /** @description Which container. */
                container?: string;
                target?: components["schemas"]["MetricTarget"];
            };
            /** @description A metric of the pods. */
            pods?: {
                metric?: components["schemas"]["MetricIdentifier"];
                target?: components["schemas"]["MetricTarget"];
            };
            /** @description A metric from outside of Kubernetes. */
            external?: {
                metric?: components["schemas"]["MetricIdentifier"];
                target?: components["schemas"]["MetricTarget"];
            };
            /** @description A metric of some other object. */
            object?: {
                /** @description The object. */
                describedObject?: {
                    /** @description Version of its kind. */
                    apiVersion?: string;
                    /** @description Its kind. */
                    kind?: string;
                    /** @description Its name. */
                    name?: string;
                };
                metric?: components["schemas"]["MetricIdentifier"];
                target?: components["schemas"]["MetricTarget"];
            };
        };
        /** @description A check of a container. */
        Probe: {
            /** @description Run a command. */
            exec?: {
                /** @description The command and its arguments. */
                command?: string[];
            };
            /** @description Ask for a page. */
            httpGet?: {
                /** @description Its path. */
                path?: string;
                /** @description Its port, by number or name. */
                port?: number | string;
                /** @description Its host. */
                host?: string;
                /** @description HTTP or HTTPS. */
                scheme?: string;
                /** @description Headers to send. */
                httpHeaders?: {
                    /** @description Name. */
                    name?: string;
                    /** @description Value. */
                    value?: string;
                }[];
            };
            /** @description Open a connection. */
            tcpSocket?: {
                /** @description Its port, by number or name. */
                port?: number | string;
                /** @description Its host. */
                host?: string;
            };
            /** @description Seconds before the first check. */
            initialDelaySeconds?: number;
            /** @description Seconds that a check may take. */
            timeoutSeconds?: number;
            /** @description Seconds between checks. */
            periodSeconds?: number;
            /** @description Good checks in a row that are needed. */
            successThreshold?: number;
            /** @description Bad checks in a row that are needed. */
            failureThreshold?: number;
            /** @description Seconds to end in after a bad check. */
            terminationGracePeriodSeconds?: number;
        };
        /** @description A further container. Fields of Kubernetes that are not listed here are passed on as they are. */
        Container: {
            /** @description Name of the container. */
            name?: string;
            /** @description Its image. */
            image?: string;
            /**
             * @description When the image is pulled.
             * @enum {string}
             */
            imagePullPolicy?: "Always" | "IfNotPresent" | "Never";
            /** @description What to run instead of the image's own command. */
            command?: string[];
            /** @description Arguments of the command. */
            args?: string[];
            /** @description Folder that it starts in. */
            workingDir?: string;
            /** @description Environment variables, beside those of the function. */
            env?: components["schemas"]["EnvironmentVariable"][];
            /** @description Config maps and secrets as environment variables. */
            envFrom?: components["schemas"]["EnvironmentSource"][];
            /** @description Ports that it listens on. 8080, 8081, 8082 and 8090 are taken by the function. */
            ports?: {
                /** @description Name of the port, not `http` or `metrics`. */
                name?: string;
                /** @description Number of the port. */
                containerPort?: number;
                /** @description Port of the node. */
                hostPort?: number;
                /** @description Address of the node to listen on. */
                hostIP?: string;
                /**
                 * @description Protocol.
                 * @enum {string}
                 */
                protocol?: "TCP" | "UDP" | "SCTP";
            }[];
            resources?: components["schemas"]["Resources"];
            /** @description Volumes that it sees. */
            volumeMounts?: components["schemas"]["VolumeMount"][];
            livenessProbe?: components["schemas"]["Probe"];
            readinessProbe?: components["schemas"]["Probe"];
            startupProbe?: components["schemas"]["Probe"];
            /** @description For an init container, `Always` lets it run on. */
            restartPolicy?: string;
            securityContext?: components["schemas"]["ContainerSecurityContext"];
            /** @description Keep its input open. */
            stdin?: boolean;
            /** @description Give it a terminal. */
            tty?: boolean;
            /** @description File that it leaves its last words in. */
            terminationMessagePath?: string;
            /** @description Where its last words are taken from. */
            terminationMessagePolicy?: string;
        };
        /** @description What a project says of itself. */
        ProjectSpec: {
            /** @description What the project is for, in words. */
            description?: string;
            /** @description Who owns it; whoever created it when it is left out. */
            owner?: string;
            /** @description Labels that a node must have to run the project's functions. */
            defaultFunctionNodeSelector?: {
                [key: string]: string;
            };
        };
        /** @description What the server says of a project. */
        ProjectStatus: {
            /** @description What it should be. */
            adminStatus?: string;
            /** @description What it is. */
            operationalStatus?: string;
            /** @description When it was changed last. */
            updatedAt?: string;
        };
        /** @description A project as the server keeps it. */
        Project: {
            metadata: components["schemas"]["Metadata"];
            spec: components["schemas"]["ProjectSpec"];
            status?: components["schemas"]["ProjectStatus"];
        };
        /** @description A project to create or to replace. */
        ProjectConfig: {
            metadata: components["schemas"]["DraftMetadata"];
            spec?: components["schemas"]["ProjectSpec"];
            /** @description Ignored; it may stay in an object that was read. */
            status?: components["schemas"]["ProjectStatus"];
        };
        /** @description A project to delete. */
        ProjectReference: {
            metadata: components["schemas"]["Reference"];
        };
        /** @description An object by its name. */
        Reference: {
            /** @description The name. */
            name: string;
            /** @description Its namespace; the server's own one when it is left out. */
            namespace?: string;
        };
        /** @description A project with everything in it, as it is exported and imported. */
        ProjectBundle: {
            project: components["schemas"]["ProjectConfig"];
            /** @description Its functions by name. */
            functions?: {
                [key: string]: components["schemas"]["FunctionConfig"];
            };
            /** @description Its functions' test events by name. They get new names when they are imported. */
            functionEvents?: {
                [key: string]: components["schemas"]["FunctionEventConfig"];
            };
            /** @description Its API gateways by name. Nuclio 1.14 exports all gateways of the namespace here, or null. */
            apiGateways?: {
                [key: string]: components["schemas"]["ApiGatewayConfig"];
            } | null;
        };
        /** @description What became of an import. */
        ProjectImportResult: {
            functionImportResult: {
                /** @description How many were created. */
                createdAmount: number;
                /** @description How many were not. */
                failedAmount: number;
                /** @description Those that were not, and why. Nuclio 1.14 answers null for none. */
                failedFunctions?: {
                    /** @description Name of the function. */
                    function: string;
                    /** @description Why it failed. */
                    error: string;
                }[] | null;
            };
            functionEventImportResult: {
                /** @description How many were created. */
                createdAmount: number;
                /** @description How many were not. */
                failedAmount: number;
                /** @description Those that were not, and why. */
                failedFunctionEvents?: {
                    /** @description Name of the event as it is shown. */
                    functionEvent: string;
                    /** @description Why it failed. */
                    error: string;
                }[] | null;
            };
            apiGatewayImportResult: {
                /** @description How many were created. */
                createdAmount: number;
                /** @description How many were not. */
                failedAmount: number;
                /** @description Those that were not, and why. */
                failedAPIGateways?: {
                    /** @description Name of the gateway. */
                    apiGateway: string;
                    /** @description Why it failed. */
                    error: string;
                }[] | null;
            };
        };
        /** @description What to call the function with. */
        FunctionEventSpec: {
            /** @description Name as it is shown; the event's own name when it is left out. */
            displayName?: string;
            /** @description Trigger to call through. */
            triggerName?: string;
            /** @description Kind of trigger to call through; `http` when it is left out. */
            triggerKind?: string;
            /** @description Body of the event. */
            body?: string;
            /** @description What belongs to the kind of trigger. */
            attributes?: {
                /** @description HTTP method. */
                method?: string;
                /** @description Path to call, `/` when it is left out. */
                path?: string;
                /** @description HTTP headers. */
                headers?: {
                    [key: string]: string | number | boolean;
                };
            } & {
                [key: string]: unknown;
            };
        };
        /** @description A test event as the server keeps it. */
        FunctionEvent: {
            metadata: components["schemas"]["Metadata"];
            spec: components["schemas"]["FunctionEventSpec"];
        };
        /** @description A test event to create or to replace. */
        FunctionEventConfig: {
            metadata: components["schemas"]["DraftMetadata"];
            spec: components["schemas"]["FunctionEventSpec"];
        };
        /** @description A test event to delete. */
        FunctionEventReference: {
            metadata: components["schemas"]["Reference"];
        };
        /** @description A function to start from. */
        FunctionTemplate: {
            /** @description Its name is a title, a colon and an identifier. */
            metadata: components["schemas"]["Metadata"];
            spec: components["schemas"]["FunctionSpec"];
        };
        /** @description Nuclio 1.14's shape of a template without values. */
        RenderedTemplate: {
            rendered: components["schemas"]["FunctionTemplate"];
        };
        /** @description Nuclio 1.14's shape of a template whose values are asked for. */
        ParametricTemplate: {
            metadata: components["schemas"]["Metadata"];
            /** @description YAML of a function with places to fill in, for the render request. */
            template: string;
            /** @description What to ask for, by the name that the template uses. */
            values?: {
                [key: string]: components["schemas"]["TemplateValue"];
            } | null;
        };
        /** @description One value to ask for. */
        TemplateValue: {
            /** @description Its name as it is shown. */
            displayName?: string;
            /** @description `string`, `number` or `choice`. */
            kind?: string;
            /** @description What it is for. */
            description?: string;
            /** @description Whether it must be given. */
            required?: boolean;
            /** @description Place among the values. */
            order?: number;
            /** @description Its default and its limits. */
            attributes?: {
                /** @description What to start with. */
                defaultValue?: string | number | boolean;
                /** @description What to choose from. */
                choices?: (string | number | boolean)[];
                /** @description Least value. */
                minValue?: number;
                /** @description Greatest value. */
                maxValue?: number;
            };
        };
        /** @description A template and its values. */
        RenderTemplateRequest: {
            /** @description The text of the template. */
            template?: string;
            /** @description Values by the name that the template uses. */
            values?: {
                [key: string]: unknown;
            };
        };
        /** @description A function made from a template; empty for an empty template. Nuclio 1.14 spoils the amounts in `resources`. */
        RenderedFunction: {
            metadata?: components["schemas"]["DraftMetadata"];
            /** @description Its spec. */
            spec?: {
                [key: string]: unknown;
            };
        };
        /** @description Which requests a gateway takes, and where they go. */
        ApiGatewaySpec: {
            /** @description Host that it answers for. */
            host?: string;
            /** @description Name of the gateway. */
            name?: string;
            /** @description What the gateway is for, in words. */
            description?: string;
            /** @description Path that it answers for. */
            path?: string;
            /**
             * @description How callers show who they are. `basic` is the documented word, Nuclio 1.14 takes `basicAuth` and knows `oauth2`.
             * @enum {string}
             */
            authenticationMode?: "none" | "accessKey" | "basic" | "basicAuth" | "oauth2";
            /** @description What belongs to the mode. */
            authentication?: {
                /** @description User and password that callers need. */
                basicAuth?: {
                    /** @description The user. */
                    username?: string;
                    /** @description The password. */
                    password?: string;
                };
                /** @description For `oauth2`. */
                dexAuth?: {
                    /** @description Address of the proxy that signs callers in. */
                    oauth2ProxyUrl?: string;
                    /** @description Send others to the sign-in page. */
                    redirectUnauthorizedToSignIn?: boolean;
                };
            };
            /** @description Where requests go; two for a canary. */
            upstreams?: {
                /** @description What it is: `nucliofunction`, nothing else is known. */
                kind?: string;
                /** @description The function. */
                nucliofunction?: {
                    /** @description Its name. */
                    name?: string;
                };
                /** @description Its port; 8080 when left out. */
                port?: number;
                /** @description Share of requests for the canary, 1 to 100; 0 for the other one. */
                percentage?: number;
                /** @description Path to call the function with. */
                rewriteTarget?: string;
                extraAnnotations?: components["schemas"]["Annotations"];
                extraLabels?: components["schemas"]["Labels"];
            }[];
        };
        /** @description What became of a gateway. */
        ApiGatewayStatus: {
            /** @description Name of the gateway. */
            name?: string;
            /**
             * @description Where it stands.
             * @enum {string}
             */
            state?: "" | "waitingForProvisioning" | "ready" | "error";
            /** @description Why it is in state `error`. May be left over in other states. */
            last_error?: string;
            /** @description More words. */
            description?: string;
        };
        /** @description An API gateway as the server keeps it. */
        ApiGateway: {
            metadata: components["schemas"]["Metadata"];
            spec: components["schemas"]["ApiGatewaySpec"];
            status?: components["schemas"]["ApiGatewayStatus"];
        };
        /** @description An API gateway to create or to replace. */
        ApiGatewayConfig: {
            metadata?: components["schemas"]["DraftMetadata"];
            spec: components["schemas"]["ApiGatewaySpec"];
            /** @description Ignored; it may stay in an object that was read. */
            status?: components["schemas"]["ApiGatewayStatus"];
        };
        /** @description An API gateway to delete. */
        ApiGatewayReference: {
            metadata: components["schemas"]["Reference"];
        };
        /** @description Where all API gateways of the embedded platform answer, told apart by the host that is asked for. */
        GatewayListener: {
            /** @description Its address without the host of a gateway. */
            url: string;
            /** @description Its port. */
            port: number;
            /** @description What callers show in `x-v3io-session-key` where a gateway's mode is `accessKey`. */
            accessKey: string;
        };
        /** @description A request to send to an API gateway. */
        GatewayRequest: {
            /** @description Name of the gateway. */
            gateway: string;
            /** @description Its namespace; the server's first one when left out. */
            namespace?: string;
            /** @description Method of the request. */
            method: string;
            /** @description Path with the query, from the root of the host. */
            path: string;
            /** @description Headers in their order; names may repeat. Host and length are set by the server. */
            headers?: {
                /** @description Its name. */
                name: string;
                /** @description Its value. */
                value: string;
            }[];
            /** @description The body, as text. */
            body?: string;
        };
        /** @description A stream that a trigger reads. Nuclio 1.14 answers nulls for a trigger that names it in its URL. */
        V3ioStream: {
            /** @description Consumer group of the trigger. */
            consumerGroup?: string | null;
            /** @description Container of the stream. */
            containerName?: string | null;
            /** @description Path of the stream. */
            streamPath?: string | null;
        };
        /** @description Whose lags are asked for. */
        ShardLagsRequest: {
            /** @description The consumer group. */
            consumerGroup: string;
            /** @description Container of the stream. */
            containerName: string;
            /** @description Path of the stream. */
            streamPath: string;
        };
        /** @description Lags by `<container>/<stream path>`, consumer group and shard. Nuclio 1.14 names shards by bare numbers. */
        ShardLags: {
            [key: string]: {
                [key: string]: {
                    [key: string]: components["schemas"]["ShardLag"];
                };
            };
        };
        /** @description Sequence numbers of one shard, as text; Nuclio 1.14 answers numbers. */
        ShardLag: {
            /** @description What the consumer group has finished; 0 as long as it has committed nothing, since the first record is 1. */
            committed: string | number;
            /** @description The last record of the shard, 0 before the first. */
            current: string | number;
            /** @description How many records are between them. */
            lag: string | number;
        };
        /** @description Where a stream is. */
        EmbeddedStreamReference: {
            /** @description Container of the stream. */
            containerName: string;
            /** @description Path of the stream. */
            streamPath: string;
        };
        /** @description A stream that the embedded platform holds. */
        EmbeddedStream: {
            /** @description Container of the stream. */
            containerName: string;
            /** @description Path of the stream. */
            streamPath: string;
            /** @description Number of shards. */
            shardCount: number;
            /** @description Records that can still be read. */
            recordsKept: number;
            producer?: components["schemas"]["EmbeddedProducer"];
        };
        /** @description A producer at work. */
        EmbeddedProducer: {
            /** @description Records a second; absent when it puts in as fast as it can. */
            rate?: number;
            /**
             * Format: date-time
             * @description When it began.
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description When it ends, where that is known.
             */
            until?: string;
            /** @description Records put in so far. */
            sent: number;
        };
        /** @description Records for a stream. */
        EmbeddedRecords: {
            /** @description Container of the stream. */
            containerName: string;
            /** @description Path of the stream. */
            streamPath: string;
            records: {
                /** @description The record, as text or in base64. */
                data: string;
                /**
                 * @description How `data` is written.
                 * @default text
                 * @enum {string}
                 */
                encoding?: "text" | "base64";
                /** @description Records of one key go to one shard. Without a key and a shard, shards take turns. */
                partitionKey?: string;
                /** @description The shard; goes before the key. */
                shardId?: number;
            }[];
        };
        /** @description What a producer is to put in. */
        EmbeddedProducerOrder: {
            /** @description Container of the stream. */
            containerName: string;
            /** @description Path of the stream. */
            streamPath: string;
            /** @description How many records at once. */
            count?: number;
            /** @description How many records a second. */
            rate?: number;
            /** @description For how long. */
            seconds?: number;
            /**
             * @description How many different keys the records have, in turn; 0 leaves them out, and shards take turns.
             * @default 0
             */
            keys?: number;
            /** @description Body of every record; without it each is JSON with its number, its key and the time. */
            data?: string;
        };
        /** @description Versions of the server's parts. */
        Versions: {
            dashboard: {
                /** @description Version. */
                label: string;
                /** @description Commit that it was built from. */
                gitCommit: string;
                /** @description Operating system. */
                os: string;
                /** @description Processor architecture. */
                arch: string;
            };
        };
        /** @description Addresses of the platform. */
        ExternalIpAddresses: {
            externalIPAddresses: {
                /** @description The addresses; some may be empty. */
                addresses: string[] | null;
            };
        };
        /** @description Namespaces of the platform. */
        Namespaces: {
            namespaces: {
                /** @description The names. */
                names: string[] | null;
            };
        };
        /** @description What the platform can do, and the defaults for forms. */
        FrontendSpec: {
            /** @description Addresses of the platform; some may be empty. */
            externalIPAddresses?: string[] | null;
            /** @description The server's own namespace. */
            namespace?: string;
            /** @description Pattern for hosts of ingresses. */
            defaultHTTPIngressHostTemplate?: string;
            /** @description Pattern for the first part of image names. */
            imageNamePrefixTemplate?: string;
            /**
             * @description Kind of platform. `local` is one machine.
             * @enum {string}
             */
            platformKind?: "kube" | "local" | "";
            /** @description Whether functions get no http trigger by themselves. */
            disableDefaultHttpTrigger?: boolean;
            /** @description Scaling to zero. */
            scaleToZero?: {
                /**
                 * @description Whether the platform does it.
                 * @enum {string}
                 */
                mode?: "enabled" | "disabled";
                /** @description Times to choose from. */
                inactivityWindowPresets?: string[] | null;
                /** @description Metrics that say whether a function is idle. */
                scaleResources?: components["schemas"]["ScaleResource"][] | null;
            };
            /** @description Authentication modes of API gateways to choose from. */
            allowedAuthenticationModes?: string[] | null;
            /** @description Priority classes to choose from. */
            validFunctionPriorityClassNames?: string[] | null;
            /** @description CPU and memory of a function that says nothing. */
            defaultFunctionPodResources?: {
                /** @description What is set aside. */
                requests?: {
                    /** @description CPU. */
                    cpu?: string;
                    /** @description Memory. */
                    memory?: string;
                };
                /** @description What it may not exceed. */
                limits?: {
                    /** @description CPU. */
                    cpu?: string;
                    /** @description Memory. */
                    memory?: string;
                };
            };
            /** @description Metrics for scaling. */
            autoScaleMetrics?: {
                /** @description Whether functions may choose. */
                customMetricsEnabled?: boolean;
                /** @description Metrics to choose from. */
                metricPresets?: components["schemas"]["AutoScaleMetric"][] | null;
                /** @description Times to choose from. */
                windowSizePresets?: string[] | null;
            };
            /** @description Whether the server wants logs of replicas to be shown. */
            logsScreenEnabled?: boolean;
            /** @description Defaults of a new function. */
            defaultFunctionConfig?: {
                attributes?: {
                    metadata?: components["schemas"]["DraftMetadata"];
                    /** @description Its triggers `http` and `cron` are defaults for triggers of that kind, not triggers. */
                    spec?: components["schemas"]["FunctionSpec"];
                };
            };
        };
    };
    responses: {
        /** @description Taken on; the rest happens in the background. No body. */
        Accepted: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Done. No body. */
        Done: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The request is not as it must be; the text says where. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Not signed in. No body. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Signed in, but not allowed to do this. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description It does not exist. The text may be empty; an address that the server does not have is answered in plain text. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
                "text/plain": string;
            };
        };
        /** @description The name is taken, or somebody else changed the object since it was read. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Its state, or something that depends on it, does not allow this now. */
        PreconditionFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The body is larger than the server takes. */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The platform behind this server does not have this. */
        NotImplemented: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The server failed. Nuclio 1.14 also answers so when it refuses some fields, and with no body at all when it was surprised by what it got. */
        ServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Anything else, such as the page of a proxy in between. */
        Unexpected: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
                "text/html": string;
                "text/plain": string;
            };
        };
        /** @description Status, headers and body as the function answered; or an error of the dashboard, as JSON with `error`. Nuclio 1.14 leaves out headers that begin with `X-Nuclio` and keeps one value of each name. */
        InvocationAnswer: {
            headers: {
                "X-Nuclio-Logs": components["headers"]["InvocationLogs"];
                /** @description Only for a sealed call: the function's own status and headers, as JSON `{"status": 302, "headers": [["name", "value"]]}`. */
                "x-dashboard-answer"?: string;
                /** @description Only for a sealed call: when the answer began, in milliseconds since 1970 by the server's clock. The logs of a function that this server runs have the times of that clock. */
                "x-dashboard-time"?: number;
                [name: string]: unknown;
            };
            content: {
                "*/*": string;
            };
        };
        /** @description The function's own answer, or the dashboard's word why it could not call the function. */
        InvocationRefused: {
            headers: {
                "X-Nuclio-Logs": components["headers"]["InvocationLogs"];
                [name: string]: unknown;
            };
            content: {
                "application/json": unknown;
                "*/*": string;
            };
        };
        /** @description Not signed in to the dashboard, or the function's own answer. */
        InvocationUnauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "*/*": string;
            };
        };
    };
    parameters: {
        /** @description Namespace of the function. Nuclio 1.14 falls back to its own one. */
        FunctionNamespace: string;
        /** @description Namespace of the function; the server's own one when it is left out. */
        FunctionNamespaceOfWrite: string;
        /** @description Namespace of the project; the server's own one when it is left out. */
        ProjectNamespace: string;
        /** @description Namespace of the event. Nuclio 1.14 falls back to its own one. */
        FunctionEventNamespace: string;
        /** @description Namespace of the gateway. Nuclio 1.14 falls back to its own one. */
        ApiGatewayNamespace: string;
        /** @description Only what belongs to this project. */
        ProjectName: string;
        /** @description Project whose functions are looked at. */
        RequiredProjectName: string;
        /** @description Project of the object; takes the place of its label `nuclio.io/project-name`. */
        ProjectNameOfWrite: string;
        /** @description Only the function with this name. */
        FunctionNameFilter: string;
        /** @description With `true`, say in the status which API gateways lead to the function. */
        EnrichApiGateways: boolean;
        /** @description Its name says the opposite of what it does in Nuclio 1.14: any value removes registries, and the image of a function whose source is inline. */
        SkipSpecCleanup: string;
        /** @description Answer in the form that can be imported elsewhere. */
        Export: boolean;
        /** @description How long the server may take until the function is stored, a number with a unit such as `5m`. Source from git, an archive or S3 is fetched in that time. */
        CreationStateUpdatedTimeout: string;
        /** @description With `true`, answer when the deploy has ended, well or not. */
        WaitFunctionAction: boolean;
        /** @description With `true`, repair what can be repaired without asking, such as replicas that a stream trigger does not allow. */
        AutofixFunctionConfiguration: boolean;
        /** @description With `true`, refuse a gateway that leads to a function which does not exist. */
        ValidateFunctionsExistence: boolean;
    };
    requestBodies: {
        FunctionConfig: {
            content: {
                "application/json": components["schemas"]["FunctionConfig"];
            };
        };
        FunctionEventConfig: {
            content: {
                "application/json": components["schemas"]["FunctionEventConfig"];
            };
        };
        EmbeddedStreamReference: {
            content: {
                "application/json": components["schemas"]["EmbeddedStreamReference"];
            };
        };
        ApiGatewayConfig: {
            content: {
                "application/json": components["schemas"]["ApiGatewayConfig"];
            };
        };
        /** @description Bytes that the function gets as they are. */
        Invocation: {
            content: {
                "*/*": string;
            };
        };
    };
    headers: {
        /** @description What the function logged during the call, as a JSON array of records. Missing when it would be too long; Nuclio 1.14 never sends it. */
        InvocationLogs: string;
    };
    pathItems: never;
}
export type ErrorBody = components['schemas']['ErrorBody'];
export type Labels = components['schemas']['Labels'];
export type Annotations = components['schemas']['Annotations'];
export type Metadata = components['schemas']['Metadata'];
export type DraftMetadata = components['schemas']['DraftMetadata'];
export type NuclioFunction = components['schemas']['NuclioFunction'];
export type FunctionConfig = components['schemas']['FunctionConfig'];
export type FunctionReference = components['schemas']['FunctionReference'];
export type FunctionPatch = components['schemas']['FunctionPatch'];
export type FunctionState = components['schemas']['FunctionState'];
export type FunctionStatus = components['schemas']['FunctionStatus'];
export type LogRecord = components['schemas']['LogRecord'];
export type ReplicaNames = components['schemas']['ReplicaNames'];
export type FunctionSpec = components['schemas']['FunctionSpec'];
export type FunctionBuild = components['schemas']['FunctionBuild'];
export type CodeEntryAttributes = components['schemas']['CodeEntryAttributes'];
export type EnvironmentVariable = components['schemas']['EnvironmentVariable'];
export type PodField = components['schemas']['PodField'];
export type ContainerAmount = components['schemas']['ContainerAmount'];
export type KeyReference = components['schemas']['KeyReference'];
export type EnvironmentSource = components['schemas']['EnvironmentSource'];
export type NameReference = components['schemas']['NameReference'];
export type Quantity = components['schemas']['Quantity'];
export type Resources = components['schemas']['Resources'];
export type DataBinding = components['schemas']['DataBinding'];
export type Trigger = components['schemas']['Trigger'];
export type HttpTriggerAttributes = components['schemas']['HttpTriggerAttributes'];
export type HttpIngress = components['schemas']['HttpIngress'];
export type HttpCors = components['schemas']['HttpCors'];
export type TriggerEvent = components['schemas']['TriggerEvent'];
export type CronTriggerAttributes = components['schemas']['CronTriggerAttributes'];
export type KafkaTriggerAttributes = components['schemas']['KafkaTriggerAttributes'];
export type WorkerAllocationMode = components['schemas']['WorkerAllocationMode'];
export type V3ioStreamTriggerAttributes = components['schemas']['V3ioStreamTriggerAttributes'];
export type KinesisTriggerAttributes = components['schemas']['KinesisTriggerAttributes'];
export type NatsTriggerAttributes = components['schemas']['NatsTriggerAttributes'];
export type RabbitMqTriggerAttributes = components['schemas']['RabbitMqTriggerAttributes'];
export type EventHubTriggerAttributes = components['schemas']['EventHubTriggerAttributes'];
export type MqttSubscription = components['schemas']['MqttSubscription'];
export type MqttTriggerAttributes = components['schemas']['MqttTriggerAttributes'];
export type IotCoreMqttTriggerAttributes = components['schemas']['IotCoreMqttTriggerAttributes'];
export type PubSubTriggerAttributes = components['schemas']['PubSubTriggerAttributes'];
export type PubSubSubscription = components['schemas']['PubSubSubscription'];
export type V3ioItemPollerTriggerAttributes = components['schemas']['V3ioItemPollerTriggerAttributes'];
export type KickstartTriggerAttributes = components['schemas']['KickstartTriggerAttributes'];
export type LoggerSink = components['schemas']['LoggerSink'];
export type ScaleResource = components['schemas']['ScaleResource'];
export type AutoScaleMetric = components['schemas']['AutoScaleMetric'];
export type Volume = components['schemas']['Volume'];
export type KeyPaths = components['schemas']['KeyPaths'];
export type PodFiles = components['schemas']['PodFiles'];
export type ProjectedKeys = components['schemas']['ProjectedKeys'];
export type VolumeMount = components['schemas']['VolumeMount'];
export type PodSecurityContext = components['schemas']['PodSecurityContext'];
export type ContainerSecurityContext = components['schemas']['ContainerSecurityContext'];
export type SeLinuxOptions = components['schemas']['SeLinuxOptions'];
export type SeccompProfile = components['schemas']['SeccompProfile'];
export type Toleration = components['schemas']['Toleration'];
export type SelectorTerm = components['schemas']['SelectorTerm'];
export type LabelSelector = components['schemas']['LabelSelector'];
export type NodeSelectorTerm = components['schemas']['NodeSelectorTerm'];
export type PodAffinityTerm = components['schemas']['PodAffinityTerm'];
export type PodAffinity = components['schemas']['PodAffinity'];
export type Affinity = components['schemas']['Affinity'];
export type DeploymentStrategy = components['schemas']['DeploymentStrategy'];
export type MetricTarget = components['schemas']['MetricTarget'];
export type MetricIdentifier = components['schemas']['MetricIdentifier'];
export type MetricSpec = components['schemas']['MetricSpec'];
export type Probe = components['schemas']['Probe'];
export type Container = components['schemas']['Container'];
export type ProjectSpec = components['schemas']['ProjectSpec'];
export type ProjectStatus = components['schemas']['ProjectStatus'];
export type Project = components['schemas']['Project'];
export type ProjectConfig = components['schemas']['ProjectConfig'];
export type ProjectReference = components['schemas']['ProjectReference'];
export type Reference = components['schemas']['Reference'];
export type ProjectBundle = components['schemas']['ProjectBundle'];
export type ProjectImportResult = components['schemas']['ProjectImportResult'];
export type FunctionEventSpec = components['schemas']['FunctionEventSpec'];
export type FunctionEvent = components['schemas']['FunctionEvent'];
export type FunctionEventConfig = components['schemas']['FunctionEventConfig'];
export type FunctionEventReference = components['schemas']['FunctionEventReference'];
export type FunctionTemplate = components['schemas']['FunctionTemplate'];
export type RenderedTemplate = components['schemas']['RenderedTemplate'];
export type ParametricTemplate = components['schemas']['ParametricTemplate'];
export type TemplateValue = components['schemas']['TemplateValue'];
export type RenderTemplateRequest = components['schemas']['RenderTemplateRequest'];
export type RenderedFunction = components['schemas']['RenderedFunction'];
export type ApiGatewaySpec = components['schemas']['ApiGatewaySpec'];
export type ApiGatewayStatus = components['schemas']['ApiGatewayStatus'];
export type ApiGateway = components['schemas']['ApiGateway'];
export type ApiGatewayConfig = components['schemas']['ApiGatewayConfig'];
export type ApiGatewayReference = components['schemas']['ApiGatewayReference'];
export type GatewayListener = components['schemas']['GatewayListener'];
export type GatewayRequest = components['schemas']['GatewayRequest'];
export type V3ioStream = components['schemas']['V3ioStream'];
export type ShardLagsRequest = components['schemas']['ShardLagsRequest'];
export type ShardLags = components['schemas']['ShardLags'];
export type ShardLag = components['schemas']['ShardLag'];
export type EmbeddedStreamReference = components['schemas']['EmbeddedStreamReference'];
export type EmbeddedStream = components['schemas']['EmbeddedStream'];
export type EmbeddedProducer = components['schemas']['EmbeddedProducer'];
export type EmbeddedRecords = components['schemas']['EmbeddedRecords'];
export type EmbeddedProducerOrder = components['schemas']['EmbeddedProducerOrder'];
export type Versions = components['schemas']['Versions'];
export type ExternalIpAddresses = components['schemas']['ExternalIpAddresses'];
export type Namespaces = components['schemas']['Namespaces'];
export type FrontendSpec = components['schemas']['FrontendSpec'];
export type ResponseAccepted = components['responses']['Accepted'];
export type ResponseDone = components['responses']['Done'];
export type ResponseBadRequest = components['responses']['BadRequest'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ResponseConflict = components['responses']['Conflict'];
export type ResponsePreconditionFailed = components['responses']['PreconditionFailed'];
export type ResponseTooLarge = components['responses']['TooLarge'];
export type ResponseNotImplemented = components['responses']['NotImplemented'];
export type ResponseServerError = components['responses']['ServerError'];
export type ResponseUnexpected = components['responses']['Unexpected'];
export type ResponseInvocationAnswer = components['responses']['InvocationAnswer'];
export type ResponseInvocationRefused = components['responses']['InvocationRefused'];
export type ResponseInvocationUnauthorized = components['responses']['InvocationUnauthorized'];
export type ParameterFunctionNamespace = components['parameters']['FunctionNamespace'];
export type ParameterFunctionNamespaceOfWrite = components['parameters']['FunctionNamespaceOfWrite'];
export type ParameterProjectNamespace = components['parameters']['ProjectNamespace'];
export type ParameterFunctionEventNamespace = components['parameters']['FunctionEventNamespace'];
export type ParameterApiGatewayNamespace = components['parameters']['ApiGatewayNamespace'];
export type ParameterProjectName = components['parameters']['ProjectName'];
export type ParameterRequiredProjectName = components['parameters']['RequiredProjectName'];
export type ParameterProjectNameOfWrite = components['parameters']['ProjectNameOfWrite'];
export type ParameterFunctionNameFilter = components['parameters']['FunctionNameFilter'];
export type ParameterEnrichApiGateways = components['parameters']['EnrichApiGateways'];
export type ParameterSkipSpecCleanup = components['parameters']['SkipSpecCleanup'];
export type ParameterExport = components['parameters']['Export'];
export type ParameterCreationStateUpdatedTimeout = components['parameters']['CreationStateUpdatedTimeout'];
export type ParameterWaitFunctionAction = components['parameters']['WaitFunctionAction'];
export type ParameterAutofixFunctionConfiguration = components['parameters']['AutofixFunctionConfiguration'];
export type ParameterValidateFunctionsExistence = components['parameters']['ValidateFunctionsExistence'];
export type RequestBodyFunctionConfig = components['requestBodies']['FunctionConfig'];
export type RequestBodyFunctionEventConfig = components['requestBodies']['FunctionEventConfig'];
export type RequestBodyEmbeddedStreamReference = components['requestBodies']['EmbeddedStreamReference'];
export type RequestBodyApiGatewayConfig = components['requestBodies']['ApiGatewayConfig'];
export type RequestBodyInvocation = components['requestBodies']['Invocation'];
export type HeaderInvocationLogs = components['headers']['InvocationLogs'];
export type $defs = Record<string, never>;
export interface operations {
    listFunctions: {
        parameters: {
            query?: {
                /** @description Answer in the form that can be imported elsewhere. */
                export?: components["parameters"]["Export"];
            };
            header: {
                /** @description Namespace of the function. Nuclio 1.14 falls back to its own one. */
                "x-nuclio-function-namespace": components["parameters"]["FunctionNamespace"];
                /** @description Only what belongs to this project. */
                "x-nuclio-project-name"?: components["parameters"]["ProjectName"];
                /** @description Only the function with this name. */
                "x-nuclio-function-name"?: components["parameters"]["FunctionNameFilter"];
                /** @description With `true`, say in the status which API gateways lead to the function. */
                "x-nuclio-function-enrich-apigateways"?: components["parameters"]["EnrichApiGateways"];
                /** @description Its name says the opposite of what it does in Nuclio 1.14: any value removes registries, and the image of a function whose source is inline. */
                "x-nuclio-skip-spec-cleanup"?: components["parameters"]["SkipSpecCleanup"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The functions by name; with `export=true` in the form that can be imported elsewhere. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: components["schemas"]["NuclioFunction"] | components["schemas"]["FunctionConfig"];
                    } | null;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
            default: components["responses"]["Unexpected"];
        };
    };
    createFunction: {
        parameters: {
            query?: never;
            header?: {
                /** @description Project of the object; takes the place of its label `nuclio.io/project-name`. */
                "x-nuclio-project-name"?: components["parameters"]["ProjectNameOfWrite"];
                /** @description How long the server may take until the function is stored, a number with a unit such as `5m`. Source from git, an archive or S3 is fetched in that time. */
                "x-nuclio-creation-state-updated-timeout"?: components["parameters"]["CreationStateUpdatedTimeout"];
                /** @description With `true`, answer when the deploy has ended, well or not. */
                "x-nuclio-wait-function-action"?: components["parameters"]["WaitFunctionAction"];
                /** @description With `true`, repair what can be repaired without asking, such as replicas that a stream trigger does not allow. */
                "x-nuclio-autofix-function-configuration"?: components["parameters"]["AutofixFunctionConfiguration"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["FunctionConfig"];
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["ServerError"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteFunction: {
        parameters: {
            query?: never;
            header?: {
                /** @description Project of the object; takes the place of its label `nuclio.io/project-name`. */
                "x-nuclio-project-name"?: components["parameters"]["ProjectNameOfWrite"];
                /** @description With `true`, delete while the function is being built or deployed, too. The build is not stopped: on some servers it brings the function back when it ends. */
                "x-nuclio-delete-function-ignore-state-validation"?: boolean;
                /** @description With `true`, delete the API gateways that lead to the function, too. */
                "x-nuclio-delete-function-with-api-gateways"?: boolean;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FunctionReference"];
            };
        };
        responses: {
            204: components["responses"]["Done"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            500: components["responses"]["ServerError"];
            default: components["responses"]["Unexpected"];
        };
    };
    getFunction: {
        parameters: {
            query?: {
                /** @description Answer in the form that can be imported elsewhere. */
                export?: components["parameters"]["Export"];
            };
            header: {
                /** @description Namespace of the function. Nuclio 1.14 falls back to its own one. */
                "x-nuclio-function-namespace": components["parameters"]["FunctionNamespace"];
                /** @description Only what belongs to this project. */
                "x-nuclio-project-name"?: components["parameters"]["ProjectName"];
                /** @description With `true`, say in the status which API gateways lead to the function. */
                "x-nuclio-function-enrich-apigateways"?: components["parameters"]["EnrichApiGateways"];
                /** @description Its name says the opposite of what it does in Nuclio 1.14: any value removes registries, and the image of a function whose source is inline. */
                "x-nuclio-skip-spec-cleanup"?: components["parameters"]["SkipSpecCleanup"];
            };
            path: {
                /** @description Name of the function. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The function; with `export=true` without namespace and status, to be imported elsewhere. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NuclioFunction"] | components["schemas"]["FunctionConfig"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
            default: components["responses"]["Unexpected"];
        };
    };
    updateFunction: {
        parameters: {
            query?: never;
            header?: {
                /** @description Project of the object; takes the place of its label `nuclio.io/project-name`. */
                "x-nuclio-project-name"?: components["parameters"]["ProjectNameOfWrite"];
                /** @description How long the server may take until the function is stored, a number with a unit such as `5m`. Source from git, an archive or S3 is fetched in that time. */
                "x-nuclio-creation-state-updated-timeout"?: components["parameters"]["CreationStateUpdatedTimeout"];
                /** @description With `true`, answer when the deploy has ended, well or not. */
                "x-nuclio-wait-function-action"?: components["parameters"]["WaitFunctionAction"];
                /** @description With `true`, repair what can be repaired without asking, such as replicas that a stream trigger does not allow. */
                "x-nuclio-autofix-function-configuration"?: components["parameters"]["AutofixFunctionConfiguration"];
            };
            path: {
                /** @description Name of the function. */
                name: string;
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["FunctionConfig"];
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["ServerError"];
            default: components["responses"]["Unexpected"];
        };
    };
    patchFunction: {
        parameters: {
            query?: never;
            header?: {
                /** @description Namespace of the function; the server's own one when it is left out. */
                "x-nuclio-function-namespace"?: components["parameters"]["FunctionNamespaceOfWrite"];
                /** @description Project of the object; takes the place of its label `nuclio.io/project-name`. */
                "x-nuclio-project-name"?: components["parameters"]["ProjectNameOfWrite"];
                /** @description How long the server may take until the function is stored, a number with a unit such as `5m`. Source from git, an archive or S3 is fetched in that time. */
                "x-nuclio-creation-state-updated-timeout"?: components["parameters"]["CreationStateUpdatedTimeout"];
                /** @description With `true`, do nothing (and answer 202) unless the function is in state `imported`. */
                "x-nuclio-imported-function-only"?: boolean;
                /** @description With `true`, refuse when the registry runs inside the cluster. */
                "x-nuclio-verify-external-registry"?: boolean;
            };
            path: {
                /** @description Name of the function. */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FunctionPatch"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            204: components["responses"]["Done"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            500: components["responses"]["ServerError"];
            default: components["responses"]["Unexpected"];
        };
    };
    listReplicas: {
        parameters: {
            query?: never;
            header: {
                /** @description Namespace of the function. Nuclio 1.14 falls back to its own one. */
                "x-nuclio-function-namespace": components["parameters"]["FunctionNamespace"];
            };
            path: {
                /** @description Name of the function. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The names, in no particular order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplicaNames"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
            default: components["responses"]["Unexpected"];
        };
    };
    getReplicaLogs: {
        parameters: {
            query?: {
                /** @description Keep the answer open and send lines as they come. */
                follow?: boolean;
                /** @description How far back to begin, a number with a unit such as `90s` or `1h`. Nuclio 1.14 ignores a bare number. */
                since?: string;
                /** @description Begin with so many lines from the end. Nuclio 1.14 ignores 0 and 1. */
                tailLines?: number;
                /** @description Container of the replica, where it has several. The function's own one is `nuclio`. */
                containerName?: string;
            };
            header: {
                /** @description Namespace of the function. Nuclio 1.14 falls back to its own one. */
                "x-nuclio-function-namespace": components["parameters"]["FunctionNamespace"];
            };
            path: {
                /** @description Name of the function. */
                name: string;
                /** @description Name of the replica. */
                replica: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lines of text as the function wrote them, until the end or until the client goes away. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
            default: components["responses"]["Unexpected"];
        };
    };
    invokeFunctionWithGet: {
        parameters: {
            query?: never;
            header: {
                /** @description Function to call. */
                "x-nuclio-function-name": string;
                /** @description Namespace of the function. Nuclio 1.14 falls back to its own one. */
                "x-nuclio-function-namespace": components["parameters"]["FunctionNamespace"];
                /** @description One of the function's own URLs as they stand in its status, without a scheme. Left out, the server chooses, which is the safer way. */
                "x-nuclio-invoke-url"?: string;
                /** @description Path to call the function with, which may end in a query; `/` when it is left out. */
                "x-nuclio-path"?: string;
                /** @description How long to wait for the answer, a number with a unit such as `10s`; a minute when it is left out. The function itself is not stopped. Nuclio 1.14 calls the function without a limit when this is not a duration. */
                "x-nuclio-invoke-timeout"?: string;
                /** @description Least level of the records in `X-Nuclio-Logs`. */
                "x-nuclio-log-level"?: string;
                /** @description With `true`, accept any certificate when the function is reached through TLS. */
                "x-nuclio-skip-tls-verification"?: boolean;
                /** @description With `true`, clean HTML out of the answer. Nuclio 1.14 keeps the old length then, so the answer breaks. */
                "x-nuclio-sanitize-response"?: boolean;
                /** @description Set to `1` by this application: the answer comes with status 200 and as plain bytes, and the function's own status and headers are in `x-dashboard-answer`. A server that does not know it passes it on to the function. */
                "x-dashboard-sealed"?: "1";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["InvocationRefused"];
            401: components["responses"]["InvocationUnauthorized"];
            404: components["responses"]["InvocationRefused"];
            default: components["responses"]["InvocationAnswer"];
        };
    };
    invokeFunctionWithPut: {
        parameters: {
            query?: never;
            header: {
                /** @description Function to call. */
                "x-nuclio-function-name": string;
                /** @description Namespace of the function. Nuclio 1.14 falls back to its own one. */
                "x-nuclio-function-namespace": components["parameters"]["FunctionNamespace"];
                /** @description One of the function's own URLs as they stand in its status, without a scheme. Left out, the server chooses, which is the safer way. */
                "x-nuclio-invoke-url"?: string;
                /** @description Path to call the function with, which may end in a query; `/` when it is left out. */
                "x-nuclio-path"?: string;
                /** @description How long to wait for the answer, a number with a unit such as `10s`; a minute when it is left out. The function itself is not stopped. Nuclio 1.14 calls the function without a limit when this is not a duration. */
                "x-nuclio-invoke-timeout"?: string;
                /** @description Least level of the records in `X-Nuclio-Logs`. */
                "x-nuclio-log-level"?: string;
                /** @description With `true`, accept any certificate when the function is reached through TLS. */
                "x-nuclio-skip-tls-verification"?: boolean;
                /** @description With `true`, clean HTML out of the answer. Nuclio 1.14 keeps the old length then, so the answer breaks. */
                "x-nuclio-sanitize-response"?: boolean;
                /** @description Set to `1` by this application: the answer comes with status 200 and as plain bytes, and the function's own status and headers are in `x-dashboard-answer`. A server that does not know it passes it on to the function. */
                "x-dashboard-sealed"?: "1";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["Invocation"];
        responses: {
            400: components["responses"]["InvocationRefused"];
            401: components["responses"]["InvocationUnauthorized"];
            404: components["responses"]["InvocationRefused"];
            default: components["responses"]["InvocationAnswer"];
        };
    };
    invokeFunctionWithPost: {
        parameters: {
            query?: never;
            header: {
                /** @description Function to call. */
                "x-nuclio-function-name": string;
                /** @description Namespace of the function. Nuclio 1.14 falls back to its own one. */
                "x-nuclio-function-namespace": components["parameters"]["FunctionNamespace"];
                /** @description One of the function's own URLs as they stand in its status, without a scheme. Left out, the server chooses, which is the safer way. */
                "x-nuclio-invoke-url"?: string;
                /** @description Path to call the function with, which may end in a query; `/` when it is left out. */
                "x-nuclio-path"?: string;
                /** @description How long to wait for the answer, a number with a unit such as `10s`; a minute when it is left out. The function itself is not stopped. Nuclio 1.14 calls the function without a limit when this is not a duration. */
                "x-nuclio-invoke-timeout"?: string;
                /** @description Least level of the records in `X-Nuclio-Logs`. */
                "x-nuclio-log-level"?: string;
                /** @description With `true`, accept any certificate when the function is reached through TLS. */
                "x-nuclio-skip-tls-verification"?: boolean;
                /** @description With `true`, clean HTML out of the answer. Nuclio 1.14 keeps the old length then, so the answer breaks. */
                "x-nuclio-sanitize-response"?: boolean;
                /** @description Set to `1` by this application: the answer comes with status 200 and as plain bytes, and the function's own status and headers are in `x-dashboard-answer`. A server that does not know it passes it on to the function. */
                "x-dashboard-sealed"?: "1";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["Invocation"];
        responses: {
            400: components["responses"]["InvocationRefused"];
            401: components["responses"]["InvocationUnauthorized"];
            404: components["responses"]["InvocationRefused"];
            default: components["responses"]["InvocationAnswer"];
        };
    };
    invokeFunctionWithDelete: {
        parameters: {
            query?: never;
            header: {
                /** @description Function to call. */
                "x-nuclio-function-name": string;
                /** @description Namespace of the function. Nuclio 1.14 falls back to its own one. */
                "x-nuclio-function-namespace": components["parameters"]["FunctionNamespace"];
                /** @description One of the function's own URLs as they stand in its status, without a scheme. Left out, the server chooses, which is the safer way. */
                "x-nuclio-invoke-url"?: string;
                /** @description Path to call the function with, which may end in a query; `/` when it is left out. */
                "x-nuclio-path"?: string;
                /** @description How long to wait for the answer, a number with a unit such as `10s`; a minute when it is left out. The function itself is not stopped. Nuclio 1.14 calls the function without a limit when this is not a duration. */
                "x-nuclio-invoke-timeout"?: string;
                /** @description Least level of the records in `X-Nuclio-Logs`. */
                "x-nuclio-log-level"?: string;
                /** @description With `true`, accept any certificate when the function is reached through TLS. */
                "x-nuclio-skip-tls-verification"?: boolean;
                /** @description With `true`, clean HTML out of the answer. Nuclio 1.14 keeps the old length then, so the answer breaks. */
                "x-nuclio-sanitize-response"?: boolean;
                /** @description Set to `1` by this application: the answer comes with status 200 and as plain bytes, and the function's own status and headers are in `x-dashboard-answer`. A server that does not know it passes it on to the function. */
                "x-dashboard-sealed"?: "1";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["Invocation"];
        responses: {
            400: components["responses"]["InvocationRefused"];
            401: components["responses"]["InvocationUnauthorized"];
            404: components["responses"]["InvocationRefused"];
            default: components["responses"]["InvocationAnswer"];
        };
    };
    invokeFunctionWithOptions: {
        parameters: {
            query?: never;
            header: {
                /** @description Function to call. */
                "x-nuclio-function-name": string;
                /** @description Namespace of the function. Nuclio 1.14 falls back to its own one. */
                "x-nuclio-function-namespace": components["parameters"]["FunctionNamespace"];
                /** @description One of the function's own URLs as they stand in its status, without a scheme. Left out, the server chooses, which is the safer way. */
                "x-nuclio-invoke-url"?: string;
                /** @description Path to call the function with, which may end in a query; `/` when it is left out. */
                "x-nuclio-path"?: string;
                /** @description How long to wait for the answer, a number with a unit such as `10s`; a minute when it is left out. The function itself is not stopped. Nuclio 1.14 calls the function without a limit when this is not a duration. */
                "x-nuclio-invoke-timeout"?: string;
                /** @description Least level of the records in `X-Nuclio-Logs`. */
                "x-nuclio-log-level"?: string;
                /** @description With `true`, accept any certificate when the function is reached through TLS. */
                "x-nuclio-skip-tls-verification"?: boolean;
                /** @description With `true`, clean HTML out of the answer. Nuclio 1.14 keeps the old length then, so the answer breaks. */
                "x-nuclio-sanitize-response"?: boolean;
                /** @description Set to `1` by this application: the answer comes with status 200 and as plain bytes, and the function's own status and headers are in `x-dashboard-answer`. A server that does not know it passes it on to the function. */
                "x-dashboard-sealed"?: "1";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["Invocation"];
        responses: {
            400: components["responses"]["InvocationRefused"];
            401: components["responses"]["InvocationUnauthorized"];
            404: components["responses"]["InvocationRefused"];
            default: components["responses"]["InvocationAnswer"];
        };
    };
    invokeFunctionWithPatch: {
        parameters: {
            query?: never;
            header: {
                /** @description Function to call. */
                "x-nuclio-function-name": string;
                /** @description Namespace of the function. Nuclio 1.14 falls back to its own one. */
                "x-nuclio-function-namespace": components["parameters"]["FunctionNamespace"];
                /** @description One of the function's own URLs as they stand in its status, without a scheme. Left out, the server chooses, which is the safer way. */
                "x-nuclio-invoke-url"?: string;
                /** @description Path to call the function with, which may end in a query; `/` when it is left out. */
                "x-nuclio-path"?: string;
                /** @description How long to wait for the answer, a number with a unit such as `10s`; a minute when it is left out. The function itself is not stopped. Nuclio 1.14 calls the function without a limit when this is not a duration. */
                "x-nuclio-invoke-timeout"?: string;
                /** @description Least level of the records in `X-Nuclio-Logs`. */
                "x-nuclio-log-level"?: string;
                /** @description With `true`, accept any certificate when the function is reached through TLS. */
                "x-nuclio-skip-tls-verification"?: boolean;
                /** @description With `true`, clean HTML out of the answer. Nuclio 1.14 keeps the old length then, so the answer breaks. */
                "x-nuclio-sanitize-response"?: boolean;
                /** @description Set to `1` by this application: the answer comes with status 200 and as plain bytes, and the function's own status and headers are in `x-dashboard-answer`. A server that does not know it passes it on to the function. */
                "x-dashboard-sealed"?: "1";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["Invocation"];
        responses: {
            400: components["responses"]["InvocationRefused"];
            401: components["responses"]["InvocationUnauthorized"];
            404: components["responses"]["InvocationRefused"];
            default: components["responses"]["InvocationAnswer"];
        };
    };
    listProjects: {
        parameters: {
            query?: {
                /** @description Answer in the form that can be imported elsewhere. */
                export?: components["parameters"]["Export"];
            };
            header?: {
                /** @description Namespace of the project; the server's own one when it is left out. */
                "x-nuclio-project-namespace"?: components["parameters"]["ProjectNamespace"];
                /** @description Only what belongs to this project. */
                "x-nuclio-project-name"?: components["parameters"]["ProjectName"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The projects by name; with `export=true` each with everything that is in it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: components["schemas"]["Project"] | components["schemas"]["ProjectBundle"];
                    } | null;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
            default: components["responses"]["Unexpected"];
        };
    };
    createProject: {
        parameters: {
            query?: {
                /** @description With `true` the body is an exported project, and the answer says what could be created. */
                import?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectConfig"] | components["schemas"]["ProjectBundle"];
            };
        };
        responses: {
            /** @description The project as it was stored, or what became of an import. The body may be missing. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"] | components["schemas"]["ProjectImportResult"];
                };
            };
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["ServerError"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description `restricted` refuses a project that has something in it, `cascading` deletes that, too, `check` only says whether it could be deleted. */
                "x-nuclio-delete-project-strategy"?: "restricted" | "cascading" | "check";
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectReference"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            204: components["responses"]["Done"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            500: components["responses"]["ServerError"];
            default: components["responses"]["Unexpected"];
        };
    };
    getProject: {
        parameters: {
            query?: {
                /** @description Answer in the form that can be imported elsewhere. */
                export?: components["parameters"]["Export"];
            };
            header?: {
                /** @description Namespace of the project; the server's own one when it is left out. */
                "x-nuclio-project-namespace"?: components["parameters"]["ProjectNamespace"];
            };
            path: {
                /** @description Name of the project. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The project; with `export=true` with everything that is in it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"] | components["schemas"]["ProjectBundle"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
            default: components["responses"]["Unexpected"];
        };
    };
    updateProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the project. */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectConfig"];
            };
        };
        responses: {
            204: components["responses"]["Done"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
            default: components["responses"]["Unexpected"];
        };
    };
    listFunctionEvents: {
        parameters: {
            query?: never;
            header: {
                /** @description Namespace of the event. Nuclio 1.14 falls back to its own one. */
                "x-nuclio-function-event-namespace": components["parameters"]["FunctionEventNamespace"];
                /** @description Only events of this function. */
                "x-nuclio-function-name"?: string;
                /** @description Only the event with this name. */
                "x-nuclio-function-event-name"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events by name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: components["schemas"]["FunctionEvent"];
                    } | null;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
            default: components["responses"]["Unexpected"];
        };
    };
    updateFunctionEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["FunctionEventConfig"];
        responses: {
            204: components["responses"]["Done"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
            default: components["responses"]["Unexpected"];
        };
    };
    createFunctionEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["FunctionEventConfig"];
        responses: {
            /** @description The event. Nuclio 1.14 answers it without the defaults that it stores. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FunctionEvent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["ServerError"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteFunctionEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FunctionEventReference"];
            };
        };
        responses: {
            204: components["responses"]["Done"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
            default: components["responses"]["Unexpected"];
        };
    };
    getFunctionEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description Namespace of the event. Nuclio 1.14 falls back to its own one. */
                "x-nuclio-function-event-namespace": components["parameters"]["FunctionEventNamespace"];
            };
            path: {
                /** @description Name of the event. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FunctionEvent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
            default: components["responses"]["Unexpected"];
        };
    };
    listFunctionTemplates: {
        parameters: {
            query?: never;
            header?: {
                /** @description Only templates with this text in their name or configuration, upper and lower case told apart. */
                "x-nuclio-filter-contains"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The templates by name. Nuclio 1.14 answers them in two other shapes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: components["schemas"]["FunctionTemplate"] | components["schemas"]["RenderedTemplate"] | components["schemas"]["ParametricTemplate"];
                    } | null;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
            default: components["responses"]["Unexpected"];
        };
    };
    renderFunctionTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenderTemplateRequest"];
            };
        };
        responses: {
            /** @description The function that the template describes. Nuclio 1.14 labels this JSON as plain text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RenderedFunction"];
                    "text/plain": components["schemas"]["RenderedFunction"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
            default: components["responses"]["Unexpected"];
        };
    };
    listApiGateways: {
        parameters: {
            query?: {
                /** @description Answer in the form that can be imported elsewhere. */
                export?: components["parameters"]["Export"];
            };
            header: {
                /** @description Namespace of the gateway. Nuclio 1.14 falls back to its own one. */
                "x-nuclio-api-gateway-namespace": components["parameters"]["ApiGatewayNamespace"];
                /** @description Only what belongs to this project. */
                "x-nuclio-project-name"?: components["parameters"]["ProjectName"];
                /** @description Only gateways that lead to this function. */
                "x-nuclio-function-name"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The gateways by name; empty where the platform has none. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: components["schemas"]["ApiGateway"];
                    } | null;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
            default: components["responses"]["Unexpected"];
        };
    };
    createApiGateway: {
        parameters: {
            query?: never;
            header?: {
                /** @description Project of the object; takes the place of its label `nuclio.io/project-name`. */
                "x-nuclio-project-name"?: components["parameters"]["ProjectNameOfWrite"];
                /** @description With `true`, refuse a gateway that leads to a function which does not exist. */
                "x-nuclio-agw-validate-functions-existence"?: components["parameters"]["ValidateFunctionsExistence"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ApiGatewayConfig"];
        responses: {
            /** @description Nuclio 1.14 answers the gateway as it took it, before it is set up. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiGateway"];
                };
            };
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            500: components["responses"]["ServerError"];
            501: components["responses"]["NotImplemented"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteApiGateway: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiGatewayReference"];
            };
        };
        responses: {
            204: components["responses"]["Done"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
            501: components["responses"]["NotImplemented"];
            default: components["responses"]["Unexpected"];
        };
    };
    getApiGateway: {
        parameters: {
            query?: {
                /** @description Answer in the form that can be imported elsewhere. */
                export?: components["parameters"]["Export"];
            };
            header: {
                /** @description Namespace of the gateway. Nuclio 1.14 falls back to its own one. */
                "x-nuclio-api-gateway-namespace": components["parameters"]["ApiGatewayNamespace"];
            };
            path: {
                /** @description Name of the gateway. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The gateway. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiGateway"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
            default: components["responses"]["Unexpected"];
        };
    };
    updateApiGateway: {
        parameters: {
            query?: never;
            header?: {
                /** @description Project of the object; takes the place of its label `nuclio.io/project-name`. */
                "x-nuclio-project-name"?: components["parameters"]["ProjectNameOfWrite"];
                /** @description With `true`, refuse a gateway that leads to a function which does not exist. */
                "x-nuclio-agw-validate-functions-existence"?: components["parameters"]["ValidateFunctionsExistence"];
            };
            path: {
                /** @description Name of the gateway. */
                name: string;
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ApiGatewayConfig"];
        responses: {
            204: components["responses"]["Done"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            500: components["responses"]["ServerError"];
            501: components["responses"]["NotImplemented"];
            default: components["responses"]["Unexpected"];
        };
    };
    getGatewayListener: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The listener. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayListener"];
                };
            };
            default: components["responses"]["Unexpected"];
        };
    };
    sendGatewayRequest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GatewayRequest"];
            };
        };
        responses: {
            /** @description The sealed answer of the gateway, whatever it was. */
            200: {
                headers: {
                    /** @description Status and headers of the answer as JSON. */
                    "x-dashboard-answer"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    listV3ioStreams: {
        parameters: {
            query?: never;
            header: {
                /** @description Project whose functions are looked at. */
                "x-nuclio-project-name": components["parameters"]["RequiredProjectName"];
                /** @description Namespace of the project; the server's own one when it is left out. */
                "x-nuclio-project-namespace"?: components["parameters"]["ProjectNamespace"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The streams by `<function>@<trigger>`, taken from the functions' triggers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: components["schemas"]["V3ioStream"];
                    } | null;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
            default: components["responses"]["Unexpected"];
        };
    };
    getShardLags: {
        parameters: {
            query?: never;
            header: {
                /** @description Project whose functions are looked at. */
                "x-nuclio-project-name": components["parameters"]["RequiredProjectName"];
                /** @description Namespace of the project; the server's own one when it is left out. */
                "x-nuclio-project-namespace"?: components["parameters"]["ProjectNamespace"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShardLagsRequest"];
            };
        };
        responses: {
            /** @description Lags by stream, consumer group and shard. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShardLags"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
            501: components["responses"]["NotImplemented"];
            default: components["responses"]["Unexpected"];
        };
    };
    listEmbeddedStreams: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The streams by `<container>/<stream path>`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: components["schemas"]["EmbeddedStream"];
                    };
                };
            };
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
            default: components["responses"]["Unexpected"];
        };
    };
    createEmbeddedStream: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Container of the stream. */
                    containerName: string;
                    /** @description Path of the stream. */
                    streamPath: string;
                    /**
                     * @description Number of shards.
                     * @default 8
                     */
                    shardCount?: number;
                };
            };
        };
        responses: {
            /** @description The stream is there. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmbeddedStream"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["ServerError"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteEmbeddedStream: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["EmbeddedStreamReference"];
        responses: {
            204: components["responses"]["Done"];
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
            default: components["responses"]["Unexpected"];
        };
    };
    putEmbeddedRecords: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmbeddedRecords"];
            };
        };
        responses: {
            /** @description Where the records went, in their order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        records: {
                            /** @description The shard. */
                            shardId: number;
                            /** @description Its number in the shard; the first is 1. */
                            sequenceNumber: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
            default: components["responses"]["Unexpected"];
        };
    };
    startEmbeddedProducer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmbeddedProducerOrder"];
            };
        };
        responses: {
            /** @description The producer is at work. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmbeddedProducer"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
            default: components["responses"]["Unexpected"];
        };
    };
    stopEmbeddedProducer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["EmbeddedStreamReference"];
        responses: {
            204: components["responses"]["Done"];
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["ServerError"];
            default: components["responses"]["Unexpected"];
        };
    };
    getVersions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version. Answered without signing in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Versions"];
                };
            };
            500: components["responses"]["ServerError"];
            default: components["responses"]["Unexpected"];
        };
    };
    getExternalIpAddresses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The addresses, empty strings among them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExternalIpAddresses"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
            default: components["responses"]["Unexpected"];
        };
    };
    getNamespaces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The namespaces, the server's own one first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Namespaces"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
            default: components["responses"]["Unexpected"];
        };
    };
    getFrontendSpec: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Abilities and defaults. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FrontendSpec"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["ServerError"];
            default: components["responses"]["Unexpected"];
        };
    };
}
