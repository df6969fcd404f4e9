import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { apiGatewaysQuery } from '@/api/api-gateways'
import { functionsQuery } from '@/api/function-list-query'
import { frontendSpecQuery } from '@/api/platform'
import type { ProjectRef } from '@/api/projects'
import { modesToChoose, type AuthenticationMode } from '@/domain/gateways/authentication'
import { formProblems, type FormProblem } from '@/domain/gateways/form-problems'
import type { GatewayForm } from '@/domain/gateways/gateway-form'
import { placeOfGateway, renderedHost } from '@/domain/gateways/host-and-path'
import type { FunctionRow } from '@/domain/function-rows'
import { useListener } from './use-listener'

export interface FormSurroundings {
  /** What keeps the form from being saved, in the order of the fields. */
  problems: FormProblem[]
  /** Functions of the project. */
  functions: FunctionRow[]
  modes: AuthenticationMode[]
  /** The host that the server makes up when none is given, `<name>` for a name that is yet to come; empty when nobody knows beforehand. */
  madeHost: string
}

/**
 * What a form has to know of the server, and what that makes of it. `known` are the functions that the gateway leads to already: they may
 * belong to other projects.
 */
export function useFormSurroundings(
  at: ProjectRef,
  form: GatewayForm,
  { isNew, known = [] }: { isNew: boolean; known?: readonly string[] },
): FormSurroundings {
  const { namespace, project } = at
  const { data: platform } = useSuspenseQuery(frontendSpecQuery())
  const { isEmbedded } = useListener()
  const { data: gateways } = useQuery(apiGatewaysQuery({ namespace }))
  const { data: functions } = useQuery(functionsQuery(at))
  const { allowedAuthenticationModes: allowed, defaultHTTPIngressHostTemplate: hostTemplate } = platform
  const names = useMemo(
    () => functions && new Set([...functions.map(({ name }) => name), ...known]),
    [functions, known],
  )
  const others = (gateways ?? []).filter(({ metadata }) => isNew || metadata.name !== form.name)
  const isTaken = isNew && others.some(({ metadata }) => metadata.name === form.name)
  const problems = formProblems(form, {
    namespace,
    project,
    act: isNew ? 'create' : 'update',
    existing: isNew ? (isTaken ? { project } : null) : { project },
    functions: names,
    validatesFunctions: true,
    used: others.map(({ spec }) => placeOfGateway(spec)),
    hostTemplate,
    // Only what this platform says of itself is all that it can do; a Nuclio takes modes that it does not list.
    ...(isEmbedded && { modes: allowed, hostTakesPort: true }),
  })
  return {
    problems,
    functions: functions ?? [],
    modes: modesToChoose(allowed),
    madeHost: renderedHost(hostTemplate, { name: form.name || '<name>', project, namespace }) ?? '',
  }
}
