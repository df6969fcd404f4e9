import { Button } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, useState } from 'react'
import { Link, type LoaderFunctionArgs } from 'react-router'
import { functionsQuery } from '@/api/function-list-query'
import type { Project } from '@/api/generated/schema'
import { projectsQuery } from '@/api/projects'
import { queryClient } from '@/api/query-client'
import { ActionMenu } from '@/components/ActionMenu'
import { DataTable, type Column } from '@/components/DataTable'
import { EmptyState } from '@/components/EmptyState'
import { Icon } from '@/components/Icon'
import { Page } from '@/components/Page'
import { PageHeader } from '@/components/PageHeader'
import { RelativeTime } from '@/components/RelativeTime'
import { SearchInput } from '@/components/SearchInput'
import { StaleNotice } from '@/components/StaleNotice'
import { useUrlState } from '@/components/use-url-state'
import { paths } from '@/domain/paths'
import { orKnown } from '@/layouts/load'
import { routeNamespace, useNamespace } from '@/layouts/namespace'
import type { RouteHandle } from '@/layouts/page-title'
import { FunctionCounts } from './FunctionCounts'
import { whyNotDeleteProject } from './project-contents'
import {
  countStates,
  findProjects,
  formatSort,
  parseSort,
  projectRows,
  type ProjectRow,
} from './project-rows'
import classes from './ProjectsPage.module.css'

const CreateProject = lazy(async () => ({ default: (await import('./CreateProject')).CreateProject }))
const EditProject = lazy(async () => ({ default: (await import('./EditProject')).EditProject }))
const DeleteProject = lazy(async () => ({ default: (await import('./DeleteProject')).DeleteProject }))

type Open = { dialog: 'create' } | { dialog: 'edit' | 'delete'; project: Project }

export const handle: RouteHandle = { crumb: 'Projects' }

/** Has the projects before the page is drawn; the functions, only counted here, come when they come. */
export async function loader(args: LoaderFunctionArgs): Promise<null> {
  const namespace = await routeNamespace(args)
  void queryClient.query(functionsQuery({ namespace })).catch(() => undefined)
  const projects = projectsQuery(namespace)
  await orKnown(projects.queryKey, queryClient.query({ ...projects, staleTime: 2_000 }))
  return null
}

/** The projects of the namespace. */
export function Component() {
  const namespace = useNamespace()
  const projects = useSuspenseQuery(projectsQuery(namespace))
  const functions = useQuery(functionsQuery({ namespace }))
  const [words, setWords] = useUrlState('q', '')
  const [order, setOrder] = useUrlState('sort', 'name')
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)

  const all = useMemo(
    () => projectRows(projects.data, functions.data && countStates(functions.data)),
    [projects.data, functions.data],
  )
  const sort = useMemo(() => parseSort(order), [order])
  const rows = useMemo(() => findProjects(all, words, sort), [all, words, sort])
  const columns = useMemo(() => columnsFor(namespace, setOpen), [namespace])

  return (
    <Page>
      <PageHeader
        title="Projects"
        actions={
          <Button leftSection={<Icon name="add" />} onClick={() => setOpen({ dialog: 'create' })}>
            New project
          </Button>
        }
      >
        <div className={classes.tools}>
          <SearchInput label="Filter projects" value={words} onChange={setWords} />
          <span className={classes.count} role="status">
            {words.trim()
              ? `${rows.length} of ${all.length}`
              : `${all.length} ${all.length === 1 ? 'project' : 'projects'}`}
          </span>
          <StaleNotice error={projects.error ?? functions.error} updatedAt={projects.dataUpdatedAt} />
        </div>
      </PageHeader>
      {all.length === 0 ? (
        <EmptyState
          title="No projects yet"
          action={<Button onClick={() => setOpen({ dialog: 'create' })}>New project</Button>}
        >
          <p>
            A project holds the functions that belong together, with their API gateways and events. Make one,
            then write the first function in it.
          </p>
        </EmptyState>
      ) : (
        <DataTable
          label="Projects"
          rows={rows}
          columns={columns}
          rowKey={(row) => row.name}
          sort={sort}
          onSort={(next) => setOrder(formatSort(next))}
          empty={
            <EmptyState
              title="No project matches"
              action={
                <Button variant="default" onClick={() => setWords('')}>
                  Clear the filter
                </Button>
              }
            >
              <p>Names, descriptions and labels are searched.</p>
            </EmptyState>
          }
        />
      )}
      <Suspense fallback={null}>
        {open?.dialog === 'create' && (
          <CreateProject namespace={namespace} taken={all.map(({ name }) => name)} onClose={close} />
        )}
        {open?.dialog === 'edit' && <EditProject project={open.project} onClose={close} />}
        {open?.dialog === 'delete' && (
          <DeleteProject at={{ namespace, project: open.project.metadata.name }} onClose={close} />
        )}
      </Suspense>
    </Page>
  )
}

function columnsFor(namespace: string, open: (what: Open) => void): Column<ProjectRow>[] {
  return [
    {
      id: 'name',
      header: 'Name',
      sortable: true,
      cell: ({ name }) => (
        <Link to={paths.functions({ namespace, project: name })} className={classes.name} title={name}>
          {name}
        </Link>
      ),
    },
    {
      id: 'functions',
      header: 'Functions',
      sortable: true,
      width: '40%',
      cell: ({ name, counts }) => <FunctionCounts at={{ namespace, project: name }} counts={counts} />,
    },
    {
      id: 'description',
      header: 'Description',
      sortable: true,
      hideBelow: 800,
      cell: ({ description }) => <span title={description}>{description}</span>,
    },
    {
      id: 'changed',
      header: 'Changed',
      sortable: true,
      width: '104px',
      align: 'right',
      hideBelow: 560,
      cell: ({ changedAt }) => (changedAt === undefined ? '–' : <RelativeTime at={changedAt} />),
    },
    {
      id: 'actions',
      header: 'Actions',
      width: '44px',
      align: 'right',
      cell: ({ name, project }) => (
        <ActionMenu
          label={`Actions on ${name}`}
          actions={[
            { label: 'Edit', onSelect: () => open({ dialog: 'edit', project }) },
            {
              label: 'Delete',
              danger: true,
              disabledReason: whyNotDeleteProject(name),
              onSelect: () => open({ dialog: 'delete', project }),
            },
          ]}
        />
      ),
    },
  ]
}
