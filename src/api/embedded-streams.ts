import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import { api, dataOf, requiredDataOf } from './client'
import type { EmbeddedProducerOrder, EmbeddedStream, EmbeddedStreamReference } from './generated/schema'

/** The streams that the embedded platform holds, with the producers that are at work. No other server has this. */
export function embeddedStreamsQuery() {
  return queryOptions({
    queryKey: ['embedded-streams'],
    queryFn: async ({ signal }): Promise<EmbeddedStream[]> =>
      Object.values(await requiredDataOf(api.GET('/api/embedded/streams', { signal }))),
    refetchInterval: ({ state: { data } }) => (data?.some(({ producer }) => producer) ? 1_000 : 10_000),
    refetchIntervalInBackground: false,
  })
}

/** Whether two references are of one stream; paths may begin with a slash or not. */
export function isSameStream(one: EmbeddedStreamReference, other: EmbeddedStreamReference): boolean {
  const bare = (path: string) => path.replace(/^\/+|\/+$/g, '')
  return one.containerName === other.containerName && bare(one.streamPath) === bare(other.streamPath)
}

/** Has the platform put records in. Refreshes the streams. */
export function startProducer(queryClient: QueryClient) {
  return mutationOptions({
    mutationFn: async (body: EmbeddedProducerOrder): Promise<void> => {
      await requiredDataOf(api.POST('/api/embedded/streams/producer', { body }))
    },
    onSettled: () => refresh(queryClient),
  })
}

/** Stops the producer of a stream; none is no error. Refreshes the streams. */
export function stopProducer(queryClient: QueryClient) {
  return mutationOptions({
    mutationFn: async (body: EmbeddedStreamReference): Promise<void> => {
      await dataOf(api.DELETE('/api/embedded/streams/producer', { body }))
    },
    onSettled: () => refresh(queryClient),
  })
}

function refresh(queryClient: QueryClient): void {
  void queryClient.invalidateQueries({ queryKey: embeddedStreamsQuery().queryKey })
}
