import { Button } from '@mantine/core'
import { Link, useParams, useSearchParams } from 'react-router'
import { EmptyState } from '@/components/EmptyState'
import { ErrorPanel } from '@/components/ErrorPanel'
import { LinkButton } from '@/components/LinkButton'
import { Page } from '@/components/Page'
import { PageHeader } from '@/components/PageHeader'
import { StaleNotice } from '@/components/StaleNotice'
import { paths } from '@/domain/paths'
import { useNamespace } from '@/layouts/namespace'
import { GallerySkeleton } from './GallerySkeleton'
import { TemplateFacets } from './TemplateFacets'
import { TemplateList } from './TemplateList'
import { TemplatePreview } from './TemplatePreview'
import { useGallery, type Gallery } from './use-gallery'
import classes from './TemplatesPage.module.css'

/** The templates of the server: to find, look at, fill in and use. What is searched and chosen stands in the address. */
export function TemplatesPage() {
  const namespace = useNamespace()
  const { project } = useParams()
  const [params] = useSearchParams()
  const gallery = useGallery()
  const { answer, allRows } = gallery
  const count = `${allRows.length} ${allRows.length === 1 ? 'template' : 'templates'}`

  return (
    <Page>
      <PageHeader
        title={project ? 'New function from a template' : 'Templates'}
        actions={
          project && (
            <LinkButton variant="default" to={paths.createFunction({ namespace, project })}>
              Start from a runtime instead
            </LinkButton>
          )
        }
      >
        <div className={classes.status}>
          <span role="status">
            {answer.isPending ? '' : gallery.isFiltered ? `${gallery.rows.length} of ${count}` : count}
          </span>
          {answer.data && <StaleNotice error={answer.error} updatedAt={answer.dataUpdatedAt} />}
        </div>
      </PageHeader>
      {allRows.length === 0 && answer.data && !gallery.isFiltered ? (
        <NoTemplates project={project} />
      ) : (
        <div className={classes.columns} data-chosen={params.get('template') ? true : undefined}>
          <TemplateFacets gallery={gallery} />
          <Found gallery={gallery} at={{ namespace, project }} />
        </div>
      )}
    </Page>
  )
}

interface FoundProps {
  gallery: Gallery
  at: { namespace: string; project?: string }
}

/** The list and, beside it, the template that is chosen; without a choice the first one, where there is room for both. */
function Found({ gallery, at }: FoundProps) {
  const [params] = useSearchParams()
  const { answer, rows, allRows } = gallery
  const key = params.get('template') ?? ''
  if (answer.isPending) return <GallerySkeleton />
  if (!answer.data)
    return (
      <div className={classes.whole}>
        <ErrorPanel
          title="The templates could not be had"
          error={answer.error}
          onRetry={() => void answer.refetch()}
        />
      </div>
    )
  const chosen = key === '' ? rows[0] : [...rows, ...allRows].find((row) => row.key === key)
  const to = (template: string) => paths.templates(at, { ...gallery.params, template })
  if (rows.length === 0 && key === '') return <NoMatch clear={gallery.clear} />

  return (
    <>
      <div className={classes.list} data-behind={key !== '' || undefined}>
        {rows.length === 0 ? (
          <NoMatch clear={gallery.clear} />
        ) : (
          <TemplateList rows={rows} chosen={chosen?.key} to={to} />
        )}
      </div>
      <div className={classes.preview} data-behind={key === '' || undefined}>
        <Link to={to('')} className={classes.back} data-link preventScrollReset>
          All templates
        </Link>
        {chosen ? (
          <TemplatePreview key={chosen.key} row={chosen} at={at} />
        ) : (
          <EmptyState title={`No template “${key}” here`}>
            <p>This server has none by this name. The link may come from another server.</p>
          </EmptyState>
        )}
      </div>
    </>
  )
}

function NoMatch({ clear }: { clear: () => void }) {
  return (
    <div className={classes.whole}>
      <EmptyState
        title="No template matches"
        action={
          <Button variant="default" onClick={clear}>
            Clear the filters
          </Button>
        }
      >
        <p>
          Names, descriptions, runtimes, triggers and sources are searched. The server itself searches names
          and configurations, and tells upper and lower case apart.
        </p>
      </EmptyState>
    </div>
  )
}

function NoTemplates({ project }: { project?: string }) {
  const namespace = useNamespace()
  return (
    <EmptyState
      title="This server has no templates"
      action={
        project ? (
          <LinkButton to={paths.createFunction({ namespace, project })}>Write a function</LinkButton>
        ) : (
          <LinkButton to={paths.projects({ namespace })}>Go to the projects</LinkButton>
        )
      }
    >
      <p>
        A template is a function to start from: source, configuration, and what to ask for. A Nuclio dashboard
        reads them when it starts, from a Git repository (NUCLIO_TEMPLATES_GIT_REPOSITORY) or an archive
        (NUCLIO_TEMPLATES_ARCHIVE_ADDRESS).
      </p>
    </EmptyState>
  )
}
