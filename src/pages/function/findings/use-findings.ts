import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { functionsQuery } from '@/api/function-list-query'
import type { FrontendSpec } from '@/api/generated/schema'
import { frontendSpecQuery } from '@/api/platform'
import { projectsQuery } from '@/api/projects'
import { projectOf } from '@/domain/function-config'
import type { FunctionRow } from '@/domain/function-rows'
import { isProvisioning } from '@/domain/function-state'
import type { Finding } from '@/domain/spec-rules/finding'
import { ingressesOf } from '@/domain/spec-rules/ingresses'
import { mayBeConfigured } from '@/domain/spec-rules/inline-mark'
import { configFindings, type Judges } from '@/domain/spec-rules/schema-findings'
import type { ExistingFunction, Surroundings } from '@/domain/spec-rules/surroundings'
import { useFunctionRef } from '@/layouts/namespace'
import { valueAt } from '@/lib/tree'
import { sourcePath, type Draft } from '../draft/draft'

/** So long what is known of other functions and projects is good enough; the server looks again. */
const goodEnough = 5 * 60_000

/**
 * What the server would refuse of the draft, in the order in which it would look. Names, states and versions that pass by
 * themselves are for the deploy to ask about: a finding is something that the person can change.
 */
export function useFindings(draft: Draft): readonly Finding[] {
  const { config } = draft
  const types = useLoaded(loadTypes, true)
  const source: unknown = valueAt(config, sourcePath)
  const isConfigured = useMemo(() => typeof source === 'string' && mayBeConfigured(source), [source])
  const fill = useLoaded(loadFill, isConfigured)
  const surroundings = useSurroundings(draft)
  return useMemo(
    () => configFindings(config, surroundings, { types, fill }),
    [config, surroundings, types, fill],
  )
}

function useSurroundings({ config, server }: Draft): Surroundings {
  const { namespace, project, name } = useFunctionRef()
  const { data: platform } = useSuspenseQuery(frontendSpecQuery())
  const { data: rows } = useQuery({
    ...functionsQuery({ namespace, project }),
    enabled: ingressesOf(config.spec).length > 0,
    staleTime: goodEnough,
    refetchInterval: false,
  })
  const { data: projects } = useQuery({
    ...projectsQuery(namespace),
    // It is in this project until its label says otherwise.
    enabled: projectOf(config) !== project,
    staleTime: goodEnough,
    refetchInterval: false,
  })
  const { state } = server.status
  const { resourceVersion } = config.metadata
  const gateways = JSON.stringify(server.status.apiGateways ?? [])
  return useMemo(() => {
    const existing: ExistingFunction = {
      state: isProvisioning(state) ? 'ready' : state,
      resourceVersion,
      apiGateways: JSON.parse(gateways) as string[],
    }
    return {
      act: 'update',
      requestName: name,
      ...ofPlatform(platform),
      existing,
      projects: projects && new Set([...projects.map(({ metadata }) => metadata.name), project]),
      ingresses: rows && ingressesOfOthers(rows, name),
    }
  }, [name, project, platform, state, resourceVersion, gateways, projects, rows])
}

function ofPlatform({ platformKind, validFunctionPriorityClassNames }: FrontendSpec): Surroundings {
  return { platformKind, priorityClasses: validFunctionPriorityClassNames }
}

function ingressesOfOthers(rows: readonly FunctionRow[], name: string) {
  return rows.flatMap((row) => (row.name === name ? [] : (row.ingresses ?? [])))
}

interface Part<Value> {
  load: () => Promise<Value>
  loaded?: Value
}

const loadTypes: Part<NonNullable<Judges['types']>> = {
  load: async () => (await import('@/api/generated/function-validator')).validateFunctionConfig,
}
const loadFill: Part<NonNullable<Judges['fill']>> = {
  load: async () => (await import('@/domain/spec-rules/inline-configuration')).filledFromSource,
}

/** A part of the judgement that comes a moment after the page, for its size; without it the rest is for the server to say. */
function useLoaded<Value>(part: Part<Value>, isNeeded: boolean): Value | undefined {
  const [value, setValue] = useState(() => part.loaded)
  useEffect(() => {
    if (!isNeeded || value) return
    let isHere = true
    part
      .load()
      .then((loaded) => {
        part.loaded = loaded
        if (isHere) setValue(() => loaded)
      })
      .catch(() => undefined)
    return () => {
      isHere = false
    }
  }, [part, isNeeded, value])
  return value
}
