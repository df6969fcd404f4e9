import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import { functionsQuery } from '@/api/function-list-query'
import { namespacesQuery } from '@/api/platform'
import { projectsQuery } from '@/api/projects'
import { FilterList } from '@/components/FilterList'
import { SubmitError } from '@/components/SubmitError'
import { paths } from '@/domain/paths'
import { useNamespace, useProjectRef } from './namespace'

interface ChoicesProps {
  onDone: () => void
}

/** The projects of the namespace, to go to. */
export function ProjectChoices({ onDone }: ChoicesProps) {
  const navigate = useNavigate()
  const namespace = useNamespace()
  const { project } = useParams()
  const { data, error } = useQuery(projectsQuery(namespace))
  const items = (data ?? []).map(({ metadata }) => ({
    id: metadata.name,
    label: metadata.name,
    current: metadata.name === project,
  }))
  return (
    <FilterList
      label="Switch project"
      items={items}
      loading={!data && !error}
      trouble={!data && error ? <SubmitError error={error} /> : undefined}
      onPick={(item) => {
        onDone()
        void navigate(paths.functions({ namespace, project: item.id }))
      }}
    />
  )
}

/** The functions of the project, to go to. */
export function FunctionChoices({ onDone }: ChoicesProps) {
  const navigate = useNavigate()
  const ref = useProjectRef()
  const { function: current } = useParams()
  const { data, error } = useQuery(functionsQuery(ref))
  const items = (data ?? []).map(({ name }) => ({ id: name, label: name, current: name === current }))
  return (
    <FilterList
      label="Switch function"
      items={items}
      loading={!data && !error}
      trouble={!data && error ? <SubmitError error={error} /> : undefined}
      onPick={(item) => {
        onDone()
        void navigate(paths.function({ ...ref, name: item.id }))
      }}
    />
  )
}

/** The namespaces that the server manages; going to another begins at its projects. */
export function NamespaceChoices({ onDone }: ChoicesProps) {
  const navigate = useNavigate()
  const namespace = useNamespace()
  const { data, error } = useQuery(namespacesQuery())
  const items = (data ?? []).map((name) => ({ id: name, label: name, current: name === namespace }))
  return (
    <FilterList
      label="Switch namespace"
      items={items}
      loading={!data && !error}
      trouble={!data && error ? <SubmitError error={error} /> : undefined}
      onPick={(item) => {
        onDone()
        void navigate(paths.projects({ namespace: item.id }))
      }}
    />
  )
}
