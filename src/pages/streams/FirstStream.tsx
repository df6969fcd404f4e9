import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { ApiError } from '@/api/errors'
import { deployFunction } from '@/api/functions'
import { serverQuery } from '@/api/platform'
import type { ProjectRef } from '@/api/projects'
import { v3ioStreamsQuery } from '@/api/v3io-streams'
import { ActButton } from '@/components/ActButton'
import { EmptyState } from '@/components/EmptyState'
import { LinkButton } from '@/components/LinkButton'
import { SubmitError } from '@/components/SubmitError'
import { paths } from '@/domain/paths'
import { sampleReader, sampleReaderConfig } from '@/domain/streams/sample-reader'
import classes from './FirstStream.module.css'

const sampleTries = 20

const example = `triggers:
  orders:
    kind: v3ioStream
    numWorkers: 4
    attributes:
      containerName: shop
      streamPath: /orders
      consumerGroup: readers
      seekTo: earliest`

/** Stands in a project whose functions read no stream: what it takes, and a sample where the server can run it. */
export function FirstStream({ at }: { at: ProjectRef }) {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { data: server } = useQuery(serverQuery())
  const { mutateAsync: deploy } = useMutation(deployFunction(queryClient))
  const sample = useMutation({
    mutationFn: async () => {
      // Names are unique in the namespace: another project may have a sample of its own.
      for (let count = 1; ; count += 1) {
        const name = count === 1 ? sampleReader.name : `${sampleReader.name}-${count}`
        try {
          await deploy({ ref: { ...at, name }, config: sampleReaderConfig(at, name), create: true })
          await queryClient.invalidateQueries({ queryKey: v3ioStreamsQuery(at).queryKey })
          return await navigate(paths.stream({ ...at, stream: `${name}@${sampleReader.trigger}` }))
        } catch (error) {
          if (!(error instanceof ApiError && error.kind === 'conflict') || count === sampleTries) throw error
        }
      }
    },
  })
  const isEmbedded = server?.kind === 'embedded'
  return (
    <EmptyState
      title="No function here reads a stream"
      action={
        <>
          {isEmbedded && (
            <ActButton loading={sample.isPending} onClick={() => sample.mutate()}>
              Deploy a sample
            </ActButton>
          )}
          <LinkButton variant={isEmbedded ? 'default' : 'filled'} to={paths.functions(at)}>
            Go to the functions
          </LinkButton>
        </>
      }
    >
      <p>
        A stream holds records in shards, each in the order in which they came. Consumers read it in groups;
        how many records a group has before it is its lag. Give a function a trigger of kind V3IO stream, on
        its tab Triggers or in its YAML:
      </p>
      {/* Wider than a narrow screen: reached by the keyboard, it can be scrolled. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={classes.example} tabIndex={0} aria-label="A stream trigger in YAML">
        {example}
      </pre>
      <p>
        {isEmbedded
          ? 'This platform makes the stream with the deploy, and puts records in when you ask it to. The sample takes its time, so that you can watch the lag.'
          : 'The stream itself is made with the tools of the data platform.'}
      </p>
      <SubmitError error={sample.error} />
    </EmptyState>
  )
}
