import { useMatches } from 'react-router'

/** What a route module exports as `handle`: its part of the title, of crumbs and of what a screen reader hears. */
export interface RouteHandle {
  crumb: string
}

interface Match {
  params: Readonly<Record<string, string | undefined>>
  handle: unknown
}

function crumbOf(handle: unknown): string | undefined {
  if (typeof handle !== 'object' || handle === null || !('crumb' in handle)) return undefined
  return typeof handle.crumb === 'string' ? handle.crumb : undefined
}

/** Where one is, nearest first, in words: `resize-image · code · shop`, `Functions · shop`, `Projects`. */
export function pageTitle(matches: readonly Match[]): string {
  const params = matches.at(-1)?.params ?? {}
  const crumb = matches.map((match) => crumbOf(match.handle)).findLast(Boolean)
  const thing = params.function ?? params.stream
  const parts = thing
    ? [thing, crumb?.toLowerCase(), params.project]
    : [params.gateway, crumb, params.project]
  return parts.filter(Boolean).join(' · ')
}

/** The title of the page in view. */
export function usePageTitle(): string {
  return pageTitle(useMatches())
}
