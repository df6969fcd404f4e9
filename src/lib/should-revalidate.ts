import type { ShouldRevalidateFunctionArgs } from 'react-router'

/** Loaders run again for another path or namespace; filters, sort and the like in the address are the page's own affair. */
export function shouldRevalidate({ currentUrl, nextUrl }: ShouldRevalidateFunctionArgs): boolean {
  if (currentUrl.href === nextUrl.href) return true
  return (
    currentUrl.pathname !== nextUrl.pathname ||
    currentUrl.searchParams.get('ns') !== nextUrl.searchParams.get('ns')
  )
}
