import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { ApiError } from '@/api/errors'
import { deployFunction } from '@/api/functions'
import type { FunctionConfig } from '@/api/generated/schema'
import { serverQuery } from '@/api/platform'
import type { ProjectRef } from '@/api/projects'
import { ActButton } from '@/components/ActButton'
import { FilePicker } from '@/components/FilePicker'
import { LinkButton } from '@/components/LinkButton'
import { SubmitError } from '@/components/SubmitError'
import { newFunctionConfig } from '@/domain/function-config'
import { paths } from '@/domain/paths'
import { starterCode } from '@/domain/starter-code'
import { functionFromFile } from './function-file'
import classes from './FirstFunction.module.css'

const sampleName = 'hello'
const sampleTries = 20

/** Stands in a project without functions: the ways to get the first one. */
export function FirstFunction({ at }: { at: ProjectRef }) {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { data: server } = useQuery(serverQuery())
  const { mutateAsync: deploy } = useMutation(deployFunction(queryClient))

  const deployAndOpen = async (config: FunctionConfig) => {
    const ref = { ...at, name: config.metadata?.name ?? '' }
    await deploy({ ref, config, create: true })
    await navigate(paths.functionCode(ref))
  }
  const sample = useMutation({
    mutationFn: async () => {
      // Node.js is what the embedded platform itself runs on; a Nuclio knows Python best.
      const runtime = server?.kind === 'embedded' ? 'nodejs' : 'python:3.11'
      const source = starterCode(runtime)
      // Names are unique in the namespace: another project may have a sample of its own.
      for (let count = 1; ; count += 1) {
        const name = count === 1 ? sampleName : `${sampleName}-${count}`
        try {
          return await deployAndOpen(newFunctionConfig({ ...at, name, runtime, source }))
        } catch (error) {
          if (!(error instanceof ApiError && error.kind === 'conflict') || count === sampleTries) throw error
        }
      }
    },
  })
  const imported = useMutation({
    mutationFn: async (chosen: File) => {
      const { readFunctionFile } = await import('@/domain/read-function-file')
      const { ok, faults } = await readFunctionFile(chosen)
      const [fault] = faults ?? []
      if (fault) throw new Error(`${chosen.name}, line ${fault.line}: ${fault.message}`)
      await deployAndOpen(functionFromFile(ok?.written, at))
    },
  })

  return (
    <section className={classes.first} aria-labelledby="first-function">
      <h2 id="first-function">No functions here yet</h2>
      <Way
        title="Write one"
        words="Choose a name and a runtime; starter code is there to change."
        act={<LinkButton to={paths.createFunction(at)}>New function</LinkButton>}
      />
      <Way
        title="From a template"
        words="A webhook with a signature, a scheduled job, CSV to JSON: look at the source, then make it yours."
        act={
          <LinkButton variant="default" to={paths.templates(at)}>
            Look at the templates
          </LinkButton>
        }
      />
      <Way
        title="Deploy a sample"
        words={`“${sampleName}” greets whoever the query names, and logs it.`}
        act={
          <ActButton variant="default" loading={sample.isPending} onClick={() => sample.mutate()}>
            Deploy the sample
          </ActButton>
        }
      >
        <SubmitError error={sample.error} />
      </Way>
      <Way
        title="Bring one along"
        words="A YAML file with “metadata” and “spec”, such as an export of another project’s function."
        act={
          <FilePicker label="YAML file of a function" accept=".yaml,.yml,.json" onFile={imported.mutate}>
            {(choose) => (
              <ActButton variant="default" loading={imported.isPending} onClick={choose}>
                Import YAML
              </ActButton>
            )}
          </FilePicker>
        }
      >
        <SubmitError error={imported.error} />
      </Way>
    </section>
  )
}

function Way(props: { title: string; words: string; act: ReactNode; children?: ReactNode }) {
  return (
    <div className={classes.way}>
      <div className={classes.words}>
        <h3>{props.title}</h3>
        <p>{props.words}</p>
      </div>
      {props.act}
      {props.children && <div className={classes.more}>{props.children}</div>}
    </div>
  )
}
