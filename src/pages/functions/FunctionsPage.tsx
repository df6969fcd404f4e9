import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, useState } from 'react'
import { functionsQuery } from '@/api/function-list-query'
import { frontendSpecQuery } from '@/api/platform'
import { DataTable } from '@/components/DataTable'
import { EmptyState } from '@/components/EmptyState'
import { Icon } from '@/components/Icon'
import { LinkButton } from '@/components/LinkButton'
import { Page } from '@/components/Page'
import { PageHeader } from '@/components/PageHeader'
import { StaleNotice } from '@/components/StaleNotice'
import { useUrlState } from '@/components/use-url-state'
import { arrangeRows, occurring, readGroup, readSort, writeSort } from '@/domain/function-filter'
import type { FunctionSummary } from '@/domain/function-summary'
import { paths } from '@/domain/paths'
import { useProjectRef } from '@/layouts/namespace'
import { FunctionFilters } from './FunctionFilters'
import { functionColumns } from './function-columns'
import { useEditedNames } from './use-edited-names'
import { useFunctionActs } from './use-function-acts'
import classes from './FunctionsPage.module.css'

const DuplicateFunction = lazy(async () => ({
  default: (await import('@/components/function-acts/DuplicateFunction')).DuplicateFunction,
}))
const BulkBar = lazy(async () => ({ default: (await import('./BulkBar')).BulkBar }))
const FirstFunction = lazy(async () => ({ default: (await import('./FirstFunction')).FirstFunction }))

/** The functions of a project. What is searched, filtered and sorted stands in the address. */
export function FunctionsPage() {
  const { namespace, project } = useProjectRef()
  const at = useMemo(() => ({ namespace, project }), [namespace, project])
  const functions = useSuspenseQuery(functionsQuery(at))
  const { data: platform } = useSuspenseQuery(frontendSpecQuery())
  const scalesToZero = platform.scaleToZero?.mode ? platform.scaleToZero.mode === 'enabled' : undefined

  const [search, setSearch] = useUrlState('q', '')
  const [groupText, setGroup] = useUrlState('state', '')
  const [runtime, setRuntime] = useUrlState('runtime', '')
  const [order, setOrder] = useUrlState('sort', 'state')
  const [copied, setCopied] = useState<FunctionSummary>()

  const all = functions.data
  const sort = useMemo(() => readSort(order), [order])
  const group = readGroup(groupText)
  const rows = useMemo(
    () => arrangeRows(all, { search, group, runtime, sort }),
    [all, search, group, runtime, sort],
  )
  const present = useMemo(() => occurring(all), [all])
  const acts = useFunctionActs(at, setCopied)
  const edited = useEditedNames(at)
  const [names, setNames] = useState<ReadonlySet<string>>(new Set())
  const columns = useMemo(() => {
    const select = (chosen: readonly string[], selected: boolean) => {
      const next = new Set(names)
      for (const name of chosen)
        if (selected) next.add(name)
        else next.delete(name)
      setNames(next)
    }
    return functionColumns(at, acts, { scalesToZero }, { names, select }, edited)
  }, [at, acts, scalesToZero, names, edited])
  // Only what is shown counts: nothing is done to a function that the filters hide.
  const selected = useMemo(
    () => rows.filter((row) => names.has(row.name)).map((row) => row.fn),
    [rows, names],
  )
  const isFiltered = search.trim() !== '' || group !== '' || runtime !== ''
  const clear = () => {
    setSearch('')
    setGroup('')
    setRuntime('')
  }

  return (
    <Page>
      <PageHeader
        title="Functions"
        actions={
          all.length > 0 && (
            <LinkButton to={paths.createFunction(at)} leftSection={<Icon name="add" />}>
              New function
            </LinkButton>
          )
        }
      >
        {all.length > 0 && (
          <FunctionFilters
            search={search}
            onSearch={setSearch}
            group={group}
            onGroup={setGroup}
            runtime={runtime}
            onRuntime={setRuntime}
            present={present}
          >
            <span className={classes.count} role="status">
              {isFiltered
                ? `${rows.length} of ${all.length}`
                : `${all.length} ${all.length === 1 ? 'function' : 'functions'}`}
            </span>
            <StaleNotice error={functions.error} updatedAt={functions.dataUpdatedAt} />
          </FunctionFilters>
        )}
        {all.length === 0 && <StaleNotice error={functions.error} updatedAt={functions.dataUpdatedAt} />}
      </PageHeader>
      {all.length === 0 ? (
        <Suspense fallback={null}>
          <FirstFunction at={at} />
        </Suspense>
      ) : (
        <DataTable
          label="Functions"
          rows={rows}
          columns={columns}
          rowKey={(row) => row.name}
          sort={sort}
          onSort={(next) => setOrder(writeSort(next))}
          empty={
            <EmptyState
              title="No function matches"
              action={
                <Button variant="default" onClick={clear}>
                  Clear the filters
                </Button>
              }
            >
              <p>Names, descriptions, runtimes, states and kinds of triggers are searched.</p>
            </EmptyState>
          }
        />
      )}
      <Suspense fallback={null}>
        {selected.length > 0 && <BulkBar at={at} selected={selected} onClear={() => setNames(new Set())} />}
        {copied && (
          <DuplicateFunction
            at={at}
            original={copied.metadata.name}
            taken={new Set(all.map(({ name }) => name))}
            onClose={() => setCopied(undefined)}
          />
        )}
      </Suspense>
    </Page>
  )
}
