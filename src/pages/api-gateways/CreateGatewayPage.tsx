import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { createApiGateway } from '@/api/api-gateways'
import { frontendSpecQuery } from '@/api/platform'
import type { ProjectRef } from '@/api/projects'
import { ActButton } from '@/components/ActButton'
import { LinkButton } from '@/components/LinkButton'
import { Page } from '@/components/Page'
import { PageHeader } from '@/components/PageHeader'
import { SubmitError } from '@/components/SubmitError'
import { configOfForm, emptyGatewayForm, type GatewayForm } from '@/domain/gateways/gateway-form'
import { hasGateways } from '@/domain/gateways/platform-gateways'
import { paths } from '@/domain/paths'
import { useProjectRef } from '@/layouts/namespace'
import { GatewayFields } from './GatewayFields'
import { forGood, LeaveGuard } from './LeaveGuard'
import { NoGateways } from './NoGateways'
import { RouteLine } from './RouteLine'
import { useFormSurroundings } from './use-form-surroundings'
import { useListener } from './use-listener'
import classes from './GatewayForm.module.css'

/** A new gateway, or why there can be none on this server. */
export function CreateGatewayPage() {
  const { namespace, project } = useProjectRef()
  const at = useMemo(() => ({ namespace, project }), [namespace, project])
  const { data: platform } = useSuspenseQuery(frontendSpecQuery())
  return (
    <Page>
      <PageHeader title="New API gateway" />
      {hasGateways(platform) ? <NewGateway at={at} /> : <NoGateways at={at} />}
    </Page>
  )
}

function NewGateway({ at }: { at: ProjectRef }) {
  const navigate = useNavigate()
  const create = useMutation(createApiGateway(useQueryClient()))
  const { listener } = useListener()
  const [params] = useSearchParams()
  const [start] = useState<GatewayForm>(() => ({
    ...emptyGatewayForm,
    primary: params.get('function') ?? '',
  }))
  const [form, setForm] = useState(start)
  const surroundings = useFormSurroundings(at, form, { isNew: true })
  const [first] = surroundings.problems

  const submit = async () => {
    if (first || create.isPending) return
    const ref = { ...at, name: form.name }
    await create.mutateAsync({ ref, config: configOfForm(form) })
    await navigate(paths.apiGateway(ref), { state: forGood })
  }

  return (
    <form
      className={classes.page}
      onSubmit={(event) => {
        event.preventDefault()
        // Its failure is shown below the fields.
        submit().catch(() => undefined)
      }}
    >
      <RouteLine form={form} madeHost={surroundings.madeHost} listenerPort={listener?.port} />
      <div className={classes.fields}>
        <GatewayFields
          isNew
          form={form}
          change={(change) => setForm((before) => ({ ...before, ...change }))}
          wrong={(field) => surroundings.problems.find((one) => one.field === field && !one.isMissing)?.words}
          surroundings={surroundings}
          listener={listener}
        />
        <SubmitError error={create.error} />
        <div className={classes.foot}>
          <ActButton type="submit" loading={create.isPending} disabledReason={first?.words}>
            Create
          </ActButton>
          <LinkButton variant="default" to={paths.apiGateways(at)}>
            Cancel
          </LinkButton>
        </div>
      </div>
      <LeaveGuard isEdited={JSON.stringify(form) !== JSON.stringify(start)} />
    </form>
  )
}
