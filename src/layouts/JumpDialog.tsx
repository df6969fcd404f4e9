import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import { functionsQuery } from '@/api/function-list-query'
import { projectsQuery } from '@/api/projects'
import { Dialog } from '@/components/Dialog'
import { FilterList, type Choice } from '@/components/FilterList'
import { SubmitError } from '@/components/SubmitError'
import { paths } from '@/domain/paths'
import { areas } from './areas'
import { useNamespace } from './namespace'
import classes from './JumpDialog.module.css'

interface Destination extends Choice {
  to: string
}

/** Goes anywhere by a few letters: pages, projects and functions of the namespace. */
export function JumpDialog({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate()
  const namespace = useNamespace()
  const { project } = useParams()
  const projects = useQuery(projectsQuery(namespace))
  const functions = useQuery(functionsQuery({ namespace }))

  const trouble = projects.error ?? functions.error

  const here = project
    ? [
        ...areas.map(({ label, path }) => ({ label, to: path({ namespace, project }), note: project })),
        { label: 'Create function', to: paths.createFunction({ namespace, project }), note: project },
        {
          label: 'Create function from a template',
          to: paths.templates({ namespace, project }),
          note: project,
        },
      ]
    : []
  const destinations: Destination[] = [
    ...here.map((page) => ({ ...page, id: `page ${page.to}` })),
    { id: 'page projects', label: 'Projects', to: paths.projects({ namespace }), note: 'page' },
    { id: 'page templates', label: 'Templates', to: paths.templates({ namespace }), note: 'page' },
    ...(projects.data ?? []).map(({ metadata: { name } }) => ({
      id: `project ${name}`,
      label: name,
      note: 'project',
      to: paths.functions({ namespace, project: name }),
    })),
    ...(functions.data ?? []).map(({ name, project: owner }) => ({
      id: `function ${name}`,
      label: name,
      note: `function in ${owner}`,
      to: paths.function({ namespace, project: owner, name }),
    })),
  ]

  return (
    <Dialog title="Jump to" onClose={onClose} width={560}>
      <div className={classes.box}>
        <FilterList
          label="Name of a project, a function or a page"
          items={destinations}
          loading={projects.isPending || functions.isPending}
          trouble={trouble ? <SubmitError error={trouble} /> : undefined}
          onPick={(item) => {
            onClose()
            void navigate(item.to)
          }}
        />
      </div>
    </Dialog>
  )
}
