import { Button } from '@mantine/core'
import { Link, useParams, useRouteError } from 'react-router'
import { ApiError } from '@/api/errors'
import { EmptyState } from '@/components/EmptyState'
import { Page } from '@/components/Page'
import { PageHeader } from '@/components/PageHeader'
import { paths } from '@/domain/paths'
import { useProjectRef } from '@/layouts/namespace'
import { RouteError } from '@/layouts/RouteError'

/** In place of the function's page: says when there is no such function, and leaves every other failure to the shell. */
export function FunctionError() {
  const error = useRouteError()
  const isMissing = error instanceof ApiError && error.kind === 'not-found'
  return isMissing ? <FunctionMissing /> : <RouteError />
}

function FunctionMissing() {
  const project = useProjectRef()
  const { function: name = '' } = useParams()
  return (
    <Page>
      <PageHeader title={name} />
      <EmptyState
        title={`There is no function “${name}” in ${project.project}`}
        action={
          <>
            <Button variant="default" component={Link} to={paths.functions(project)}>
              Functions of {project.project}
            </Button>
            <Button variant="default" component={Link} to={paths.createFunction(project)}>
              Create a function
            </Button>
          </>
        }
      >
        <p>It may have been deleted, or it belongs to another project.</p>
      </EmptyState>
    </Page>
  )
}
