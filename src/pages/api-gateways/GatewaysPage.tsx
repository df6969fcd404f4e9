import { Button } from '@mantine/core'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { apiGatewaysQuery } from '@/api/api-gateways'
import { frontendSpecQuery } from '@/api/platform'
import type { ProjectRef } from '@/api/projects'
import { DataTable } from '@/components/DataTable'
import { EmptyState } from '@/components/EmptyState'
import { Icon } from '@/components/Icon'
import { LinkButton } from '@/components/LinkButton'
import { Page } from '@/components/Page'
import { PageHeader } from '@/components/PageHeader'
import { SearchInput } from '@/components/SearchInput'
import { StaleNotice } from '@/components/StaleNotice'
import { useUrlSort, type SortBy } from '@/components/use-url-sort'
import { useUrlState } from '@/components/use-url-state'
import { gatewayUrl } from '@/domain/gateways/gateway-url'
import { hasGateways } from '@/domain/gateways/platform-gateways'
import { paths } from '@/domain/paths'
import { useProjectRef } from '@/layouts/namespace'
import { gatewayActs } from './gateway-acts'
import { gatewayColumns } from './gateway-columns'
import { arrangeGateways, gatewayRow, type GatewayColumn } from './gateway-rows'
import { NoGateways } from './NoGateways'
import { useListener } from './use-listener'
import classes from './GatewaysPage.module.css'

const columnsToSort: readonly GatewayColumn[] = ['name', 'state', 'url', 'access']

const usualSort: SortBy<GatewayColumn> = { column: 'state', descending: false }

/** The API gateways of a project, or why there are none on this server. What is searched and sorted stands in the address. */
export function GatewaysPage() {
  const { namespace, project } = useProjectRef()
  const at = useMemo(() => ({ namespace, project }), [namespace, project])
  const { data: platform } = useSuspenseQuery(frontendSpecQuery())
  if (hasGateways(platform)) return <GatewayList at={at} />
  return (
    <Page>
      <PageHeader title="API gateways" />
      <NoGateways at={at} />
    </Page>
  )
}

function GatewayList({ at }: { at: ProjectRef }) {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const gateways = useSuspenseQuery(apiGatewaysQuery(at))
  const port = useListener().listener?.port
  const [search, setSearch] = useUrlState('q', '')
  const [sort, setSort] = useUrlSort(columnsToSort, usualSort)
  const all = useMemo(
    () => gateways.data.map((gateway) => gatewayRow(gateway, window.location, port)),
    [gateways.data, port],
  )
  const rows = useMemo(() => arrangeGateways(all, { search, ...sort }), [all, search, sort])
  const columns = useMemo(() => {
    const acts = gatewayActs(queryClient, at, {
      urlOf: ({ spec }) => gatewayUrl(spec, window.location, port),
    })
    return gatewayColumns(at, acts, (name) => void navigate(paths.apiGateway({ ...at, name })))
  }, [queryClient, at, port, navigate])

  return (
    <Page>
      <PageHeader
        title="API gateways"
        actions={
          all.length > 0 && (
            <LinkButton to={paths.createApiGateway(at)} leftSection={<Icon name="add" />}>
              New gateway
            </LinkButton>
          )
        }
      >
        <div className={classes.filters}>
          {all.length > 0 && (
            <>
              <SearchInput
                label="Search the gateways"
                placeholder="Search"
                value={search}
                onChange={setSearch}
              />
              <span className={classes.count} role="status">
                {search.trim() !== ''
                  ? `${rows.length} of ${all.length}`
                  : `${all.length} ${all.length === 1 ? 'gateway' : 'gateways'}`}
              </span>
            </>
          )}
          <StaleNotice error={gateways.error} updatedAt={gateways.dataUpdatedAt} />
        </div>
      </PageHeader>
      {all.length === 0 ? (
        <FirstGateway at={at} />
      ) : (
        <DataTable
          label="API gateways"
          rows={rows}
          columns={columns}
          rowKey={(row) => row.name}
          sort={sort}
          onSort={setSort}
          empty={
            <EmptyState
              title="No gateway matches"
              action={
                <Button variant="default" onClick={() => setSearch('')}>
                  Clear the search
                </Button>
              }
            >
              <p>Names, descriptions, URLs, functions, access and states are searched.</p>
            </EmptyState>
          }
        />
      )}
    </Page>
  )
}

function FirstGateway({ at }: { at: ProjectRef }) {
  return (
    <EmptyState
      title="No API gateways yet"
      action={<LinkButton to={paths.createApiGateway(at)}>New gateway</LinkButton>}
    >
      <p>
        A gateway gives a function an address of your choice, a host and a path, and decides who may call it.
        With a second function it is the place to try a new version: a canary gets a few percent of the
        requests, until you promote it or roll it back.
      </p>
    </EmptyState>
  )
}
