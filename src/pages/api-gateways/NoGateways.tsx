import { EmptyState } from '@/components/EmptyState'
import { LinkButton } from '@/components/LinkButton'
import type { ProjectRef } from '@/api/projects'
import { paths } from '@/domain/paths'

/** Stands where the server has no API gateways: says so, and why. */
export function NoGateways({ at }: { at: ProjectRef }) {
  return (
    <EmptyState
      title="This server has no API gateways"
      action={<LinkButton to={paths.functions(at)}>Go to the functions</LinkButton>}
    >
      <p>
        It runs functions with Docker alone, and nothing stands in front of them that could tell hosts and
        paths apart: every function answers at a port of its own.
      </p>
      <p>
        A Nuclio on Kubernetes has gateways, made of its ingresses, and so has the embedded platform that
        comes with this dashboard.
      </p>
    </EmptyState>
  )
}
