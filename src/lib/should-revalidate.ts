import type { ShouldRevalidateFunctionArgs } from 'react-router'

type Change = Pick<ShouldRevalidateFunctionArgs, 'currentUrl' | 'nextUrl' | 'currentParams' | 'nextParams'>

/**
 * Loaders of what stays in view run again for another project, function or namespace. Another tab of the same function does not
 * wait for the server; filters, sort and the like in the address are the page's own affair.
 */
export function shouldRevalidate({ currentUrl, nextUrl, currentParams, nextParams }: Change): boolean {
  if (currentUrl.href === nextUrl.href) return true
  const names = new Set([...Object.keys(currentParams), ...Object.keys(nextParams)])
  return (
    currentUrl.searchParams.get('ns') !== nextUrl.searchParams.get('ns') ||
    [...names].some((name) => currentParams[name] !== nextParams[name])
  )
}
